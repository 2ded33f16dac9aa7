"""JSON shapes of what pages show: images, links to pages. Frontends get them ready to use."""

from __future__ import annotations

from collections.abc import Iterable
from mimetypes import guess_type
from typing import TYPE_CHECKING

from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail.images.models import AbstractRendition
from wagtail.models import Page

from univercity.renditions import get_renditions

if TYPE_CHECKING:
    from univercity.models import Image  # whose module reads blocks, and they read this one


class RenditionShape(TypedDict):
    src: str  #: absolute URL
    width: int
    height: int
    type: str  #: MIME type


class ImageShape(TypedDict):
    id: int
    title: str
    alt: str  #: empty where the image is decorative
    credit: str
    licence: str
    renditions: dict[str, list[RenditionShape]]  #: by named set


class PageLinkShape(TypedDict):
    id: int
    type: str
    title: str
    locale: str  #: of the target, which may be the source language where a translation is missing
    href: str


def rendition_shape(rendition: AbstractRendition) -> RenditionShape:
    return {
        "src": rendition.full_url,
        "width": rendition.width,
        "height": rendition.height,
        "type": guess_type(rendition.file.name)[0] or "application/octet-stream",
    }


def image_shape(image: Image, alt: str, sets: Iterable[str]) -> ImageShape:
    """Return ``image`` with its renditions of the named ``sets``."""
    return {
        "id": image.pk,
        "title": image.title,
        "alt": alt,
        "credit": image.credit,
        "licence": image.licence,
        "renditions": {
            name: [rendition_shape(rendition) for rendition in get_renditions(image, name).values()]
            for name in sets
        },
    }


def page_link_shape(page: Page) -> PageLinkShape:
    """Return a link to exactly this ``page``; ``univercity.links`` finds the reader's language."""
    return {
        "id": page.pk,
        "type": page.cached_content_type.model_class()._meta.label,
        "title": page.title,
        "locale": page.locale.language_code,
        "href": page.url,
    }
