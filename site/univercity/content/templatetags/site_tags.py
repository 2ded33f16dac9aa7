"""Tags that every template uses."""

from django import template
from django.conf import settings
from wagtail.images.models import Picture

from univercity.content.blocks.links import international_number
from univercity.content.links.localized import localized
from univercity.content.media.renditions import SETS, get_renditions
from univercity.content.pages.metadata import SITE_NAME, read_metadata
from univercity.content.pages.navigation import language_versions, navigation_entries
from univercity.content.site_settings import SiteSettings

register = template.Library()
register.simple_tag(language_versions)
register.filter("international_number", international_number)


@register.simple_tag(takes_context=True)
def site_settings(context):
    """Return the settings of this site in the active language, or ``None``; one query a request."""
    request = context.get("request")
    return SiteSettings.for_request(request) if request else None


@register.simple_tag(takes_context=True)
def main_navigation(context):
    """Return the entries of the main navigation as they stand on the page that is shown."""
    path = context["request"].path if context.get("request") else ""
    return navigation_entries(site_settings(context), context.get("page"), path)


@register.simple_tag
def page_metadata(page):
    """Return what search engines and social media read of a page."""
    return read_metadata(page)


@register.simple_tag
def site_name():
    """Return the name that stands in the title of every document."""
    return SITE_NAME


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
def source_language():
    """Return the code of the language in which content is written first."""
    return settings.LANGUAGE_CODE


@register.simple_tag
def localized_page(page):
    """Return the version of a page to link to in the active language, or ``None``."""
    return localized(page) if page else None
