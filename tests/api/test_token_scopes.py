"""What a token reaches: each dimension of its scope, in every way of reading."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from tests.accounts import make_account
from tests.api.test_problems import assert_problem
from tests.factories import (
    CalendarPageFactory,
    EventDateFactory,
    EventPageFactory,
    StandardPageFactory,
    UserFactory,
    find_home,
)
from tests.publications import translate_page
from univercity.content.representations.problems import Kind

VERSIONS = pytest.mark.parametrize("version", ["v2", "v3"])


@pytest.fixture(scope="module")
def site(kept):
    """Ids of pages by what tells them apart: a German event, an English one, a standard page."""
    with kept():
        home = find_home()
        calendar = CalendarPageFactory(parent=home)
        event = EventPageFactory(parent=calendar, title="Fest", slug="fest")
        translate_page(home, slug="home")
        translate_page(calendar, slug="calendar")
        english = translate_page(event, slug="party")
        page = StandardPageFactory(parent=home, title="Fest der Seiten", slug="seite")
        yield {"event": event.pk, "english event": english.pk, "standard page": page.pk}


@pytest.fixture
def places(site, db):
    """The pages of the site, by what tells them apart."""
    return {name: Page.objects.get(pk=pk).specific for name, pk in site.items()}


@pytest.fixture
def reader(site, db):
    """An account without any right, as an application has one."""
    return UserFactory(username="app")


@pytest.fixture
def administrator(site, db):
    return make_account("admin", is_superuser=True)


#: By dimension: a scope, the pages inside, the pages outside.
SCOPES = {
    "language": (
        lambda places: {"locales": ["de"]},
        ["event", "standard page"],
        ["english event"],
    ),
    "page type": (
        lambda places: {"page_types": ["calendar_pages.EventPage"]},
        ["event", "english event"],
        ["standard page"],
    ),
    "section": (
        lambda places: {"subtree": places["event"].get_parent().translation_key},
        ["event", "english event"],
        ["standard page"],
    ),
    "section that is gone": (
        lambda places: {"subtree": "00000000-0000-4000-8000-000000000000"},
        [],
        ["event", "english event", "standard page"],
    ),
    "language that is gone": (
        lambda places: {"locales": ["fr"]},
        [],
        ["event", "english event", "standard page"],
    ),
    "all together": (
        lambda places: {
            "locales": ["en"],
            "page_types": ["calendar_pages.EventPage"],
            "subtree": places["event"].get_parent().translation_key,
        },
        ["english event"],
        ["event", "standard page"],
    ),
}


@VERSIONS
@pytest.mark.parametrize("drafts", [False, True], ids=["public", "drafts"])
@pytest.mark.parametrize("dimension", SCOPES)
def test_token_reads_what_lies_inside_its_scope_and_nothing_else(
    client, administrator, places, dimension, drafts, version, token_of
):
    make_scope, inside, outside = SCOPES[dimension]
    headers = token_of(administrator, reads_drafts=drafts, **make_scope(places))
    if drafts:
        Page.objects.filter(pk__in=[page.pk for page in places.values()]).update(live=False)
    base = f"/api/{version}/pages/"

    def ids(query):
        return {item["id"] for item in client.get(base + query, headers=headers).json()["items"]}

    listed, sought = ids("?limit=100"), ids("?search=Fest&limit=100")
    for name, page in places.items():
        reads = name in inside
        assert (page.pk in listed, page.pk in sought) == (reads, reads), name
        for address in (f"{base}{page.pk}/", f"{base}find/?id={page.pk}"):
            answer = client.get(address, headers=headers, follow=True)
            assert answer.status_code == (200 if reads else 404), (name, address)
    assert set(inside) | set(outside) == set(places)


@pytest.mark.parametrize("dimension", SCOPES)
def test_revisions_are_read_inside_the_scope(client, administrator, places, dimension, token_of):
    make_scope, inside, _outside = SCOPES[dimension]
    headers = token_of(administrator, reads_drafts=True, **make_scope(places))
    for name, page in places.items():
        revision = page.save_revision()
        base = f"/api/v3/pages/{page.pk}/revisions/"
        for address in (base, f"{base}{revision.pk}/"):
            answer = client.get(address, headers=headers)
            assert answer.status_code == (200 if name in inside else 404), (name, address)


@pytest.mark.parametrize("state", ["version=draft", "at=2100-01-01T00:00:00Z"])
@pytest.mark.parametrize("dimension", SCOPES)
def test_what_is_not_public_is_resolved_inside_the_scope(
    client, administrator, places, dimension, state, token_of
):
    make_scope, inside, _outside = SCOPES[dimension]
    headers = token_of(administrator, reads_drafts=True, **make_scope(places))

    for name, page in places.items():
        answer = client.get(f"/api/v3/resolve/?path={page.url}&{state}", headers=headers)
        assert answer.status_code == (200 if name in inside else 404), name


@pytest.mark.parametrize("dimension", SCOPES)
def test_drafts_of_public_pages_are_read_inside_the_scope(
    client, administrator, places, dimension, token_of
):
    make_scope, inside, _outside = SCOPES[dimension]
    headers = token_of(administrator, reads_drafts=True, **make_scope(places))

    for name, page in places.items():
        page.title = "Entwurf"
        page.save_revision()
        answer = client.get(f"/api/v3/pages/{page.pk}/?version=draft", headers=headers)
        assert (answer.json()["title"] == "Entwurf") == (name in inside), name


@pytest.mark.parametrize("address", ["events/?", "search/?q=Fest&", "sitemap/?"])
@pytest.mark.parametrize("dimension", SCOPES)
def test_lists_hold_what_lies_inside_the_scope(
    client, administrator, places, dimension, address, token_of
):
    make_scope, inside, _outside = SCOPES[dimension]
    EventDateFactory(page=places["event"])
    EventDateFactory(page=places["english event"])
    headers = token_of(administrator, reads_drafts=True, **make_scope(places))

    answers = [
        client.get(f"/api/v3/{address}locale={code}", headers=headers).content.decode()
        for code in ("de", "en")
    ]

    for name, page in places.items():
        if name != "standard page" or not address.startswith("events"):
            assert (f'"{page.url}"' in "".join(answers)) == (name in inside), name


def test_search_finds_by_path_inside_the_scope(client, administrator, places, token_of):
    path = places["event"].url.removeprefix("/de")
    address = f"/api/v3/pages/find/?html_path={path}"

    for locale, status in (("de", 200), ("en", 404)):
        headers = token_of(administrator, locales=[locale])
        assert client.get(address, headers=headers, follow=True).status_code == status


@pytest.mark.parametrize("endpoint", ["sites/", "locales/"])
def test_limited_token_for_drafts_reads_pages_only(client, administrator, endpoint, token_of):
    limited = token_of(administrator, reads_drafts=True, locales=["de"])
    unlimited = token_of(administrator, reads_drafts=True)

    refused = client.get(f"/api/v3/{endpoint}", headers=limited)
    assert_problem(refused, Kind.OUTSIDE_SCOPE)
    assert client.get(f"/api/v3/{endpoint}", headers=unlimited).status_code == 200


@VERSIONS
def test_nobody_reads_less_because_others_have_tokens(client, places, reader, version, token_of):
    before = client.get(f"/api/{version}/pages/").json()
    token_of(reader, locales=["fr"])

    assert client.get(f"/api/{version}/pages/").json() == before


@VERSIONS
def test_queries_do_not_grow_with_the_scope(client, administrator, places, version, token_of):
    types = ["calendar_pages.EventPage", "home.StandardPage", "home.HomePage"]
    small = {"locales": ["de"], "page_types": types[:1]}
    large = {"locales": ["de", "en", "fr"], "page_types": types}

    def count(scope):
        headers = token_of(administrator, **scope)
        client.get(f"/api/{version}/pages/", headers=headers)  # notes the last use
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/api/{version}/pages/", headers=headers)
        return len(captured)

    assert count(small) == count(large)
