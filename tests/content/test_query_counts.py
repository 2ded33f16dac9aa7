"""What a page costs that is in no cache: the same however large page, site and tree are."""

import datetime
import json
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from calendar_pages.models import CalendarPage, EventCoOrganiser, EventLanguage, EventTopic
from home.models import HomePage
from network.models import LeitbildPage, LeitbildSignatory, PartnerIndexPage, PartnerPage
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
    StandardPageFactory,
    TopicFactory,
    VenueFactory,
    add_pages,
)
from tests.fuzzing import is_full
from tests.publications import translated
from tests.sample_content import key_figure, listed, raw, story
from univercity.api.resolve.lookup import pages_at, way_to


def fill(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    return page


def stored(body):
    return json.dumps(raw(body))


def figures(number):
    return stored([("key_figure", key_figure())] * number)


@dataclass
class Website:
    """The pages that every builder starts from."""

    home: HomePage
    leitbild: LeitbildPage
    network: PartnerIndexPage
    calendar: CalendarPage
    partners: list[PartnerPage]

    def add_partners(self, number):
        return [PartnerPageFactory(parent=self.network, logo=ImageFactory()) for _ in range(number)]

    def add_event(self, index):
        event = EventPageFactory(
            parent=self.calendar,
            organiser=self.partners[index],
            venue=VenueFactory(name=f"Ort {index}"),
            teaser_image=ImageFactory(),
        )
        EventDateFactory(page=event)
        return event

    def add_events(self, number):
        return [self.add_event(index) for index in range(number)]


@pytest.fixture
def website(home, leitbild, network, calendar):
    website = Website(home, leitbild, network, calendar, [])
    website.partners = website.add_partners(4)
    return website


def build_home(website, number):
    website.add_events(number)
    website.add_partners(number)
    body = story(number, website.leitbild) + [
        ("partners", {"heading": "Partner", "selection": "all", "chosen": []}),
        ("upcoming_events", {"heading": "Bald", "number": 12}),
    ]
    return fill(website.home, body=stored(body), key_figures=figures(number))


def build_standard(website, number):
    body = story(number, website.leitbild)
    chosen = [partner.pk for partner in website.partners[:number]]
    body.append(("partners", {"heading": "", "selection": "chosen", "chosen": chosen}))
    for event in website.add_events(number):
        body.append(("event_teaser", {"event": event.pk, "kicker": ""}))
        mission = {"heading": "Wofür", "text": "Sechs.", "page": website.leitbild.pk, "number": 1}
        body.append(("mission_teaser", mission))
        body.append(("date_box", {"event": event.pk, "day": None}))
        body.append(("places", {"heading": "Orte", "venues": listed(event.venue_id)}))
    return StandardPageFactory(parent=website.home, body=stored(body))


def build_leitbild(website, number):
    for partner in website.partners[:number]:
        LeitbildSignatory.objects.create(page=website.leitbild, partner=partner)
    explanation = f'<p><a linktype="page" id="{website.home.pk}">Start</a></p>'
    principle = {"statement": "Wir fragen.", "explanation": explanation}
    return fill(
        website.leitbild,
        principles=stored([("principle", principle)] * number),
        body=stored(story(number, website.home)),
    )


def build_network(website, number):
    website.add_partners(number)
    return website.network


def build_partner(website, number):
    partner = website.partners[0]
    for event in website.add_events(number):
        fill(event, organiser=partner)
    return fill(partner, body=stored(story(number, website.home)), key_figures=figures(number))


def build_calendar(website, number):
    website.add_events(number)
    return website.calendar


def build_event(website, number):
    event = website.add_event(0)
    for index in range(number):
        EventDateFactory(page=event, start_date=datetime.date(2030, 1, 1 + index))
        EventCoOrganiser.objects.create(page=event, partner=website.partners[index + 1])
        EventLanguage.objects.create(page=event, language=("de", "en", "tr")[index])
        topic = TopicFactory(name=f"Thema {index}", slug=f"thema-{index}")
        EventTopic.objects.create(page=event, topic=topic, locale=event.locale)
    return fill(event, body=stored(story(number, website.home)))


def count(client, address):
    """Return the number of queries of a request after one that made the renditions."""
    assert client.get(address).status_code == 200
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def resolve(page):
    return f"/api/v3/resolve/?path={quote(page.url)}"


def cost(client, page):
    """Return the queries of a page as HTML and through each way of the API."""
    details = [f"/api/{version}/pages/{page.pk}/" for version in ("v2", "v3")]
    return tuple(count(client, address) for address in (page.url, resolve(page), *details))


#: Queries of a request for a page with its content, nothing of it in a cache: HTML, resolve, API v2
#: and v3; written in German, and translated, which asks where the texts come from as well.
BUDGETS = {
    build_home: {"de": (6, 6, 9, 8), "en": (7, 7, 9, 8)},
    build_standard: {"de": (7, 6, 9, 8), "en": (8, 7, 9, 8)},
    build_leitbild: {"de": (7, 6, 9, 8), "en": (8, 7, 9, 8)},
    build_network: {"de": (6, 5, 8, 7), "en": (7, 6, 8, 7)},
    build_partner: {"de": (7, 6, 9, 8), "en": (8, 7, 9, 8)},
    build_calendar: {"de": (8, 6, 9, 8), "en": (9, 7, 9, 8)},
    build_event: {"de": (7, 6, 9, 8), "en": (8, 7, 9, 8)},
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("build", BUDGETS)
def test_a_page_costs_the_same_however_much_it_holds(client, website, english, build, number):
    versions = {"de": build(website, number)}
    if number == 1 or is_full():
        above = [above.specific for above in versions["de"].get_ancestors().filter(depth__gt=1)]
        *_above, versions["en"] = [translated(each, english) for each in (*above, versions["de"])]

    for language, page in versions.items():
        html, resolved, *details = cost(client, page)
        assert (html, resolved, *details) == BUDGETS[build][language]
        assert html <= 10
        assert resolved <= 8


@pytest.fixture
def versions(home, english):
    """A page with every block, in both languages."""
    translated(home, english)
    page = StandardPageFactory(parent=home, body=stored(story(1, home)))
    return page, translated(page, english)


@pytest.fixture
def costs(client, versions):
    """Return a function that counts the queries of its versions, as HTML and through resolve."""
    return lambda: [
        count(client, address) for page in versions for address in (page.url, resolve(page))
    ]


def test_ten_thousand_pages_cost_as_much_as_ten(home, costs):
    crowd = StandardPageFactory(parent=home)
    add_pages(crowd, range(10))
    with_ten = costs()

    add_pages(crowd, range(10, 10_000))

    assert costs() == with_ten


def test_two_hundred_closed_subtrees_cost_as_much_as_five(home, costs):
    above = StandardPageFactory(parent=home)
    add_pages(above, range(200))
    shut = list(above.get_children())

    def close(pages):
        PageViewRestriction.objects.bulk_create(
            PageViewRestriction(page=page, restriction_type="login") for page in pages
        )

    close(shut[:5])
    with_five = costs()
    close(shut[5:])

    assert costs() == with_five


def test_a_page_costs_the_same_at_any_depth(client, home, english):
    page, found = home, []
    for number in range(5):
        translated(page, english)
        page = StandardPageFactory(parent=page, slug=f"tiefe-{number}")
        found.append([count(client, page.url), count(client, resolve(page))])

    assert found[0] == found[1] == found[4]


def test_look_up_uses_an_index_whatever_the_number_of_pages(home):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # the table is too small for an index
    with CaptureQueriesContext(connection) as queries:
        list(pages_at(way_to("/startseite/", ["a", "b"])))
    [query] = queries.captured_queries
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {query['sql']}")
        plan = str(cursor.fetchall())

    assert "wagtailcore_page_slug" in plan
