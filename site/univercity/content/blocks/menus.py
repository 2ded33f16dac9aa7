"""What all menus of blocks have in common: the order of their groups, nothing said twice."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError, ListValue
from wagtail.blocks.stream_block import StreamBlockValidationError, StreamValue
from wagtail.blocks.struct_block import StructBlockValidationError

from univercity.content.blocks import base
from univercity.content.blocks.base import StreamBlock
from univercity.content.blocks.shared_content import SharedContentValue
from univercity.content.blocks.text import HeadingValue


class Menu(StreamBlock):
    """Blocks to choose from, offered by group in the order of ``groups.ORDER``."""

    def ordered_child_blocks(self):
        return sorted(super().ordered_child_blocks(), key=position_of_group)


def position_of_group(block):
    return base.ORDER.index(block.meta.group)


class PageMenu(Menu):
    """The blocks of a whole page, in which no two headings have the same address."""

    def clean(self, value):
        cleaned = super().clean(value)
        error = None if self.is_deferred_validation else find_repetitions(cleaned, set())
        if error:
            raise error
        return cleaned


def find_repetitions(value, seen):
    """Return the error for what stands in ``value``, at any depth, and in ``seen`` already.

    That is the anchor of a heading, or shared content with all its anchors. What is met on the
    way is added to ``seen``.
    """
    if isinstance(value, HeadingValue):
        message = _("Another heading says the same. Give each its own words to link to.")
        return find_repetition("text", value.anchor, seen, message)
    if isinstance(value, SharedContentValue):
        message = _("This content is already on the page. Remove it here or there.")
        return find_repetition("content", value["content"], seen, message)
    children, error_class = children_of(value)
    found = {key: find_repetitions(child, seen) for key, child in children}
    errors = {key: error for key, error in found.items() if error}
    return error_class(block_errors=errors) if errors else None


def find_repetition(field, key, seen, message):
    if key and key in seen:
        return StructBlockValidationError(block_errors={field: ValidationError(message)})
    seen.add(key)
    return None


def children_of(value):
    """Return the values inside ``value`` with their keys, and the error that names some of them."""
    if isinstance(value, StreamValue):
        return enumerate(child.value for child in value), StreamBlockValidationError
    if isinstance(value, ListValue):
        return enumerate(value), ListBlockValidationError
    if isinstance(value, blocks.StructValue):
        return value.items(), StructBlockValidationError
    return (), None
