"""The answer for a page that was found: content, languages, metadata, navigation and provenance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Literal

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils import translation
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields

from univercity.api.page_detail import page_content
from univercity.content.pages.metadata import SITE_NAME, read_metadata
from univercity.content.pages.navigation import HOME_DEPTH, navigation_entries
from univercity.content.reading.page import read_page
from univercity.content.reading.references import references_of
from univercity.content.reading.shelf import shelf_of_answer
from univercity.content.reading.surroundings import surroundings
from univercity.content.representations.shapes import page_link_shape, rendition_shape
from univercity.content.site_settings import SiteSettings
from univercity.translation.provenance import PageProvenance, Provenance, fallback, read_provenance
from univercity.translation.state import target_languages

#: A text field that is no text.
SLUG = "slug"
SHARED_CONTENT = "shared_content"


@dataclass(frozen=True)
class Shown:
    """A page in the state in which it is answered."""

    page: Page  #: of its own type
    above: list[Page]
    requested_locale: str
    outdated: set[str]  #: languages whose public version is out of date today
    is_fallback: bool = False
    version: Literal["live", "draft"] = "live"
    at: datetime | None = None

    @property
    def shown_at(self) -> datetime | None:
        """When the texts were published, or saved as a draft."""
        if self.version == "draft":
            return self.page.latest_revision_created_at
        return self.page.last_published_at

    @property
    def is_public_now(self) -> bool:
        is_live = self.version == "live" and self.at is None
        return is_live and surroundings().is_public(self.page)


def page_verdict(request: HttpRequest, shown: Shown) -> dict[str, Any]:
    """Return the JSON for a page, in the page's language whatever the caller's is."""
    page = shown.page
    with translation.override(page.locale.language_code):
        around = SiteSettings.for_request(request)
        if around:  # their links are read together with the page
            shelf_of_answer().expect(references_of(around))
        read_page(page)
        content = page_content(page, request)
        return {
            "kind": "page",
            "locale": page.locale.language_code,
            "requested_locale": shown.requested_locale,
            "fallback": shown.is_fallback,
            "version": shown.version,
            "at": shown.at,
            "page": content,
            "breadcrumbs": [page_link_shape(above) for above in shown.above],
            "alternates": list(alternates(content["alternates"], shown.outdated)),
            "seo": seo(shown),
            "navigation": navigation(around, page, request),
            "provenance": mark_texts(content, shown) if shown.at is None else None,
        }


def alternates(versions: list[dict[str, Any]], outdated: set[str]) -> Iterator[dict[str, Any]]:
    """Yield the page in each language of the site, then its default for all others.

    ``versions`` are links to its public versions. Where there is none in the source language, a
    language without translation has nothing to fall back to and is left out.
    """
    public = {version["locale"]: version for version in versions}
    source = public.get(settings.LANGUAGE_CODE)
    if source:
        yield alternate(settings.LANGUAGE_CODE, "source", source)
    for code, _name in target_languages():
        if code in public:
            yield alternate(code, "outdated" if code in outdated else "translated", public[code])
        elif source:
            yield {"hreflang": None, "locale": code, "state": "fallback", "page": source}
    if source:
        yield {**alternate(settings.LANGUAGE_CODE, "source", source), "hreflang": "x-default"}


def alternate(code: str, state: str, page: dict[str, Any]) -> dict[str, Any]:
    return {"hreflang": code, "locale": code, "state": state, "page": page}


def seo(shown: Shown) -> dict[str, Any]:
    """Return what templates/components/metadata.html says in HTML."""
    metadata = read_metadata(shown.page)
    image = metadata.image and {**rendition_shape(metadata.image), "alt": metadata.image_alt}
    return {
        "title": metadata.document_title,
        "description": metadata.description,
        "canonical": metadata.canonical,
        "robots": "index" if shown.is_public_now and not shown.is_fallback else "noindex",
        "social": {
            "site_name": SITE_NAME,
            "type": metadata.kind,
            "title": metadata.title,
            "description": metadata.description,
            "url": metadata.canonical,
            "locale": metadata.locale,
            "image": image,
            "card": metadata.card,
        },
    }


def navigation(around: SiteSettings | None, page: Page, request: HttpRequest) -> dict[str, Any]:
    """Return the main navigation as templates/components/header.html shows it on ``page``."""
    entries = navigation_entries(around, page, page.get_url(request) or "")
    return {
        "is_home": page.depth == HOME_DEPTH,
        "entries": [
            {
                "text": entry.link.text,
                "href": entry.link.href,
                "hreflang": entry.link.hreflang,
                "current": entry.current,
                "lang": entry.text_language,
            }
            for entry in entries
        ],
    }


# Language and origin of every text of the answer.


def mark_texts(content: dict[str, Any], shown: Shown) -> dict[str, Provenance]:
    """Write its provenance into each stream item of an answer; return that of the page's fields.

    An item of a translated page that has no words of its own gets none.
    """
    items = list(stream_items(content))
    if shown.is_fallback:
        provenance = PageProvenance(fallback(shown.page.locale.language_code))
    else:
        shared = [item["value"]["id"] for item in items if shows_shared_content(item)]
        provenance = read_provenance(shown.page, shown.shown_at, shared)
    by_item = provenance.of_items({item["id"] for item in items})
    for item in items:
        item.update(by_item.get(item["id"], {}))
    found = {name: provenance.of_field(name) for name in text_fields(shown.page)}
    return {name: found_here for name, found_here in found.items() if found_here}


def stream_items(value: dict[str, Any] | list[Any]) -> Iterator[dict[str, Any]]:
    """Yield the items of all streams inside ``value``, at any depth."""
    if isinstance(value, dict):
        if "type" in value and "value" in value and "id" in value:
            yield value
        within: Iterable[Any] = value.values()
    else:
        within = value
    for inner in within:
        if isinstance(inner, (dict, list)):
            yield from stream_items(inner)


def shows_shared_content(item: dict[str, Any]) -> bool:
    return item["type"] == SHARED_CONTENT and item["value"]["id"] is not None


def text_fields(page: Page) -> Iterator[str]:
    """Yield the names of the page's own translatable text fields that are not empty."""
    for field in translatable_texts(page._meta.model):
        if field.is_translated(page) and getattr(page, field.field_name):
            yield field.field_name


@cache
def translatable_texts(model: Any) -> list[Any]:
    """Return wagtail-localize's fields of a page type that are text."""
    return [field for field in get_translatable_fields(model) if is_text(field.get_field(model))]


def is_text(field: Any) -> bool:
    is_written = isinstance(field, models.CharField | models.TextField)
    return is_written and not isinstance(field, StreamField) and field.name != SLUG
