"""A real browser against the demo, served as `make demo` serves it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.admin_steps import Editor, foreign_requests

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
expect.set_options(timeout=20_000)  # milliseconds; a busy machine is no reason to fail
SIZES = {"phone": (390, 844), "desktop": (1280, 800)}


@dataclass
class Demo:
    """The running demo: its address, and what the server has written so far."""

    url: str
    log: Path

    def problems(self):
        """Return the lines of the log that tell of an error."""
        signs = (" ERROR ", " CRITICAL ", "Traceback", '" 500 ')
        return [line for line in self.log.read_text().splitlines() if any(s in line for s in signs)]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(server, url, log, seconds=400):
    """Wait until ``url`` answers; fail with the log if the server ends or takes too long."""
    deadline = time.monotonic() + seconds
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=30):  # noqa: S310 - our own server
                return
        except urllib.error.URLError:
            time.sleep(0.5)
    pytest.fail(f"The demo did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def prepared_demo(databases, quick_images, django_db_blocker, tmp_path_factory):
    """The folder of a demo that is loaded already; all tests share the server, which changes it."""
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock():
        databases.copy_demo(folder)
    return folder


@pytest.fixture(scope="session")
def demo(prepared_demo):
    folder = prepared_demo
    log, port = folder / "server.log", free_port()
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")
    }
    environment |= {
        "DEBUG": "1",
        "DATA_DIR": str(folder),
        "BASE_URL": f"http://127.0.0.1:{port}",
        "PYTHONUNBUFFERED": "1",
    }
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve_demo", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            demo = Demo(f"http://127.0.0.1:{port}", log)
            wait_for(server, f"{demo.url}/de/", log)
            yield demo
            assert demo.problems() == []  # after all tests, whichever of them met the error
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture(scope="session")
def chromium(prepared_demo):  # Django asks no database beside Playwright's loop
    """Debian's Chromium; its absence is a failure, so that no test is left out unseen."""
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("The browser tests need Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A visitor with a browser window, and everything that went wrong in it."""

    page: Page
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def watch(self):
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("response", self._on_response)

    def _on_console(self, message):
        if message.type in ("error", "warning"):
            self.problems.append(message.text)

    def _on_response(self, response):
        if response.status >= 400:
            self.problems.append(f"{response.status} {response.url}")


def open_window(browser: Browser, size="desktop", **options):
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="de-DE", **options
    )
    visitor = Visitor(context.new_page())
    visitor.watch()
    return visitor


@pytest.fixture
def visit(chromium):
    """Return a function that opens a browser window of a new visitor."""
    visitors = []

    def visit_with(size="desktop", **options):
        visitors.append(open_window(chromium, size, **options))
        return visitors[-1]

    yield visit_with
    for visitor in visitors:
        visitor.page.context.close()


@pytest.fixture
def log_in(visit, demo):
    """Return a function that opens a window in which a demo user is logged in."""

    def log_in_as(name):
        visitor = visit()
        visitor.page.goto(f"{demo.url}/admin/login/")
        visitor.page.fill("[name=username]", name)
        visitor.page.fill("[name=password]", "demo")
        visitor.page.press("[name=password]", "Enter")
        visitor.page.wait_for_url(f"{demo.url}/admin/")
        return visitor

    return log_in_as


@pytest.fixture
def work_as(demo, log_in, record_property):
    """Return a function that puts an editor to work; nothing may go wrong in any of the windows.

    What the content checker finds on a page is no error, though Wagtail writes it to the console.
    """
    editors = []

    def work_as_editor(name):
        editors.append(Editor(demo, log_in(name)))
        editors[-1].count_clicks()
        return editors[-1]

    yield work_as_editor
    for editor in editors:
        problems = editor.visitor.problems
        assert [line for line in problems if not line.startswith("axe.run results")] == []
        assert foreign_requests(demo, editor.visitor) == []
    record_property("clicks", sum(editor.clicks for editor in editors))
