"""The example frontend: the whole site from the API alone, in both languages, with preview."""

import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.browser.admin_steps import Editor, find_page
from tests.browser.axe import find_violations_everywhere
from tests.browser.conftest import ROOT, free_port, wait_for

FOLDER = ROOT / "examples" / "frontend"
NODE = Path(sys.executable).with_name("node")


@pytest.fixture(scope="module")
def frontend(demo, tmp_path_factory):
    """The address of the example frontend, served as it is built, in front of the demo."""
    server = FOLDER / "dist" / "server" / "entry.mjs"
    assert server.exists(), "Build the example frontend first: make frontend"
    port = free_port()
    environment = {"HOST": "127.0.0.1", "PORT": str(port), "CMS_URL": demo.url}
    log = tmp_path_factory.mktemp("frontend") / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [NODE, server], cwd=FOLDER, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            wait_for(process, f"http://127.0.0.1:{port}/de/", log)
            yield f"http://127.0.0.1:{port}"
            assert "Error" not in log.read_text(), log.read_text()
        finally:
            process.terminate()
            process.wait(timeout=20)


def read(address):
    with urllib.request.urlopen(address, timeout=60) as response:  # noqa: S310 - our own servers
        return response.read().decode()


def pages_of(demo):
    """Return what the API answers for every public path, by path."""
    paths, following = [], "/api/v3/sitemap/?limit=100"
    while following:
        answer = json.loads(read(demo.url + following))
        paths += [urlsplit(entry["url"]).path for entry in answer["items"]]
        following = answer["next"]
    ask = f"{demo.url}/api/v3/resolve/?path="
    return {path: json.loads(read(ask + quote(path)))["page"] for path in paths}


@pytest.fixture(scope="module")
def pages(demo):
    return pages_of(demo)


def blocks_in(value):
    """Yield the blocks of an answer, those in blocks included."""
    if isinstance(value, dict):
        if {"type", "id", "value"} <= value.keys():
            yield value
        for member in value.values():
            yield from blocks_in(member)
    elif isinstance(value, list):
        for member in value:
            yield from blocks_in(member)


def test_every_page_is_rendered_with_all_its_blocks(frontend, pages):
    assert len(pages) > 60
    for path, page in pages.items():
        html = BeautifulSoup(read(frontend + path), "html.parser")
        heading = page.get("hero_heading") or page["title"]
        shown = {element["id"] for element in html.find_all(id=True)}
        expected = {block["id"] for block in blocks_in(page.get("body", []))}
        assert html.h1.get_text(" ", strip=True) == heading, path
        assert expected - shown == set(), path
        assert html.html["lang"] == page["meta"]["locale"], path


def test_pages_of_every_type_are_accessible_in_both_languages(visit, frontend, pages):
    examples = {
        (page["meta"]["type"], page["meta"]["locale"]): path for path, page in pages.items()
    }
    assert len(examples) == 14
    for path in examples.values():
        visitor = visit()
        visitor.page.goto(frontend + path)
        assert find_violations_everywhere(visitor.page) == [], path
        assert visitor.problems == [], path


def test_visitor_finds_the_way_in_two_languages(visit, frontend):
    page = visit().page
    page.goto(f"{frontend}/")
    expect(page).to_have_url(f"{frontend}/de/")

    page.get_by_role("navigation", name="Hauptmenü").get_by_role("link", name="Leitbild").click()
    expect(page.locator("h1")).to_have_text("Leitbild")
    page.get_by_role("navigation", name="Sprache").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{frontend}/en/mission/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_visitor_of_a_missing_page_is_led_to_the_nearest(visit, frontend):
    page = visit().page

    response = page.goto(f"{frontend}/de/kalender/gibt-es-nicht/")

    assert response.status == 404
    page.locator("main").get_by_role("link", name="Kalender").click()
    expect(page.locator("h1")).to_have_text("Kalender")


def test_german_page_stands_in_for_a_missing_translation_and_says_so(visit, frontend, pages):
    german = {path for path in pages if path.startswith("/de/kalender/")}
    untranslated = next(path for path in german if len(pages[path]["alternates"]) == 1)
    page = visit().page

    page.goto(frontend + untranslated.replace("/de/", "/en/", 1))

    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("main")).to_contain_text("This page is not available in English yet.")
    expect(page.locator("h1")).to_have_text(pages[untranslated]["title"])


def test_editor_sees_a_draft_in_the_example_frontend(demo, log_in, frontend):
    admin = log_in("admin").page
    admin.goto(f"{demo.url}/admin/univercity_frontends/new/")
    admin.select_option("#id_site", index=1)
    admin.fill("#id_name", "Beispiel")
    admin.fill("#id_address", f"{frontend}/preview/?token={{token}}")
    admin.get_by_role("button", name="Erstellen").click()
    editor = Editor(demo, log_in("redaktion"))
    editor.edit(find_page(demo, slug="datenschutz"))
    editor.show_panel("Vorschau")
    editor.page.select_option("#id_preview_mode", label="Im Frontend: Beispiel")
    shown = editor.page.frame_locator("#w-preview-iframe")
    expect(shown.locator("h1")).to_have_text("Datenschutz")

    editor.page.fill("#id_introduction", "Noch nicht öffentlich.")

    expect(shown.locator(".lead").first).to_have_text("Noch nicht öffentlich.")
    expect(shown.locator("main")).to_contain_text("Diese Fassung ist nicht veröffentlicht.")
    assert re.search("Noch nicht", read(f"{frontend}/de/datenschutz/")) is None
