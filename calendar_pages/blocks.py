"""Blocks that show events, their dates and their venues, and the menu of an event's description."""

from typing import Annotated

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from calendar_pages.listing import Calendars, UpcomingDates, readable_calendar
from calendar_pages.serializers import (
    ChosenEvent,
    EventCardShape,
    VenueShape,
    chosen_event_shape,
    event_card_shape,
    venue_shape,
)
from univercity.content.blocks import StoryBlock, base
from univercity.content.blocks.base import StructBlock
from univercity.content.blocks.choosers import PageChooserBlock, SnippetChooserBlock
from univercity.content.links.localized import localized_card, localized_snippet
from univercity.content.reading.shelf import shelf_of_answer
from univercity.content.representations.shapes import ChosenPage

#: What may narrow the choice of dates.
FILTERS = ("organiser", "topic", "audience")


class UpcomingEventsValue(blocks.StructValue):
    @property
    def dates(self):
        """The next dates, what begins before what is running, each with its event as ``page``."""
        chosen = {name: self[name].pk if self[name] else None for name in FILTERS}
        return shelf_of_answer().listed(dates_chosen(self["number"], chosen))

    @property
    def calendar(self):
        """The page with all events in the active language, if there is one."""
        return readable_calendar(get_language())


def dates_chosen(number, chosen):
    """Return the list of dates that ids by name of filter leave."""
    return UpcomingDates(number or 0, **chosen, beginning_first=True)


class UpcomingEventsShape(TypedDict):
    heading: str
    number: int | None
    organiser: ChosenPage | None
    topic: Annotated[str | None, Field(description="Its slug")]
    audience: Annotated[str | None, Field(description="Its slug")]
    events: Annotated[
        list[EventCardShape], Field(description="One for each date; what is running comes last")
    ]
    all_events: Annotated[
        str, Field(description="Address of the calendar; empty where it is not public")
    ]


class UpcomingEventsBlock(StructBlock):
    """The next dates of the calendar, all or those that a filter leaves."""

    listings = frozenset({"list-events", "list-calendars"})

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=120, help_text=_("For example: Als Nächstes in Bochum")
    )
    number = blocks.IntegerBlock(
        label=_("Number of dates"),
        default=3,
        min_value=1,
        max_value=12,
        help_text=_("How many dates to show, for example: 3"),
    )
    organiser = PageChooserBlock(
        "network.PartnerPage",
        label=_("Organiser"),
        required=False,
        help_text=_("Only what this partner organises, for example: Hochschule Bochum"),
    )
    topic = SnippetChooserBlock(
        "calendar_pages.Topic",
        label=_("Topic"),
        required=False,
        help_text=_("Only about this topic, for example: Wirtschaft"),
    )
    audience = SnippetChooserBlock(
        "calendar_pages.Audience",
        label=_("Audience"),
        required=False,
        help_text=_("Only for these people, for example: Studieninteressierte"),
    )

    class Meta:
        icon = "date"
        label = _("Upcoming events")
        label_format = "{heading}"
        group = base.CALENDAR
        description = _("The next dates of the calendar, always up to date; all or filtered")
        template = "blocks/upcoming_events.html"
        value_class = UpcomingEventsValue
        preview_value = {
            "heading": "Als Nächstes in Bochum",
            "number": 3,
            "organiser": None,
            "topic": None,
            "audience": None,
        }

    def lists_in(self, value):
        yield dates_chosen(value.get("number"), {name: value.get(name) for name in FILTERS})
        yield Calendars()

    def get_api_representation(self, value, context=None) -> UpcomingEventsShape:
        chosen = ((name, value[name]) for name in ("topic", "audience"))
        calendar = value.calendar
        return {
            "heading": value["heading"] or "",
            "number": value["number"],
            "organiser": self.child_blocks["organiser"].get_api_representation(value["organiser"]),
            **{name: term and term.slug for name, term in chosen},
            "events": [event_card_shape(date.page, date) for date in value.dates],
            "all_events": calendar.url if calendar else "",
        }


def example_event():
    """Return a public event for previews, or ``None``."""
    return apps.get_model("calendar_pages.EventPage").objects.live().public().first()


class EventTeaserValue(blocks.StructValue):
    @property
    def shown_event(self):
        """The event in the active language where translated, or ``None``."""
        return self["event"] and localized_card(self["event"])


