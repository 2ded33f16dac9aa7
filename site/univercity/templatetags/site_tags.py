"""Tags that every template uses."""

from django import template
from django.conf import settings
from django.utils.translation import get_language, get_language_info
from wagtail.images.models import Picture

from univercity.links import localized
from univercity.renditions import SETS, get_renditions
from univercity.site_settings import SiteSettings

register = template.Library()


@register.simple_tag(takes_context=True)
def site_settings(context):
    """Return the settings of this site in the active language, or ``None``; one query a request."""
    request = context.get("request")
    return SiteSettings.for_request(request) if request else None


@register.simple_tag
def responsive_image(image, rendition_set, alt, **attributes):
    """Return a ``picture`` element of ``image`` in the sizes and formats of a named set.

    Further attributes go to its ``img``, for example ``loading="lazy"``.
    """
    renditions = get_renditions(image, rendition_set)
    sizes = SETS[rendition_set].sizes
    return Picture(renditions, {"alt": alt, "sizes": sizes, **attributes}).__html__()


@register.simple_tag
def image_url(image, rendition_set):
    """Return the absolute address of the largest rendition of a named set in its last format."""
    return list(get_renditions(image, rendition_set).values())[-1].full_url


@register.simple_tag
def language_versions(page):
    """Return, for each language of the site, its name in itself and the page's public version.

    A list of dicts with ``code``, ``name``, ``page`` (``None`` where missing) and ``is_current``.
    """
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


@register.simple_tag
def source_language():
    """Return the code of the language in which content is written first."""
    return settings.LANGUAGE_CODE


@register.simple_tag
def localized_page(page):
    """Return the version of a page to link to in the active language, or ``None``."""
    return localized(page) if page else None
