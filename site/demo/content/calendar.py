"""The calendar page, and the pieces that its events are written with."""

import datetime
import itertools
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from calendar_pages.models import CalendarPage, EventPage
from demo.texts import Entry, Ref, Rich, T, paragraphs

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

EXAMPLE = (
    "<b>Beispiel:</b> Diese Veranstaltung ist erfunden. Sie zeigt, was der Kalender kann.",
    "<b>Example:</b> This event is invented. It shows what the calendar can do.",
)
CONTACT = T("Projektbüro (Beispielkontakt)", "Project office (example contact)")


def calendar_page() -> Entry:
    return Entry(
        "calendar",
        CalendarPage,
        parent="home",
        fields={
            "title": T("Kalender", "Calendar"),
            "slug": T("kalender", "calendar"),
            "teaser": T(
                "Vorträge, Führungen, Feste: Was Wissenschaft in Bochum gerade bewegt.",
                "Lectures, tours, festivals: what moves science in Bochum right now.",
            ),
            "teaser_image": Ref("image:festival"),
            "introduction": paragraphs(
                (
                    "Hören, ausprobieren, mitreden: Hier finden Sie, was Hochschulen und Partner "
                    "in den nächsten Wochen anbieten.",
                    "Listen, try things out, join in: here is what universities and partners offer "
                    "in the coming weeks.",
                ),
                (
                    "<b>Hinweis:</b> Alle Veranstaltungen in diesem Kalender sind Beispiele. Sie "
                    "finden nicht statt.",
                    "<b>Please note:</b> all events in this calendar are examples. They do not "
                    "take place.",
                ),
            ),
        },
    )


def event(
    slug: T, title: T, lead: T, dates: list[dict[str, Any]], *body: Any, **fields: Any
) -> Entry:
    """Return an event; its body ends by saying that it is an example.

    It stands below the calendar, or below the page of the partner named as ``parent``.
    """
    parent = fields.pop("parent", "calendar")
    german_only = fields.pop("german_only", False)
    return Entry(
        f"event:{slug.de}",
        EventPage,
        parent=parent,
        fields={
            "title": title,
            "slug": slug,
            "lead": lead,
            "dates": dates,
            "body": [*body, text(EXAMPLE)],
            "contact_name": CONTACT,
            "contact_email": "kalender@univercity.example",
            "spoken_languages": [{"language": "de"}],
            **fields,
        },
        german_only=german_only,
    )


def coming(today: datetime.date, weekday: int, weeks: int = 0) -> datetime.date:
    """Return the next such weekday after ``today``, or the one so many weeks later.

    The weeks around Christmas do not count: nothing happens then.
    """
    first = today + datetime.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    days = (first + datetime.timedelta(weeks=week) for week in itertools.count())
    return next(itertools.islice(filter(_is_term, days), weeks, None))


def _is_term(day: datetime.date) -> bool:
    return (1, 7) <= (day.month, day.day) <= (12, 21)


def on(
    day: datetime.date,
    start: str,
    end: str = "",
    *,
    last_day: datetime.date | None = None,
    title: T | None = None,
) -> dict[str, Any]:
    """Return a date with times; without an end its end is open."""
    row: dict[str, Any] = {"start_date": day, "start_time": datetime.time.fromisoformat(start)}
    if end:
        row["end_time"] = datetime.time.fromisoformat(end)
    else:
        row["open_end"] = True
    if last_day:
        row["end_date"] = last_day
    return {**row, **({"title": title} if title else {})}


def whole_days(first: datetime.date, last: datetime.date) -> dict[str, Any]:
    return {"start_date": first, "end_date": last, "all_day": True}


def at(day: datetime.date, time: str) -> datetime.datetime:
    """Return a moment in the time zone of the site."""
    return timezone.make_aware(
        datetime.datetime.combine(day, datetime.time.fromisoformat(time)),
        timezone.get_default_timezone(),
    )


def chosen(vocabulary: str, slugs: Iterable[str]) -> list[dict[str, Ref]]:
    """Return the rows that connect an event with terms of a vocabulary."""
    return [{vocabulary: Ref(f"{vocabulary}:{slug}")} for slug in slugs]


def terms(formats: str, audiences: str, topics: str) -> dict[str, list[dict[str, Ref]]]:
    """Return the classification of an event, each vocabulary as slugs with spaces between."""
    return {
        "formats": chosen("format", formats.split()),
        "audiences": chosen("audience", audiences.split()),
        "topics": chosen("topic", topics.split()),
    }


def text(*versions: tuple[str, str]) -> tuple[str, Rich]:
    """Return a text block of paragraphs."""
    return ("text", paragraphs(*versions))


def heading(words: T) -> tuple[str, Any]:
    return ("heading", {"text": words, "level": "2"})


def accordion(title: T, *entries: tuple[T, Rich]) -> tuple[str, Any]:
    items = [{"title": question, "text": answer} for question, answer in entries]
    return ("accordion", {"heading": title, "items": items})
