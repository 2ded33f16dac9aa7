"""What we add to the admin shuts nobody out: axe finds only what stock Wagtail is known for."""

import json

import pytest
from django.urls import resolve

from tests.browser.axe import SCHEMES, find_violations
from tests.browser.menus import forms_with_blocks, our_models

#: Wagtail 8.0 and wagtail-localize 1.14 violate these rules in these elements, all of them theirs.
STOCK = {
    "aria-input-field-name": ".public-DraftEditor-content",
    "button-name": ".w-editing-sessions__session",
    "color-contrast": ".page-status-tag, .w-minimap__collapse-all, .w-tabs__tab, [class^='sc-']",
    "label": "[class^='sc-'], .ui-autocomplete-input",
    "link-in-text-block": "td.title > a, p > a[href$='/new/'], p > a[href$='/unpublish/']",
    "scrollable-region-focusable": ".w-minimap__list",
}


def links_of_the_menu(page):
    """Return the addresses that the side bar leads to, with those of its submenus."""
    found = []

    def collect(part):
        if isinstance(part, dict):
            found.append(part.get("url"))
            part = list(part.values())
        if isinstance(part, list):
            for item in part:
                collect(item)

    collect(json.loads(page.locator("#wagtail-sidebar-props").text_content()))
    return dict.fromkeys(url for url in found if url and url.startswith("/admin/"))


def is_ours(path):
    """Return whether a view is written by us or shows a model of ours, other than pages."""
    view = resolve(path.partition("?")[0]).func
    options = getattr(view, "view_initkwargs", {})
    module = getattr(view, "view_class", view).__module__
    return options.get("model") in our_models() or not module.startswith(("wagtail", "django"))


def find_new_violations(page, address):
    page.goto(address, wait_until="networkidle")
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{address} {scheme}: {line}" for line in find_violations(page, STOCK)]
    return found


@pytest.fixture
def admin(log_in):
    visitor = log_in("admin")
    visitor.page.emulate_media(reduced_motion="reduce")
    return visitor


def test_our_views_add_no_violation(demo, admin):
    ours = [path for path in links_of_the_menu(admin.page) if is_ours(path)]
    views = ["/admin/", *ours]

    found = [line for path in views for line in find_new_violations(admin.page, demo.url + path)]

    assert len(views) > 5
    assert found == []
    assert admin.problems == []


def test_our_forms_add_no_violation(demo, admin):
    found = [
        line
        for address in forms_with_blocks(demo)
        for line in find_new_violations(admin.page, address)
    ]

    assert found == []
    assert admin.problems == []
