"""What stands around an event: its calendar, and the programme of an umbrella."""

from operator import attrgetter

from django.apps import apps
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language

from calendar_pages.listing import upcoming_dates
from univercity.reading.gathering import together


class Surroundings(models.Model):
    """The calendar above an event and the events below it."""

    class Meta:
        abstract = True

    @cached_property
    def calendar(self):
        """The public calendar in the language of this page, or ``None``."""
        return self._calendars().first()

    def _calendars(self):
        calendars = apps.get_model("calendar_pages.CalendarPage").objects.live().public()
        return calendars.filter(locale=self.locale_id)

    @cached_property
    def programme(self):
        """The next dates of the events that are part of this one, each with its event."""
        return together(self._programme_dates()) if self.kind == self.Kind.UMBRELLA else []

    def _programme_dates(self):
        parts = type(self).objects.filter(series__translation_key=self.translation_key)
        return upcoming_dates(get_language(), parts)

    def reads_along(self):
        def keep_calendar(found):
            self.calendar = min(found, key=attrgetter("path"), default=None)

        def keep_programme(found):
            self.programme = sorted(found, key=attrgetter("place_in_time"))

        yield self._calendars(), keep_calendar
        if self.kind == self.Kind.UMBRELLA:
            yield self._programme_dates(), keep_programme
