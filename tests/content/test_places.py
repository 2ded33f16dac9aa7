"""Places: text first, a map of another host only on request."""

import json

import pytest
from bs4 import BeautifulSoup

from tests.factories import StandardPageFactory, VenueFactory
from tests.sample_content import listed, raw


@pytest.fixture
def venue(db):
    return VenueFactory(
        street="Kortumstraße 90",
        city="Bochum",
        latitude="51.48165",
        longitude="7.21648",
        public_transport="U35, Rathaus",
        step_free="yes",
    )


def page_with(home, *venues):
    value = {"heading": "So finden Sie uns", "venues": listed(*(venue.pk for venue in venues))}
    return StandardPageFactory(parent=home, body=json.dumps(raw([("places", value)])))


def read(client, page):
    return BeautifulSoup(client.get(page.get_url()).content, "html.parser")


def test_place_is_text_first_and_its_map_waits_for_consent(client, home, venue):
    soup = read(client, page_with(home, venue))

    text = soup.main.get_text(" ", strip=True)
    assert all(part in text for part in ("Kortumstraße 90", "U35, Rathaus", "Stufenloser Eingang"))
    assert soup.find("iframe") is None
    assert soup.select_one("button[data-frame-src]")["data-frame-src"] == (
        "https://www.openstreetmap.org/export/embed.html?bbox=7.21248%2C51.47965%2C7.22048%2C51.48365"
        "&layer=mapnik&marker=51.48165%2C7.21648"
    )


def test_link_to_the_map_works_without_javascript(client, home, venue):
    links = read(client, page_with(home, venue)).main.select('a[href^="https://www.openstreetmap"]')

    assert [link["href"] for link in links] == [venue.map_url]


def test_place_without_coordinates_has_no_map(client, home):
    soup = read(client, page_with(home, VenueFactory(name="Audimax")))

    assert "Audimax" in soup.main.get_text()
    assert soup.select("button[data-frame-src]") == []


def test_place_in_the_api_has_its_facts_and_its_map(client, home, venue):
    page = page_with(home, venue)

    [block] = client.get(f"/api/v2/pages/{page.pk}/").json()["body"]

    [place] = block["value"]["places"]
    assert (place["name"], place["latitude"]) == ("Blue Square", 51.48165)
    assert place["accessibility"]["step_free"] == "yes"
    assert place["map_embed_url"] == venue.map_embed_url


def test_reader_gets_the_place_in_their_language(client, home, venue, translate, translate_snippet):
    translate_snippet(venue, public_transport="U35, town hall")
    translate(home, slug="home")
    english_page = translate(page_with(home, venue), slug="page")

    text = read(client, english_page).main.get_text()

    assert "U35, town hall" in text
    assert "Rathaus" not in text
