"""A translator takes a page out as a file and brings it back, in the German admin of the demo."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.admin_steps import find_page
from tests.browser.axe import find_violations
from tests.browser.test_admin_accessibility import STOCK


def test_translator_brings_a_file_back(demo, log_in, tmp_path):
    page_id = find_page(demo, slug="imprint")
    translator = log_in("uebersetzung")
    page = translator.page
    page.goto(f"{demo.url}/admin/translation-files/?page={page_id}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Herunterladen").click()
    file = tmp_path / "imprint.xlf"
    content = Path(download.value.path()).read_text(encoding="utf-8")
    file.write_text(re.sub(r"(<target[^>]*>)[^<]+<", r"\1Legal notice<", content, count=1), "utf-8")

    page.get_by_label("Datei").set_input_files(file)
    page.get_by_role("button", name="Hochladen und prüfen").click()

    expect(page.get_by_role("heading", name="Geänderte Übersetzung: 1")).to_be_visible()
    expect(page.get_by_role("cell", name="Legal notice")).to_be_visible()
    assert find_violations(page, STOCK) == []
    page.get_by_role("button", name="Übernehmen", exact=True).click()
    expect(page.get_by_text("1 Text übernommen. Er ist nun zu prüfen.")).to_be_visible()
    assert find_violations(page, STOCK) == []
    assert translator.problems == []
