"""The lists of API v3 cost the same number of queries, whatever they hold."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from calendar_pages.models import EventTopic
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
    TopicFactory,
    VenueFactory,
)

TOPICS = "topic=thema-0&topic=thema-1&topic=thema-2"
#: Queries with nothing in the cache but the addresses of the sites.
BUDGETS = {
    "/api/v3/partners/?limit=5": 3,
    "/api/v3/partners/?locale=en&fallback=de&kind=university&status=active": 3,
    "/api/v3/events/?limit=5": 7,
    f"/api/v3/events/?locale=en&fallback=de&from=2026-01-01&to=2099-12-31&{TOPICS}": 7,
    "/api/v3/search/?q=Vortrag&type=calendar_pages.EventPage": 3,
    "/api/v3/sitemap/": 3,
}


@pytest.fixture
def website(calendar, network):
    return calendar, network


def add_events(website, number):
    """Add events of a partner each, with everything that an entry shows."""
    calendar, network = website
    for index in range(number):
        partner = PartnerPageFactory(parent=network, logo=ImageFactory())
        event = EventPageFactory(
            parent=calendar,
            organiser=partner,
            venue=VenueFactory(name=f"Ort {index}"),
            teaser_image=ImageFactory(),
        )
        EventDateFactory.create_batch(2, page=event)
        topic = TopicFactory(name=f"Thema {index}", slug=f"thema-{index}")
        EventTopic.objects.create(page=event, topic=topic, locale=event.locale)


def queries_of(client, address):
    """Return the number of queries of a request after one that made the renditions."""
    assert client.get(address).status_code == 200
    cache.clear()
    Site.get_site_root_paths()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("address", BUDGETS)
def test_a_list_costs_the_same_however_much_there_is(client, website, address, number):
    add_events(website, number)

    assert queries_of(client, address) == BUDGETS[address]


@pytest.mark.parametrize("name", ["partners", "events", "search", "sitemap"])
def test_a_list_costs_the_same_for_any_limit_and_on_any_page(client, website, name):
    add_events(website, 6)
    address = f"/api/v3/{name}/?q=Vortrag" if name == "search" else f"/api/v3/{name}/?"
    following = client.get(f"{address}&limit=2").json()["next"]
    addresses = [f"{address}&limit={limit}" for limit in (1, 5, 20, 100)]

    numbers = {queries_of(client, each) for each in [*addresses, following]}

    assert len(numbers) == 1
    assert numbers.pop() <= 8


@pytest.mark.parametrize("parameters", ["", "from=2026-01-01&to=2099-12-31", "kind=event"])
def test_events_are_found_in_the_order_of_an_index(client, website, parameters):
    """So a page of the list costs the same among ten and ten thousand."""
    add_events(website, 2)
    first = f"/api/v3/events/?limit=1&{parameters}"
    for address in (first, client.get(first).json()["next"]):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        find_dates = next(
            query["sql"]
            for query in queries
            if 'FROM "calendar_pages_eventdate" ' in query["sql"] and "LIMIT 2" in query["sql"]
        )
        plan = plan_of(find_dates)
        assert "event_dates_in_order" in plan
        assert "Sort" not in plan
        assert "B-TREE" not in plan


def plan_of(sql):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # the table is too small for an index
            cursor.execute("SET LOCAL enable_sort = off")
        cursor.execute(
            f"{'EXPLAIN QUERY PLAN' if connection.vendor == 'sqlite' else 'EXPLAIN'} {sql}"
        )
        return str(cursor.fetchall())


@pytest.mark.parametrize("number", [1, 3])
def test_full_items_of_v2_cost_the_same_however_many_there_are(client, website, number):
    add_events(website, number)

    address = "/api/v2/pages/?type=calendar_pages.EventPage&fields=*"

    assert queries_of(client, address) == 4
