"""Nobody is shut out: axe finds nothing on any page type or block (WCAG 2.2 AA)."""

import urllib.request

import pytest

from tests.browser.admin_steps import find_pages, foreign_requests
from tests.browser.axe import find_overflow, find_violations, find_violations_everywhere
from tests.browser.menus import blocks_on_offer, page_types
from tests.content.test_blocks import BLOCKS


def longest_page(demo, **parameters):
    """Return the address of the page with the most on it."""
    addresses = [item["meta"]["html_url"] for item in find_pages(demo, **parameters)]

    def length(address):
        with urllib.request.urlopen(address) as response:  # noqa: S310 - our own
            return len(response.read())

    return max(addresses, key=length)


@pytest.mark.parametrize("language", ["de", "en"])
def test_page_of_each_type_is_accessible(demo, visit, language):
    visitor = visit(reduced_motion="reduce")
    found = {}

    for page_type in page_types():
        address = longest_page(demo, type=page_type, locale=language)
        visitor.page.goto(address, wait_until="networkidle")
        found[address] = find_violations_everywhere(visitor.page)

    assert {address: lines for address, lines in found.items() if lines} == {}
    assert visitor.problems == []
    assert foreign_requests(demo, visitor) == []


def test_preview_of_each_block_is_accessible(demo, log_in):
    editor = log_in("admin")
    classes, found = set(), {}

    for offer in blocks_on_offer(demo, editor.page):
        editor.page.goto(f"{demo.url}/admin/block-preview/?id={offer.definition}")
        title = editor.page.title()
        classes.add(title.rpartition("(")[2].rstrip(")"))
        found[title] = find_violations_everywhere(editor.page)

    assert {title: lines for title, lines in found.items() if lines} == {}
    assert set(BLOCKS) - classes == set()
    assert editor.problems == []
    assert foreign_requests(demo, editor) == []


def test_open_menu_of_a_phone_is_accessible(demo, visit):
    visitor = visit("phone", reduced_motion="reduce")
    visitor.page.goto(f"{demo.url}/de/")

    visitor.page.click(".menu-button")

    for scheme in ("light", "dark"):
        visitor.page.emulate_media(color_scheme=scheme)
        assert find_violations(visitor.page) == []


def test_what_shuts_people_out_is_found(demo, visit):
    page = visit(reduced_motion="reduce").page
    page.goto(f"{demo.url}/de/impressum/")
    assert find_violations_everywhere(page) == []

    page.evaluate("""
      document.querySelector('main').insertAdjacentHTML('beforeend', `
        <img src="/static/univercity/img/icon.svg">
        <details><summary>Mehr</summary><p class="planted">Blass</p></details>
        <button class="planted" title="">Zu klein</button>
        <div class="planted-width">Breit</div>`)
      const style = new CSSStyleSheet()
      style.replaceSync(`
        @media (prefers-color-scheme: dark) { .planted { color: #333; background: #222 } }
        .planted-width { inline-size: 700px }`)
      document.adoptedStyleSheets = [style]
    """)

    found = find_violations_everywhere(page)
    rules = {(line.split(": ")[0], line.split(": ")[1]) for line in found}
    assert ("light 1440", "image-alt") in rules
    assert ("dark 1440", "color-contrast") in rules
    assert ("light 1440", "color-contrast") not in rules
    assert [line for line in found if "pixels wide" in line] != []
    assert find_overflow(page) == []  # at the last width, the widest
