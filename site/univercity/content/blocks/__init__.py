"""StreamField blocks by the group under which editors find them, and the menus made of them."""

from univercity.content.blocks.base import StreamBlock
from univercity.content.blocks.layout import SectionBlock, SectionStream
from univercity.content.blocks.links import LinkBlock
from univercity.content.blocks.menus import PageMenu
from univercity.content.blocks.network import KeyFigureBlock
from univercity.content.blocks.shared_content import SharedContentBlock
from univercity.content.blocks.social import SocialProfileStream

__all__ = ["KeyFigureStream", "LinkStream", "SharedStoryBlock", "SocialProfileStream", "StoryBlock"]


class SharedStoryBlock(PageMenu, SectionStream):
    """What may be kept once for many pages: a story that contains no further shared content."""

    section = SectionBlock()


class StoryBlock(SharedStoryBlock):
    """What any page may contain; sections of the site add their own blocks to it."""

    shared_content = SharedContentBlock()


class KeyFigureStream(StreamBlock):
    """Numbers that belong to the page as a whole."""

    key_figure = KeyFigureBlock()


class LinkStream(StreamBlock):
    """Links in the order in which they are shown."""

    link = LinkBlock()
