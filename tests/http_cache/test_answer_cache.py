"""Public answers are kept, validated and given out again without a query."""

import datetime
import hashlib

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import EventPageFactory, PartnerPageFactory
from univercity.http_cache import answer, store
from univercity.http_cache.caching_rules import cache_control
from univercity.http_cache.dependencies import (
    change_by_clock,
    dependencies_of,
    holds_until,
    next_midnight,
)


def public_addresses(page):
    return [
        page.url,
        f"/api/v2/pages/{page.pk}/",
        "/api/v2/pages/?locale=de",
        f"/api/v3/pages/{page.pk}/",
        "/api/v2/images/",
        "/api/v2/documents/",
        "/api/v2/redirects/",
        "/api/v3/pages/?locale=de",
        "/api/v3/openapi.json",
        "/sitemap.xml",
        "/robots.txt",
    ]


LIFETIMES = "max-age=1, s-maxage=2, stale-while-revalidate=3"
ADDRESSES = range(len(public_addresses(type("Page", (), {"url": "", "pk": 0}))))


@pytest.fixture(params=ADDRESSES)
def address(request, page):
    return public_addresses(page)[request.param]


def ask(client, address, **headers):
    """Return the answer with the number of its queries."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, headers=headers)
    return response, len(queries)


# What every public answer says


def test_public_answer_says_how_to_be_cached(client, answer_store, settings, address):
    settings.BROWSER_CACHE_SECONDS, settings.SHARED_CACHE_SECONDS = 1, 2
    settings.STALE_WHILE_REVALIDATE_SECONDS = 3

    for response in (client.get(address), client.get(address)):
        assert response.status_code == 200
        digest = hashlib.blake2b(response.content, digest_size=16).hexdigest()
        assert response["ETag"] == f'"{digest}"'
        assert (
            response["Cache-Control"] == "public, max-age=1, s-maxage=2, stale-while-revalidate=3"
        )
        assert response.get("Vary", "") == ("origin" if address.startswith("/api/") else "")
        assert not response.cookies
        assert response["Cache-Tag"].split(",") == response["Surrogate-Key"].split()


def test_second_answer_costs_no_query_and_one_command(client, answer_store, address):
    first = client.get(address)
    answer_store.commands.clear()

    second, queries = ask(client, address)

    assert queries == 0
    assert answer_store.commands == ["get"]
    assert second.content == first.content
    assert second["Content-Type"] == first["Content-Type"]


def test_matching_etag_is_answered_without_content(client, answer_store, address):
    etag = client.get(address)["ETag"]

    response, queries = ask(client, address, if_none_match=f'"other", W/{etag}')

    assert (response.status_code, response.content, queries) == (304, b"", 0)
    assert response["ETag"] == etag
    assert response["Cache-Control"].startswith("public")


def test_any_etag_matches_the_asterisk(client, answer_store, page):
    client.get(page.url)

    assert client.get(page.url, headers={"if-none-match": "*"}).status_code == 304


def test_other_etag_is_answered_in_full(client, answer_store, address):
    client.get(address)

    response = client.get(
        address,
        headers={"if-none-match": '"x"', "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"},
    )

    assert response.status_code == 200  # RFC 9110, 13.1.3: the date does not count beside a tag


def test_modification_date_comes_once_it_is_certain(client, answer_store, monkeypatch, address):
    client.get(address)
    assert not client.get(address).has_header("Last-Modified")
    monkeypatch.setattr(answer, "SETTLED", 0)

    modified = client.get(address)["Last-Modified"]

    assert client.get(address, headers={"if-modified-since": modified}).status_code == 304
    earlier = "Fri, 01 Jan 2021 00:00:00 GMT"
    assert client.get(address, headers={"if-modified-since": earlier}).status_code == 200


@pytest.mark.parametrize("warm", [False, True])
def test_head_is_get_without_content(client, answer_store, address, warm):
    if warm:
        client.get(address)

    head = client.head(address)
    full = client.get(address)

    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == full["ETag"]
    assert head["Content-Length"] == str(len(full.content))


def test_answers_are_validated_without_the_store_too(client, page, address):
    response = client.get(address)

    again = client.get(address, headers={"if-none-match": response["ETag"]})

    assert response["Cache-Control"] == "public, max-age=0, s-maxage=0, stale-while-revalidate=0"
    assert again.status_code == 304


def test_pages_of_every_type_are_kept(client, answer_store, leitbild, network, calendar, translate):
    partner = PartnerPageFactory(parent=network)
    event = EventPageFactory(parent=calendar, organiser=partner)
    german = [leitbild.get_parent().specific, leitbild, network, calendar, partner, event]
    pages = [*german, *map(translate, german)]

    for page in pages:
        for address in (page.url, f"/api/v2/pages/{page.pk}/", f"/api/v3/pages/{page.pk}/"):
            first = client.get(address)
            second, queries = ask(client, address)
            assert (second.status_code, queries, second["ETag"]) == (200, 0, first["ETag"]), address
            assert second["Cache-Control"].startswith("public, max-age=")


# Addresses


def test_parameters_count_in_any_order(client, answer_store, page):
    client.get("/api/v2/pages/?locale=de&limit=3")

    assert ask(client, "/api/v2/pages/?limit=3&locale=de")[1] == 0
    assert ask(client, "/api/v2/pages/?limit=2&locale=de")[1] > 0


def test_parameters_that_a_page_does_not_read_lead_to_the_same_answer(client, answer_store, page):
    client.get(page.url)

    assert ask(client, f"{page.url}?utm_source=x")[1] == 0


def test_request_with_foreign_parameters_makes_no_answer_for_others(client, answer_store, page):
    client.get(f"{page.url}?utm_source=x")

    assert ask(client, page.url)[1] > 0


def test_hosts_and_schemes_have_answers_of_their_own(client, answer_store, page):
    client.get("/robots.txt")
    client.get("/robots.txt", secure=True)

    assert b"http://testserver/" in client.get("/robots.txt").content
    assert b"https://testserver/" in client.get("/robots.txt", secure=True).content
    assert (
        b"http://other.test/" in client.get("/robots.txt", headers={"host": "other.test"}).content
    )


def test_number_of_answers_to_parameters_is_limited(client, answer_store, monkeypatch, page):
    monkeypatch.setattr(store, "NEW_QUERIES_A_MINUTE", 2)
    monkeypatch.setattr(store, "this_minute", lambda: 1)
    monkeypatch.setattr(store, "new_queries", {})
    for offset in range(4):
        client.get(f"/api/v2/pages/?offset={offset}")

    stored = [ask(client, f"/api/v2/pages/?offset={offset}")[1] == 0 for offset in range(4)]

    assert stored == [True, True, False, False]


def test_other_spellings_of_an_address_are_not_kept(client, answer_store, page):
    client.get(f"/api/v2/pages/0{page.pk}/")

    assert ask(client, f"/api/v2/pages/0{page.pk}/")[1] > 0


@pytest.mark.parametrize("address", ["/de/gibt-es-nicht/", "/api/v3/pages/99999/", "/api/x/"])
def test_errors_are_not_kept(client, answer_store, page, address):
    assert client.get(address).status_code == 404

    response, queries = ask(client, address)

    assert response["Cache-Control"] == "no-cache"
    assert not response.has_header("ETag")
    assert not {"set", "set_many"} & set(answer_store.commands)


def test_redirect_to_the_language_of_the_visitor_is_not_kept(client, answer_store, page):
    german = client.get("/", headers={"accept-language": "de"})
    english = client.get("/", headers={"accept-language": "en"})

    assert (german["Location"], english["Location"]) == ("/de/", "/en/")
    assert german["Cache-Control"] == "no-cache"


# What is not for everybody


def test_editor_gets_an_answer_of_their_own(client, answer_store, page, admin_user):
    client.get(page.url)
    client.force_login(admin_user)

    response, queries = ask(client, page.url)

    assert response["Cache-Control"] == "private, no-store"
    assert b"wagtail-userbar" in response.content
    assert queries > 0
    assert b"wagtail-userbar" not in Client().get(page.url).content


def test_request_with_a_token_bypasses_the_store(client, answer_store, page):
    address = f"/api/v3/pages/{page.pk}/"
    client.get(address)

    response = client.get(address, headers={"authorization": "Bearer unknown"})

    assert response["Cache-Control"] == "private, no-store"


def test_page_behind_a_password_is_never_kept(client, answer_store, page):
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="geheim"
    )

    for response in (client.get(page.url), client.get(page.url)):
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
        assert not response.has_header("Surrogate-Key")
    assert not {"set", "set_many"} & set(answer_store.commands)


def test_request_with_a_preview_token_bypasses_the_store(client, answer_store, page):
    client.get(page.url)

    response, queries = ask(client, page.url, x_preview_token="x")

    assert response["Cache-Control"] == "private, no-store"
    assert queries > 0


# What the clock changes


def test_no_answer_outlives_the_day(client, answer_store, settings, page):
    settings.BROWSER_CACHE_SECONDS = settings.SHARED_CACHE_SECONDS = 7 * 86400

    directives = client.get(page.url)["Cache-Control"].split(", ")

    assert directives[0] == "public"
    assert "stale-while-revalidate" not in directives[-1]
    assert 0 <= int(directives[1].removeprefix("max-age=")) <= 25 * 3600


@pytest.mark.parametrize(
    ("left", "directives"),
    [
        (25, "public, max-age=10, s-maxage=20, stale-while-revalidate=5"),
        (24.9, "public, max-age=10, s-maxage=20"),
        (15, "public, max-age=10, s-maxage=15"),
        (0.9, "public, max-age=0, s-maxage=0"),
        (-60, "public, max-age=0, s-maxage=0"),
    ],
)
def test_nobody_shows_an_answer_beyond_the_moment_at_which_it_changes(settings, left, directives):
    settings.BROWSER_CACHE_SECONDS, settings.SHARED_CACHE_SECONDS = 10, 20
    settings.STALE_WHILE_REVALIDATE_SECONDS = 5

    assert cache_control(1000 + left, now=1000) == directives


def test_earliest_moment_counts_and_midnight_at_the_latest(rf):
    request, midnight = rf.get("/"), next_midnight()
    hour = datetime.timedelta(hours=1)

    for moment in (midnight - hour, midnight - 2 * hour, midnight + hour):
        holds_until(request, moment)

    assert dependencies_of(request).expires_at == midnight - 2 * hour
    for declared, until in ((None, midnight), (midnight + hour, midnight), (midnight - hour,) * 2):
        assert change_by_clock(declared) == until.timestamp()


def test_event_is_made_anew_when_its_registration_opens(client, answer_store, calendar, settings):
    settings.BROWSER_CACHE_SECONDS = settings.SHARED_CACHE_SECONDS = 3600
    soon = timezone.now() + datetime.timedelta(seconds=100)
    event = EventPageFactory(parent=calendar, registration_opens=soon, registration="required")

    directives = client.get(event.url)["Cache-Control"]

    assert int(directives.partition("max-age=")[2].partition(",")[0]) <= 100
