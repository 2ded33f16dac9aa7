"""Which dates the calendar shows, in which order and language."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from calendar_pages.blocks import UpcomingEventsBlock
from calendar_pages.listing import upcoming_dates
from calendar_pages.models import EventCoOrganiser, EventDate, EventPage
from tests.factories import EventDateFactory, EventPageFactory, PartnerPageFactory

TODAY = datetime.date(2030, 6, 1)


def day(number):
    return TODAY + datetime.timedelta(days=number)


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


def test_dates_come_soonest_first_and_without_time_before_times(event, today):
    evening = EventDateFactory(page=event, start_date=day(1), start_time=datetime.time(18))
    morning = EventDateFactory(page=event, start_date=day(1), start_time=datetime.time(9))
    open_time = EventDateFactory(page=event, start_date=day(1), start_time=None, end_time=None)
    earlier = EventDateFactory(page=event, start_date=day(0))

    assert list(upcoming_dates("de")) == [earlier, open_time, morning, evening]


def test_date_is_upcoming_until_its_last_day_is_over(event, today):
    running = EventDateFactory(page=event, start_date=day(-9), end_date=day(0), all_day=True)
    EventDateFactory(page=event, start_date=day(-9), end_date=day(-1), all_day=True)

    assert list(upcoming_dates("de")) == [running]


def test_dates_of_drafts_are_not_shown(event, today):
    EventDateFactory(page=event, start_date=day(1))
    EventPage.objects.update(live=False)

    assert list(upcoming_dates("de")) == []


def test_english_calendar_shows_translated_events_once_and_the_others_in_german(
    calendar, home, translate, today
):
    german_only = EventPageFactory(parent=calendar, title="Nur deutsch")
    EventDateFactory(page=german_only, start_date=day(1))
    both = EventPageFactory(parent=calendar, title="Beides", slug="beides")
    EventDateFactory(page=both, start_date=day(2))
    translate(home, slug="home")
    translate(calendar, slug="calendar")
    translate(both, slug="both")

    titles = [date.page.title for date in upcoming_dates("en")]

    assert titles == ["Nur deutsch", "[Beides]"]


def test_german_event_stands_in_for_a_translation_that_is_closed(calendar, home, translate, today):
    event = EventPageFactory(parent=calendar, title="Vortrag")
    EventDateFactory(page=event, start_date=day(1))
    translate(home, slug="home")
    english = translate(event)
    assert [date.page.title for date in upcoming_dates("en")] == ["[Vortrag]"]

    PageViewRestriction.objects.create(page=english, restriction_type="login")
    assert [date.page.title for date in upcoming_dates("en")] == ["Vortrag"]

    PageViewRestriction.objects.create(page=event, restriction_type="login")
    assert list(upcoming_dates("en")) == []


def test_english_calendar_page_marks_what_is_written_in_german(client, calendar, home, translate):
    EventDateFactory(page=EventPageFactory(parent=calendar, title="Nur deutsch"))
    translate(home, slug="home")
    translate(calendar, slug="calendar")

    content = client.get("/en/calendar/").content.decode()

    assert 'lang="de"' in content
    assert "in German" in content


def test_partner_sees_events_it_organises_alone_or_with_others(calendar, network, today):
    partner, other = PartnerPageFactory(parent=network), PartnerPageFactory(parent=network)
    own = EventPageFactory(parent=calendar, organiser=partner)
    shared = EventPageFactory(parent=calendar, organiser=other)
    EventCoOrganiser.objects.create(page=shared, partner=partner)
    EventPageFactory(parent=calendar, organiser=other)

    assert set(EventPage.objects.with_organiser(partner.pk)) == {own, shared}


def test_calendar_page_is_divided_after_fifty_dates(client, calendar, event):
    for _ in range(51):
        EventDateFactory(page=event)

    first = client.get("/de/kalender/").context["dates"]
    second = client.get("/de/kalender/?page=2").context["dates"]

    assert (len(first), len(second)) == (50, 1)


def test_calendar_page_answers_a_page_number_that_is_none(client, calendar):
    assert client.get("/de/kalender/?page=x").status_code == 200


times = st.times().map(lambda time: time.replace(microsecond=0))


@given(
    st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)),
    st.integers(0, 400),
    st.one_of(st.none(), times),
    st.one_of(st.none(), times),
)
def test_date_that_passes_its_checks_ends_after_it_starts(start, days, start_time, end_time):
    date = EventDate(
        start_date=start,
        end_date=start + datetime.timedelta(days=days),
        start_time=start_time,
        end_time=end_time if start_time else None,
    )
    try:
        date.clean()
    except Exception as error:  # noqa: BLE001 - any refusal must be one for the editor
        assert list(error.error_dict) == ["end_time"]
    else:
        assert date.ends_at is None or date.ends_at.replace(tzinfo=None) > date.starts_at.replace(
            tzinfo=None
        )


def test_times_are_those_of_berlin_across_the_change_of_clocks():
    summer = EventDate(start_date=datetime.date(2026, 10, 24), start_time=datetime.time(18))
    winter = EventDate(start_date=datetime.date(2026, 10, 25), start_time=datetime.time(18))

    assert summer.starts_at.isoformat() == "2026-10-24T18:00:00+02:00"
    assert winter.starts_at.isoformat() == "2026-10-25T18:00:00+01:00"


def test_upcoming_events_lead_with_what_begins_not_with_what_is_running(event, today):
    running = EventDateFactory(page=event, start_date=day(-9), end_date=day(30), all_day=True)
    evening = EventDateFactory(page=event, start_date=day(3))
    value = UpcomingEventsBlock().to_python({"heading": "Bald", "number": 2})

    assert list(value.dates) == [evening, running]


def test_alias_of_an_event_is_not_listed_beside_it(event, today):
    date = EventDateFactory(page=event, start_date=day(1))
    event.create_alias(update_slug="zweite-adresse")

    assert list(upcoming_dates("de")) == [date]


def test_umbrella_lists_the_dates_of_its_parts(client, calendar, today):
    festival = EventPageFactory(parent=calendar, kind="umbrella", slug="festival")
    part = EventPageFactory(parent=calendar, series=festival, title="Nachtführung")
    EventDateFactory(page=part, start_date=day(1))

    answer = client.get(f"/api/v3/pages/{festival.pk}/").json()

    assert [item["title"] for item in answer["programme"]] == ["Nachtführung"]
    assert "Nachtführung" in client.get("/de/kalender/festival/").content.decode()


@pytest.mark.parametrize(
    ("fields", "is_open"),
    [
        ({}, True),
        ({"registration": "full"}, False),
        ({"registration_closes": timezone.now() - datetime.timedelta(hours=1)}, False),
        ({"registration_opens": timezone.now() + datetime.timedelta(hours=1)}, False),
    ],
)
def test_registration_is_offered_while_it_is_open(client, calendar, fields, is_open):
    address = "https://anmeldung.example"
    event = EventPageFactory(parent=calendar, registration_url=address, **fields)
    EventDateFactory(page=event)

    assert (address in client.get(event.url).content.decode()) is is_open


OPENS, CLOSES = (datetime.datetime(2030, 6, 1, hour, tzinfo=datetime.UTC) for hour in (8, 12))
SECOND = datetime.timedelta(seconds=1)


@pytest.mark.parametrize(
    ("now", "is_open", "changes_at"),
    [
        (OPENS - SECOND, False, OPENS),
        (OPENS, True, CLOSES + SECOND),
        (CLOSES, True, CLOSES + SECOND),
        (CLOSES + SECOND, False, None),
    ],
)
def test_registration_is_open_from_its_first_moment_to_its_last(
    monkeypatch, now, is_open, changes_at
):
    event = EventPage(registration_opens=OPENS, registration_closes=CLOSES)
    monkeypatch.setattr(timezone, "now", lambda: now)

    assert (event.registration_is_open, event.registration_changes_at) == (is_open, changes_at)


def test_cancelled_event_sells_no_tickets(client, calendar):
    event = EventPageFactory(
        parent=calendar, ticket_url="https://karten.example", status="cancelled"
    )
    EventDateFactory(page=event)

    assert "https://karten.example" not in client.get(event.url).content.decode()
