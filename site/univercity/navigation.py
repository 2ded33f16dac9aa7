"""Where a page stands in the main navigation, the same for HTML and API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from wagtail.models import Page

if TYPE_CHECKING:
    from univercity.blocks.links import LinkValue
    from univercity.site_settings import SiteSettings

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
