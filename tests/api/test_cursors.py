"""Pages of a list: each item once, in order, and cursors that only we can make."""

import datetime
import re
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from calendar_pages.models import EventDate
from tests.api.walks import get, titles
from tests.factories import PartnerPageFactory
from tests.fuzzing import examples
from univercity.api.lists.paging import Listing, ListParameters

each_list = pytest.mark.parametrize(
    "address",
    ["/api/v3/partners/?", "/api/v3/events/?", "/api/v3/search/?q=Licht", "/api/v3/sitemap/?"],
)
#: Rows stay from one example to the next; each example makes its own.
with_rows = settings(
    max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture]
)

days = st.dates(datetime.date(2026, 10, 24), datetime.date(2026, 10, 27))
limits = st.integers(1, 7)


def add_dates(event, starts):
    rows = [EventDate(page=event, locale=event.locale, start_date=day) for day in starts]
    return EventDate.objects.bulk_create(rows)


def pages_of(listing, limit, before_each_page=lambda: None):
    """Yield the rows of each page of a list of dates."""
    cursor = None
    while True:
        before_each_page()
        parameters = ListParameters(limit=limit, cursor=cursor)
        rows, cursor = listing.page(EventDate.objects.all(), parameters)
        yield rows
        if cursor is None:
            return


@with_rows
@given(st.lists(days, max_size=12), limits, st.sampled_from(["", "-"]), st.sampled_from(["", "-"]))
def test_pages_of_a_list_hold_each_item_once_and_in_order(event, starts, limit, first, second):
    EventDate.objects.all().delete()
    add_dates(event, starts)
    listing = Listing("dates", dict, order=(f"{first}start_date", f"{second}pk"))

    pages = list(pages_of(listing, limit))

    rows = sorted(EventDate.objects.all(), key=lambda row: row.pk, reverse=bool(second))
    rows.sort(key=lambda row: row.start_date, reverse=bool(first))
    assert [row for page in pages for row in page] == rows
    assert [len(page) for page in pages[:-1]] == [limit] * (len(pages) - 1)


@with_rows
@given(st.lists(days, min_size=1, max_size=8), st.lists(days, max_size=8), limits)
def test_pages_hold_each_item_once_while_others_are_inserted(event, starts, inserted, limit):
    EventDate.objects.all().delete()
    before = add_dates(event, starts)
    listing = Listing("dates", dict, order=("start_date", "pk"))
    waiting = list(inserted)

    def insert():
        if waiting:
            add_dates(event, [waiting.pop()])

    found = [row for page in pages_of(listing, limit, insert) for row in page]

    assert len(found) == len(set(found))
    expected = sorted(before, key=lambda row: (row.start_date, row.pk))
    assert [row for row in found if row in before] == expected


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_partners_come_by_name_whatever_the_limit(client, network, limit):
    for number, name in enumerate(("beta", "Alpha", "alpha", "Gamma", "Beta")):
        PartnerPageFactory(parent=network, title=name, slug=f"partner-{number}")

    found = titles(client, f"/api/v3/partners/?limit={limit}")

    assert [name.lower() for name in found] == ["alpha", "alpha", "beta", "beta", "gamma"]
    assert sorted(found) == ["Alpha", "Beta", "Gamma", "alpha", "beta"]


def test_next_page_is_a_path_in_the_body_and_in_the_header(client, network):
    PartnerPageFactory.create_batch(3, parent=network)

    response = client.get("/api/v3/partners/?limit=2&kind=university&kind=city")

    following = response.json()["next"]
    assert following.startswith("/api/v3/partners/?limit=2&kind=university&kind=city&cursor=")
    assert response["Link"] == f'<{following}>; rel="next"'
    assert "Link" not in client.get(following)


def test_same_page_of_a_list_is_the_same_to_the_byte(client, network):
    PartnerPageFactory.create_batch(3, parent=network)

    first, second = (client.get("/api/v3/partners/?limit=2").content for _ in range(2))

    assert first == second


@each_list
@pytest.mark.parametrize("limit", ["0", "101", "-1", "many", ""])
def test_limit_beyond_what_is_documented_is_refused(client, home, address, limit):
    get(client, f"{address}&limit={limit}", status=422)


@each_list
@settings(max_examples=examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("W10:x")
@example("")
@given(st.text(max_size=30))
def test_anything_but_a_cursor_is_refused(client, home, address, cursor):
    response = client.get(f"{address}&{urlencode({'cursor': cursor})}")

    assert response.status_code == 422


def test_cursor_of_another_list_is_not_found(client, network):
    PartnerPageFactory.create_batch(2, parent=network)
    cursor = re.search("cursor=.*", get(client, "/api/v3/partners/?limit=1")["next"])[0]

    problem = get(client, f"/api/v3/sitemap/?{cursor}", status=404)

    assert (problem["type"], problem["parameter"]) == (
        "/api/problems/not-found/",
        "cursor",
    )
