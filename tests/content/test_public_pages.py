"""Closed pages, and what lies below them, are read by nobody they are closed to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from tests.factories import StandardPageFactory
from tests.sample_content import raw
from univercity.api.access.readable import public_pages
from univercity.content.public_pages import public
from univercity.content.reading.answer import one_answer


def close(page, restriction_type="login", **fields):
    return PageViewRestriction.objects.create(
        page=page, restriction_type=restriction_type, **fields
    )


def slugs(pages):
    return set(pages.filter(depth__gt=2).values_list("slug", flat=True))


@pytest.fixture
def tree(home):
    """Pages at several levels by slug: a, a/b, a/b/c, d."""
    a = StandardPageFactory(parent=home, slug="a")
    b = StandardPageFactory(parent=a, slug="b")
    c = StandardPageFactory(parent=b, slug="c")
    d = StandardPageFactory(parent=home, slug="d")
    return {"a": a, "b": b, "c": c, "d": d}


@pytest.mark.parametrize("closed", ["", "a", "b", "c", "d", "bd", "ad", "ac", "abcd"])
def test_same_pages_are_public_as_for_wagtail(tree, closed):
    for slug in closed:
        close(tree[slug])

    assert slugs(public(Page.objects.all())) == slugs(Page.objects.public())
    assert slugs(type(tree["a"]).objects.public()) == slugs(Page.objects.public())


def test_page_moved_below_a_closed_one_is_closed_and_the_other_way_round(tree):
    close(tree["a"])
    tree["d"].move(tree["a"], pos="last-child")
    assert slugs(public(Page.objects.all())) == set()

    Page.objects.get(slug="b").move(Page.objects.get(depth=2), pos="last-child")

    assert slugs(public(Page.objects.all())) == {"b", "c"}


def test_restriction_made_by_another_process_holds_for_the_next_answer(client, tree):
    """A restriction made in bulk sends no signal, as one made elsewhere sends none to us."""
    address = f"/api/v3/pages/{tree['c'].pk}/"
    assert client.get(address).status_code == 200

    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=tree["a"], restriction_type="login")]
    )

    assert client.get(address).status_code == 404
    assert client.get(f"/api/v2/pages/{tree['c'].pk}/").status_code == 404
    assert client.get(tree["c"].url).status_code == 302


@pytest.mark.parametrize("hide", [lambda page: page.unpublish(), close], ids=["draft", "closed"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_hidden_version_is_named_on_no_road(client, home, translate, language, hide):
    german = StandardPageFactory(parent=home, slug="seite-de", title="Kanarie")
    translate(home, slug="home")
    english = translate(german, slug="page-en")
    hidden, shown = (german, english) if language == "de" else (english, german)
    roads = [shown.url, "/sitemap.xml", f"/api/v3/resolve/?path={shown.url}"]
    roads += [
        f"/api/{version}/pages/{path}" for version in ("v2", "v3") for path in ("", f"{shown.pk}/")
    ]
    roads += ["/api/v3/sitemap/", f"/api/v3/search/?q=Kanarie&locale={language}"]

    def names(road):
        return hidden.slug in client.get(road, follow=True).content.decode()

    assert [road for road in roads if not names(road)] == []
    hide(hidden)
    assert [road for road in roads if names(road)] == []


def test_pages_of_another_site_are_left_out(tree, rf):
    Page.objects.get(depth=1).add_child(instance=Page(title="Fremd", slug="fremd"))

    pages = public_pages(rf.get("/api/v3/pages/"))

    assert slugs(pages) == {"a", "b", "c", "d"}
    assert "fremd" not in set(pages.values_list("slug", flat=True))


def test_two_hundred_closed_subtrees_cost_no_more_than_five(client, home):
    link = [("text", f'<p><a linktype="page" id="{home.pk}">Start</a></p>')]
    page = StandardPageFactory(parent=home, body=raw(link))
    pages = [StandardPageFactory(parent=StandardPageFactory(parent=home)) for _ in range(5)]
    addresses = [f"/api/v3/pages/{page.pk}/", f"/api/v2/pages/{page.pk}/", page.url]

    def measure():
        with CaptureQueriesContext(connection) as queries:
            for address in addresses:
                assert client.get(address).status_code == 200
        return [len(query["sql"]) for query in queries]

    for shut in pages:
        close(shut)
    measure()
    with_five = measure()
    PageViewRestriction.objects.bulk_create(
        [
            PageViewRestriction(page=pages[index % 5], restriction_type="login")
            for index in range(195)
        ]
    )

    assert measure() == with_five


def test_levels_of_closed_pages_are_read_once_for_an_answer(home, django_assert_num_queries):
    with one_answer(), django_assert_num_queries(3):
        list(public(Page.objects.all()))
        list(public(Page.objects.all()))
