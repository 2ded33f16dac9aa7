"""JSON shapes of what pages show: images, documents, links to pages, all ready to use."""

from collections.abc import Iterable
from functools import cache
from mimetypes import guess_type
from os.path import splitext
from typing import Annotated, Any, Literal, NotRequired, cast

from django.conf import settings
from django.utils.translation import get_language
from pydantic import Field
from typing_extensions import (  # pydantic asks for them below Python 3.12
    TypeAliasType,
    TypedDict,
)
from wagtail.images.models import AbstractRendition
from wagtail.models import Page

from univercity.content.links.localized import localized
from univercity.content.media.documents import Document
from univercity.content.media.images import Image
from univercity.content.media.renditions import get_renditions

SetName = Literal["hero", "card", "inline", "half", "tile", "logo", "portrait", "social"]

#: Rich text as HTML, ready to insert.
Html = Annotated[str, Field(json_schema_extra={"contentMediaType": "text/html"})]


class RenditionShape(TypedDict):
    """One file of an image."""

    src: Annotated[str, Field(description="Absolute URL")]
    width: Annotated[int, Field(description="In pixels")]
    height: Annotated[int, Field(description="In pixels")]
    type: Annotated[str, Field(description="MIME type")]


class RenditionSets(TypedDict):
    """The files of an image by named set; of the sets but `original` only what its place uses."""

    original: Annotated[
        list[RenditionShape], Field(description="The file of the library, uncut: one entry")
    ]
    hero: NotRequired[list[RenditionShape]]
    card: NotRequired[list[RenditionShape]]
    inline: NotRequired[list[RenditionShape]]
    half: NotRequired[list[RenditionShape]]
    tile: NotRequired[list[RenditionShape]]
    logo: NotRequired[list[RenditionShape]]
    portrait: NotRequired[list[RenditionShape]]
    social: NotRequired[list[RenditionShape]]


class FocalPointShape(TypedDict):
    """What must stay visible where an image is cut, in fractions of its width and height."""

    x: Annotated[float, Field(description="Centre, from the left: 0 to 1")]
    y: Annotated[float, Field(description="Centre, from the top: 0 to 1")]
    width: Annotated[float, Field(description="0 to 1")]
    height: Annotated[float, Field(description="0 to 1")]


Licence = Literal["all-rights-reserved", "cc0", "cc-by", "cc-by-sa", "own"]
Readable = Literal["yes", "no", "unknown"]


class ImageShape(TypedDict):
    """An image of the library as it stands in one place."""

    id: int
    title: Annotated[str, Field(description="In the library; not meant for visitors")]
    alt: Annotated[str, Field(description="For this place; empty where the image is decorative")]
    credit: Annotated[str, Field(description="Show it: most licences ask for it")]
    licence: Licence
    focal_point: FocalPointShape | None
    renditions: RenditionSets


class DocumentShape(TypedDict):
    """A file of the library."""

    id: int
    title: str
    href: Annotated[str, Field(description="Relative to the site")]
    size: Annotated[int | None, Field(description="In bytes; null where the file is lost")]
    type: Annotated[str, Field(description="MIME type")]
    language: Annotated[
        str, Field(description='BCP 47: "de", "en" …, "mul" for several, "zxx" for none')
    ]
    accessibility: Annotated[Readable, Field(description="Whether everybody can read the file")]


class PageLinkShape(TypedDict):
    """A page of the site that visitors can open."""

    id: int
    type: str
    title: str
    locale: Annotated[str, Field(description="Language of the target")]
    href: Annotated[str, Field(description="Relative to the site")]
    state: Annotated[
        Literal["ok", "fallback"],
        Field(description="fallback: in another language, because this one is not public"),
    ]


class BrokenLinkShape(TypedDict):
    """A chosen page that visitors cannot open in any language: show no link."""

    id: int
    type: str
    state: Literal["broken"]


ChosenPage = TypeAliasType(
    "ChosenPage", Annotated[PageLinkShape | BrokenLinkShape, Field(discriminator="state")]
)


class PersonShape(TypedDict):
    """A person or an office to turn to."""

    id: int
    locale: Annotated[
        str, Field(description="Of the texts; the source language where there is no translation")
    ]
    name: str
    pronouns: str
    role: str
    institution: str
    email: str
    phone: str
    office_hours: str
    image: ImageShape | None


def mime_type(file_name: str) -> str:
    return type_of_extension(splitext(file_name)[1])


@cache
def type_of_extension(extension: str) -> str:
    """Return the MIME type of an image by the extension, of which the settings name a few."""
    return guess_type(f"image{extension}")[0] or "application/octet-stream"


def rendition_shape(rendition: AbstractRendition) -> RenditionShape:
    return {
        "src": rendition.full_url,
        "width": rendition.width,
        "height": rendition.height,
        "type": mime_type(rendition.file.name),
    }


def original_shape(image: Image) -> RenditionShape:
    address = image.file.url
    return {
        "src": settings.WAGTAILADMIN_BASE_URL + address if address.startswith("/") else address,
        "width": image.width,
        "height": image.height,
        "type": mime_type(image.file.name),
    }


def focal_point_shape(image: Image) -> FocalPointShape | None:
    if image.focal_point_x is None or image.focal_point_y is None:
        return None
    return {
        "x": round(image.focal_point_x / image.width, 4),
        "y": round(image.focal_point_y / image.height, 4),
        "width": round((image.focal_point_width or 0) / image.width, 4),
        "height": round((image.focal_point_height or 0) / image.height, 4),
    }


def image_shape(image: Image, alt: str, sets: Iterable[SetName]) -> ImageShape:
    """Return ``image`` with its renditions of the named ``sets`` and the original."""
    renditions: RenditionSets = {"original": [original_shape(image)]}
    for name in sets:
        found = get_renditions(image, name).values()
        renditions[name] = [rendition_shape(rendition) for rendition in found]
    return {
        "id": image.pk,
        "title": image.title,
        "alt": alt,
        "credit": image.credit,
        "licence": cast(Licence, image.licence),
        "focal_point": focal_point_shape(image),
        "renditions": renditions,
    }


def document_shape(document: Document) -> DocumentShape:
    return {
        "id": document.pk,
        "title": document.title,
        "href": document.url,
        "size": document.get_file_size(),
        "type": document.content_type,
        "language": document.language,
        "accessibility": cast(Readable, document.accessibility),
    }


def page_type(page: Page) -> str:
    return str(page.cached_content_type.model_class()._meta.label)


def page_link_shape(page: Page) -> PageLinkShape:
    """Return a link to exactly this ``page``; ``links.localized`` finds the reader's language.

    It is a fallback where ``page`` is not in the active language.
    """
    language = page.locale.language_code
    return {
        "id": page.pk,
        "type": page_type(page),
        "title": page.title,
        "locale": language,
        "href": page.url,
        "state": "ok" if language == get_language() else "fallback",
    }


def broken_link_shape(page: Page) -> BrokenLinkShape:
    """Return a link to a ``page`` that is not public, without anything that it says."""
    return {"id": page.pk, "type": page_type(page), "state": "broken"}


def chosen_page_shape(page: Page | None) -> PageLinkShape | BrokenLinkShape | None:
    """Return the page that an editor chose, in the active language if that version is public."""
    if page is None:
        return None
    target = localized(page)
    return page_link_shape(target) if target else broken_link_shape(page)


def person_shape(person: Any) -> PersonShape:
    """Return exactly this ``person``; ``links.localized`` finds the reader's language."""
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
