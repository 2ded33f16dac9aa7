"""``/api/v3/events/``: events with their dates in a range."""

import datetime
from typing import Annotated, Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from ninja import Field, Query, Router, Schema
from pydantic import WithJsonSchema
from pydantic.json_schema import SkipJsonSchema
from wagtail.models import Page
from wagtail.query import PageQuerySet

from calendar_pages.models import (
    EventAudience,
    EventCoOrganiser,
    EventDate,
    EventFormat,
    EventPage,
    EventTopic,
    Venue,
)
from calendar_pages.models.dates import TimeOrMidnight
from calendar_pages.serializers import (
    DateShape,
    Kind,
    Status,
    TermShape,
    VenueShape,
    date_shape,
    venue_shape,
)
from univercity.api.access.readable import published_pages
from univercity.api.lists.languages import LanguageParameters
from univercity.api.lists.paging import Listing, ListParameters
from univercity.api.lists.selection import Fields, list_answer, selection_from
from univercity.api.parameters import read_moment
from univercity.content.representations.problems import Kind as ProblemKind
from univercity.content.representations.problems import Problem
from univercity.content.representations.shapes import (
    ImageShape,
    PageLinkShape,
    image_shape,
    page_link_shape,
)
from univercity.content.snippets.public_at_once import text_language
from univercity.http_cache.dependencies import depends_on, depends_on_lists
from univercity.publishing.changes.keys import key_of

#: Rows that give events the terms of a vocabulary.
TERMS: dict[str, Any] = {"audience": EventAudience, "format": EventFormat, "topic": EventTopic}
ANY_OF = "Keys of the vocabulary, the same in every language; may be repeated: any of them."
Id = Annotated[int, Field(ge=1, le=2**31 - 1)]
Slug = Annotated[str, Field(pattern="^[-a-zA-Z0-9_]+$", max_length=80)]


class EventEntryShape(PageLinkShape):
    """An event with those of its dates that are in the range."""

    lead: str
    kind: Kind
    status: Status
    status_note: str
    featured: bool
    dates: list[DateShape]  #: those in the range, soonest first; at least one
    venue: VenueShape | None
    organiser: PageLinkShape | None
    audiences: list[TermShape]
    formats: list[TermShape]
    topics: list[TermShape]
    teaser_image: ImageShape | None


#: RFC 3339: full-date or date-time, the latter with its offset.
RFC_3339 = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2}))?$"
)
Moment = Annotated[
    str,
    Field(pattern=RFC_3339),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "format": name} for name in ("date", "date-time")]}
    ),
]


class RangeParameters(Schema):
    from_: Moment | SkipJsonSchema[None] = Field(
        None,
        alias="from",
        description="Only dates that have not ended before: a day in Europe/Berlin or a date-time"
        " with offset (RFC 3339), itself included. In an address, write `+` as `%2B`.",
        examples=["2026-11-27"],
    )
    to: Moment | SkipJsonSchema[None] = Field(
        None,
        description="Only dates that begin then or before: a day in Europe/Berlin or a date-time"
        " with offset (RFC 3339), itself included.",
        examples=["2026-12-31T18:00:00Z"],
    )

    def moments(self) -> tuple[datetime.datetime | None, datetime.datetime | None]:
        """Return the ends of the range as moments in UTC, both included, ``None`` where it is open.

        Raises a problem where it ends before it begins.
        """
        begin = moment("from", self.from_, datetime.time.min) if self.from_ else None
        end = moment("to", self.to, datetime.time.max) if self.to else None
        if begin and end and end < begin:
            detail = "The range ends before it begins: to= must not be before from=."
            raise Problem(ProblemKind.INVALID_PARAMETER, detail, parameter="to")
        return begin, end


def moment(parameter: str, text: str, time_of_day: datetime.time) -> datetime.datetime:
    """Return an RFC 3339 date-time, or a day in Europe/Berlin at ``time_of_day``, in UTC."""
    try:
        if len(text) == len("2026-11-27"):
            day = datetime.date.fromisoformat(text)
            local = datetime.datetime.combine(day, time_of_day)
            return local.replace(tzinfo=timezone.get_default_timezone()).astimezone(datetime.UTC)
    except (ValueError, OverflowError) as error:
        detail = f"{parameter} is no day of the calendar."
        raise Problem(ProblemKind.INVALID_PARAMETER, detail, parameter=parameter) from error
    return read_moment(parameter, text, "a day or a date and time with offset")


