"""Lists of dates with their events."""

from django.apps import apps
from django.db.models import Prefetch
from django.utils.translation import get_language

from univercity.reading.gathering import together


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


def next_dates_of(partner, number=5):
    """Return the next dates of a partner's events, each with its event as ``page``."""
    events = apps.get_model("calendar_pages.EventPage").objects.with_organiser(partner)
    return together(upcoming_dates(get_language(), events)[:number])
