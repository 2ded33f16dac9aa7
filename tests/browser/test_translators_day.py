"""A translator's day and a reviewer's, in the German admin of the demo, in a real browser."""

import re

from playwright.sync_api import expect

from tests.browser.admin_steps import find_page
from tests.browser.axe import SCHEMES, find_violations, resize
from tests.browser.test_admin_accessibility import STOCK

WIDTHS = (1440, 800, 390)
DEADLINE = "Schreiben Sie dem Lenkungskreis bis zum 12.03.2027."


def change_german(editor):
    """Change a sentence of the German accessibility page, add another one, publish both."""
    page = editor.page
    german = find_page(editor.demo, slug="barrierefreiheit")
    editor.edit(german)
    page.fill("#id_introduction", "Erklärung zur Barrierefreiheit dieser neuen Website.")
    editor.publish()
    editor.edit(german)
    text = editor.insert_block("Text", search="Tex")
    text.locator(".public-DraftEditor-content").fill(DEADLINE)
    editor.wait_for_autosave()
    editor.publish()


def field(editor, source):
    """Return the field of the text with this source."""
    segment = editor.page.locator(".segment").filter(has_text=source)
    return segment, segment.locator("textarea")


def find_violations_of_the_editor(page):
    """Return what axe finds at each width, light and dark.

    With nothing over the texts: what the foot, the status or, once the page is scrolled to a field,
    its head covers in part counts as too small.
    """
    page.evaluate("document.activeElement.blur()")
    above = ".desk__actions, .desk__status, .w-z-header"
    page.add_style_tag(content=f"{above} {{ position: static !important }}")
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in WIDTHS:
            resize(page, width)
            found += [f"{scheme} {width}: {line}" for line in find_violations(page, STOCK)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1440, "height": 900})
    return found


def test_translation_is_brought_up_to_date_reviewed_and_published(demo, work_as, visit):
    change_german(work_as("redaktion"))

    # The translator finds the page that is out of date, and opens it.
    translator = work_as("uebersetzung")
    page = translator.page
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{demo.url}/admin/")
    waiting = page.get_by_role("region", name="Meine Übersetzungen")
    expect(waiting.get_by_role("link", name="Accessibility")).to_be_visible()
    waiting.scroll_into_view_if_needed()
    translator.show("meine-uebersetzungen")
    page.set_viewport_size({"width": 1440, "height": 900})
    waiting.get_by_role("link", name="Accessibility").click()
    english = find_page(demo, slug="accessibility")
    page.get_by_role("link", name=re.compile("^Offen")).click()
    expect(page.locator(".segment:visible")).to_have_count(2)

    # She reads what has changed, takes the former translation over and mends it.
    changed, introduction = field(translator, "dieser neuen Website")
    expect(changed.locator("ins").first).to_be_visible()
    changed.get_by_role("button", name=re.compile("^Übernehmen.*frühere")).click()
    expect(introduction).not_to_have_value("")
    expect(changed.locator(".segment__memory")).to_contain_text("%")
    introduction.fill("Accessibility statement for this new website.")
    preview = page.frame_locator("[name=preview-target]")
    expect(preview.locator("main")).to_contain_text("Accessibility statement for this new website.")
    german = page.frame_locator("[name=preview-source]")
    expect(german.locator(".is-current-text").first).to_contain_text("dieser neuen Website")
    translator.show("uebersetzen")
    page.set_viewport_size({"width": 1440, "height": 900})
    introduction.press("Control+Enter")

    # The next open text has the focus; a hint tells of a wrong date.
    new, contact = field(translator, "12.03.2027")
    expect(contact).to_be_focused()
    expect(new.locator(".segment__terms")).to_contain_text("steering group")
    contact.fill("Write to the steering group until 13 March 2027.")
    expect(new.locator("[data-hint=figure-missing]")).to_be_visible()
    contact.fill("Write to the steering group until 12 March 2027.")
    expect(new.locator("[data-hint]")).to_have_count(0)
    contact.press("Control+s")
    expect(page.locator("[data-status]")).to_have_text("Gespeichert.")
    assert find_violations_of_the_editor(page) == []

    # A click on a sentence in a preview opens its text.
    german.get_by_role("heading", level=1).locator("[data-unit]").click()
    expect(page.locator(".segment textarea:focus")).to_have_value("Accessibility")
    page.get_by_label("Kommentar").fill("Bitte das Datum ansehen.")
    translator.press("Zur Prüfung geben")
    translator.expect_message("Zur Prüfung gegeben")

    # The reviewer returns it with a comment.
    reviewer = work_as("lektorat")
    reviewer.page.set_viewport_size({"width": 1440, "height": 900})
    reviewer.page.goto(f"{demo.url}/admin/pages/{english}/edit/", wait_until="load")
    expect(reviewer.page.locator(".desk__steps")).to_contain_text("Bitte das Datum ansehen.")
    reviewer.page.get_by_label("Kommentar").fill("Bitte „by 12 March“ statt „until“.")
    reviewer.press("Mit Kommentar zurückgeben")
    reviewer.expect_message("zurückgegeben")

    # The translator reads it, corrects the text and hands it in again.
    page.reload()
    expect(page.locator(".desk__overview")).to_contain_text("Bitte „by 12 March“ statt „until“.")
    page.get_by_role("link", name=re.compile(r"^Alle \(")).click()
    _new, contact = field(translator, "12.03.2027")
    contact.fill("Write to the steering group by 12 March 2027.")
    translator.press("Zur Prüfung geben")
    translator.expect_message("Zur Prüfung gegeben")

    # The reviewer approves it, and English is public.
    reviewer.page.reload()
    expect(reviewer.page.locator("main").last).to_be_visible()
    reviewer.show("pruefen")
    reviewer.press("Freigeben und veröffentlichen")
    reviewer.expect_message("Freigegeben")
    visitor = visit()
    visitor.page.goto(f"{demo.url}/en/accessibility/")
    shown = visitor.page.locator("main")
    expect(shown).to_contain_text("Write to the steering group by 12 March 2027.")
    expect(shown).to_contain_text("this new website")


