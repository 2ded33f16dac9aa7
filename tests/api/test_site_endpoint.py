"""``/api/v3/site/`` and ``/api/v3/sitemap/``: what stands around the pages, and all of them."""

import json
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from tests.api.walks import get, walk
from tests.factories import DocumentFactory, StandardPageFactory
from tests.sample_content import raw
from univercity.content.site_settings import SiteSettings

NO_TARGET = {"page": None, "document": None, "day": None} | dict.fromkeys(
    ("label", "url", "email", "phone", "language"), ""
)


def link(**fields):
    return "link", {**NO_TARGET, "new_window": False, **fields}


def profile(platform, url):
    return "profile", {"platform": platform, "url": url}


def save_settings(locale, navigation=(), footer_links=(), profiles=(), **fields):
    return SiteSettings.objects.create(
        site=Site.objects.get(),
        locale=locale,
        navigation=json.dumps(raw(list(navigation))),
        footer_links=json.dumps(raw(list(footer_links))),
        social_profiles=json.dumps(raw(list(profiles))),
        **{"organisation": "UniverCity Bochum e. V.", **fields},
    )


@pytest.fixture
def site(home, german, translate):
    """Settings in German, with a page in both languages, one in German only and a hidden one."""
    both, german_only, hidden = (
        StandardPageFactory(parent=home, title=title) for title in ("Leitbild", "Presse", "Geheim")
    )
    translate(home, slug="home")
    translate(both, title="Mission")
    hidden.unpublish()
    navigation = [link(page=page.pk) for page in (both, german_only, hidden)]
    footer_links = [
        link(page=german_only.pk, label="Für die Presse"),
        link(document=DocumentFactory(title="Satzung").pk),
        link(email="mail@univercity.example"),
    ]
    profiles = [profile("instagram", "https://www.instagram.com/univercitybochum/")]
    return save_settings(german, navigation, footer_links, profiles, city="Bochum", latitude=51.5)


@pytest.mark.parametrize(
    ("locale", "navigation"),
    [
        ("de", [("Leitbild", "/de/leitbild/", ""), ("Presse", "/de/presse/", "")]),
        ("en", [("Mission", "/en/leitbild/", ""), ("Presse", "/de/presse/", "de")]),
    ],
)
def test_navigation_leads_to_public_pages_in_the_language(client, site, locale, navigation):
    answer = get(client, f"/api/v3/site/?locale={locale}")

    assert [
        (item["text"], item["href"], item["hreflang"]) for item in answer["navigation"]
    ] == navigation


def test_site_answers_what_stands_in_the_html(client, site):
    html = BeautifulSoup(client.get("/de/").content, "html.parser")
    answer = get(client, "/api/v3/site/")

    def links(selector):
        return [(a.get_text(strip=True), a["href"]) for a in html.select(f"{selector} a")]

    def answered(name):
        return [(item["text"], item["href"]) for item in answer[name]]

    assert links("#site-navigation") == answered("navigation")
    assert links("nav[aria-labelledby=footer-links]") == answered("footer_links")
    assert [a["href"] for a in html.select(".profiles a")] == [
        item["url"] for item in answer["social_profiles"]
    ]
    assert answer["contact"]["organisation"] in html.select_one("footer address").get_text()


def test_site_says_its_languages_and_where_they_begin(client, site):
    answer = get(client, "/api/v3/site/?locale=en")

    assert [(row["code"], row["name"], row["home"]["href"]) for row in answer["languages"]] == [
        ("de", "Deutsch", "/de/"),
        ("en", "English", "/en/"),
    ]
    assert (answer["locale"], answer["source_locale"]) == ("en", "de")
    assert answer["home"]["href"] == "/en/"


def test_contact_falls_back_to_the_source_language_and_says_so(client, site, english):
    contact = get(client, "/api/v3/site/?locale=en")["contact"]
    assert (contact["locale"], contact["city"], contact["latitude"]) == ("de", "Bochum", 51.5)

    save_settings(english, organisation="UniverCity Bochum")

    contact = get(client, "/api/v3/site/?locale=en")["contact"]
    assert (contact["locale"], contact["organisation"]) == ("en", "UniverCity Bochum")


def test_site_without_settings_answers_what_there_is(client, home):
    answer = get(client, "/api/v3/site/")

    assert answer["home"]["id"] == home.pk
    assert (answer["navigation"], answer["contact"]) == ([], None)


def test_site_has_chosen_members_only(client, site):
    answer = get(client, "/api/v3/site/?fields=navigation.href,languages.code")

    assert answer == {
        "navigation": [{"href": "/de/leitbild/"}, {"href": "/de/presse/"}],
        "languages": [{"code": "de"}, {"code": "en"}],
    }


@pytest.mark.parametrize("query", ["locale=fr", "locale=", "fields=nothing"])
def test_site_refuses_what_it_does_not_know(client, home, query):
    get(client, f"/api/v3/site/?{query}", status=422)


def test_host_of_no_site_is_not_found(client, home):
    Site.objects.update(is_default_site=False, hostname="elsewhere.example")

    assert get(client, "/api/v3/site/", status=404)["type"] == "/api/problems/not-found/"


@pytest.mark.parametrize("number", [1, 3])
def test_site_costs_the_same_for_many_links(client, home, german, number):
    pages = StandardPageFactory.create_batch(number, parent=home)
    links = [link(page=page.pk) for page in pages]
    save_settings(german, links, links)
    client.get("/api/v3/site/")

    with CaptureQueriesContext(connection) as queries:
        get(client, "/api/v3/site/")

    assert len(queries) == 6


def test_sitemap_lists_every_public_page_of_every_language(client, site, home):
    items = walk(client, "/api/v3/sitemap/?limit=2")

    assert [(item["locale"], item["href"]) for item in items] == [
        ("de", "/de/"),
        ("de", "/de/leitbild/"),
        ("de", "/de/presse/"),
        ("en", "/en/"),
        ("en", "/en/leitbild/"),
    ]
    alternates = {
        "de": "http://localhost/de/leitbild/",
        "en": "http://localhost/en/leitbild/",
        "x-default": "http://localhost/de/leitbild/",
    }
    for item in (items[1], items[4]):
        assert {row["hreflang"]: row["href"] for row in item["alternates"]} == alternates


def test_sitemap_says_when_a_page_was_last_published(client, home):
    page = StandardPageFactory(parent=home, title="Presse")
    page.save_revision().publish()
    page.refresh_from_db()

    item = walk(client, "/api/v3/sitemap/?fields=title,last_change")[-1]

    published = page.last_published_at.isoformat().replace("+00:00", "Z")
    assert item == {"title": "Presse", "last_change": published}


def test_sitemap_of_the_api_and_of_search_engines_have_the_same_addresses(client, site):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}

    addresses = [element.text for element in root.findall("s:url/s:loc", space)]

    assert sorted(addresses) == sorted(item["url"] for item in walk(client, "/api/v3/sitemap/"))


def test_sitemap_can_be_limited_to_a_language(client, site):
    items = walk(client, "/api/v3/sitemap/?locale=en&limit=1")

    assert [item["href"] for item in items] == ["/en/", "/en/leitbild/"]
    assert settings.LANGUAGE_CODE in {row["hreflang"] for row in items[0]["alternates"]}
