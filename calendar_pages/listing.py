"""Lists that pages and blocks show: the next dates with their events, and the calendars."""

import datetime
from dataclasses import dataclass, field
from operator import attrgetter

from django.apps import apps
from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import get_language

from univercity.content.reading.references import ShownList
from univercity.content.reading.shelf import shelf_of_answer
from univercity.content.reading.statements import Given, Part, prepared
from univercity.content.reading.surroundings import surroundings


def upcoming_dates(language_code, events=None):
    """Return the dates of public events that are not over, soonest first, as a queryset.

    Each event comes in the given language, or in the source language where it is not translated.
    ``events`` (a queryset) narrows the choice. The event of a date is its ``page``, with everything
    that its card shows.
    """
    event_page = apps.get_model("calendar_pages.EventPage")
    events = event_page.objects.all() if events is None else events
    events = events.filter(alias_of=None)  # one event, whatever addresses it has
    dates = apps.get_model("calendar_pages.EventDate").objects.upcoming()
    cards = Prefetch("page", queryset=event_page.objects.for_cards())
    return dates.filter(page__in=events.readable_in(language_code)).prefetch_related(cards)


@dataclass(frozen=True)
class UpcomingDates(ShownList):
    """The next dates, each with its event as ``page``; every filter that is set narrows them."""

    number: int | None = None  #: all, if it is left out
    start: int = 0  #: how many to leave out
    organiser: int | None = None  #: id of a partner, in any language
    topic: int | None = None  #: id, in any language
    audience: int | None = None  #: id, in any language
    series: int | None = None  #: id of an umbrella, in any language
    beginning_first: bool = False  #: what is running comes last
    language: str = field(default_factory=get_language)
    today: datetime.date = field(default_factory=lambda: timezone.localdate())

    FILTERS = ("organiser", "topic", "audience", "series")

    def part(self):
        given = {name: getattr(self, name) for name in self.FILTERS}
        given = {name: pk for name, pk in given.items() if pk is not None}
        end = None if self.number is None else self.start + self.number
        window = (self.start, end)
        shape = (self.language, tuple(given), window, self.beginning_first)
        return Part(some_dates(*shape, self.today, surroundings().closed_lengths), given)

    def arrange(self, found):
        in_time = sorted(found, key=attrgetter("place_in_time"))
        if not self.beginning_first:
            return in_time
        return sorted(in_time, key=lambda date: date.start_date < self.today)


@prepared
def some_dates(language, filters, window, beginning_first, today, closed_lengths):
    events = apps.get_model("calendar_pages.EventPage").objects.all()
    for name in filters:
        events = events.narrowed(name, Given(name))
    dates = upcoming_dates(language, events)
    chosen = dates.beginning_first() if beginning_first else dates
    start, end = window
    return dates.model.objects.filter(pk__in=chosen[start:end].values("pk")).prefetch_related(
        *dates._prefetch_related_lookups
    )


@dataclass(frozen=True)
class Calendars(ShownList):
    """The public calendars in all languages."""

    def part(self):
        return Part(public_calendars(surroundings().closed_lengths), {})

    def arrange(self, found):
        return sorted(found, key=attrgetter("path"))


@prepared
def public_calendars(closed_lengths):
    calendars = apps.get_model("calendar_pages.CalendarPage").objects.live().public()
    return calendars.select_related("locale")


def calendar_in(language_code):
    """Return the public calendar in a language, or ``None``."""
    calendars = shelf_of_answer().listed(Calendars())
    return next((each for each in calendars if each.locale.language_code == language_code), None)


def readable_calendar(language_code):
    """Return the public calendar in a language, else in the source language, or ``None``."""
    return calendar_in(language_code) or calendar_in(settings.LANGUAGE_CODE)


def next_dates_of(partner, number=5):
    """Return the next dates of a partner's events, each with its event as ``page``."""
    return shelf_of_answer().listed(list_of_dates(partner, number))


def list_of_dates(partner, number=5):
    return UpcomingDates(number, organiser=partner.pk or 0)  # a page in memory has no events yet


def lists_of_partner(partner):
    """Return what the calendar lists on the page of a partner."""
    return [list_of_dates(partner)]


def programme_of(event):
    """Return the list of the next dates of the events that are part of ``event``."""
    return UpcomingDates(series=event.pk or 0)  # a page in memory has none yet


def lists_around(event):
    """Yield what is read with the page of an event."""
    yield Calendars()
    if event.kind == event.Kind.UMBRELLA:
        yield programme_of(event)
