"""Tags by which other sections show events."""

from django import template
from django.apps import apps
from django.utils.translation import get_language

from calendar_pages.listing import upcoming_dates
from univercity.reading.gathering import together

register = template.Library()


@register.simple_tag
def next_dates_of(partner, number=5):
    """Return the next dates of a partner's events, each with its event as ``page``."""
    events = apps.get_model("calendar_pages.EventPage").objects.with_organiser(partner)
    return together(upcoming_dates(get_language(), events)[:number])


@register.filter
def terms_of(event, vocabulary):
    """Return the terms of an event in a vocabulary ("audience", "format", "topic")."""
    return event.get_terms(vocabulary)
