"""Single events, of the group "Calendar"."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from calendar_pages.api import ChosenEvent, chosen_event_shape
from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock
from univercity.content.blocks.choosers import PageChooserBlock
from univercity.content.links.localized import localized_card


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
