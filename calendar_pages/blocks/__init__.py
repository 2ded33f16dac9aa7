"""Blocks about events, by what they show, and the menu of an event."""

from calendar_pages.blocks.events import DateBoxBlock, EventTeaserBlock
from calendar_pages.blocks.places import PlacesBlock
from calendar_pages.blocks.upcoming import UpcomingEventsBlock
from univercity.content.blocks import StoryBlock

__all__ = ["DateBoxBlock", "EventStory", "EventTeaserBlock", "PlacesBlock", "UpcomingEventsBlock"]


class EventStory(StoryBlock):
    """What the description of an event may contain."""

    event_teaser = EventTeaserBlock()
    date_box = DateBoxBlock()
    places = PlacesBlock()
