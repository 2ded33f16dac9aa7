"""Blocks about events, of the group "Calendar"."""

from django.apps import apps
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from calendar_pages.api import event_card_shape
from calendar_pages.listing import upcoming_dates
from univercity.blocks.choosers import PageChooserBlock
from univercity.links import localized_card

GROUP = _("Calendar")


class UpcomingEventsValue(blocks.StructValue):
    @property
    def dates(self):
        """The next dates, what begins before what is running, each with its event as ``page``."""
        return upcoming_dates(get_language()).beginning_first()[: self["number"] or 0]


class UpcomingEventsBlock(blocks.StructBlock):
    """The next dates of the calendar."""

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

    class Meta:
        icon = "date"
        label = _("Upcoming events")
        label_format = "{heading}"
        group = GROUP
        description = _("The next dates of the calendar, always up to date")
        template = "blocks/upcoming_events.html"
        value_class = UpcomingEventsValue
        preview_value = {"heading": "Als Nächstes in Bochum", "number": 3}

    def get_api_representation(self, value, context=None):
        events = [event_card_shape(date.page, date) for date in value.dates]
        return {"heading": value["heading"], "number": value["number"], "events": events}


class EventTeaserValue(blocks.StructValue):
    @property
    def shown_event(self):
        """The event in the active language where translated, or ``None``."""
        return self["event"] and localized_card(self["event"])


class EventTeaserBlock(blocks.StructBlock):
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
        group = GROUP
        description = _("One event with image, date and lead")
        template = "blocks/event_teaser.html"
        value_class = EventTeaserValue

    def get_preview_value(self):
        event = apps.get_model("calendar_pages.EventPage").objects.live().first()
        return self.normalize({"event": event, "kicker": "Tipp der Woche"})

    def get_api_representation(self, value, context=None):
        event = value.shown_event
        return {
            "kicker": value["kicker"],
            "event": event_card_shape(event, event.next_date) if event else None,
        }
