"""What is taken out of blocks for translation, beyond what wagtail-localize takes itself."""

from functools import wraps
from typing import Any

from wagtail.images.blocks import ImageBlock
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor


def leave_out_what_is_missing() -> None:
    """Take a value that stored content does not have for empty, as blocks do.

    wagtail-localize fails at it, for whole pages: content stored before a field existed has none.
    """
    handle_block = StreamFieldSegmentExtractor.handle_block

    @wraps(handle_block)
    def handle_what_is_there(
        self: StreamFieldSegmentExtractor, block: Any, value: Any, raw_value: Any = None
    ) -> list[Any]:
        if value is None:
            return []
        if isinstance(block, ImageBlock) and raw_value is None:
            raw_value = block.get_prep_value(value)
        segments: list[Any] = handle_block(self, block, value, raw_value=raw_value)
        return segments

    StreamFieldSegmentExtractor.handle_block = handle_what_is_there


def leave_out_what_is_synchronised() -> None:
    """Leave out the fields that a block names in ``Meta.synchronised``: they stay as in German."""
    handle_struct_block = StreamFieldSegmentExtractor.handle_struct_block

    @wraps(handle_struct_block)
    def handle_translatable_fields(
        self: StreamFieldSegmentExtractor, value: Any, raw_value: Any = None
    ) -> list[Any]:
        synchronised = getattr(value.block.meta, "synchronised", ())
        segments = handle_struct_block(self, value, raw_value=raw_value)
        return [item for item in segments if item.path.split(".")[0] not in synchronised]

    StreamFieldSegmentExtractor.handle_struct_block = handle_translatable_fields


def connect() -> None:
    """Set this up; call once, before any content is read."""
    leave_out_what_is_missing()
    leave_out_what_is_synchronised()
