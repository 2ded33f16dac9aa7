"""Our rules in the content checker of the editor."""

from playwright.sync_api import expect

from tests.browser.admin_steps import Editor, find_page

LONG = " ".join(["Dieser Satz nimmt kein Ende"] * 6) + "."


def test_editor_finds_a_long_sentence_and_corrects_it(demo, log_in):
    editor = Editor(demo, log_in("redaktion"))
    editor.edit(find_page(demo, slug="impressum"))
    page = editor.page
    checks = page.locator('[data-side-panel="checks"]')

    page.fill("#id_introduction", LONG)
    page.locator('[data-side-panel-toggle="checks"]').click()
    expect(checks).to_contain_text("Langer Satz")

    page.fill("#id_introduction", "Wer diese Website verantwortet.")
    expect(checks).not_to_contain_text("Langer Satz")