class EventParameters(RangeParameters, ListParameters, LanguageParameters):
    fields: Fields = selection_from(EventEntryShape)
    organiser: list[Id] = Field(
        [],
        description="Id of a partner's page, in any language, who organises the event alone or"
        " with others; may be repeated: any of them.",
    )
    venue: list[Id] = Field([], description="Id of a venue, in any language; may be repeated.")
    audience: list[Slug] = Field([], description=f"For whom. {ANY_OF}")
    format: list[Slug] = Field([], description=f"What it is. {ANY_OF}")
    topic: list[Slug] = Field([], description=f"What it is about. {ANY_OF}")
    kind: list[EventPage.Kind] = Field([], description="May be repeated.")
    status: list[EventPage.Status] = Field([], description="May be repeated.")
    featured: bool | SkipJsonSchema[None] = Field(
        None, description="Only highlights, or only what is none."
    )

    @property
    def narrows(self) -> bool:
        """Whether it is for some of the events only; what is no highlight is most of them."""
        asked = (self.organiser, self.venue, self.kind, self.status, self.featured)
        return any(asked) or any(getattr(self, name) for name in TERMS)


class ExistsForEach(Exists):
    """A condition that PostgreSQL checks row by row, so few of them on the way along an index.

    Otherwise it joins all that fulfil it first; with OFFSET it does not (simplify_EXISTS_query in
    its planner). That suits conditions which most rows fulfil.
    """

    template = "EXISTS(%(subquery)s OFFSET 0)"


# A row is the first of an event's dates that is in the range; it gives the event its place.
EVENTS = Listing("events", EventEntryShape, order=("start_date", "time", "pk"))
router = Router(tags=["events"])


@router.get(
    "/",
    response=list_answer("EventList", EventEntryShape),
    operation_id="list_events",
    summary="Events with their dates in a range, soonest first",
)
def list_events(
    request: HttpRequest, response: HttpResponse, parameters: Query[EventParameters]
) -> Any:
    """List events by the first of their dates in the range; dates without a time lead their day.

    A date is in the range if it has begun at `to` and is not over at `from`. One without an end
    lasts until its last day is over. Without `from` and `to`, all dates are in the range.
    """
    declare_dependencies(request, parameters)
    dates = EventDate.objects.in_range(*parameters.moments()).annotate(
        time=TimeOrMidnight("start_time")
    )
    readable = published_pages(request)
    # One event, whatever addresses it has: without aliases.
    events = chosen(parameters, published_pages(request, EventPage).filter(alias_of=None), readable)
    is_shown = Exists if parameters.narrows else ExistsForEach
    rows = first_of_each_event(dates).filter(is_shown(events.filter(pk=OuterRef("page"))))
    # Apart from the rows: a planner takes longer over one query of a dozen tables than to run it.
    rows = rows.prefetch_related(Prefetch("page", queryset=with_what_entries_show(dates)))

    def to_items(found: list[EventDate]) -> list[EventEntryShape]:
        organisers = organisers_of(found, readable)
        terms = terms_of(found)
        return [entry_shape(date.page, organisers[date.pk], terms[date.page_id]) for date in found]

    with translation.override(parameters.locale):
        return EVENTS.answer(request, response, parameters, rows, to_items)


def declare_dependencies(request: HttpRequest, parameters: EventParameters) -> None:
    """Declare what the list shows or is narrowed by: of partners and venues any version."""
    depends_on_lists(request, *EventPage.listed_in, language=parameters.locale)
    organisers: Any = EventPage._meta.get_field("organiser").related_model
    depends_on_lists(request, *organisers.listed_in)
    depends_on(request, *(key_of(Venue, pk) for pk in parameters.venue))


def chosen(
    parameters: EventParameters, events: PageQuerySet, readable: PageQuerySet
) -> PageQuerySet:
    """Return those of ``events`` that ``parameters`` ask for, whatever their dates."""
    events = parameters.choose(events)
    for name, model in TERMS.items():
        if slugs := getattr(parameters, name):
            with_term = model.objects.filter(**{f"{name}__slug__in": slugs})
            events = events.filter(pk__in=with_term.values("page"))
    for name in ("kind", "status"):
        if values := getattr(parameters, name):
            events = events.filter(**{f"{name}__in": values})
    if parameters.featured is not None:
        events = events.filter(featured=parameters.featured)
    if parameters.venue:
        keys = Venue.objects.filter(pk__in=parameters.venue).order_by().values("translation_key")
        events = events.filter(venue__translation_key__in=keys)
    if parameters.organiser:
        partners = readable.filter(pk__in=parameters.organiser)
        events = events.filter(organised_by(partners.values("translation_key")))
    return events


