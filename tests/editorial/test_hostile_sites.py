"""The link check of sites that mean harm, and of documents that this site has no more."""

import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.factories import DocumentFactory
from univercity.editorial.link_check.checking import check
from univercity.editorial.link_check.fetch import ask
from univercity.editorial.models import ExternalLink, Outcome

MEGABYTE = 1024 * 1024
MOST = 100 * MEGABYTE


class EndlessRedirect(BaseHTTPRequestHandler):
    """Redirects with a body that goes on as long as somebody reads it."""

    sent = 0

    def do_GET(self):
        if self.path == "/target":
            self.send_response(200)
            self.end_headers()
            return
        self.send_response(302)
        self.send_header("Location", "/target")
        self.end_headers()
        with suppress(OSError):  # the other side hangs up
            while EndlessRedirect.sent < MOST:
                EndlessRedirect.sent += self.wfile.write(bytes(MEGABYTE))

    def do_HEAD(self):
        self.send_error(405)

    def log_message(self, *args):
        pass


@pytest.fixture
def hostile_site(settings):
    settings.LINK_CHECK_ALLOWS_LOOPBACK = True
    EndlessRedirect.sent = 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), EndlessRedirect)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_body_of_a_redirect_is_not_read(hostile_site):
    assert ask(hostile_site).outcome == Outcome.WORKS
    assert EndlessRedirect.sent < MOST


@pytest.mark.django_db
def test_own_document_that_was_deleted_is_missing(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://www.univercity-bochum.de"
    document = DocumentFactory()
    link = ExternalLink.objects.create(url=f"https://www.univercity-bochum.de{document.url}")

    check(link)
    assert link.outcome == Outcome.WORKS

    document.delete()
    check(link)
    assert link.outcome == Outcome.NOT_FOUND
