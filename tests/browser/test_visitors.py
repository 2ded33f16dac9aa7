"""What visitors meet: no errors, no foreign hosts, no cookies, nothing that does not fit."""

import re
import urllib.request

import pytest

from tests.browser.axe import find_overflow
from tests.browser.conftest import SIZES


@pytest.fixture(scope="session")
def addresses(demo):
    """Every address in the sitemap."""
    with urllib.request.urlopen(f"{demo.url}/sitemap.xml") as response:  # noqa: S310 - our own
        return re.findall(r"<loc>(.*?)</loc>", response.read().decode())


def test_every_page_opens_cleanly(demo, visit, addresses):
    visitor = visit("phone")
    overflows = []

    for address in addresses:
        visitor.page.goto(address)
        for size in SIZES.values():
            visitor.page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
            overflows += [f"{address}: {line}" for line in find_overflow(visitor.page)]

    assert len(addresses) > 40
    assert overflows == []
    assert visitor.problems == []
    assert [url for url in visitor.requests if not url.startswith(demo.url)] == []
    assert visitor.page.context.cookies() == []


def test_pages_are_complete_without_javascript(demo, visit):
    visitor = visit(java_script_enabled=False)

    visitor.page.goto(f"{demo.url}/de/")
    visitor.page.click(".site-navigation a[href='/de/kalender/']")

    assert visitor.page.url == f"{demo.url}/de/kalender/"
    assert visitor.page.locator("main h2").count() > 1


def test_menu_opens_on_a_phone(demo, visit):
    visitor = visit("phone")
    visitor.page.goto(f"{demo.url}/en/")
    link = visitor.page.locator(".site-navigation a[href='/en/mission/']")
    assert not link.is_visible()

    visitor.page.click(".menu-button")
    link.click()

    visitor.page.wait_for_url(f"{demo.url}/en/mission/")


def test_language_switcher_leads_to_the_same_page(demo, visit):
    visitor = visit()
    visitor.page.goto(f"{demo.url}/de/leitbild/")

    visitor.page.click(".languages a[lang=en]")

    assert visitor.page.url == f"{demo.url}/en/mission/"


def test_video_is_asked_for_only_after_consent(demo, visit, addresses):
    visitor = visit()
    visitor.page.route(re.compile("vimeo|youtube"), lambda route: route.fulfill(body="player"))
    for address in addresses:
        visitor.page.goto(address)
        button = visitor.page.locator(
            "button:is([data-frame-src*=vimeo], [data-frame-src*=youtube])"
        )
        if button.count():
            break
    visitor.page.wait_for_load_state("networkidle")
    assert [url for url in visitor.requests if not url.startswith(demo.url)] == []

    button.first.click()
    visitor.page.wait_for_selector("iframe")

    [player] = {url for url in visitor.requests if not url.startswith(demo.url)}
    assert re.match(r"https://(player\.vimeo\.com|www\.youtube-nocookie\.com)/", player)


def test_interactive_api_docs_open_without_errors(demo, visit):
    visitor = visit()

    visitor.page.goto(f"{demo.url}/api/v3/docs/", wait_until="networkidle")
    visitor.page.wait_for_selector(".opblock")

    assert visitor.problems == []
    assert [url for url in visitor.requests if not url.startswith((demo.url, "data:"))] == []
