"""The handbook tells of the admin as it is, and can be read there."""

import re
from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_localize
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from tests.block_walk import offered_blocks
from univercity.editorial.handbook import PICTURES, SOURCES

TEXTS = {name: path.read_text(encoding="utf-8") for name, path in SOURCES.items()}


@pytest.fixture(params=SOURCES)
def name(request):
    return request.param


@pytest.fixture
def page(admin_client, name):
    response = admin_client.get(reverse(f"univercity_handbook_{name}"))
    return BeautifulSoup(response.content, "html.parser").select_one(".handbook")


def test_handbook_is_shown_with_its_sections(page, name):
    headings = [heading.text for heading in page.select("h2")]

    assert headings == ["Inhalt", *re.findall(r"^## (.*)$", TEXTS[name], re.MULTILINE)]
    assert page["lang"] == "de"


def test_each_link_leads_to_a_heading(page):
    anchors = [link["href"] for link in page.select("a[href^='#']")]
    ids = [heading["id"] for heading in page.select("[id]")]

    assert len(anchors) >= 10
    assert [anchor for anchor in anchors if page.select(anchor) == []] == []
    assert len(ids) == len(set(ids))


def test_each_picture_is_served_and_described(page, name, admin_client):
    pictures = page.select("img")

    assert len(pictures) == TEXTS[name].count("](screenshots/") >= 4
    for picture in pictures:
        assert picture["alt"]
        response = admin_client.get(picture["src"])
        assert b"".join(response.streaming_content).startswith(b"\x89PNG")


def test_each_picture_of_the_folder_is_used():
    used = set(re.findall(r"\]\(screenshots/(.*?)\)", "".join(TEXTS.values())))

    assert {path.name for path in PICTURES.iterdir()} == used


def test_only_pictures_of_the_handbook_are_served(admin_client):
    assert admin_client.get("/admin/handbuch/unbekannt.png").status_code == 404


@pytest.mark.parametrize("address", ["redaktion/", "uebersetzung/", "startseite.png"])
def test_handbook_asks_for_access_to_the_admin(client, address):
    response = client.get(f"/admin/handbuch/{address}")

    assert response.status_code == 302
    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_help_menu_leads_to_the_handbook(admin_client, name):
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()

    assert f'"url": "{reverse(f"univercity_handbook_{name}")}"' in html


def test_handbook_lists_every_block_in_its_group():
    """After a change, put the group, label and description of the block into the table."""
    with translation.override("de"):
        blocks = {
            f"| {block.meta.group} | **{block.label}** | {block.meta.description} |"
            for _path, block in offered_blocks()
        }

    assert {
        row
        for row in TEXTS["redaktion"].splitlines()
        if re.match(r"\| [^|]+ \| \*\*[^|]+ \| ", row)
    } == blocks


def words_of_the_screen():
    """Return every German text of ours, of Wagtail and of wagtail-localize, without its marks."""
    folders = [settings.LOCALE_PATHS[0], Path(wagtail.__file__).parent]
    folders.append(Path(wagtail_localize.__file__).parent)
    words = set()
    for folder in folders:
        for path in folder.rglob("de/LC_MESSAGES/*.mo"):
            for entry in polib.mofile(str(path)):
                words |= {entry.msgstr, *entry.msgstr_plural.values()}
    return {word.strip().casefold() for word in words}


def test_words_in_bold_stand_on_the_screen(name):
    bold = set(re.findall(r"\*\*(.+?)\*\*", TEXTS[name], re.DOTALL))
    named = {" ".join(words.split()) for words in bold if not words.endswith(":")}
    shown = words_of_the_screen()

    assert {words for words in named if words.casefold() not in shown} == set()
