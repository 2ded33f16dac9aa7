"""API values of this section."""

from datetime import datetime
from typing import Any

from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail.models import Page

from univercity.api.fields import PageField, in_page_language
from univercity.api.shapes import ImageShape, PageLinkShape, image_shape, page_link_shape


class DateShape(TypedDict):
    start: str  #: local date, or date and time where known (RFC 3339 with offset)
    end: str | None  #: as ``start``; a date is the last day, included
    time_zone: str
    all_day: bool
    open_end: bool
    title: str


class VenueShape(TypedDict):
    id: int
    name: str
    street: str
    postcode: str
    city: str
    latitude: float | None
    longitude: float | None
    website: str
    public_transport: str
    access_note: str
    accessibility: dict[str, str]  #: yes, no or unknown
    accessibility_note: str
    checked_on: str | None  #: ISO date


class PlaceShape(VenueShape):
    """A venue as the block of places shows it."""

    locale: str  #: of the texts, which may be the source language where a translation is missing
    map_url: str  #: the place on OpenStreetMap; empty without coordinates
    map_embed_url: str  #: for a frame; ask visitors before you load it


class EventCardShape(PageLinkShape):
    """An event with one of its dates, as lists show it."""

    lead: str
    status: str
    date: DateShape | None
    venue: str  #: name of the place; empty where there is none
    teaser_image: ImageShape | None


class TermShape(TypedDict):
    slug: str  #: the same in every language
    name: str


def moment(day: Any, at: datetime | None, has_time: bool) -> str | None:
    """Return ``at`` with its offset where the time is known, else the day, else ``None``."""
    if has_time and at:
        return at.isoformat()
    return day.isoformat() if day else None


def date_shape(date: Any) -> DateShape:
    return {
        "start": moment(date.start_date, date.starts_at, bool(date.start_time)) or "",
        "end": moment(date.end_date, date.ends_at, bool(date.end_time)),
        "time_zone": str(date.starts_at.tzinfo),
        "all_day": date.all_day,
        "open_end": date.open_end,
        "title": date.title,
    }


def venue_shape(venue: Any) -> VenueShape:
    return {
        "id": venue.pk,
        "name": venue.name,
        "street": venue.street,
        "postcode": venue.postcode,
        "city": venue.city,
        "latitude": None if venue.latitude is None else float(venue.latitude),
        "longitude": None if venue.longitude is None else float(venue.longitude),
        "website": venue.website,
        "public_transport": venue.public_transport,
        "access_note": venue.access_note,
        "accessibility": {name: getattr(venue, name) for name in venue.ACCESSIBILITY},
        "accessibility_note": venue.accessibility_note,
        "checked_on": venue.checked_on.isoformat() if venue.checked_on else None,
    }


def place_shape(venue: Any) -> PlaceShape:
    return {
        **venue_shape(venue),
        "locale": venue.locale.language_code,
        "map_url": venue.map_url,
        "map_embed_url": venue.map_embed_url,
    }


def event_card_shape(event: Any, date: Any) -> EventCardShape:
    return {
        **page_link_shape(event),
        "lead": event.lead,
        "status": event.status,
        "date": date_shape(date) if date else None,
        "venue": event.venue.name if event.venue else "",
        "teaser_image": image_shape(event.teaser_image, event.teaser_image_alt, ["card"])
        if event.teaser_image
        else None,
    }


class UpcomingField(PageField):
    """The next dates of the calendar, each with its event, as many as its first HTML page has."""

    @in_page_language
    def to_representation(self, page: Page) -> list[EventCardShape]:
        return [event_card_shape(date.page, date) for date in page.next_dates]


class ProgrammeField(PageField):
    """The next dates of the events that are part of an umbrella; empty for any other event."""

    @in_page_language
    def to_representation(self, page: Page) -> list[EventCardShape]:
        return [event_card_shape(date.page, date) for date in page.programme]


class DatesField(PageField):
    """The dates of an event, soonest first."""

    def to_representation(self, page: Page) -> list[DateShape]:
        return [date_shape(date) for date in page.all_dates]


class VenueField(PageField):
    """The venue with everything a visitor needs to know."""

    def to_representation(self, page: Page) -> VenueShape | None:
        return venue_shape(page.venue) if page.venue else None


class CoOrganisersField(PageField):
    """The partners beside the organiser, in the language of the page."""

    @in_page_language
    def to_representation(self, page: Page) -> list[PageLinkShape]:
        return [page_link_shape(partner) for partner in page.co_organiser_pages]


class SpokenLanguagesField(PageField):
    """Codes of the languages spoken at the event."""

    def to_representation(self, page: Page) -> list[str]:
        return [row.language for row in page.spoken_languages.all()]


class TermsField(PageField):
    """The terms of one vocabulary."""

    def __init__(self, vocabulary: str):
        super().__init__(read_only=True)
        self.vocabulary = vocabulary

    def to_representation(self, page: Page) -> list[TermShape]:
        terms = page.get_terms(self.vocabulary)
        return [{"slug": term.slug, "name": term.name} for term in terms]
