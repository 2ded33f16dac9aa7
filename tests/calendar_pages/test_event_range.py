"""Which dates of events are in a range, in the nights in which clocks change as well."""

import datetime
import zoneinfo

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from calendar_pages.models import EventDate
from tests.factories import EventDateFactory
from tests.fuzzing import examples

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")


# The naive way: real moments, compared one by one


def begins(row):
    return row.starts_at.astimezone(datetime.UTC)


def ends(row):
    last_day = datetime.datetime.combine(row.end_date or row.start_date, datetime.time.max)
    return (row.ends_at or last_day.replace(tzinfo=BERLIN)).astimezone(datetime.UTC)


def exists(day, at):
    """Whether a wall-clock time is not in the hour that is left out in spring."""
    local = datetime.datetime.combine(day, at, tzinfo=BERLIN)
    return local.astimezone(datetime.UTC).astimezone(BERLIN).replace(tzinfo=None) == local.replace(
        tzinfo=None
    )


#: Around the nights in which clocks change, and days without.
days = st.sampled_from(
    [
        datetime.date.fromisoformat(text)
        for text in ("2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25")
    ]
)
hours = st.builds(datetime.time, st.integers(0, 3), st.sampled_from([0, 15, 30, 45]))


@st.composite
def dates(draw):
    """One date of an event as its form accepts it: timed, all day, of several days, open end."""
    start, end = sorted([draw(days), draw(days)])
    begin = draw(st.none() | hours)
    finish = draw(st.none() | hours) if begin else None
    assume(begin is None or exists(start, begin))
    assume(finish is None or exists(end, finish))
    if finish and start == end:
        assume(begin < finish)
    return EventDate(
        start_date=start,
        start_time=begin,
        end_date=end if end != start else None,
        end_time=finish,
        all_day=begin is None,
        open_end=begin is not None and finish is None,
    )


#: In the night in which clocks go back, each quarter of an hour; else any moment.
moments = st.none() | st.one_of(
    st.integers(0, 24).map(
        lambda quarter: (
            datetime.datetime(2026, 10, 24, 22, tzinfo=datetime.UTC)
            + datetime.timedelta(minutes=15 * quarter)
        )
    ),
    st.datetimes(
        datetime.datetime(2026, 3, 27),
        datetime.datetime(2026, 10, 28),
        timezones=st.sampled_from([BERLIN, datetime.UTC, zoneinfo.ZoneInfo("Asia/Kathmandu")]),
    ),
)


@settings(
    max_examples=examples(150),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(st.lists(dates(), min_size=1, max_size=6), moments, moments)
def test_range_finds_what_a_look_at_each_date_finds(event, rows, begin, end):
    EventDate.objects.all().delete()
    for row in rows:
        row.page, row.locale = event, event.locale
    EventDate.objects.bulk_create(rows)

    found = set(EventDate.objects.in_range(begin, end))

    assert found == {
        row
        for row in rows
        if (begin is None or ends(row) >= begin) and (end is None or begins(row) <= end)
    }


@pytest.mark.parametrize(
    ("moment", "is_over", "has_begun"),
    [
        ("2026-10-25T00:15:00Z", False, False),  # 2:15 for the first time
        ("2026-10-25T00:40:00Z", False, True),
        ("2026-10-25T00:50:00Z", True, True),
        ("2026-10-25T01:15:00Z", True, True),  # 2:15 for the second time
        ("2026-10-25T01:59:59Z", True, True),
    ],
)
def test_hour_that_comes_twice_means_the_first(event, moment, is_over, has_begun):
    night = datetime.date(2026, 10, 25)
    start, end = datetime.time(2, 30), datetime.time(2, 45)
    EventDateFactory(page=event, start_date=night, start_time=start, end_time=end)
    at = datetime.datetime.fromisoformat(moment)

    assert EventDate.objects.in_range(begin=at).exists() is not is_over
    assert EventDate.objects.in_range(end=at).exists() is has_begun
