"""Lists of coming events, of the group "Calendar"."""

from typing import Annotated

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks

from calendar_pages.api import EventCardShape, event_card_shape
from calendar_pages.listing import Calendars, UpcomingDates, readable_calendar
from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock
from univercity.content.blocks.choosers import PageChooserBlock, SnippetChooserBlock
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
