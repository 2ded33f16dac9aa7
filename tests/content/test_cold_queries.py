"""What a page costs that is in no cache: the same however large page, site and tree are."""

import json
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from calendar_pages.models import CalendarPage, EventPage
from home.models import HomePage, StandardPage
from network.models import LeitbildPage, PartnerIndexPage, PartnerPage
from tests.factories import ImageFactory, PersonFactory, StandardPageFactory, add_pages
from tests.publications import translated
from tests.sample_content import figure, listed, raw, story


def count(client, address):
    """Return the number of queries of a request after one that made the renditions."""
    assert client.get(address).status_code == 200
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def cost(client, page):
    """Return the queries of a page through resolve and as HTML."""
    return count(client, f"/api/v3/resolve/?path={quote(page.url)}"), count(client, page.url)


#: Queries of the costliest page of a type, written in German and translated: resolve, HTML. That of
#: a translation has one query more, for where its texts come from.
BUDGETS = {
    HomePage: {"de": (6, 6), "en": (7, 7)},
    StandardPage: {"de": (4, 5), "en": (5, 6)},
    LeitbildPage: {"de": (6, 7), "en": (7, 8)},
    PartnerIndexPage: {"de": (5, 6), "en": (6, 7)},
    PartnerPage: {"de": (6, 7), "en": (7, 8)},
    CalendarPage: {"de": (6, 8), "en": (7, 9)},
    EventPage: {"de": (6, 7), "en": (7, 8)},
}


@pytest.fixture(scope="module")
def costs(demo, django_db_blocker):
    """What each page of the demo costs, by type and language."""
    with django_db_blocker.unblock():
        found = {}
        for page in Page.objects.filter(depth__gt=1).live().select_related("locale"):
            place = (page.specific_class, page.locale.language_code)
            found.setdefault(place, []).append(cost(Client(), page))
        return found


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("model", BUDGETS)
def test_queries_of_the_richest_page_of_the_demo(costs, model, language):
    resolve, html = map(max, zip(*costs[model, language], strict=True))

    assert (resolve, html) == BUDGETS[model][language]
    assert resolve <= 8
    assert html <= 10


@pytest.mark.parametrize("number", [1, 3])
def test_queries_of_a_page_with_every_block(client, home, translate, english, number):
    translate(home, slug="home")
    page = StandardPageFactory(parent=home, body=json.dumps(raw(story(number, home))))

    assert (cost(client, page), cost(client, translated(page, english))) == ((6, 7), (7, 8))


def test_sixty_blocks_cost_as_much_as_five(client, home, translate, english):
    translate(home, slug="home")
    text = ("text", f'<p><a linktype="page" id="{home.pk}">Start</a></p>')
    person = {"heading": "", "persons": listed(PersonFactory(image=ImageFactory()).pk)}
    five = [text, text, ("figure", figure("Hörsaal", "")), ("person", person), text]

    def measure(body):
        page = StandardPageFactory(parent=home, body=json.dumps(raw(body)))
        return cost(client, page), cost(client, translated(page, english))

    assert measure(five) == measure(five * 12) == ((5, 6), (6, 7))


def test_ten_thousand_pages_cost_as_much_as_ten(client, home, translate, english):
    translate(home, slug="home")
    page = StandardPageFactory(parent=home, body=json.dumps(raw(story(1, home))))
    crowd = StandardPageFactory(parent=home)

    versions = page, translated(page, english)
    add_pages(crowd, range(10))
    with_ten = [cost(client, version) for version in versions]
    add_pages(crowd, range(10, 10_000))

    assert [cost(client, version) for version in versions] == with_ten


def test_two_hundred_closed_subtrees_cost_as_much_as_five(client, home, translate, english):
    translate(home, slug="home")
    page = StandardPageFactory(parent=home, body=json.dumps(raw(story(1, home))))
    versions = page, translated(page, english)
    shut = StandardPageFactory.create_batch(200, parent=StandardPageFactory(parent=home))

    def close(pages):
        PageViewRestriction.objects.bulk_create(
            PageViewRestriction(page=page, restriction_type="login") for page in pages
        )

    close(shut[:5])
    with_five = [cost(client, version) for version in versions]
    close(shut[5:])

    assert [cost(client, version) for version in versions] == with_five
