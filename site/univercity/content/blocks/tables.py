"""Tables, of the group "Text"."""

import hashlib
from collections import defaultdict
from typing import Annotated, Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import (
    TypedTableBlock,
    TypedTableBlockValidationError,
)
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter

from univercity.content.blocks import base
from univercity.content.blocks.text import RichTextBlock

#: How caption and headings are translated.
TITLE = blocks.CharBlock()


class ColumnShape(TypedDict):
    """What a column holds: plain text, numbers, or HTML."""

    type: Literal["text", "number", "rich_text"]
    heading: str


class RowShape(TypedDict):
    """The cells of a row; the first names what the row is about."""

    values: Annotated[
        list[str | float | None],
        Field(description="One for each column, of its type; null: an empty number"),
    ]


class TableShape(TypedDict):
    caption: str
    columns: list[ColumnShape]
    rows: list[RowShape]


class TableBlock(TypedTableBlock):
    """Rows and columns; the first column names what its row is about."""

    text = blocks.CharBlock(
        label=_("Text"),
        required=False,
        max_length=250,
        help_text=_("A few words, for example: Blue Square"),
    )
    number = blocks.FloatBlock(
        label=_("Number"),
        required=False,
        help_text=_("Without separators and unit, for example: 1200"),
    )
    rich_text = RichTextBlock(
        label=_("Text with links"),
        required=False,
        features=["bold", "italic", "link", "document-link"],
        help_text=_("For example: a link to the page of a place"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        group = base.TEXT
        description = _("Columns of text, numbers or links, with a caption")
        help_text = _(
            "The caption says what the table shows, the first column what each row is about. "
            "For example: Abende und ihre Orte"
        )
        template = "blocks/table.html"
        preview_value = {
            "caption": "Orte der Reihe",
            "columns": [
                {"type": "text", "heading": "Ort"},
                {"type": "number", "heading": "Plätze"},
                {"type": "rich_text", "heading": "Anfahrt"},
            ],
            "rows": [
                {"values": ["Blue Square", 120, "<p>U-Bahn <b>Engelbertbrunnen</b></p>"]},
                {"values": ["Planetarium", 260, "<p>U-Bahn <b>Planetarium</b></p>"]},
            ],
        }

    def get_api_representation(self, table, context=None) -> TableShape:
        return super().get_api_representation(table, context)

    def bulk_to_python(self, values):
        """Read several tables, whose texts look up their links together."""
        tables = [self.to_python(value) for value in values]
        cells = [
            (row["values"], index)
            for table in tables
            for index, column in enumerate(table.columns)
            for row in table.row_data
            if column["block"].name == "rich_text"
        ]
        sources = [cell_values[index].source for cell_values, index in cells]
        texts = self.child_blocks["rich_text"].bulk_to_python(sources)
        for (cell_values, index), text in zip(cells, texts, strict=True):
            cell_values[index] = text
        return tables

    def clean(self, value):
        cleaned = super().clean(value)
        messages = [] if self.is_deferred_validation else find_omissions(cleaned)
        if messages:
            raise TypedTableBlockValidationError(non_block_errors=messages)
        return cleaned

    def get_translatable_segments(self, table):
        """Return the texts of ``table`` for wagtail-localize, each of them once."""
        extractor = StreamFieldSegmentExtractor(None)
        texts = {path_of(text): (block, text) for block, text in texts_of(table)}
        return [
            segment.wrap(path)
            for path, (block, text) in texts.items()
            for segment in extractor.handle_block(block, text)
        ]

    def restore_translated_segments(self, table, segments):
        """Put the translations that wagtail-localize has into ``table``."""
        by_path = defaultdict(list)
        for segment in segments:
            path, rest = segment.unwrap()
            by_path[path].append(rest)
        writer = StreamFieldSegmentsWriter(None, None, None)
        translated = {
            path_of(text): writer.handle_block(block, text, by_path[path_of(text)])
            for block, text in texts_of(table)
            if path_of(text) in by_path
        }
        table.caption = translated.get(path_of(table.caption), table.caption)
        for column in table.columns:
            column["heading"] = translated.get(path_of(column["heading"]), column["heading"])
        for row in table.row_data:
            row["values"] = [translated.get(path_of(text), text) for text in row["values"]]
        return table


def texts_of(table):
    """Yield caption, headings and cells of ``table``, each with its block."""
    yield TITLE, table.caption
    for column in table.columns:
        yield TITLE, column["heading"]
    for row in table.row_data:
        for column, text in zip(table.columns, row["values"], strict=True):
            if text:
                yield column["block"], text


def path_of(text):
    """Return the name of a text among those of its table.

    It is made of the text itself, so that translations stay with their texts where rows move.
    """
    source = getattr(text, "source", text)
    return hashlib.blake2s(str(source).encode(), digest_size=8).hexdigest()


def find_omissions(table):
    """Return what the editor still has to add to a table."""
    messages = []
    if not table.columns or not table.row_data:
        messages.append(ValidationError(_("Add at least one column and one row.")))
    if not table.caption:
        messages.append(ValidationError(_("Say in the caption what the table shows.")))
    if any(not column["heading"] for column in table.columns):
        messages.append(ValidationError(_("Give each column a heading.")))
    return messages