def test_what_is_typed_outlives_a_lost_session(demo, log_in):
    visitor = log_in("uebersetzung")
    page = visitor.page
    english = find_page(demo, slug="privacy")
    page.goto(f"{demo.url}/admin/pages/{english}/edit/", wait_until="load")
    title = page.locator(".segment textarea").first
    cookies = page.context.cookies()
    page.context.clear_cookies()

    title.fill("Privacy, as typed")
    title.press("Control+s")

    expect(page.locator("[data-status]")).to_contain_text("Sie sind abgemeldet")
    expect(title).to_have_value("Privacy, as typed")
    page.context.add_cookies(cookies)
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator("[data-status]")).to_contain_text("ist wieder da")
    expect(title).to_have_value("Privacy, as typed")
    title.press("Control+s")
    expect(page.locator("[data-status]")).to_have_text("Gespeichert.")


def test_two_translators_see_each_other_and_their_texts(demo, log_in):
    english = find_page(demo, slug="privacy")
    pages = []
    for name in ("uebersetzung", "leitung"):
        pages.append(log_in(name).page)
        pages[-1].goto(f"{demo.url}/admin/pages/{english}/edit/", wait_until="load")
    first, second = (page.locator(".segment").nth(2) for page in pages)
    first.locator("textarea").fill("Of the first")
    first.get_by_role("button", name="Speichern").click()
    expect(pages[0].locator("[data-status]")).to_have_text("Gespeichert.")

    second.locator("textarea").fill("Of the second")
    others = pages[0].locator(".w-editing-sessions")
    told = others.get_by_role("button", name="leitung hat ungespeicherte Änderungen")
    expect(told).to_be_visible(timeout=60_000)  # each window asks every ten seconds
    second.get_by_role("button", name="Speichern").click()

    expect(second.locator("[data-theirs]")).to_have_text("Of the first")
    expect(second.locator("textarea")).to_have_value("Of the second")
    second.get_by_role("button", name="Den anderen Text nehmen").click()
    expect(second.locator("textarea")).to_have_value("Of the first")


def test_editor_works_without_scripts(demo, log_in, chromium):
    cookies = log_in("uebersetzung").page.context.cookies()
    english = find_page(demo, slug="privacy")
    context = chromium.new_context(java_script_enabled=False, locale="de-DE")
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(f"{demo.url}/admin/pages/{english}/edit/")
    page.locator(".segment textarea").nth(2).fill("Without a script")

    page.get_by_role("button", name="Vorschau erneuern").click()
    preview = page.frame_locator("[name=preview-target]")
    expect(preview.locator("body")).to_contain_text("Without a script")
    page.get_by_role("button", name="Alle speichern").click()

    expect(page.locator(".segment textarea").nth(2)).to_have_value("Without a script")
    expect(page.locator(".messages")).to_contain_text("1 Text gespeichert.")
    context.close()
