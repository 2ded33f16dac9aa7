"""Browsers of configured origins may read the API, and nothing else of the site."""

import pytest

from tests.factories import DocumentFactory

ORIGIN = "https://app.example"


@pytest.fixture(autouse=True)
def configured(settings):
    settings.CORS_ALLOWED_ORIGINS = [ORIGIN]


def preflight(client, path, **headers):
    asked = {"Origin": ORIGIN, "Access-Control-Request-Method": "GET", **headers}
    return client.options(path, headers=asked)


@pytest.mark.parametrize("version", ["v2", "v3"])
def test_answer_names_the_origin_and_what_it_may_read(client, home, version):
    answer = client.get(f"/api/{version}/pages/", headers={"Origin": ORIGIN})

    assert answer["Access-Control-Allow-Origin"] == ORIGIN
    assert answer["Access-Control-Expose-Headers"] == "ETag, Link, Retry-After"
    assert "Access-Control-Allow-Credentials" not in answer


def test_captions_of_a_film_may_be_read(client, db):
    captions = DocumentFactory(filename="film.vtt")

    answer = client.get(captions.url, headers={"Origin": ORIGIN})

    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (200, ORIGIN)


def test_other_origins_are_not_named(client, home):
    answer = client.get("/api/v3/pages/", headers={"Origin": "https://evil.example"})

    assert "Access-Control-Allow-Origin" not in answer


def test_site_and_admin_name_no_origin(client, home):
    for path in ("/de/", "/admin/login/", "/robots.txt"):
        answer = client.get(path, headers={"Origin": ORIGIN})
        assert "Access-Control-Allow-Origin" not in answer


def test_preflight_allows_token_and_validator(client, home):
    answer = preflight(
        client,
        "/api/v3/pages/",
        **{"Access-Control-Request-Headers": "authorization, if-none-match"},
    )

    allowed = answer["Access-Control-Allow-Headers"]
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (200, ORIGIN)
    assert "authorization" in allowed
    assert "if-none-match" in allowed
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_problems_can_be_read_too(client, home):
    headers = {"Origin": ORIGIN, "Authorization": "Bearer nonsense"}

    answer = client.get("/api/v3/pages/", headers=headers)

    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (401, ORIGIN)


def test_preflight_of_an_endpoint_that_asks_for_a_token_needs_none(client, home):
    assert preflight(client, "/api/v3/whoami/").status_code == 200