class EventTeaserShape(TypedDict):
    kicker: str
    event: ChosenEvent | None


class EventTeaserBlock(StructBlock):
    """One chosen event."""

    event = PageChooserBlock(
        "calendar_pages.EventPage",
        label=_("Event"),
        help_text=_("Its texts and date are shown as they stand on its page"),
    )
    kicker = blocks.CharBlock(
        label=_("Kicker"),
        required=False,
        max_length=60,
        help_text=_("A word above the title, for example: Tipp der Woche"),
    )

    class Meta:
        icon = "date"
        label = _("Event teaser")
        label_format = "{event}"
        group = base.CALENDAR
        description = _("One event with image, date and lead")
        template = "blocks/event_teaser.html"
        value_class = EventTeaserValue

    def get_preview_value(self):
        return self.normalize({"event": example_event(), "kicker": "Tipp der Woche"})

    def get_api_representation(self, value, context=None) -> EventTeaserShape:
        event = value.shown_event
        return {
            "kicker": value["kicker"] or "",
            "event": chosen_event_shape(value["event"], event, event and event.next_date),
        }


class DateBoxValue(EventTeaserValue):
    @property
    def date(self):
        """The date on the chosen day, else the next one; ``None`` without any."""
        event = self.shown_event
        dates = event.all_dates if event else []
        chosen = (date for date in dates if date.start_date == self["day"])
        return next(chosen, event.next_date if event else None)


class DateBoxShape(TypedDict):
    event: ChosenEvent | None


class DateBoxBlock(StructBlock):
    """When and where: one date of an event, large."""

    event = PageChooserBlock(
        "calendar_pages.EventPage",
        label=_("Event"),
        help_text=_("Its date, place and status are shown as they stand on its page"),
    )
    day = blocks.DateBlock(
        label=_("Day"),
        required=False,
        help_text=_(
            "First day of the date to show, if the event has several; empty: the next one. "
            "For example: 27.11.2026"
        ),
    )

    class Meta:
        icon = "calendar"
        label = _("Date box")
        label_format = "{event}"
        group = base.CALENDAR
        description = _("One date of an event, large, with time, place and status")
        template = "blocks/date_box.html"
        value_class = DateBoxValue

    def get_preview_value(self):
        return self.normalize({"event": example_event(), "day": None})

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["event"] and cleaned["day"] and not self.is_deferred_validation:
            days = {date.start_date for date in cleaned["event"].specific.all_dates}
            if cleaned["day"] not in days:
                message = _("The event has no date that begins on this day. Choose another day.")
                raise StructBlockValidationError(block_errors={"day": ValidationError(message)})
        return cleaned

    def get_api_representation(self, value, context=None) -> DateBoxShape:
        return {"event": chosen_event_shape(value["event"], value.shown_event, value.date)}


class PlacesValue(blocks.StructValue):
    @property
    def places(self):
        """The venues in the active language where translated."""
        versions = (localized_snippet(venue) for venue in self["venues"] if venue)
        return [venue for venue in versions if venue]


class PlacesShape(TypedDict):
    heading: str
    places: list[VenueShape]


class PlacesBlock(StructBlock):
    """Where things are and how to get there; no map is loaded before the reader asks for it."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("For example: So finden Sie uns"),
    )
    venues = blocks.ListBlock(
        SnippetChooserBlock("calendar_pages.Venue", label=_("Place")),
        label=_("Places"),
        min_num=1,
        help_text=_("In this order; their facts are kept under “Calendar”. For example: Audimax"),
    )

    class Meta:
        icon = "site"
        label = _("Places")
        label_format = "{heading}"
        group = base.NETWORK
        description = _("Addresses, public transport and accessibility, with a map on request")
        template = "blocks/places.html"
        value_class = PlacesValue

    def get_preview_value(self):
        venue = apps.get_model("calendar_pages.Venue").objects.order_by("pk").first()
        return self.normalize({"heading": "So finden Sie uns", "venues": [venue] if venue else []})

    def get_api_representation(self, value, context=None) -> PlacesShape:
        return {
            "heading": value["heading"] or "",
            "places": [venue_shape(venue) for venue in value.places],
        }


class EventStory(StoryBlock):
    """What the description of an event may contain."""

    event_teaser = EventTeaserBlock()
    date_box = DateBoxBlock()
    places = PlacesBlock()
