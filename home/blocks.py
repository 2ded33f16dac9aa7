"""Menus that take in the blocks of every section."""

from calendar_pages.blocks import (
    DateBoxBlock,
    EventTeaserBlock,
    PlacesBlock,
    UpcomingEventsBlock,
)
from network.blocks import MissionTeaserBlock, PartnersBlock
from univercity.content.blocks import StoryBlock


class ContentBlock(StoryBlock):
    """What the home page and free pages may contain."""

    partners = PartnersBlock()
    mission_teaser = MissionTeaserBlock()
    upcoming_events = UpcomingEventsBlock()
    event_teaser = EventTeaserBlock()
    date_box = DateBoxBlock()
    places = PlacesBlock()

    class Meta:
        # Lists that look for their content themselves: one of each costs the same on every page.
        block_counts = {"partners": {"max_num": 1}, "upcoming_events": {"max_num": 1}}
