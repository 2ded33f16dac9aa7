"""What ``resolve`` says of an address is what the HTML site answers there."""

from urllib.parse import quote, unquote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from network.models import PartnerPage
from tests.factories import PartnerPageFactory, StandardPageFactory
from tests.fuzzing import examples

RESOLVE = "/api/v3/resolve/"


def html_verdict(address):
    """Return status and target of the HTML site, as ``resolve`` says them."""
    # The client takes what follows two slashes for a host, as no server does.
    path = unquote(address.partition("?")[0], "latin-1")  # as servers do
    response = Client().get(address, **({"PATH_INFO": path} if path.startswith("//") else {}))
    return response.status_code, response.headers.get("Location", "")


def resolve_verdict(address, **parameters):
    response = Client().get(RESOLVE, {"path": address, **parameters})
    answer = response.json()
    if response.status_code == 200 and answer["kind"] == "redirect":
        return answer["status"], answer["location"]
    return response.status_code, ""


def variants(path):
    """Return a path as people shorten and mistype it, and in the other language."""
    return {
        path,
        f"{path.rstrip('/')}?page=2",
        path[3:] or "/",
        f"{path}nirgends/",
        path.replace("/de/", "/en/", 1),
        path.replace("/en/", "/de/", 1),
    }


def differences(addresses):
    """Return what both say of each address that they do not agree on."""
    verdicts = {
        address: (html_verdict(address), resolve_verdict(address)) for address in sorted(addresses)
    }
    return {address: pair for address, pair in verdicts.items() if pair[0] != pair[1]}


NAMES = ["de", "en", "fr", "de-at", "ueber", "about", "team", "alt", "geheim", "startseite"]
OTHER_NAMES = st.text(st.characters(codec="utf-8"), max_size=6).filter(
    lambda name: "admin" not in name and "api" not in name  # see the test of what is no page
)
PATHS = st.lists(st.sampled_from(NAMES) | OTHER_NAMES, max_size=4).map("/".join)


@pytest.fixture
def site_with_everything(home, translate):
    """Pages in both languages, one moved, one hidden, and a redirect by hand."""
    about = StandardPageFactory(parent=home, slug="ueber")
    StandardPageFactory(parent=about, slug="team")
    StandardPageFactory(parent=home, slug="geheim", live=False)
    translate(home, slug="home")
    translate(about, slug="about")
    Redirect.add_redirect("/alt", about, is_permanent=False)
    Redirect.add_redirect("/de/alt/team?x=1", "https://www.bochum.de/")


@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=PATHS, slash=st.booleans(), query=st.sampled_from(["", "?x=1", "?page=2"]))
def test_any_path_gets_the_verdict_of_the_html_site(site_with_everything, path, slash, query):
    address = quote(f"/{path}{'/' if slash else ''}") + query

    assert resolve_verdict(address) == html_verdict(address)


@pytest.mark.parametrize("path", ["/admin/", "/sitemap.xml", "/api/v3/docs/", "/de/_util/login/"])
def test_address_of_the_site_that_is_no_page_is_missing(home, path):
    assert resolve_verdict(path) == (404, "")


@pytest.mark.parametrize("language", ["de", "en"])
def test_path_without_language_leads_to_that_of_the_visitor(client, home, language):
    answer = client.get(RESOLVE, {"path": "/ueber", "locale": language}).json()
    html = client.get("/ueber", headers={"Accept-Language": language})

    assert answer["location"] == html.url == f"/{language}/ueber/"
    assert answer["permanent"] is False


def test_pages_without_a_public_home_in_their_language_redirect_to_the_source(
    client, home, english
):
    StandardPageFactory(parent=home, slug="ueber")

    assert resolve_verdict("/en/ueber/") == html_verdict("/en/ueber/") == (302, "/de/ueber/")


def test_moved_page_is_a_permanent_redirect(
    client, home, translate, django_capture_on_commit_callbacks
):
    page = StandardPageFactory(parent=home, slug="impressum")
    page.save_revision().publish()
    section = StandardPageFactory(parent=home, slug="bereich")
    with django_capture_on_commit_callbacks(execute=True):
        type(page).objects.get(pk=page.pk).move(section, pos="last-child")

    answer = client.get(RESOLVE, {"path": "/de/impressum/"}).json()

    assert answer == {
        "kind": "redirect",
        "location": "/de/bereich/impressum/",
        "status": 301,
        "permanent": True,
    }


def test_merged_partner_keeps_its_page_which_names_the_successor(client, network):
    successor = PartnerPageFactory(parent=network, slug="neu")
    merged = PartnerPageFactory(
        parent=network, slug="alt", status=PartnerPage.Status.MERGED, successor=successor
    )

    answer = client.get(RESOLVE, {"path": merged.url}).json()

    assert html_verdict(merged.url) == (200, "")
    assert answer["page"]["successor"]["id"] == successor.pk


@pytest.mark.parametrize("kind", ["login", "password"])
def test_restricted_page_is_as_if_missing(client, home, kind):
    section = StandardPageFactory(parent=home, slug="intern", title="Streng geheim")
    page = StandardPageFactory(parent=section, slug="akte", title="Streng geheim")
    PageViewRestriction.objects.create(page=section, restriction_type=kind, password="x")

    restricted, missing = (
        client.get(RESOLVE, {"path": address}) for address in (page.url, "/de/nirgends/akte/")
    )

    assert html_verdict(page.url)[0] in (200, 302)  # asks for the password or the login
    assert restricted.status_code == missing.status_code == 404
    assert restricted.json()["nearest"] == missing.json()["nearest"]
    assert "geheim" not in restricted.content.decode()
