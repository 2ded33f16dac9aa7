"""What both APIs promise, whatever the page."""

import json

import pytest
from wagtail.models import Page

from tests.factories import EventPageFactory, PartnerPageFactory, StandardPageFactory
from tests.sample_content import raw

VERSIONS = pytest.mark.parametrize("version", ["v2", "v3"])


@VERSIONS
def test_missing_page_is_a_json_404_and_no_redirect(client, home, version):
    response = client.get(f"/api/{version}/pages/999999/", HTTP_ACCEPT_LANGUAGE="en")

    assert response.status_code == 404
    assert response["Content-Type"].split(";")[0] in (
        "application/json",
        "application/problem+json",
    )


def test_address_that_no_endpoint_has_is_problem_json(client, home):
    response = client.get("/api/v9/pages/")

    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert response.json()["status"] == 404


@VERSIONS
def test_answer_does_not_depend_on_the_callers_language(client, home, version):
    response = client.get(f"/api/{version}/pages/{home.pk}/")

    assert "Accept-Language" not in response.get("Vary", "")
    assert "Content-Language" not in response.headers


@VERSIONS
@pytest.mark.parametrize("accepted", ["de", "en"])
def test_links_follow_the_language_of_the_page(client, home, translate, version, accepted):
    target = StandardPageFactory(parent=home, slug="ziel")
    text = f'<p><a linktype="page" id="{target.pk}">Ziel</a></p>'
    page = StandardPageFactory(parent=home, slug="quelle", body=json.dumps(raw([("text", text)])))
    translate(home, slug="home")
    translate(target, slug="target")
    english = translate(page, slug="source")

    def link(source):
        address = f"/api/{version}/pages/{source.pk}/"
        answer = client.get(address, HTTP_ACCEPT_LANGUAGE=accepted).json()
        return answer["body"][0]["value"]

    assert link(page) == '<p><a href="/de/ziel/">Ziel</a></p>'
    assert link(english) == '<p><a href="/en/target/">Ziel</a></p>'


@VERSIONS
def test_link_to_an_untranslated_page_says_its_language(client, home, translate, version):
    target = StandardPageFactory(parent=home, slug="ziel")
    text = f'<p><a linktype="page" id="{target.pk}">Ziel</a></p>'
    page = StandardPageFactory(parent=home, body=json.dumps(raw([("text", text)])))
    translate(home, slug="home")
    english = translate(page, slug="source")

    answer = client.get(f"/api/{version}/pages/{english.pk}/").json()

    assert answer["body"][0]["value"] == '<p><a href="/de/ziel/" hreflang="de">Ziel</a></p>'


@VERSIONS
def test_link_to_a_page_that_is_not_public_is_broken_and_not_leaked(client, home, version):
    draft = StandardPageFactory(parent=home, slug="geheim", live=False)
    text = f'<p><a linktype="page" id="{draft.pk}">Geheim</a></p>'
    link = {"label": "Geheim", "page": draft.pk, "url": ""}
    call = {"heading": "Los", "text": "", "link": link}
    body = raw([("text", text), ("call_to_action", call)])
    page = StandardPageFactory(parent=home, body=json.dumps(body))

    answer = client.get(f"/api/{version}/pages/{page.pk}/").json()

    assert answer["body"][0]["value"] == "<p><a>Geheim</a></p>"
    link = answer["body"][1]["value"]["link"]
    broken = {"id": draft.pk, "type": "home.StandardPage", "state": "broken"}
    assert (link["text"], link["href"], link["page"]) == ("Geheim", "", broken)


@VERSIONS
def test_alternates_name_public_versions_only(client, home, translate, version):
    page = StandardPageFactory(parent=home, slug="seite")
    translate(home, slug="home")
    english = translate(page, slug="page")

    def alternates():
        answer = client.get(f"/api/{version}/pages/{page.pk}/").json()
        return [(item["locale"], item["href"]) for item in answer["alternates"]]

    assert alternates() == [("de", "/de/seite/"), ("en", "/en/page/")]
    english.unpublish()
    assert alternates() == [("de", "/de/seite/")]


@VERSIONS
def test_lists_can_be_filtered_by_locale(client, home, translate, version):
    english = translate(home, slug="home")

    answer = client.get(f"/api/{version}/pages/?locale=en").json()

    assert [item["id"] for item in answer["items"]] == [english.pk]


def test_v2_offers_every_type_in_a_list_with_all_fields(client, calendar, network):
    PartnerPageFactory(parent=network)
    EventPageFactory(parent=calendar)

    answer = client.get("/api/v2/pages/?fields=*").json()

    assert answer["meta"]["total_count"] == Page.objects.live().count() - 1  # but the root


@pytest.mark.parametrize("endpoint", ["images", "documents", "redirects", "pages"])
def test_endpoints_of_v2_answer(client, home, endpoint):
    assert client.get(f"/api/v2/{endpoint}/").status_code == 200


@pytest.mark.parametrize("endpoint", ["pages", "images", "documents"])
def test_public_endpoints_of_v3_answer(client, home, endpoint):
    assert client.get(f"/api/v3/{endpoint}/").status_code == 200


def test_v3_has_the_endpoint_of_locales_that_wagtail_localize_hides(client, home):
    assert "/api/v3/locales/" in client.get("/api/v3/openapi.json").json()["paths"]


def test_interactive_docs_come_from_this_host_alone(client, home):
    content = client.get("/api/v3/docs/").content.decode()

    assert "swagger-ui" in content
    assert "//cdn" not in content
    assert 'src="https://' not in content


def test_v3_types_the_values_of_our_fields(client, home):
    schemas = client.get("/api/v3/openapi.json").json()["components"]["schemas"]

    image = schemas["ImageShape"]["properties"]
    assert list(image) == [
        "id",
        "title",
        "alt",
        "credit",
        "licence",
        "focal_point",
        "renditions",
    ]
    dates = schemas["EventPageSchema"]["properties"]["dates"]
    assert "DateShape" in json.dumps(dates)
