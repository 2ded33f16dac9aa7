"""What a frontend meets in the first week: it works here and does not on Wagtail as it comes.

Everything is asked in ways that exist in both. ``tests/api/test_traps_on_stock.py`` runs this file
against stock Wagtail and says how each test fails there.
"""

import datetime
import ipaddress
import json
import secrets
import time

import pytest
from wagtail.contrib.frontend_cache.backends.base import BaseBackend
from wagtail.models import APIToken

from tests.accounts import make_account
from tests.factories import EventDateFactory, EventPageFactory, StandardPageFactory, UserFactory
from tests.previews.panel import pass_time
from tests.publications import link_to, revise
from tests.sample_content import figure, raw
from univercity.previews.opening import issue

VERSIONS = pytest.mark.parametrize("version", ["v2", "v3"])


@VERSIONS
@pytest.mark.parametrize("path", ["/en/mission/", "/de/leitbild/"])
def test_trap_1_page_is_found_by_the_path_that_the_browser_shows(
    client, home, leitbild, translate, version, path
):
    translate(home, slug="home")
    english = translate(leitbild, slug="mission")
    page = {"/en/mission/": english, "/de/leitbild/": leitbild}[path]

    answer = client.get(f"/api/{version}/pages/find/", {"html_path": path}, follow=True)

    assert answer.status_code == 200
    assert (answer.json()["id"], answer.json()["title"]) == (page.pk, page.title)


@VERSIONS
def test_trap_2_missing_page_is_a_problem_and_no_redirect(client, home, version):
    answer = client.get(f"/api/{version}/pages/999999/")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


@VERSIONS
def test_trap_3_links_follow_the_language_of_the_page(client, home, translate, version):
    target = StandardPageFactory(parent=home, slug="ziel")
    page = StandardPageFactory(parent=home, slug="quelle", body=link_to(target))
    translate(home, slug="home")
    translate(target, slug="target")
    english = translate(page, slug="source")

    answer = client.get(f"/api/{version}/pages/{english.pk}/").json()

    assert 'href="/en/target/"' in answer["body"][0]["value"]


@VERSIONS
def test_trap_4_page_names_its_alternates(client, home, translate, version):
    translate(home, slug="home")

    answer = client.get(f"/api/{version}/pages/{home.pk}/").json()

    found = [(item["locale"], item["href"]) for item in answer.get("alternates", [])]
    assert found == [("de", "/de/"), ("en", "/en/")]


def test_trap_5_openapi_types_each_block(client, home):
    schemas = client.get("/api/v3/openapi.json").json()["components"]["schemas"]

    item = schemas["StandardPageSchema"]["properties"]["body"]["items"]
    union = schemas[item.get("$ref", "/").rpartition("/")[2]] if item else {}
    assert union.get("discriminator", {}).get("propertyName") == "type"


@VERSIONS
def test_trap_5_choosers_answer_objects(client, home, version):
    body = json.dumps(raw([("figure", figure("Eine Treppe", ""))]))
    page = StandardPageFactory(parent=home, body=body)

    answer = client.get(f"/api/{version}/pages/{page.pk}/").json()

    image = answer["body"][0]["value"]["image"]
    assert image.keys() >= {"alt", "credit", "focal_point", "renditions"}
    assert image["renditions"]["inline"][0].keys() >= {"src", "width", "height", "type"}


def test_trap_6_token_without_rights_reads_what_is_public(client, home, token_of):
    headers = token_of(UserFactory(username="app"))

    listed = client.get("/api/v3/pages/", headers=headers).json()["items"]
    assert [item["id"] for item in listed] == [home.pk]
    assert client.get(f"/api/v3/pages/{home.pk}/", headers=headers).status_code == 200


@VERSIONS
def test_trap_6_bogus_token_is_refused(client, home, version):
    headers = {"Authorization": f"Bearer {APIToken.generate_token()}"}

    assert client.get(f"/api/{version}/pages/", headers=headers).status_code == 401


