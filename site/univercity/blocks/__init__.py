"""StreamField blocks by the group under which editors find them, and the menus made of them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock
from wagtail.blocks.stream_block import StreamBlockValidationError

from univercity.blocks.actions import CallToActionBlock, LinkBlock
from univercity.blocks.figures import KeyFigureBlock, KeyFiguresBlock
from univercity.blocks.media import FigureBlock, VideoBlock
from univercity.blocks.social import SocialProfileStream
from univercity.blocks.text import AccordionBlock, HeadingBlock, QuoteBlock, TextBlock

__all__ = ["KeyFigureStream", "LinkStream", "SocialProfileStream", "StoryBlock"]


class StoryBlock(StreamBlock):
    """What any page may contain; sections add their own blocks to it."""

    text = TextBlock()
    heading = HeadingBlock()
    quote = QuoteBlock()
    accordion = AccordionBlock()
    figure = FigureBlock()
    video = VideoBlock()
    key_figures = KeyFiguresBlock()
    call_to_action = CallToActionBlock()

    def clean(self, value):
        cleaned = super().clean(value)
        seen, errors = set(), {}
        for index, child in enumerate(cleaned):
            anchor = child.block_type == "heading" and child.value.anchor
            if anchor and anchor in seen:
                message = _("Another heading says the same. Give each its own words to link to.")
                errors[index] = ValidationError(message)
            seen.add(anchor)
        if errors and not self.is_deferred_validation:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned


class KeyFigureStream(StreamBlock):
    """Numbers that belong to the page as a whole."""

    key_figure = KeyFigureBlock()


class LinkStream(StreamBlock):
    """Links in the order in which they are shown."""

    link = LinkBlock()
