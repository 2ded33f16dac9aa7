"""Every failure of the APIs is problem+json with a type that can be looked up."""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.accounts import make_account
from univercity.content.representations.problems import Kind

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "api.md"
VERSIONS = pytest.mark.parametrize("version", ["v2", "v3"])


def assert_problem(response, kind, status=None):
    """Assert that ``response`` is a problem of this kind, as RFC 9457 describes it."""
    body = response.json()
    assert response["Content-Type"] == "application/problem+json"
    assert response.status_code == body["status"] == (status or kind.value.status)
    assert (body["type"], body["title"]) == (kind.value.uri, kind.value.title)
    assert body["detail"]
    return body


def test_documentation_lists_every_kind_of_problem():
    rows = re.findall(r"^\| `([a-z-]+)` \| (\d{3}) \| (.+?) \|$", DOCUMENTATION.read_text(), re.M)

    kinds = [(kind.value.name, str(kind.value.status), kind.value.title) for kind in Kind]
    assert sorted(rows) == sorted(kinds)


@pytest.mark.parametrize("kind", Kind)
def test_type_of_a_problem_can_be_looked_up(client, db, kind):
    answer = client.get(kind.value.uri)

    assert (answer.status_code, answer.json()["title"]) == (200, kind.value.title)


def test_unknown_type_of_a_problem_is_a_problem(client, db):
    assert_problem(client.get("/api/problems/nonsense/"), Kind.NOT_FOUND)


@VERSIONS
def test_missing_object_is_a_problem(client, home, version):
    assert_problem(client.get(f"/api/{version}/pages/999999/"), Kind.NOT_FOUND)
    assert_problem(client.get(f"/api/{version}/pages/find/?html_path=/nie/"), Kind.NOT_FOUND)
    assert_problem(client.get(f"/api/{version}/nonsense/"), Kind.NOT_FOUND)
    assert_problem(client.get(f"/api/{version}/pages"), Kind.NOT_FOUND)


@VERSIONS
def test_method_that_an_address_does_not_take_is_a_problem(client, home, version):
    answer = client.put(f"/api/{version}/pages/")

    assert_problem(answer, Kind.METHOD_NOT_ALLOWED)
    assert {"GET", "HEAD"} <= set(answer["Allow"].split(", "))


@VERSIONS
def test_host_of_another_site_is_a_problem(client, home, settings, version):
    settings.ALLOWED_HOSTS = ["testserver"]

    answer = client.get(f"/api/{version}/pages/", headers={"Host": "evil.example"})

    assert_problem(answer, Kind.MALFORMED)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/api/v3/nonsense/", Kind.NOT_FOUND),
        ("/api/nonsense", Kind.NOT_FOUND),
        ("/api/v3/", Kind.NOT_FOUND),
        ("/api/v3/openapi.json", Kind.METHOD_NOT_ALLOWED),
        ("/api/problems/not-found/", Kind.METHOD_NOT_ALLOWED),
    ],
)
def test_what_nobody_can_write_asks_for_no_right(home, address, kind):
    assert_problem(Client(enforce_csrf_checks=True).post(address), kind)


@VERSIONS
@pytest.mark.parametrize("condition", ["If-Match", "If-Unmodified-Since"])
def test_condition_that_does_not_hold_is_a_problem(client, home, version, condition):
    value = {"If-Match": '"x"', "If-Unmodified-Since": "Sat, 28 Nov 2009 22:00:00 GMT"}[condition]

    answer = client.get(f"/api/{version}/pages/", headers={condition: value})

    assert_problem(answer, Kind.PRECONDITION_FAILED)
    assert answer["Cache-Control"] == "no-cache"


@VERSIONS
@pytest.mark.parametrize("name", ["pages/", "pages/999/", "pages/find/", "images/"])
def test_head_answers_as_get_does_without_a_body(client, home, token_of, version, name):
    headers = token_of(make_account("reader"))  # with a token, nothing comes from the store
    get = client.get(f"/api/{version}/{name}", headers=headers)

    head = client.head(f"/api/{version}/{name}", headers=headers)

    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head["Content-Type"] == get["Content-Type"]
    assert head["Content-Length"] == str(len(get.content))


def test_v2_answers_a_wrong_value_as_a_problem(client, home):
    addresses = ["?limit=x", "?order=nonsense", "?fields=nonsense", "?type=a.B", "?child_of=x"]

    for query in addresses:
        assert_problem(client.get(f"/api/v2/pages/{query}"), Kind.INVALID_PARAMETER, status=400)


def test_v2_answers_json_whatever_is_accepted(client, home):
    answer = client.get("/api/v2/pages/", headers={"Accept": "application/xml"})

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")


def test_v3_answers_a_wrong_value_as_a_problem(client, home):
    queries = ["?limit=x", "?limit=999", "?order=nonsense", "?type=a.B", "?child_of=x"]

    for query in [*queries, "?depth=1"]:
        answer = client.get(f"/api/v3/pages/{query}")
        assert answer.status_code == 422, query
        assert answer["Content-Type"] == "application/problem+json"


def test_v3_names_the_parameter_whose_value_is_wrong(client, home):
    body = assert_problem(client.get("/api/v3/pages/?limit=x"), Kind.INVALID_PARAMETER)

    assert body["errors"][0]["loc"] == ["query", "limit"]


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("pages/?limit=x", "limit"),
        ("pages/?child_of=x", "child_of"),
        ("pages/?type=home.HomePage&type=x", "type"),
        ("pages/x/", "page_id"),
        ("changes/?locale=fr", "locale"),
        ("resolve/", "path"),
        ("resolve/?path=/&fallback=en", "fallback"),
        ("resolve/?path=/de/&at=tomorrow", "at"),
        ("resolve/?path=/de/&at=2026-11-27T18:00:00Z&version=draft", "at"),
        ("resolve/?path=https://example.org/", "path"),
        ("resolve/?path=https://[/", "path"),
        ("changes/?since=9999-12-31T23:59:59-14:00", "since"),
        ("pages/?show_in_menus=x", "show_in_menus"),
    ],
)
def test_wrong_or_missing_parameter_is_named(client, home, address, parameter):
    body = assert_problem(client.get(f"/api/v3/{address}"), Kind.INVALID_PARAMETER)

    assert body["parameter"] == parameter


def test_parameters_that_do_not_go_together_are_told(client, home):
    answer = client.get(f"/api/v3/pages/?child_of={home.pk}&descendant_of=root")

    assert "descendant_of with child_of" in assert_problem(answer, Kind.INVALID_PARAMETER)["detail"]


@pytest.mark.parametrize("name", ["ancestor_of", "child_of", "descendant_of", "translation_of"])
def test_parameter_that_names_no_page_finds_nothing(client, home, name):
    body = assert_problem(client.get(f"/api/v3/pages/?{name}=999999"), Kind.NOT_FOUND)

    assert body["parameter"] == name


@VERSIONS
def test_unexpected_error_is_a_problem_that_tells_nothing(client, home, version, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("the password is 12345")

    monkeypatch.setattr("wagtail.api.v3.routers.pages.get_pages_queryset", fail)
    monkeypatch.setattr("univercity.api.v2.readable_pages", fail)
    client.raise_request_exception = False

    answer = client.get(f"/api/{version}/pages/")

    assert_problem(answer, Kind.INTERNAL_ERROR)
    assert "12345" not in answer.content.decode()


def test_page_that_is_missing_outside_the_api_stays_html(client, home):
    answer = client.get("/de/nie/")

    assert (answer.status_code, answer["Content-Type"]) == (404, "text/html; charset=utf-8")
