"""Leading translators, in the German admin of the demo: see how far all is, hand something out."""

import re

from playwright.sync_api import expect

from tests.browser.axe import find_violations
from tests.browser.test_admin_accessibility import STOCK


def test_lead_sees_the_state_and_hands_a_page_out(demo, work_as):
    lead = work_as("leitung")
    page = lead.page
    page.goto(f"{demo.url}/admin/reports/translations/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Übersetzungsstand")
    assert find_violations(page, STOCK) == []
    lead.show("uebersetzungsstand")

    page.get_by_label("„Impressum“ auswählen").check()
    page.get_by_role("button", name="Zuweisen").click()
    expect(page.locator("main").last).to_contain_text("Impressum")
    assert find_violations(page, STOCK) == []
    page.locator("[name=note]").fill("Neue Anschrift prüfen")
    page.get_by_role("button", name="Zuweisen").click()

    # Whether it is up to date depends on what other tests have changed.
    outcome = re.compile("1 Übersetzung erledigt|Die Übersetzung ist aktuell")
    expect(page.locator("main").last).to_contain_text(outcome)
