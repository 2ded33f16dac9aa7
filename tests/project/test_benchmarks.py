"""What the benchmarks stand on: planted pages are a sound site, the same in every run."""

import hashlib

import pytest
from wagtail.models import Page, PageViewRestriction, ReferenceIndex

from benchmarks.goals import exponent, ratio
from benchmarks.planting import Planter, export
from calendar_pages.models import EventPage


@pytest.fixture
def planted(without_site, db):
    Planter(7).plant(40, closed=2)


def test_planted_pages_are_those_that_were_asked_for(planted):
    german = Page.objects.filter(locale__language_code="de", depth__gt=1)

    assert german.count() == 40
    assert PageViewRestriction.objects.count() == 2
    assert Page.find_problems() == ([], [], [], [], [])
    english = Page.objects.filter(locale__language_code="en", depth__gt=1)
    keys = set(german.values_list("translation_key", flat=True))
    assert {page.translation_key for page in english} < keys


def test_planted_pages_are_the_same_in_every_run(planted):
    assert hashlib.sha256("\n".join(export()).encode()).hexdigest()[:16] == "bc48eae399cafd8d"


def test_copies_have_dates_topics_and_references_of_their_own(planted):
    [first, second] = EventPage.objects.filter(pk__gte=1000, locale__language_code="de")[:2]

    assert first.dates.get().start_date != second.dates.get().start_date
    assert first.topics.get().topic == second.topics.get().topic
    references = [
        ReferenceIndex.get_references_for_object(page).count() for page in (first, second)
    ]
    assert references[0] == references[1] > 3


def test_copies_are_served_unless_they_are_closed(client, planted):
    closed = PageViewRestriction.objects.first().page
    listed = client.get("/api/v3/events/", {"fields": "title,dates"}).json()["items"]

    assert len(listed) == EventPage.objects.filter(locale__language_code="de").count()
    assert client.get("/api/v3/resolve/", {"path": closed.get_url()}).status_code == 404
    assert client.get(f"/api/v2/pages/{closed.pk}/").status_code == 404


def test_exponent_is_the_slope_in_both_logarithms():
    assert exponent([100, 1000, 10_000], [2.0, 2.0, 2.0]) == pytest.approx(0)
    assert exponent([100, 10_000], [2.0, 20.0]) == pytest.approx(0.5)


def test_ratio_is_that_of_each_round_whatever_the_speed_of_the_machine():
    assert ratio([2.0, 4.0, 3.0], [10.0, 20.0, 15.0]) == pytest.approx(0.2)
