"""Find what the raw values of streams and rich texts refer to, without reading any of it."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page
from wagtail.rich_text.rewriters import FIND_A_TAG
from wagtail.snippets.blocks import SnippetChooserBlock

from univercity.content.reading.statements import Part

LINK_TARGET = re.compile(r'(?=.*linktype="(page|document)").*?\bid="(\d+)"')


class ShownList(ABC):
    """A list that pages show and whose members the database chooses, such as the next events.

    Subclasses are frozen dataclasses, and equal ones are read once.
    """

    @abstractmethod
    def part(self) -> Part:
        """Return what selects the members."""

    @abstractmethod
    def arrange(self, found: list[Any]) -> list[Any]:
        """Return the members in their order."""


#: A model and the id of one of its objects, or a list.
Reference = tuple[Any, int] | ShownList


def references_of(instance: Any) -> Iterator[Reference]:
    """Yield what the streams and rich texts of a page or snippet refer to."""
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField) and field.attname in instance.__dict__:
            stream = field.value_from_object(instance)
            yield from in_block(stream.stream_block, stream.get_prep_value())
        elif isinstance(field, RichTextField) and field.attname in instance.__dict__:
            yield from in_rich_text(field.value_from_object(instance))


def in_rich_text(source: str | None) -> Iterator[Reference]:
    models = {"page": Page, "document": get_document_model()}
    for tag in FIND_A_TAG.finditer(source or ""):
        if match := LINK_TARGET.search(tag[0]):
            yield models[match[1]], int(match[2])


def in_block(block: blocks.Block, value: Any) -> Iterator[Reference]:
    """Yield what the value of a block, as it is stored, refers to.

    A block that looks for part of its content itself has a method ``lists_in``: it takes such a
    value and yields the lists that it shows in the active language.
    """
    if not value:
        return
    if hasattr(block, "lists_in"):
        yield from block.lists_in(value)
    for kind, find in WAYS:
        if isinstance(block, kind):
            yield from find(block, value)
            return


def in_image(block: Any, value: Any) -> Iterator[Reference]:
    image = value.get("image") if isinstance(value, dict) else value
    if image:
        yield get_image_model(), image


def in_chooser(block: Any, value: Any) -> Iterator[Reference]:
    yield block.model_class, value


def in_struct(block: Any, value: Any) -> Iterator[Reference]:
    for name, child in block.child_blocks.items():
        yield from in_block(child, value.get(name))


def in_stream(block: Any, value: Any) -> Iterator[Reference]:
    for item in value:
        if item["type"] in block.child_blocks:
            yield from in_block(block.child_blocks[item["type"]], item["value"])


def in_list(block: Any, value: Any) -> Iterator[Reference]:
    for item in value:
        # An item of old is its bare value.
        stored = isinstance(item, dict) and item.get("type") == "item"
        yield from in_block(block.child_block, item["value"] if stored else item)


def in_table(block: Any, value: Any) -> Iterator[Reference]:
    columns = [block.child_blocks[column["type"]] for column in value["columns"]]
    for row in value["rows"]:
        for column, cell in zip(columns, row["values"], strict=True):
            yield from in_block(column, cell)


#: How to look into a kind of block; the first that fits.
WAYS = (
    (ImageBlock, in_image),
    (blocks.RichTextBlock, lambda block, value: in_rich_text(value)),
    (
        (blocks.PageChooserBlock, SnippetChooserBlock, ImageChooserBlock, DocumentChooserBlock),
        in_chooser,
    ),
    (blocks.StructBlock, in_struct),
    (blocks.StreamBlock, in_stream),
    (blocks.ListBlock, in_list),
    (TypedTableBlock, in_table),
)
