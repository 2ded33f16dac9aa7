"""The preview panel shows a frontend on another origin, which asks the API on its server."""

import json
import re
import threading
import urllib.request
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.admin_steps import Editor, find_page

#: What docs/api.md tells frontends to do so that the panel keeps its place on the page.
KEEPS_ITS_PLACE = """
const admin = "%s";
const say = (type, more) =>
  window.top.postMessage({ wagtail: { type, origin: location.origin, ...more } }, admin);
window.addEventListener("message", ({ origin, data }) => {
  if (origin !== admin || !data?.wagtail) return;
  if (data.wagtail.type === "w-preview:get-scroll-position")
    say("w-preview:set-scroll-position", { x: scrollX, y: scrollY });
  if (data.wagtail.type === "w-preview:set-scroll-position")
    scrollTo({ left: data.wagtail.x, top: data.wagtail.y, behavior: "instant" });
});
window.addEventListener("load", () => say("w-preview:request-scroll"));
"""


class SmallFrontend(BaseHTTPRequestHandler):
    """Shows the title and the introduction of the page that a preview token opens."""

    api: str

    def do_GET(self):
        token = parse_qs(urlsplit(self.path).query).get("token", [""])[0]
        asked = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.api}/api/v3/preview/", headers={"X-Preview-Token": token}
        )
        with urllib.request.urlopen(asked) as response:  # noqa: S310 - our own server
            page = json.load(response)["page"]
        body = (
            f"<!DOCTYPE html><html lang='de'><title>Vorschau</title>"
            f"<h1>{escape(page['title'])}</h1><p>{escape(page['introduction'])}</p>"
            f"<div style='height: 4000px'></div>"
            f"<script>{KEEPS_ITS_PLACE % self.api}</script>"
        )
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", f"frame-ancestors {self.api}")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *arguments):
        """Keep addresses with tokens out of the output."""


@pytest.fixture
def small_frontend(demo):
    """The address of a frontend that runs for as long as the test."""
    handler = type("Handler", (SmallFrontend,), {"api": demo.url})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def enter_frontend(demo, log_in, address):
    page = log_in("admin").page
    page.goto(f"{demo.url}/admin/univercity_frontends/new/")
    page.select_option("#id_site", index=1)
    page.fill("#id_name", "Campus-App")
    page.fill("#id_address", address)
    page.get_by_role("button", name="Erstellen").click()
    expect(page.locator(".messages").first).to_contain_text("Campus-App")


@contextmanager
def first_preview_on_its_way(editor):
    """Open the panel; what it shows first arrives at the end."""
    previews = re.compile("in_preview_panel")
    held = []
    editor.page.route(previews, lambda route: held.append(route), times=1)
    with editor.page.expect_request(previews):
        editor.show_panel("Vorschau")
    yield
    held[0].continue_()


def test_editor_sees_changes_in_the_frontend_while_writing(demo, log_in, small_frontend):
    enter_frontend(demo, log_in, f"{small_frontend}/preview?token={{token}}&path={{path}}")
    editor = Editor(demo, log_in("redaktion"))
    editor.edit(find_page(demo, slug="impressum"))
    page = editor.page
    with first_preview_on_its_way(editor):
        page.select_option("#id_preview_mode", label="Im Frontend: Campus-App")
    shown = page.frame_locator("#w-preview-iframe")
    expect(shown.locator("p")).to_have_count(1)  # not the site any more, whose title is the same
    expect(shown.locator("h1")).to_have_text("Impressum")
    shown.locator("html").evaluate("() => scrollTo(0, 300)")

    page.fill("#id_introduction", "Neu im Frontend.")

    expect(shown.locator("p")).to_have_text("Neu im Frontend.")
    page.wait_for_function(
        "document.querySelectorAll('[data-w-preview-target=iframe]').length == 1"
    )
    assert shown.locator("html").evaluate("() => scrollY") == 300

    page.goto(f"{demo.url}/admin/reports/previews/")
    rows = page.locator("table.listing tbody tr").filter(has_text="Campus-App")
    expect(rows).to_have_count(1)
    rows.get_by_role("button", name="Zurückziehen").click()
    expect(rows).to_contain_text("zurückgezogen")
    assert tokens_in_the_log(demo) == []


def tokens_in_the_log(demo):
    """Return the tokens that the server has written to its log."""
    return re.findall(r"ucp_[\w-]{8,}", demo.log.read_text())