def organised_by(keys: QuerySet[Any]) -> Q:
    """Return the condition for events of partners with translation ``keys``, alone or together."""
    together = EventCoOrganiser.objects.filter(partner__translation_key__in=keys)
    return Q(organiser__translation_key__in=keys) | Q(pk__in=together.values("page"))


def first_of_each_event(dates: QuerySet[EventDate]) -> QuerySet[EventDate]:
    """Narrow ``dates`` to the earliest of each event, in the order of the list."""
    same_day = Q(start_date=OuterRef("start_date"))
    same_time = same_day & Q(time=OuterRef("time"))
    earlier = dates.filter(
        Q(start_date__lt=OuterRef("start_date"))
        | same_day & Q(time__lt=OuterRef("time"))
        | same_time & Q(pk__lt=OuterRef("pk")),
        page=OuterRef("page"),
    )
    return dates.filter(~Exists(earlier))


def with_what_entries_show(dates: QuerySet[EventDate]) -> QuerySet[EventPage]:
    """Return the events with what an entry shows of them, of their dates those among ``dates``."""
    organiser = Page.objects.filter(pk=OuterRef("organiser")).values("translation_key")
    return (
        EventPage.objects.select_related("locale", "venue", "teaser_image")
        .defer("body")
        .annotate(organiser_key=Subquery(organiser))
        .prefetch_related(
            "teaser_image__renditions", Prefetch("dates", queryset=dates.chronological())
        )
    )


def organisers_of(dates: list[Any], readable: PageQuerySet) -> dict[int, Page | None]:
    """Return who organises the event of each date, in the active or else the source language."""
    keys = {date.page.organiser_key for date in dates}
    found = readable.filter(translation_key__in=keys).select_related("locale")
    versions = {
        (page.translation_key, page.locale.language_code): page
        for page in found.defer_streamfields()
    }
    active = translation.get_language()
    return {
        date.pk: versions.get((date.page.organiser_key, active))
        or versions.get((date.page.organiser_key, settings.LANGUAGE_CODE))
        for date in dates
    }


def terms_of(dates: list[Any]) -> dict[int, dict[str, list[TermShape]]]:
    """Return the terms of the event of each date by page id, then by vocabulary, in their order."""
    pages = {date.page_id for date in dates}
    queries = [
        model.objects.filter(page__in=pages)
        .annotate(
            vocabulary=Value(name),
            slug=F(f"{name}__slug"),
            name=F(f"{name}__name"),
            in_source=F(f"{name}__in_source_language"),
            term_locale=F(f"{name}__locale"),
        )
        .order_by()
        .values_list("page", "vocabulary", "sort_order", "slug", "name", "in_source", "term_locale")
        for name, model in TERMS.items()
    ]
    terms: dict[int, dict[str, list[TermShape]]] = {
        page: {name: [] for name in TERMS} for page in pages
    }
    for page, vocabulary, _order, slug, name, *language in sorted(
        queries[0].union(*queries[1:], all=True)
    ):
        term: TermShape = {"slug": slug, "name": name, "locale": text_language(*language)}
        terms[page][vocabulary].append(term)
    return terms


def entry_shape(
    event: EventPage, organiser: Page | None, terms: dict[str, list[TermShape]]
) -> EventEntryShape:
    image = event.teaser_image
    return {
        **page_link_shape(event),
        "lead": event.lead,
        "kind": event.kind,
        "status": event.status,
        "status_note": event.status_note,
        "featured": event.featured,
        "dates": [date_shape(date) for date in event.all_dates],
        "venue": venue_shape(event.venue) if event.venue else None,
        "organiser": page_link_shape(organiser) if organiser else None,
        "audiences": terms["audience"],
        "formats": terms["format"],
        "topics": terms["topic"],
        "teaser_image": image_shape(image, event.teaser_image_alt, ["card"]) if image else None,
    }
