"""Steps of editors in the German admin, and what can be asked of the site beside it."""

import json
import re
import urllib.request
from urllib.parse import urlencode

from playwright.sync_api import expect

from tests.browser.screenshots import take_screenshot

WATCHES_FOR_CHANGES = """() => {
  const form = document.querySelector("[data-edit-form]");
  const watch = window.wagtail.app?.getControllerForElementAndIdentifier(form, "w-unsaved");
  return Boolean(watch?.initialFormData);
}"""


def find_pages(demo, **parameters):
    """Return the public pages that API v2 finds by ``parameters``."""
    address = f"{demo.url}/api/v2/pages/?{urlencode({'limit': 100, **parameters})}"
    with urllib.request.urlopen(address) as response:  # noqa: S310 - our own
        return json.load(response)["items"]


def find_page(demo, **parameters):
    """Return the id of the one page that API v2 finds by ``parameters``."""
    [item] = find_pages(demo, **parameters)
    return item["id"]


def foreign_requests(demo, visitor):
    own = (demo.url, "data:", "blob:")
    return [url for url in visitor.requests if not url.startswith(own)]


class Editor:
    """Somebody at work in the admin; each method is a step as the handbook tells it."""

    def __init__(self, demo, visitor):
        self.demo = demo
        self.visitor = visitor
        self.page = visitor.page
        self.clicks = 0

    def count_clicks(self):
        """Count from now on what is clicked with the pointer, also across pages."""
        self.page.expose_function("countClick", self._count_click)
        self.page.add_init_script(
            "addEventListener('click', event => { if (event.detail) countClick() }, true)"
        )

    def _count_click(self):
        self.clicks += 1

    def open(self, path):
        # Until its scripts run, the admin makes no address of a title that is typed.
        self.page.goto(f"{self.demo.url}{path}", wait_until="networkidle")

    def edit(self, page_id):
        """Open a page's form, and wait until it watches for changes (two seconds in Wagtail)."""
        self.open(f"/admin/pages/{page_id}/edit/")
        self.page.wait_for_function(WATCHES_FOR_CHANGES)

    def new_page(self, title, introduction="Aus dem Browser."):
        """Begin a page below the German home page, save it as a draft and return its id."""
        home = find_page(self.demo, type="home.HomePage", locale="de")
        self.open(f"/admin/pages/add/home/standardpage/{home}/")
        self.page.locator("#id_title").press_sequentially(title)
        self.page.fill("#id_introduction", introduction)
        expect(self.page.locator("#id_slug")).not_to_have_value("")  # comes of the title
        self.save_draft()
        self.page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/$"))
        self.page.wait_for_function(WATCHES_FOR_CHANGES)
        return re.search(r"(\d+)/edit/$", self.page.url)[1]

    def press(self, name, **options):
        self.page.get_by_role("button", name=name, **options).click()

    def follow(self, name, **options):
        address = self.page.url
        self.page.get_by_role("link", name=name, **options).first.click()
        expect(self.page).not_to_have_url(address)

    def insert_block(self, name, search="", field="body"):
        """Insert a block at the end of a field, found by the search of its chooser; return it.

        A field that takes blocks of one kind only has no chooser, and so needs no ``search``.
        """
        number = self.page.locator(f"[name='{field}-count']").input_value()
        stream = self.page.locator(f"[data-contentpath='{field}']")
        stream.get_by_role("button", name="Einen Block einfügen").last.click()
        if search:
            self.page.locator(".w-combobox input").press_sequentially(search)
            self.page.get_by_role("option", name=name, exact=True).click()
        block = self.page.locator(
            f"[data-streamfield-child]:has(> input[name='{field}-{number}-type'])"
        )
        expect(block).to_be_visible()
        return block

    def save_draft(self):
        self.press("Entwurf speichern")
        self.expect_message("erstellt|gespeichert|aktualisiert")

    def wait_for_autosave(self):
        """Wait until the change just made is saved, which happens some seconds after it.

        Saving at the same moment by hand would be a second change of the same draft, and what is
        changed while it is on its way is not watched any more.
        """
        with self.page.expect_response(self._is_autosave, timeout=30_000) as saved:
            pass
        assert saved.value.status == 200, saved.value.text()

    @staticmethod
    def _is_autosave(response):
        return response.request.method == "POST" and bool(
            re.search(r"/admin/pages/(\d+/edit|add/.*)/$", response.url)
        )

    def choose_action(self, name):
        """Choose from the menu beside the save button."""
        self.press("Mehr Aktionen")
        self.page.get_by_role("button", name=name, exact=isinstance(name, str)).click()

    def publish(self):
        self.choose_action("Veröffentlichen")
        self.expect_message("veröffentlicht")

    def expect_message(self, words):
        """Expect a message above the page; a failure tells which fields have errors instead."""
        try:
            expect(self.page.locator(".messages").first).to_contain_text(re.compile(words))
        except AssertionError as error:
            for field in self.page.locator(".w-field__wrapper:has(.error-message)").all():
                error.add_note(field.inner_text())
            raise

    def show_panel(self, name):
        """Open one of the panels beside the form, such as "Vorschau"."""
        self.press(f"{name} umschalten")

    def show(self, task):
        """Take the picture that stands for a task in the handbook."""
        self.page.wait_for_load_state("networkidle")
        take_screenshot(self.page, task)
