"""Where in a page or snippet a text stands, told by the labels that editors see."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.models import SourceDeletedError, Translation


class Kind(Enum):
    """What an editor may write at a place."""

    LINE = "line"
    LINES = "lines"
    RICH = "rich"  #: a paragraph with formatting and links


@dataclass(frozen=True)
class Place:
    """The place of a text; ``labels`` lead from the field to it, in the reader's language."""

    labels: tuple[str, ...]
    help_text: str = ""
    max_length: int | None = None  #: in characters, of the text that readers see
    block_id: str | None = None  #: of the innermost stream or list item
    kind: Kind = Kind.LINES
    holder: Any = None  #: the field of a model, or the block, that the text is the value of

    def __str__(self) -> str:
        return " › ".join(self.labels)


class Places:
    """The places in a page or snippet as it is stored; reads nothing that it refers to."""

    def __init__(self, model: type[models.Model], content: Mapping[str, Any]):
        """``content`` has the stored values of StreamFields, as lists or as JSON."""
        self.model = model
        self.content = dict(content)

    def at(self, path: str) -> Place:
        """Return the place at ``path``, such as ``body.<block id>.heading``.

        Where the path leads nowhere, as after a change of the model, the labels end where it does.
        """
        name, *rest = path.split(".")
        try:
            field: Any = self.model._meta.get_field(name)
        except FieldDoesNotExist:
            return Place((name,))
        if isinstance(field, StreamField):
            return place_in_block(field.stream_block, self.stream(name), rest, (label_of(field),))
        if field.one_to_many and len(rest) > 1:
            inner = field.related_model._meta.get_field(rest[1])
            rows = capfirst(str(field.related_model._meta.verbose_name))
            return place_of_field(inner, (rows, label_of(inner)), rest[0])
        return place_of_field(field, (label_of(field),))

    def stream(self, name: str) -> Any:
        if isinstance(self.content.get(name), str):
            self.content[name] = json.loads(self.content[name])
        return self.content.get(name)


def places_of(instance: Any) -> Places:
    """Return the places of a page or snippet, the one that texts were extracted from."""
    streams = {
        field.name: field.stream_block.get_prep_value(field.value_from_object(instance))
        for field in instance._meta.concrete_fields
        if isinstance(field, StreamField)
    }
    return Places(type(instance), streams)


def place_of(instance: Any, path: str) -> Place:
    """Return one place of a page or snippet."""
    return places_of(instance).at(path)


def source_instance(translation: Translation) -> Any:
    """Return the page or snippet as it was handed to translation; ``None`` if it is deleted."""
    try:
        return translation.source.as_instance()
    except SourceDeletedError:
        return None


def place_of_field(field: Any, labels: tuple[str, ...], block_id: str | None = None) -> Place:
    kind = Kind.LINE if isinstance(field, models.CharField) else Kind.LINES
    return Place(
        labels,
        str(getattr(field, "help_text", "")),
        getattr(field, "max_length", None),
        block_id,
        Kind.RICH if isinstance(field, RichTextField) else kind,
        field,
    )


def label_of(field: Any) -> str:
    return capfirst(str(getattr(field, "verbose_name", field.name)))


def place_in_block(
    block: blocks.Block,
    value: Any,
    path: Sequence[str],
    labels: tuple[str, ...],
    block_id: str | None = None,
) -> Place:
    """Follow ``path`` into the stored value of a block."""
    if not path:
        return place_of_block(block, labels, block_id)
    name, *rest = path
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        for item in value or ():
            child = child_of(block, item)
            if child and item.get("id") == name:
                own = () if isinstance(block, blocks.ListBlock) else (str(child.label),)
                return place_in_block(child, item["value"], rest, (*labels, *own), name)
    elif isinstance(block, blocks.StructBlock) and name in block.child_blocks:
        child = block.child_blocks[name]
        inner = value.get(name) if isinstance(value, dict) else None
        return place_in_block(child, inner, rest, (*labels, str(child.label)), block_id)
    return Place(labels, block_id=block_id, holder=block)


def child_of(block: Any, item: Any) -> blocks.Block | None:
    """Return the block that a stored item is the value of."""
    if not isinstance(item, dict) or "value" not in item:
        return None
    if isinstance(block, blocks.ListBlock):
        return block.child_block
    child: blocks.Block | None = block.child_blocks.get(item.get("type"))
    return child


def place_of_block(block: blocks.Block, labels: tuple[str, ...], block_id: str | None) -> Place:
    field: Any = getattr(block, "field", None)
    kind = Kind.LINE if isinstance(block, blocks.CharBlock) else Kind.LINES
    return Place(
        labels,
        str(getattr(field, "help_text", "") or ""),
        getattr(field, "max_length", None),
        block_id,
        Kind.RICH if isinstance(block, blocks.RichTextBlock) else kind,
        block,
    )
