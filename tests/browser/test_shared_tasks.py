"""Tasks in which editors build on the work of others: templates, approval, links."""

import re

from playwright.sync_api import expect

from tests.browser.admin_steps import find_page, find_pages


def test_page_is_made_from_a_template(demo, work_as):
    editor = work_as("redaktion")
    page = editor.page
    calendar = find_page(demo, type="calendar_pages.CalendarPage", locale="de")
    editor.open(f"/admin/pages/{calendar}/")

    page.get_by_role("button", name="Aktionen").first.click()
    editor.follow("Seite aus Vorlage")
    editor.show("vorlage")
    editor.follow("Neue Vortragsreihe")
    page.fill("[name=title]", "Vorlesungen im Winter")
    editor.press("Seite anlegen")

    expect(page.locator("#id_title")).to_have_value("Vorlesungen im Winter")
    expect(page.locator("[name=body-count]")).not_to_have_value("0")


def test_partner_page_is_rejected_and_submitted_again(demo, work_as, visit):
    [museum] = find_pages(demo, slug="deutsches-bergbau-museum", locale="de")
    partner, editor = work_as("partner"), work_as("redaktion")

    partner.edit(museum["id"])
    partner.page.fill("#id_contact_name", "Empfang")
    partner.choose_action("In Partner → Redaktion einreichen")
    partner.expect_message("eingereicht")

    editor.open("/admin/")
    editor.follow(museum["title"])
    editor.choose_action("Änderungen anfordern")
    dialog = editor.page.locator(".modal-dialog")
    dialog.locator("[name=comment]").fill("Bitte nennen Sie auch die Abteilung.")
    editor.show("ablehnen")
    dialog.get_by_role("button", name="Änderungen anfordern").click()
    editor.expect_message("aktualisiert")

    partner.edit(museum["id"])
    partner.page.fill("#id_contact_name", "Empfang, Besuchsservice")
    partner.choose_action(re.compile("^Erneut in"))
    partner.expect_message("eingereicht")

    editor.edit(museum["id"])
    editor.choose_action("Freigeben und Veröffentlichen")
    editor.expect_message("aktualisiert")
    visitor = visit()
    visitor.page.goto(museum["meta"]["html_url"])
    expect(visitor.page.locator("main")).to_contain_text("Empfang, Besuchsservice")


def test_broken_link_is_found_and_corrected(demo, work_as):
    editor = work_as("redaktion")
    page = editor.page
    target = editor.new_page("Alte Seite")
    editor.publish()
    editor.new_page("Wegweiser")
    button = editor.insert_block("Gruppe von Schaltflächen", search="Gruppe")
    choose_page(editor, button, "Seite auswählen", "Alte Seite")
    editor.publish()
    editor.open(f"/admin/pages/{target}/unpublish/")
    editor.press(re.compile("^Ja, Veröffentlichung"))

    editor.open("/admin/reports/dead-links/")
    editor.show("defekter-link")
    editor.follow("Wegweiser")
    page.locator("[data-contentpath='body'] .chooser").first.get_by_label("Aktionen").click()
    choose_page(editor, page, "Andere Seite auswählen", "Leitbild")
    editor.publish()
    editor.open("/admin/reports/dead-links/")
    expect(page.locator("main")).not_to_contain_text("Wegweiser")


def choose_page(editor, field, button, title):
    field.get_by_role("button", name=button).first.click()
    dialog = editor.page.locator(".modal-dialog")
    dialog.get_by_role("textbox", name="Suchbegriff").fill(title)
    dialog.get_by_role("link", name=title, exact=True).click()
    expect(dialog).to_have_count(0)
