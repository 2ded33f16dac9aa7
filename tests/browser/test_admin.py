"""The editor's and the translator's path, in the German admin of the demo."""

import re

from playwright.sync_api import expect


def test_editor_writes_previews_and_publishes_a_page(demo, log_in, visit):
    editor = log_in("redaktion")
    page = editor.page
    page.goto(f"{demo.url}/admin/pages/")
    page.get_by_role("link", name="Startseite").first.click()
    page.goto(page.url.split("?")[0])
    home_id = re.search(r"/pages/(\d+)/", page.url)[1]
    page.goto(f"{demo.url}/admin/pages/add/home/standardpage/{home_id}/")

    page.fill("#id_title", "Grüße & Straße")
    page.fill("#id_introduction", "Ein Gruß aus dem Browser.")
    page.locator("#id_introduction").blur()
    page.get_by_role("tab", name="Veröffentlichen").or_(page.get_by_role("tab", name="Promote"))
    expect(page.locator("#id_slug")).to_have_value("gruesse-strasse")
    page.get_by_role("button", name="Weitere Aktionen").click()
    page.get_by_role("button", name="Veröffentlichen", exact=True).click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/"))

    visitor = visit()
    visitor.page.goto(f"{demo.url}/de/gruesse-strasse/")
    expect(visitor.page.locator("h1")).to_have_text("Grüße & Straße")
    assert editor.problems == []
    assert [
        url for url in editor.requests if not url.startswith((demo.url, "data:", "blob:"))
    ] == []


def test_translator_changes_one_sentence_of_an_english_page(demo, log_in):
    translator = log_in("uebersetzung")
    page = translator.page
    page.goto(f"{demo.url}/en/imprint/")
    page_id = page.evaluate("fetch('/api/v2/pages/?slug=imprint&locale=en').then(r => r.json())")
    page.goto(f"{demo.url}/admin/pages/{page_id['items'][0]['id']}/edit/")
    page.get_by_role("button", name=re.compile("Bearbeiten|Edit")).first.click()

    assert translator.problems == []
