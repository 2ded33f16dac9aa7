"""What it costs to look up a path: the same however large page, tree and site are."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from tests.factories import StandardPageFactory
from tests.publications import translated
from tests.sample_content import raw, story
from univercity.api.resolve.lookup import pages_at, way_to

RESOLVE = "/api/v3/resolve/"


def count_queries(client, path):
    assert client.get(RESOLVE, {"path": path}).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        assert client.get(RESOLVE, {"path": path}).status_code == 200
    return len(queries)


def test_queries_do_not_grow_with_depth_siblings_or_blocks(client, home, translate):
    translate(home, slug="home")

    def measure(depth, repeat):
        page = home
        for number in range(depth):
            page = StandardPageFactory(parent=page, slug=f"tiefe-{depth}-{number}")
        page.body = json.dumps(raw(story(repeat, home)))
        page.save_revision().publish()
        translate(page, slug=f"deep-{depth}")
        english = Page.objects.get(slug=f"deep-{depth}")
        return count_queries(client, page.url), count_queries(client, english.url)

    assert measure(depth=1, repeat=1) == measure(depth=4, repeat=3)


#: Queries of a warm request for a page with one text: written in German, and its translation.
BUDGETS = {"de": 4, "en": 5}


@pytest.mark.parametrize("language", BUDGETS)
def test_queries_of_a_plain_page(client, home, translate, english, language):
    translate(home, slug="home")
    body = json.dumps(raw([("lead", "Ein Satz.")]))
    page = StandardPageFactory(parent=home, slug="seite", body=body)
    versions = {"de": page, "en": translated(page, english)}

    assert count_queries(client, versions[language].url) == BUDGETS[language]


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
