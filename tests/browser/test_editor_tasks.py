"""Tasks of the editorial office, done in the German admin as the handbook tells them."""

import re
from datetime import datetime, timedelta

from playwright.sync_api import expect

from tests.browser.admin_steps import find_page, find_pages


def test_home_page_is_built_from_the_block_chooser(demo, work_as, visit):
    editor = work_as("redaktion")
    page = editor.page
    editor.edit(find_page(demo, type="home.HomePage", locale="de"))

    heading = editor.insert_block("Überschrift", search="Über")
    heading.get_by_role("textbox", name="Text").fill("Frisch gebaut")
    text = editor.insert_block("Text", search="Tex")
    text.locator(".public-DraftEditor-content").fill("Sechs Blöcke ohne eine Zeile HTML.")
    quote = editor.insert_block("Zitat", search="Zit")
    quote.get_by_role("textbox", name="Zitat").fill("Das ging schnell.")
    quote.get_by_role("textbox", name="Person").fill("Ada Beispiel")
    faq = editor.insert_block("Akkordeon", search="Akk")
    faq.get_by_role("textbox", name="Frage oder Titel").fill("Muss ich HTML können?")
    faq.locator(".public-DraftEditor-content").fill("Nein.")
    lead = editor.insert_block("Vorspann", search="Vor")
    lead.get_by_role("textbox", name="Vorspann").fill("Worum es geht.")
    notice = editor.insert_block("Hinweiskasten", search="Hinw")
    notice.get_by_role("textbox", name="Überschrift").fill("Gut zu wissen")
    notice.locator(".public-DraftEditor-content").fill("Ohne Anmeldung.")
    editor.wait_for_autosave()
    editor.show_panel("Vorschau")
    preview = page.frame_locator("#w-preview-iframe")
    expect(preview.get_by_role("heading", name="Frisch gebaut")).to_be_visible()
    editor.show("startseite")
    editor.publish()

    visitor = visit()
    visitor.page.goto(f"{demo.url}/de/")
    main = visitor.page.locator("main")
    expect(main).to_contain_text("Sechs Blöcke ohne eine Zeile HTML.")
    expect(main).to_contain_text("Das ging schnell.")
    expect(main).to_contain_text("Muss ich HTML können?")


def test_event_is_added_with_its_date(demo, work_as, visit):
    editor = work_as("redaktion")
    calendar = find_page(demo, type="calendar_pages.CalendarPage", locale="de")
    editor.open(f"/admin/pages/add/calendar_pages/eventpage/{calendar}/")

    editor.page.locator("#id_title").press_sequentially("Lesung im Bergwerk")
    editor.page.fill("#id_lead", "Geschichten, zwanzig Meter unter der Straße.")
    day = (datetime.now() + timedelta(days=21)).strftime("%d.%m.%Y")
    editor.page.fill("#id_dates-0-start_date", day)
    editor.page.press("#id_dates-0-start_date", "Escape")
    editor.page.fill("#id_dates-0-start_time", "19:30")
    editor.page.press("#id_dates-0-start_time", "Escape")
    editor.show("veranstaltung")
    editor.publish()

    visitor = visit()
    visitor.page.goto(f"{demo.url}/de/kalender/lesung-im-bergwerk/")
    expect(visitor.page.locator("h1")).to_have_text("Lesung im Bergwerk")
    expect(visitor.page.locator("main")).to_contain_text("19:30")


def test_image_is_replaced_wherever_it_is_used(demo, work_as, visit, tmp_path):
    [home] = find_pages(demo, type="home.HomePage", locale="de", fields="hero_image")
    visitor = visit()
    new_file = tmp_path / "neues-bild.png"
    new_file.write_bytes(visitor.page.screenshot())

    def sources():
        for language in ("de", "en"):
            visitor.page.goto(f"{demo.url}/{language}/")
            yield visitor.page.locator("main img").first.get_attribute("src")

    before = list(sources())
    editor = work_as("redaktion")
    editor.open("/admin/images/")
    editor.page.locator(f"main a[href^='/admin/images/{home['hero_image']['id']}/']").click()
    editor.page.set_input_files("[name=file]", new_file)
    editor.show("bild-ersetzen")
    editor.press("Speichern", exact=True)
    editor.expect_message("aktualisiert")

    after = list(sources())
    assert len({*before, *after}) == 2
    assert before != after


