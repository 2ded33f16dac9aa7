"""StreamField blocks by the group under which editors find them, and the menus made of them."""

from wagtail.blocks import StreamBlock

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


class KeyFigureStream(StreamBlock):
    """Numbers that belong to the page as a whole."""

    key_figure = KeyFigureBlock()


class LinkStream(StreamBlock):
    """Links in the order in which they are shown."""

    link = LinkBlock()
