"""Take out for translation what is text in blocks and rich text, and nothing else."""

from __future__ import annotations

from functools import wraps
from typing import Any

from wagtail.images.blocks import ImageBlock
from wagtail_localize import strings
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

#: Tags that belong inside a sentence, beside those that wagtail-localize knows.
INLINE_TAGS = ["mark", "s", "span", "sub", "sup"]

handle_block = StreamFieldSegmentExtractor.handle_block
handle_struct_block = StreamFieldSegmentExtractor.handle_struct_block
validate_element = strings.validate_element


def connect() -> None:
    """Have wagtail-localize take texts out so; call once, before any content is read."""
    StreamFieldSegmentExtractor.handle_block = handle_what_is_there
    StreamFieldSegmentExtractor.handle_struct_block = handle_translatable_fields
    strings.validate_element = validate_with_passages
    # Any tag that is not in this list ends a segment, as in "H", "2", "O"
    # (https://github.com/wagtail/wagtail-localize/issues/778).
    # Test: test_defect_14_subscript_stays_inside_its_sentence
    strings.INLINE_TAGS.extend(tag for tag in INLINE_TAGS if tag not in strings.INLINE_TAGS)


@wraps(handle_block)
def handle_what_is_there(
    self: StreamFieldSegmentExtractor, block: Any, value: Any, raw_value: Any = None
) -> list[Any]:
    """Take a value that stored content does not have for empty, as blocks do.

    wagtail-localize fails at it, for whole pages: content stored before a field existed has none
    (https://github.com/wagtail/wagtail-localize/issues/690, 875, 918), and an image in a struct in
    a struct has no raw value (https://github.com/wagtail/wagtail-localize/pull/935). Test:
    ``test_defect_15_text_that_stored_content_lacks_stops_no_submission``.
    """
    if value is None:
        return []
    if isinstance(block, ImageBlock) and raw_value is None:
        raw_value = block.get_prep_value(value)
    segments: list[Any] = handle_block(self, block, value, raw_value=raw_value)
    return segments


@wraps(handle_struct_block)
def handle_translatable_fields(
    self: StreamFieldSegmentExtractor, value: Any, raw_value: Any = None
) -> list[Any]:
    """Leave out the fields that a block names in ``Meta.synchronised``: they stay as in German.

    wagtail-localize lets models declare such fields, but not blocks. Test:
    ``test_synchronised_field_of_a_block_is_no_text``.
    """
    synchronised = getattr(value.block.meta, "synchronised", ())
    segments = handle_struct_block(self, value, raw_value=raw_value)
    return [item for item in segments if item.path.split(".")[0] not in synchronised]


@wraps(validate_element)
def validate_with_passages(element: Any) -> None:
    """Let ``span`` stand in segments with an id in place of its ``lang``, as links do.

    wagtail-localize sets the attributes of any inline tag aside, and then refuses all but links.
    Test: ``test_passage_in_another_language_is_translated_within_its_sentence``.
    """
    if getattr(element, "name", None) != "span" or set(element.attrs) != {"id"}:
        validate_element(element)
        return
    for child in element.children:
        validate_with_passages(child)
