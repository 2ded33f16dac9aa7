"""What search engines and social media read of a page, the same for HTML and API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from univercity.content.media.renditions import get_renditions
from univercity.content.pages.navigation import HOME_DEPTH

if TYPE_CHECKING:
    from wagtail.images.models import AbstractRendition

    from univercity.content.pages.base import BasePage

SITE_NAME = "UniverCity Bochum"
#: Language and country, as Open Graph names them.
OPEN_GRAPH_LOCALES = {"de": "de_DE", "en": "en_GB"}


@dataclass(frozen=True)
class Metadata:
    """Values of the ``head`` of one page; empty where there is nothing to say."""

    document_title: str
    title: str
    description: str
    canonical: str  #: absolute
    kind: str  #: type of Open Graph
    locale: str  #: as Open Graph has it
    image: AbstractRendition | None
    image_alt: str

    @property
    def card(self) -> str:
        """The kind of card that X, once Twitter, shows."""
        return "summary_large_image" if self.image else "summary"


def read_metadata(page: BasePage) -> Metadata:
    """Return what the HTML of ``page`` says of it to machines."""
    is_home = page.depth == HOME_DEPTH
    image = page.teaser_image
    return Metadata(
        document_title=document_title(page, is_home),
        title=page.seo_title or page.title,
        description=page.search_description or page.teaser,
        canonical=page.full_url or "",
        kind="website" if is_home else "article",
        locale=OPEN_GRAPH_LOCALES[page.locale.language_code],
        image=list(get_renditions(image, "social").values())[-1] if image else None,
        image_alt=page.teaser_image_alt if image else "",
    )


def document_title(page: BasePage, is_home: bool) -> str:
    """Return the title of the document, with the name of the site where it does not stand in it."""
    if is_home and (page.seo_title or page.title == SITE_NAME):
        return page.seo_title or page.title
    return f"{page.seo_title or page.title} | {SITE_NAME}"
