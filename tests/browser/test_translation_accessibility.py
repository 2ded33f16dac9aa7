"""What translators and their leads see shuts nobody out, at any width, light or dark."""

import csv
import re

import pytest
from playwright.sync_api import expect

from tests.browser.admin_steps import find_page
from tests.browser.axe import find_violations_everywhere
from tests.browser.test_admin_accessibility import STOCK


def assert_accessible(page):
    page.wait_for_load_state("networkidle")
    assert {page.url: find_violations_everywhere(page, STOCK)} == {page.url: []}
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.fixture
def lead(log_in):
    visitor = log_in("leitung")
    visitor.page.emulate_media(reduced_motion="reduce")
    yield visitor
    assert visitor.problems == []


@pytest.mark.parametrize(
    "path",
    [
        "my-translations/",
        "reports/translation-memory/",
        "translation-memory-files/",
        "glossary/",
        "glossary/new/",
        "glossary-files/",
        "translation-files/",
        "handbuch/uebersetzung/",
    ],
)
def test_view_is_accessible(demo, lead, path):
    lead.page.goto(f"{demo.url}/admin/{path}")

    assert_accessible(lead.page)


def test_links_and_images_are_accessible(demo, lead):
    page = lead.page
    page.goto(f"{demo.url}/admin/pages/{find_page(demo, slug='home')}/edit/")
    page.get_by_role("link", name="Links und Bilder").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Links und Bilder")
    assert_accessible(page)

    for place in ("Bild", "Schaltflächen › Link › Seite"):
        page.get_by_role("link", name=re.compile(rf"^Ändern\W+{place}$")).first.click()
        expect(page.get_by_role("heading", name=place, exact=True)).to_be_visible()
        assert_accessible(page)
        page.get_by_role("link", name="Abbrechen").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Links und Bilder")


def test_check_of_a_file_is_accessible(demo, lead, tmp_path):
    file = tmp_path / "terms.csv"
    with file.open("w", newline="") as output:
        rows = [["term", "translation"], ["Förderturm", "headframe"], ["Zeche", ""]]
        csv.writer(output, delimiter=";").writerows(rows)
    page = lead.page
    page.goto(f"{demo.url}/admin/glossary-files/")
    page.get_by_label("Datei").set_input_files(file)
    page.get_by_role("button", name="Hochladen und prüfen").click()

    expect(page.get_by_role("cell", name="headframe")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Datei verwerfen").click()


def test_work_on_many_translations_is_accessible(demo, lead):
    page = lead.page
    page.goto(f"{demo.url}/admin/reports/translations/")
    assert_accessible(page)
    for title in ("Netzwerk", "Kalender"):
        page.get_by_label(f"„{title}“ auswählen").check()
    page.get_by_role("button", name="Fertiges veröffentlichen").click()
    assert_accessible(page)
    page.get_by_role("button", name="Fertiges veröffentlichen").click()

    expect(page.locator("[data-finished]")).to_be_visible()
    assert_accessible(page)


def test_decisions_about_a_page_are_accessible(demo, log_in):
    visitor, german = log_in("admin"), find_page(demo, slug="fuenf-fragen-an-die-stadt")
    page = visitor.page
    page.emulate_media(reduced_motion="reduce")
    for path in ("exemption/", "unpublish/", "delete/"):
        page.goto(f"{demo.url}/admin/pages/{german}/{path}")
        expect(page.get_by_role("heading", name="Fünf Fragen").last).to_be_visible()
        assert_accessible(page)
    assert visitor.problems == []


def test_publishing_with_gaps_is_accessible(demo, lead):
    page = lead.page
    page.goto(f"{demo.url}/admin/pages/{find_page(demo, slug='network')}/edit/")
    translation = page.locator("[data-desk]").get_attribute("data-translation")
    page.goto(f"{demo.url}/admin/translation/{translation}/publish-incomplete/")

    expect(page.get_by_role("button", name="Trotzdem veröffentlichen")).to_be_visible()
    assert_accessible(page)
