"""Where a page stands in the main navigation, the same for HTML and API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import get_language, get_language_info
from typing_extensions import TypedDict
from wagtail.models import Page

if TYPE_CHECKING:
    from univercity.content.blocks.links import LinkValue
    from univercity.content.site_settings import SiteSettings

HOME_DEPTH = 2


@dataclass(frozen=True)
class NavigationEntry:
    """A link of the main navigation, as it stands on one page."""

    link: LinkValue
    current: str  #: as ``aria-current``: "page", "true" on a page below its target, else empty
    text_language: str  #: code of the language that its text is in


def navigation_entries(
    settings: SiteSettings | None, page: Page | None, path: str
) -> list[NavigationEntry]:
    """Return the entries that lead somewhere, as shown on ``page`` at the public ``path``."""
    if settings is None:
        return []
    links = [item.value for item in settings.navigation]
    return [
        NavigationEntry(link, current_state(link, page, path), text_language_of(link, settings))
        for link in links
        if link.href
    ]


def text_language_of(link: LinkValue, settings: SiteSettings) -> str:
    """Return the language of the label, or of the title of the target where there is none."""
    if link["label"]:
        return str(settings.text_language)
    return link.hreflang or get_language() or ""


def current_state(link: LinkValue, page: Page | None, path: str) -> str:
    """Return how ``page`` relates to the target of ``link``, as ``aria-current`` says it."""
    target = link["page"]  # as chosen, perhaps in the other language
    if not target or not page:
        return ""
    if target.translation_key == page.translation_key:
        return "page"
    return "true" if target.depth > HOME_DEPTH and link.href in path else ""


# The languages of the site, as visitors choose between them.


class LanguageVersion(TypedDict):
    code: str
    name: str  #: in the language itself
    page: Page | None  #: the public version in this language
    is_current: bool  #: whether the active language is this one


def language_versions(page: Any) -> list[LanguageVersion]:
    """Return the languages of the site, each with the public version of ``page`` in it."""
    alternates = page.get_alternates() if hasattr(page, "get_alternates") else {}
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"],
            "page": alternates.get(code),
            "is_current": code == get_language(),
        }
        for code, _name in settings.LANGUAGES
    ]
