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
from univercity.handbook.document import PICTURES, SOURCE

TEXT = SOURCE.read_text(encoding="utf-8")


@pytest.fixture
def page(admin_client):
    response = admin_client.get(reverse("univercity_handbook"))
    return BeautifulSoup(response.content, "html.parser").select_one(".handbook")


def test_handbook_is_shown_with_its_sections(page):
    headings = [heading.text for heading in page.select("h2")]

    assert headings == ["Inhalt", *re.findall(r"^## (.*)$", TEXT, re.MULTILINE)]
    assert page["lang"] == "de"


def test_each_link_leads_to_a_heading(page):
    anchors = [link["href"] for link in page.select("a[href^='#']")]
    ids = [heading["id"] for heading in page.select("[id]")]

    assert len(anchors) >= 15
    assert [anchor for anchor in anchors if page.select(anchor) == []] == []
    assert len(ids) == len(set(ids))


def test_each_picture_is_served_and_described(page, admin_client):
    pictures = page.select("img")

    assert len(pictures) == 10
    for picture in pictures:
        assert picture["alt"]
        response = admin_client.get(picture["src"])
        assert b"".join(response.streaming_content).startswith(b"\x89PNG")


def test_each_picture_of_the_folder_is_used():
    used = set(re.findall(r"\]\(screenshots/(.*?)\)", TEXT))

    assert {path.name for path in PICTURES.iterdir()} == used


def test_only_pictures_of_the_handbook_are_served(admin_client):
    assert admin_client.get("/admin/handbuch/unbekannt.png").status_code == 404


@pytest.mark.parametrize("name", ["univercity_handbook", "univercity_handbook_picture"])
def test_handbook_asks_for_access_to_the_admin(client, name):
    arguments = ["startseite"] if name.endswith("picture") else []

    response = client.get(reverse(name, args=arguments))

    assert response.status_code == 302
    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_help_menu_leads_to_the_handbook(admin_client):
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()

    assert f'"url": "{reverse("univercity_handbook")}"' in html


def test_handbook_lists_every_block_in_its_group():
    """After a change, put the group, label and description of the block into the table."""
    with translation.override("de"):
        blocks = {
            f"| {block.meta.group} | **{block.label}** | {block.meta.description} |"
            for _path, block in offered_blocks()
        }

    assert {
        row for row in TEXT.splitlines() if re.match(r"\| [^|]+ \| \*\*[^|]+ \| ", row)
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


def test_words_in_bold_stand_on_the_screen():
    bold = set(re.findall(r"\*\*(.+?)\*\*", TEXT, re.DOTALL))
    named = {" ".join(words.split()) for words in bold if not words.endswith(":")}

    assert {words for words in named if words.casefold() not in words_of_the_screen()} == set()