def test_page_is_scheduled(demo, work_as, visit):
    editor = work_as("redaktion")
    page = editor.page
    editor.new_page("Sommerpause")

    editor.show_panel("Status")
    editor.press("Zeitplan festlegen")
    moment = (datetime.now() + timedelta(days=7)).strftime("%d.%m.%Y 08:00")
    page.get_by_label("Veröffentlicht ab").fill(moment)
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    expect(calendar).to_be_visible()
    page.get_by_role("heading", name="Veröffentlichungszeitplan festlegen").click()
    expect(calendar).to_have_count(0)
    editor.show("planen")
    editor.press("Zeitplan speichern")
    editor.expect_message("aktualisiert|gespeichert")
    editor.choose_action("Zur Veröffentlichung einplanen")
    editor.expect_message("eingeplant")

    visitor = visit()
    assert visitor.page.goto(f"{demo.url}/de/sommerpause/").status == 404


def test_earlier_revision_is_restored(demo, work_as, visit):
    editor = work_as("redaktion")
    page = editor.page
    page_id = editor.new_page("Öffnungszeiten", "Montag bis Freitag.")
    editor.publish()
    editor.edit(page_id)
    page.fill("#id_introduction", "Versehentlich überschrieben.")
    editor.publish()

    editor.open(f"/admin/pages/{page_id}/history/")
    page.get_by_role("button", name="Aktionen").last.click()
    editor.show("verlauf")
    editor.follow("Diese Version überprüfen")
    expect(page.locator("#id_introduction")).to_have_value("Montag bis Freitag.")
    editor.choose_action(re.compile("^(Diese Version v|V)eröffentlichen$"))
    editor.expect_message("veröffentlicht")

    visitor = visit()
    visitor.page.goto(f"{demo.url}/de/oeffnungszeiten/")
    expect(visitor.page.locator("main")).to_contain_text("Montag bis Freitag.")


def test_finding_of_the_accessibility_checker_is_mended(work_as):
    editor = work_as("redaktion")
    editor.new_page("Anfahrt")
    heading = editor.insert_block("Überschrift", search="Über")
    heading.get_by_role("textbox", name="Text").fill("Mit der U35")
    level = heading.get_by_role("combobox", name="Ebene")
    level.select_option("3")
    editor.wait_for_autosave()

    editor.show_panel("Überprüfungen")
    checks = editor.page.locator("#form-side-panel-checks, [data-side-panel=checks]")
    expect(checks).to_contain_text("Falsche Überschriftenhierarchie")
    editor.show("barrierefreiheit")
    level.select_option("2")
    editor.wait_for_autosave()
    expect(checks).not_to_contain_text("Falsche Überschriftenhierarchie")


def test_navigation_is_changed(demo, work_as, visit):
    editor = work_as("redaktion")
    editor.open("/admin/snippets/univercity/sitesettings/")
    row = editor.page.get_by_role("row").filter(has_text="Deutsch")
    row.get_by_role("link", name="UniverCity Bochum").first.click()

    link = editor.insert_block("Link", field="navigation")
    link.get_by_role("textbox", name="Linktext").fill("Über Bochum")
    link.get_by_role("textbox", name="Andere Adresse").fill("https://www.bochum.de")
    editor.show("navigation")
    editor.press("Speichern", exact=True)
    editor.expect_message("geändert")

    visitor = visit()
    visitor.page.goto(f"{demo.url}/de/")
    link = visitor.page.locator(".site-navigation").get_by_role("link", name="Über Bochum")
    expect(link).to_have_attribute("href", "https://www.bochum.de")
