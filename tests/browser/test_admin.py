"""The editor's and the translator's path, in the German admin of the demo."""

import re

from playwright.sync_api import expect

from tests.browser.admin_steps import find_page, foreign_requests


def test_editor_writes_and_publishes_a_page(demo, log_in, visit):
    home_id = find_page(demo, type="home.HomePage", locale="de")
    editor = log_in("redaktion")
    page = editor.page
    page.goto(f"{demo.url}/admin/pages/add/home/standardpage/{home_id}/")

    page.locator("#id_title").press_sequentially("Grüße & Straße")
    page.fill("#id_introduction", "Ein Gruß aus dem Browser.")
    expect(page.locator("#id_slug")).to_have_value("gruesse-strasse")
    page.get_by_role("button", name="Mehr Aktionen").click()
    page.get_by_role("button", name="Veröffentlichen", exact=True).click()
    page.wait_for_url(re.compile(rf"/admin/pages/{home_id}/$"))

    visitor = visit()
    visitor.page.goto(f"{demo.url}/de/gruesse-strasse/")
    expect(visitor.page.locator("h1")).to_have_text("Grüße & Straße")
    assert editor.problems == []
    assert foreign_requests(demo, editor) == []


def test_editor_sees_blocks_with_previews_of_the_real_design(demo, log_in):
    page_id = find_page(demo, slug="impressum")
    editor = log_in("redaktion")
    page = editor.page
    page.goto(f"{demo.url}/admin/pages/{page_id}/edit/")

    page.get_by_role("button", name="Einen Block einfügen").first.click()
    row = page.locator(".w-combobox__option-row").filter(has_text="Zitat")
    row.get_by_role("button", name="Vorschau").click()

    preview = page.frame_locator(".w-combobox-preview__iframe")
    expect(preview.locator("blockquote")).to_contain_text("Wer fragt, gehört dazu.")


def test_translator_changes_one_sentence_of_an_english_page(demo, log_in):
    page_id = find_page(demo, slug="imprint")
    translator = log_in("uebersetzung")
    page = translator.page
    page.goto(f"{demo.url}/admin/pages/{page_id}/edit/")

    title = page.get_by_role("textbox", name="Titel", exact=True)
    title.fill("Imprint and contact")
    page.get_by_role("button", name="Speichern", exact=True).first.click()

    expect(page.locator("[data-status]")).to_have_text("Gespeichert.")
    page.reload()
    expect(title).to_have_value("Imprint and contact")
    assert translator.problems == []
