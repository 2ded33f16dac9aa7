"""The JSON of dates, venues, vocabularies and cards of events, as pages and blocks answer it."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import (  # pydantic asks for them below Python 3.12
    TypeAliasType,
    TypedDict,
)
from wagtail.api import APIField
from wagtail.models import Page

from calendar_pages.listing import next_dates_of
from univercity.content.representations.fields import PageField, in_page_language
from univercity.content.representations.shapes import (
    BrokenLinkShape,
    ImageShape,
    PageLinkShape,
    broken_link_shape,
    image_shape,
    page_link_shape,
)


class DateShape(TypedDict):
    """One date of an event."""

    start: Annotated[
        str,
        Field(description="Local date, or date and time where known (RFC 3339 with offset)"),
    ]
    end: Annotated[
        str | None, Field(description="As the start; a date without time is the last day, included")
    ]
    time_zone: Annotated[str, Field(description="IANA name")]
    all_day: bool
    open_end: bool
    title: Annotated[str, Field(description="Of this date; empty where it has none of its own")]


Provided = Literal["yes", "no", "unknown"]


class AccessibilityShape(TypedDict):
    """What a place offers to people who need it."""

    step_free: Provided
    lift: Provided
    accessible_toilet: Provided
    induction_loop: Provided
    guide_dogs: Provided
    accessible_parking: Provided


TextLanguage = Annotated[
    str, Field(description="Of the texts; the source language where there is no translation")
]


class VenueShape(TypedDict):
    """A place where events are."""

    id: int
    name: str
    street: str
    postcode: str
    city: str
    latitude: Annotated[float | None, Field(description="WGS 84, in degrees")]
    longitude: Annotated[float | None, Field(description="WGS 84, in degrees")]
    website: str
    public_transport: str
    access_note: str
    accessibility: AccessibilityShape
    accessibility_note: str
    checked_on: Annotated[str | None, Field(description="ISO 8601 date of the last check")]
    map_url: Annotated[
        str, Field(description="The place on OpenStreetMap; empty without coordinates")
    ]
    map_embed_url: Annotated[str, Field(description="For a frame; ask visitors before you load it")]
    locale: TextLanguage


Kind = Literal["event", "offer", "deadline", "umbrella"]
Status = Literal["scheduled", "cancelled", "postponed", "rescheduled", "moved-online"]


class EventCardShape(PageLinkShape):
    """An event with one of its dates, as lists show it."""

    lead: str
    status: Status
    date: DateShape | None
    venue: Annotated[str, Field(description="Name of the place; empty where there is none")]
    organiser: Annotated[str, Field(description="Short name; empty where there is none")]
    teaser_image: ImageShape | None


ChosenEvent = TypeAliasType(
    "ChosenEvent", Annotated[EventCardShape | BrokenLinkShape, Field(discriminator="state")]
)


class TermShape(TypedDict):
    """A word of a vocabulary, such as a topic."""

    slug: Annotated[str, Field(description="The same in every language")]
    name: str
    locale: TextLanguage


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
        "accessibility": {
            "step_free": venue.step_free,
            "lift": venue.lift,
            "accessible_toilet": venue.accessible_toilet,
            "induction_loop": venue.induction_loop,
            "guide_dogs": venue.guide_dogs,
            "accessible_parking": venue.accessible_parking,
        },
        "accessibility_note": venue.accessibility_note,
        "checked_on": venue.checked_on.isoformat() if venue.checked_on else None,
        "map_url": venue.map_url,
        "map_embed_url": venue.map_embed_url,
        "locale": venue.text_language,
    }


def event_card_shape(event: Any, date: Any) -> EventCardShape:
    return {
        **page_link_shape(event),
        "lead": event.lead,
        "status": event.status,
        "date": date_shape(date) if date else None,
        "venue": event.venue.name if event.venue else "",
        "organiser": event.organiser.short_name if event.organiser else "",
        "teaser_image": image_shape(event.teaser_image, event.teaser_image_alt, ["card"])
        if event.teaser_image
        else None,
    }


def chosen_event_shape(
    chosen: Page | None, event: Any, date: Any
) -> EventCardShape | BrokenLinkShape | None:
    """Return the version to show of a ``chosen`` event, which is ``None`` where none is public."""
    if event:
        return event_card_shape(event, date)
    return broken_link_shape(chosen) if chosen else None


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


class PartnerEventsField(PageField):
    """The next dates of a partner's events, each with its event, as its HTML page has them."""

    @in_page_language
    def to_representation(self, page: Page) -> list[EventCardShape]:
        return [event_card_shape(date.page, date) for date in next_dates_of(page)]


def partner_api_fields() -> list[APIField]:
    """Return what the calendar adds to the JSON of a partner."""
    return [APIField("events", serializer=PartnerEventsField())]


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
        return [
            {"slug": term.slug, "name": term.name, "locale": term.text_language} for term in terms
        ]
