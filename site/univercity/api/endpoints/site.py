"""``/api/v3/site/``: what stands around every page, in one call."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from ninja import Query, Router
from typing_extensions import TypedDict
from wagtail.models import Site

from univercity.api.lists.languages import LanguageParameter
from univercity.api.lists.selection import (
    Fields,
    SelectionParameter,
    select,
    selectable,
    selection_from,
)
from univercity.content.blocks.links import LinkShape
from univercity.content.blocks.social import SocialProfileShape
from univercity.content.pages.navigation import language_versions
from univercity.content.representations.problems import Kind, Problem
from univercity.content.representations.shapes import PageLinkShape, page_link_shape
from univercity.content.site_settings import SiteSettings
from univercity.http_cache.dependencies import depends_on_lists
from univercity.publishing.changes.keys import NAVIGATION, SETTINGS


class ContactShape(TypedDict):
    locale: str  #: of the texts: the source language where the settings are not translated
    organisation: str
    street: str
    postcode: str
    city: str
    latitude: float | None
    longitude: float | None
    email: str
    phone: str


class SiteLanguageShape(TypedDict):
    code: str
    name: str  #: in the language itself
    home: PageLinkShape | None  #: the home page in this language, where it is public


class SiteShape(TypedDict):
    """Settings of the site, in one language."""

    name: str
    locale: str  #: as asked for
    source_locale: str  #: the language in which content is written first
    home: PageLinkShape | None
    languages: list[SiteLanguageShape]
    navigation: list[LinkShape]
    footer_links: list[LinkShape]
    social_profiles: list[SocialProfileShape]
    contact: ContactShape | None  #: missing while nobody has written the settings


class SiteParameters(SelectionParameter, LanguageParameter):
    fields: Fields = selection_from(SiteShape, example="navigation.href")


router = Router(tags=["site"])


@router.get(
    "/",
    response=selectable(SiteShape),
    operation_id="get_site",
    summary="Settings, navigation, footer, social media and languages",
)
def get_site(request: HttpRequest, parameters: Query[SiteParameters]) -> Any:
    """Return what stands around every page, as the HTML pages show it.

    Where the settings are not translated they come in the source language, and `contact.locale`
    says so; links lead to the version in `locale` where it is public, else they have `hreflang`.
    """
    chosen = select(SiteShape, parameters.fields)
    depends_on_lists(request, SETTINGS, NAVIGATION, language=parameters.locale)
    site = Site.find_for_request(request)
    if site is None:
        raise Problem(Kind.NOT_FOUND, "No site answers to this host, and none is the default.")
    with translation.override(parameters.locale):
        return chosen(site_shape(site))


def site_shape(site: Site) -> SiteShape:
    """Return the site in the active language."""
    around = SiteSettings.for_site(site)
    languages = languages_of(site)
    locale = translation.get_language()
    return {
        "name": site.site_name,
        "locale": locale,
        "source_locale": settings.LANGUAGE_CODE,
        "home": next((row["home"] for row in languages if row["code"] == locale), None),
        "languages": languages,
        "navigation": link_shapes(around.shown_navigation) if around else [],
        "footer_links": link_shapes(around.shown_footer_links) if around else [],
        "social_profiles": profile_shapes(around.social_profiles) if around else [],
        "contact": contact_shape(around) if around else None,
    }


def languages_of(site: Site) -> list[SiteLanguageShape]:
    return [
        {
            "code": version["code"],
            "name": version["name"],
            "home": page_link_shape(version["page"]) if version["page"] else None,
        }
        for version in language_versions(site.root_page.specific_deferred)
    ]


def link_shapes(links: list[Any]) -> list[LinkShape]:
    """Return the links that lead somewhere."""
    return [link.block.get_api_representation(link.value) for link in links]


def profile_shapes(profiles: Any) -> list[SocialProfileShape]:
    return [profile.block.get_api_representation(profile.value) for profile in profiles]


def contact_shape(around: SiteSettings) -> ContactShape:
    return {
        "locale": around.text_language,
        "organisation": around.organisation,
        "street": around.street,
        "postcode": around.postcode,
        "city": around.city,
        "latitude": None if around.latitude is None else float(around.latitude),
        "longitude": None if around.longitude is None else float(around.longitude),
        "email": around.email,
        "phone": around.phone,
    }