def test_trap_7_unknown_parameter_is_refused_by_name(client, home):
    answer = client.get("/api/v3/pages/", {"nonsense": "1"})

    assert answer.status_code == 422
    assert answer.json()["parameter"] == "nonsense"


def list_events(client, **parameters):
    """Ask for events: where there is no list of their own, the one of all pages."""
    answer = client.get("/api/v3/events/", parameters, headers={"Accept-Language": "de"})
    if answer.status_code == 200:
        return answer
    return client.get("/api/v3/pages/", {"type": "calendar_pages.EventPage", **parameters})


def test_trap_7_events_are_filtered_by_range(client, calendar):
    for title, day in [("Früher", "2026-11-01"), ("Später", "2026-12-01")]:
        event = EventPageFactory(parent=calendar, title=title)
        EventDateFactory(page=event, start_date=datetime.date.fromisoformat(day))

    answer = list_events(client, **{"from": "2026-11-15"}).json()

    assert [item["title"] for item in answer["items"]] == ["Später"]


@VERSIONS
def test_trap_8_answer_has_validators_and_a_lifetime(
    client, home, answer_store, monkeypatch, version
):
    path = f"/api/{version}/pages/{home.pk}/"
    client.get(path)
    later = time.time() + 3  # within a second the page could still have changed
    monkeypatch.setattr(time, "time", lambda: later)
    answer = client.get(path)

    assert {"ETag", "Last-Modified", "Cache-Control"} <= answer.headers.keys()
    again = client.get(path, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@VERSIONS
def test_trap_8_browsers_of_configured_origins_may_read(client, home, settings, version):
    settings.CORS_ALLOWED_ORIGINS = ["https://app.example"]

    answer = client.get(f"/api/{version}/pages/", headers={"Origin": "https://app.example"})

    assert answer.get("Access-Control-Allow-Origin") == "https://app.example"


@VERSIONS
def test_trap_8_many_requests_are_throttled(client, home, settings, version):
    settings.API_RATE_PER_ADDRESS = "1/h"
    path = f"/api/{version}/pages/"

    address = str(ipaddress.IPv4Address(secrets.randbits(32)))  # nobody else counts for it
    answers = [client.get(path, REMOTE_ADDR=address) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 429]
    assert int(answers[1]["Retry-After"]) > 0


class PurgedCache(BaseBackend):
    """A front-end cache that notes what it is to forget."""

    paths = []

    def purge(self, url):
        self.paths.append("/" + url.split("/", 3)[-1])


@VERSIONS
def test_trap_8_front_end_caches_forget_the_api_answer(home, settings, commit, version):
    backend = f"{PurgedCache.__module__}.{PurgedCache.__name__}"
    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": backend}}
    PurgedCache.paths.clear()

    commit(revise, home, hero_text="Neu")

    assert f"/api/{version}/pages/{home.pk}/" in PurgedCache.paths


@VERSIONS
def test_trap_9_preview_token_opens_one_page_for_an_hour(client, home, monkeypatch, version):
    page = StandardPageFactory(parent=home, title="Vorher")
    page.title = "Nachher"
    editor = make_account("editor", is_superuser=True)
    token = issue(editor, page, None, follows_form=True).text

    def ask(other):
        return client.get(f"/api/{version}/pages/{other.pk}/", {"preview_token": token})

    answer = ask(page)
    assert (answer.status_code, answer.json().get("title")) == (200, "Nachher")
    assert ask(home).status_code == 401
    pass_time(monkeypatch, minutes=61)
    assert ask(page).status_code == 401


def test_trap_10_list_brings_the_fields_that_are_asked_for(client, calendar):
    EventDateFactory(page=EventPageFactory(parent=calendar, title="Vortrag"))

    answer = list_events(client, fields="title,dates")

    assert answer.status_code == 200
    [item] = answer.json()["items"]
    assert item.keys() >= {"title", "dates"}
    assert "venue" not in item
