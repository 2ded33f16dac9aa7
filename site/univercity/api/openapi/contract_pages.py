"""The live pages whose blocks a breaking change of the API hits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import JSONField, QuerySet
from django.db.models.functions import Cast
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from univercity.api.openapi.contract import refs_in, schemas_of
from univercity.api.openapi.schema_changes import Change, Json
from univercity.content.snippets.shared_content import SharedContent


@dataclass(frozen=True)
class HitPage:
    """A live page and the names of its blocks, as ``type`` has them, that break."""

    title: str
    language: str
    url: str
    blocks: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.title} ({self.language}) {self.url}: {', '.join(self.blocks)}"


def hit_blocks(old: Json, changes: Iterable[Change]) -> set[str]:
    """Return the names of the blocks of ``old`` whose answers the breaking ``changes`` touch."""
    schemas = schemas_of(old)
    names = {name: block for name, schema in schemas.items() if (block := block_name(schema))}
    touched = {change.component for change in changes if change.breaking}
    return {
        block
        for name, block in names.items()
        if not touched.isdisjoint(parts_of(name, schemas, names.keys()))
    }


def block_name(schema: Json) -> str:
    """Return the ``type`` of a component that is an item of a stream, else an empty text."""
    fields = schema.get("properties", {})
    return str(fields["type"].get("const", "")) if {"type", "value"} <= fields.keys() else ""


def parts_of(name: str, schemas: Json, blocks: Iterable[str]) -> set[str]:
    """Return the components that a block consists of; blocks inside it stand for themselves."""
    queue, found = [name], set()
    while queue:
        part = queue.pop()
        if part not in found and (part == name or part not in blocks):
            found.add(part)
            queue += refs_in(schemas.get(part, {}))
    return found


def hit_pages(blocks: set[str]) -> Iterator[HitPage]:
    """Yield the live pages that show any of ``blocks``, at any depth or in shared content."""
    shared = names_in_shared_content()
    for model in get_page_models():
        live = model.objects.live().filter(depth__gt=1).select_related("locale")
        for page, stored in with_stored_streams(live):
            found = blocks & set(names_below(stored, shared))
            if found:
                language = page.locale.language_code
                yield HitPage(page.title, language, page.full_url or "", tuple(sorted(found)))


def names_in_shared_content() -> dict[int, set[str]]:
    """Return the blocks of shared content by its id; each page shows the version it can read."""
    ids: dict[Any, list[int]] = {}
    names: dict[Any, set[str]] = {}
    for content, stored in with_stored_streams(SharedContent.objects.all()):
        ids.setdefault(content.translation_key, []).append(content.pk)
        names.setdefault(content.translation_key, set()).update(names_below(stored, {}))
    return {pk: names[key] for key, same in ids.items() for pk in same}


def with_stored_streams(objects: QuerySet[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Yield each object with its streams as they are stored.

    A StreamField drops what its menu does not know, and a block that is gone is unknown to it.
    """
    fields = (field for field in objects.model._meta.get_fields() if isinstance(field, StreamField))
    names = [field.name for field in fields if field.model is objects.model]
    if names:
        stored = {f"stored_{name}": Cast(name, JSONField()) for name in names}
        for found in objects.annotate(**stored).defer(*names):
            yield found, [getattr(found, name) for name in stored]


def names_below(value: Any, shared: dict[int, set[str]]) -> Iterator[str]:
    if isinstance(value, dict):
        if "type" in value and "value" in value:
            yield value["type"]
            yield from names_of_shared(value, shared)
        for child in value.values():
            yield from names_below(child, shared)
    elif isinstance(value, (list, tuple)):
        for child in value:
            yield from names_below(child, shared)


def names_of_shared(item: Json, shared: dict[int, set[str]]) -> set[str]:
    content = item["value"].get("content") if item["type"] == "shared_content" else None
    return shared.get(content, set()) if isinstance(content, int) else set()
