"""Models of the section: events and what they are made of, and the calendar that lists them."""

from calendar_pages.models.calendar import CalendarPage
from calendar_pages.models.dates import EventDate
from calendar_pages.models.event import EventCoOrganiser, EventLanguage, EventPage
from calendar_pages.models.terms import (
    Audience,
    EventAudience,
    EventFormat,
    EventTopic,
    Format,
    Topic,
)
from calendar_pages.models.venue import Venue

__all__ = [
    "Audience",
    "CalendarPage",
    "EventAudience",
    "EventCoOrganiser",
    "EventDate",
    "EventFormat",
    "EventLanguage",
    "EventPage",
    "EventTopic",
    "Format",
    "Topic",
    "Venue",
]
