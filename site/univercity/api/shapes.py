"""JSON shapes of what pages show: images, documents, links to pages, all ready to use."""

from __future__ import annotations

from collections.abc import Iterable
from mimetypes import guess_type
from typing import TYPE_CHECKING

from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail.images.models import AbstractRendition
from wagtail.models import Page

from univercity.renditions import get_renditions

if TYPE_CHECKING:
    # whose module reads blocks, and they read this one
    from univercity.models import Document, Image, Person


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


class DocumentShape(TypedDict):
    id: int
    title: str
    href: str
    size: int | None  #: in bytes; ``None`` where the file is lost
    type: str  #: MIME type
    language: str  #: BCP 47: "de", "en" …, "mul" for several, "zxx" for none


class PageLinkShape(TypedDict):
    id: int
    type: str
    title: str
    locale: str  #: of the target, which may be the source language where a translation is missing
    href: str


class PersonShape(TypedDict):
    id: int
    locale: str  #: of the texts, which may be the source language where a translation is missing
    name: str
    pronouns: str
    role: str
    institution: str
    email: str
    phone: str
    office_hours: str
    image: ImageShape | None


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


def document_shape(document: Document) -> DocumentShape:
    return {
        "id": document.pk,
        "title": document.title,
        "href": document.url,
        "size": document.get_file_size(),
        "type": document.content_type,
        "language": document.language,
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


def person_shape(person: Person) -> PersonShape:
    """Return exactly this ``person``; ``univercity.snippets`` finds the reader's language."""
    return {
        "id": person.pk,
        "locale": person.locale.language_code,
        "name": person.name,
        "pronouns": person.pronouns,
        "role": person.role,
        "institution": person.institution,
        "email": person.email,
        "phone": person.phone,
        "office_hours": person.office_hours,
        "image": image_shape(person.image, person.image_alt, ["portrait"])
        if person.image
        else None,
    }
