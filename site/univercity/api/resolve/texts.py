"""Language and origin of every text of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields

from univercity.translation.provenance import PageProvenance, Provenance, fallback, read_provenance

if TYPE_CHECKING:
    from univercity.api.resolve.answer import Shown

#: A text field that is no text.
SLUG = "slug"
SHARED_CONTENT = "shared_content"


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
