"""Models of the section, one concept a file."""

from calendar_pages.models.calendar import CalendarPage
from calendar_pages.models.dates import EventDate
from calendar_pages.models.event import EventPage
from calendar_pages.models.relations import (
    EventAudience,
    EventCoOrganiser,
    EventFormat,
    EventLanguage,
    EventTopic,
)
from calendar_pages.models.terms import Audience, Format, Topic
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
