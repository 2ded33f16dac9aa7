"""The list of events in API v3: range, filters and what an entry says."""

import datetime
from urllib.parse import urlencode

import pytest
from wagtail.models import PageViewRestriction

from calendar_pages.models import EventAudience, EventCoOrganiser, EventTopic
from tests.api.walks import get, titles, walk
from tests.factories import (
    AudienceFactory,
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
    TopicFactory,
    VenueFactory,
)

EVENTS = "/api/v3/events/"


def date(text):
    return datetime.date.fromisoformat(text)


def time(text):
    return text and datetime.time.fromisoformat(text)


def add_event(calendar, title, day, at="18:30", until="20:00", last_day=None, **fields):
    event = EventPageFactory(parent=calendar, title=title, **fields)
    EventDateFactory(
        page=event,
        start_date=date(day),
        start_time=time(at),
        end_time=time(until),
        end_date=last_day and date(last_day),
    )
    return event


@pytest.mark.parametrize(
    ("given_range", "found"),
    [
        ({}, ["Lauf", "Nacht", "Tag"]),
        ({"from": "2026-11-28"}, ["Nacht", "Tag"]),
        ({"to": "2026-11-28"}, ["Lauf", "Nacht"]),
        ({"from": "2026-11-27", "to": "2026-11-27"}, ["Lauf", "Nacht"]),
        ({"from": "2026-11-28", "to": "2026-11-28"}, ["Nacht"]),
        ({"from": "2026-12-01", "to": "2026-12-01"}, ["Tag"]),
        ({"from": "2026-11-27T20:00:00+01:00", "to": "2026-11-27T20:30:00+01:00"}, ["Lauf"]),
        ({"from": "2026-11-27T19:00:01Z", "to": "2026-11-27T20:59:59Z"}, []),
        ({"from": "2026-11-27t21:30:00.5z"}, ["Nacht", "Tag"]),
        ({"from": "2030-01-01"}, []),
    ],
)
def test_range_takes_days_and_moments_both_included(client, calendar, given_range, found):
    add_event(calendar, "Lauf", "2026-11-27", "18:30", "20:00")
    add_event(calendar, "Nacht", "2026-11-27", "22:00", "02:00", last_day="2026-11-28")
    add_event(calendar, "Tag", "2026-12-01", None, None)

    assert titles(client, f"{EVENTS}?{urlencode(given_range)}") == found


@pytest.mark.parametrize(
    "given_range",
    [
        {"from": "2026-11-28", "to": "2026-11-27"},
        {"from": "2026-11-27T20:00:00+01:00", "to": "2026-11-27T18:59:59Z"},
        {"from": "2026-02-30"},
        {"to": "2026-11-27T20:00:00"},
        {"to": "2026-11-27T25:00:00Z"},
        {"to": "27.11.2026"},
        {"from": "1795737600"},
        {"from": "0001-01-01T00:00:00+14:00"},
        {"to": "9999-12-31T23:59:59-14:00"},
        {"from": "2026-11-27 "},
        {"from": ""},
    ],
)
def test_range_that_is_none_is_refused(client, home, given_range):
    get(client, f"{EVENTS}?{urlencode(given_range)}", status=422)


def test_event_stands_at_its_first_date_in_the_range_with_those_in_it(client, calendar):
    course = add_event(calendar, "Kurs", "2026-11-02")
    EventDateFactory(page=course, start_date=date("2026-11-09"))
    EventDateFactory(page=course, start_date=date("2026-11-16"))
    add_event(calendar, "Vortrag", "2026-11-05")

    items = walk(client, f"{EVENTS}?from=2026-11-03&to=2026-11-30&limit=1")

    assert [(item["title"], [each["start"][:10] for each in item["dates"]]) for item in items] == [
        ("Vortrag", ["2026-11-05"]),
        ("Kurs", ["2026-11-09", "2026-11-16"]),
    ]


def test_events_of_a_day_come_by_time_and_those_without_one_first(client, calendar):
    add_event(calendar, "Abend", "2026-11-05", "19:00")
    add_event(calendar, "Morgen", "2026-11-05", "08:00", None)
    add_event(calendar, "Tag", "2026-11-05", None, None)
    add_event(calendar, "Zuvor", "2026-11-04", "23:00", None)

    assert titles(client, f"{EVENTS}?limit=1") == ["Zuvor", "Tag", "Morgen", "Abend"]


