"""What stands around an event: its calendar, and the programme of an umbrella."""

from django.db import models

from calendar_pages.listing import Calendars, UpcomingDates, calendar_in
from univercity.content.reading.shelf import shelf_of_answer


class Surroundings(models.Model):
    """The calendar above an event and the events below it."""

    class Meta:
        abstract = True

    @property
    def calendar(self):
        """The public calendar in the language of this page, or ``None``."""
        return calendar_in(self.locale.language_code)

    @property
    def programme(self):
        """The next dates of the events that are part of this one, each with its event."""
        if self.kind != self.Kind.UMBRELLA:
            return []
        return shelf_of_answer().listed(programme_of(self))


def programme_of(event):
    """Return the list of the next dates of the events that are part of ``event``."""
    return UpcomingDates(series=event.pk or 0)  # a page in memory has none yet


def lists_around(event):
    """Yield what is read with the page of an event."""
    yield Calendars()
    if event.kind == event.Kind.UMBRELLA:
        yield programme_of(event)
