"""Tags by which other sections show events."""

from django import template

from calendar_pages.listing import next_dates_of

register = template.Library()


register.simple_tag(next_dates_of)


@register.filter
def terms_of(event, vocabulary):
    """Return the terms of an event in a vocabulary ("audience", "format", "topic")."""
    return event.get_terms(vocabulary)
