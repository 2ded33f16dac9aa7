"""What every HTML page has around its content."""

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
    StandardPageFactory,
)
from univercity.content.site_settings import SiteSettings


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def both_languages(home, translate):
    """A page and its translation."""
    page = StandardPageFactory(parent=home, slug="seite", teaser="Worum es geht.")
    page.teaser_image = ImageFactory()
    page.save()
    translate(home, slug="home")
    return page, translate(page, slug="page")


@pytest.fixture
def every_page(leitbild, network, calendar, home):
    partner = PartnerPageFactory(parent=network, logo=ImageFactory())
    event = EventPageFactory(parent=calendar, organiser=partner)
    EventDateFactory(page=event)
    return [home, StandardPageFactory(parent=home), leitbild, network, partner, calendar, event]


def test_page_names_its_address_and_its_versions(client, both_languages):
    soup = read(client, "/en/page/")

    assert soup.html["lang"] == "en"
    assert soup.find("link", rel="canonical")["href"] == "http://localhost/en/page/"
    alternates = {link["hreflang"]: link["href"] for link in soup.select("link[rel=alternate]")}
    assert alternates == {
        "de": "http://localhost/de/seite/",
        "en": "http://localhost/en/page/",
        "x-default": "http://localhost/de/seite/",
    }


def test_page_without_translation_names_no_other_version(client, home):
    soup = read(client, "/de/")

    alternates = [link["hreflang"] for link in soup.select("link[rel=alternate]")]
    assert sorted(alternates) == ["de", "x-default"]


def test_page_describes_itself_to_social_networks(client, both_languages):
    soup = read(client, "/de/seite/")

    properties = {tag["property"]: tag["content"] for tag in soup.select("meta[property^='og:']")}
    assert properties["og:description"] == "Worum es geht."
    assert properties["og:image:alt"] == "Eine Treppe"
    assert re.search(r"fill-1200x630.*\.jpg$", properties["og:image"])


def test_language_switcher_leads_to_the_same_page(client, both_languages):
    switcher = read(client, "/de/seite/").select_one(".languages")

    [link] = switcher.select("a")
    assert (link["href"], link["lang"], link["hreflang"]) == ("/en/page/", "en", "en")


def test_language_switcher_says_that_a_version_is_missing(client, home):
    switcher = read(client, "/de/").select_one(".languages")

    assert switcher.select("a") == []
    assert "noch nicht verfügbar" in switcher.text


def test_page_has_one_main_heading_and_skips_no_level(client, every_page):
    for page in every_page:
        headings = read(client, page.url).select("h1, h2, h3, h4, h5, h6")
        levels = [int(heading.name[1]) for heading in headings]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_page_has_no_inline_code_and_asks_no_other_host(client, every_page):
    for page in every_page:
        soup = read(client, page.url)
        assert soup.select("style, [style], script:not([src]), [onclick], [onload]") == []
        loaded = [tag.get("src") or tag.get("href") for tag in soup.select("[src], link[href]")]
        foreign = [address for address in loaded if re.match(r"(https?:)?//(?!localhost)", address)]
        assert foreign == []


def test_anonymous_visitor_gets_no_cookie(client, every_page):
    for page in every_page:
        assert not client.get(page.url).cookies


def test_root_leads_to_the_language_of_the_visitor(client, both_languages):
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="en").url == "/en/"
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="fr").url == "/de/"


@pytest.mark.parametrize(
    ("address", "text"), [("/de/fehlt/", "nicht gefunden"), ("/en/missing/", "not found")]
)
def test_missing_page_is_told_in_the_language_of_its_address(client, both_languages, address, text):
    response = client.get(address)

    assert response.status_code == 404
    assert text in response.content.decode()


def test_server_error_is_told_in_both_languages_without_database(
    client, monkeypatch, home, django_assert_num_queries
):
    client.raise_request_exception = False
    monkeypatch.setattr("univercity.http_cache.views.reverse", None)

    with django_assert_num_queries(0):
        response = client.get("/robots.txt")

    assert response.status_code == 500
    assert "Etwas ist schiefgegangen" in response.content.decode()
    assert "Something went wrong" in response.content.decode()


def test_sitemap_lists_every_public_page_with_its_versions(client, both_languages, home):
    StandardPageFactory(parent=home, slug="entwurf", live=False)

    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own

    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    addresses = [loc.text for loc in root.findall("s:url/s:loc", space)]
    assert addresses == [
        "http://localhost/de/",
        "http://localhost/de/seite/",
        "http://localhost/en/",
        "http://localhost/en/page/",
    ]
    link = "{http://www.w3.org/1999/xhtml}link"
    last = root.findall("s:url", space)[-1]
    assert [tag.get("hreflang") for tag in last.findall(link)] == ["de", "en", "x-default"]


def test_sitemap_costs_the_same_for_many_pages(client, home, django_assert_num_queries):
    def count(number):
        for _ in range(number):
            StandardPageFactory(parent=home)
        client.get("/sitemap.xml")
        with django_assert_num_queries(5):
            client.get("/sitemap.xml")

    count(1)
    count(3)


def test_robots_names_the_sitemap(client, home):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Disallow: /admin/" in lines
    assert lines[-1] == "Sitemap: http://testserver" + reverse("sitemap")


@pytest.fixture
def site_settings(home):
    return SiteSettings.objects.create(
        site=home.get_site(), locale=home.locale, organisation="UniverCity Bochum e. V."
    )


def test_navigation_shows_pages_in_the_language_of_the_reader(
    client, both_languages, site_settings
):
    page, _translation = both_languages
    link = {"label": "", "page": page.pk, "url": ""}
    site_settings.navigation = json.dumps([{"type": "link", "value": link}])
    site_settings.save()

    def navigation(address):
        return [a["href"] for a in read(client, address).select(".site-navigation a")]

    assert navigation("/de/") == ["/de/seite/"]
    assert navigation("/en/") == ["/en/page/"]


def test_footer_shows_the_settings_of_the_source_language_where_untranslated(
    client, both_languages, site_settings
):
    assert "UniverCity Bochum e. V." in read(client, "/en/").footer.text


def test_picture_comes_in_modern_formats_and_sizes(client, both_languages, home):
    home.hero_image = ImageFactory()
    home.save()

    picture = read(client, "/de/").select_one("picture")

    assert [source["type"] for source in picture.select("source")] == ["image/avif", "image/webp"]
    assert picture.img["alt"] == "Eine Treppe"
    assert picture.img["sizes"] == "100vw"
    assert picture.img["src"].endswith(".jpg")


def test_page_of_a_merged_partner_leads_to_its_successor(client, network):
    successor = PartnerPageFactory(parent=network, title="Hochschule Bochum")
    partner = PartnerPageFactory(parent=network, status="merged", successor=successor)

    content = read(client, partner.url)

    assert successor.url in [a["href"] for a in content.select("main a")]


def test_principles_are_numbered_and_can_be_linked_to(client, leitbild):
    content = read(client, leitbild.url)
    answer = client.get(f"/api/v3/pages/{leitbild.pk}/").json()

    [principle] = answer["principles"]
    assert content.find(id=principle["anchor"])
    assert content.find("a", href=f"#{principle['anchor']}")