@pytest.fixture
def fair(calendar, network):
    """An event with everything by which events are found, beside one without any of it."""
    partner, together = PartnerPageFactory.create_batch(2, parent=network)
    event = add_event(
        calendar,
        "Messe",
        "2026-11-27",
        organiser=partner,
        venue=VenueFactory(),
        featured=True,
        status="cancelled",
        kind="umbrella",
        teaser_image=ImageFactory(),
    )
    topic, audience = TopicFactory(), AudienceFactory()
    EventTopic.objects.create(page=event, topic=topic, locale=event.locale)
    EventAudience.objects.create(page=event, audience=audience, locale=event.locale)
    EventCoOrganiser.objects.create(page=event, partner=together)
    add_event(calendar, "Vortrag", "2026-11-28")
    return event


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ("organiser={organiser}", ["Messe"]),
        ("organiser={together}", ["Messe"]),
        ("organiser={organiser}&organiser=999999", ["Messe"]),
        ("organiser=999999", []),
        ("venue={venue}", ["Messe"]),
        ("topic=wirtschaft", ["Messe"]),
        ("topic=wirtschaft&topic=sport&audience=studieninteressierte", ["Messe"]),
        ("topic=sport", []),
        ("format=fest", []),
        ("status=cancelled", ["Messe"]),
        ("status=cancelled&status=scheduled", ["Messe", "Vortrag"]),
        ("kind=event", ["Vortrag"]),
        ("featured=true", ["Messe"]),
        ("featured=false", ["Vortrag"]),
    ],
)
def test_events_are_found_by_what_they_are(client, fair, parameters, found):
    together = fair.co_organisers.get().partner_id
    parameters = parameters.format(
        organiser=fair.organiser_id, together=together, venue=fair.venue_id
    )

    assert titles(client, f"{EVENTS}?{parameters}") == found


@pytest.mark.parametrize(
    "parameters",
    ["status=past", "kind=party", "featured=perhaps", "organiser=x", "organiser=0", "venue=9e99"]
    + ["topic=a%00", "topic=", "organiser=99999999999999999999"],
)
def test_filter_without_a_meaning_is_refused(client, home, parameters):
    get(client, f"{EVENTS}?{parameters}", status=422)


def test_filters_mean_the_same_in_the_other_language(client, fair, translate):
    english = translate(fair)
    EventDateFactory(page=english, start_date=date("2026-11-27"))

    by_organiser = titles(client, f"{EVENTS}?locale=en&organiser={fair.organiser_id}")

    assert by_organiser == ["[Messe]"]
    assert titles(client, f"{EVENTS}?locale=en&venue={fair.venue_id}") == ["[Messe]"]


def test_entry_says_what_a_list_shows(client, fair):
    entry = walk(client, f"{EVENTS}?featured=true")[0]

    assert entry["organiser"]["id"] == fair.organiser_id
    assert entry["venue"]["name"] == "Blue Square"
    assert entry["topics"] == [{"slug": "wirtschaft", "name": "Wirtschaft", "locale": "de"}]
    assert entry["audiences"] == [
        {"slug": "studieninteressierte", "name": "Studieninteressierte", "locale": "de"}
    ]
    assert entry["formats"] == []
    assert list(entry["teaser_image"]["renditions"]) == ["original", "card"]
    assert entry["dates"] == [
        {
            "start": "2026-11-27T18:30:00+01:00",
            "end": "2026-11-27T20:00:00+01:00",
            "time_zone": "Europe/Berlin",
            "all_day": False,
            "open_end": False,
            "title": "",
        }
    ]


def test_organiser_comes_in_the_language_asked_for_and_only_if_it_is_public(
    client, fair, translate
):
    EventDateFactory(page=translate(fair), start_date=date("2026-11-27"))
    partner = type(fair.organiser).objects.get(pk=fair.organiser_id)

    def organiser():
        found = walk(client, f"{EVENTS}?locale=en")[0]["organiser"]
        return found and found["locale"]

    assert organiser() == "de"
    english = translate(partner)
    assert organiser() == "en"
    english.unpublish()
    partner.unpublish()
    assert organiser() is None


@pytest.mark.parametrize("how", ["unpublished", "closed"])
def test_events_are_not_found_by_a_partner_that_is_hidden(client, fair, how):
    partner = type(fair.organiser).objects.get(pk=fair.organiser_id)
    assert titles(client, f"{EVENTS}?organiser={partner.pk}") == [fair.title]

    if how == "closed":
        PageViewRestriction.objects.create(page=partner, restriction_type="login")
    else:
        partner.unpublish()

    assert titles(client, f"{EVENTS}?organiser={partner.pk}") == []


def test_event_at_two_addresses_is_listed_once(client, calendar, network):
    event = add_event(calendar, "Messe", "2026-11-27")
    event.create_alias(parent=PartnerPageFactory(parent=network))

    assert titles(client, EVENTS) == ["Messe"]
