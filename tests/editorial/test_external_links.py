"""Links to other sites: found in content, asked for politely, reported in words."""

import datetime
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.factories import PartnerPageFactory, StandardPageFactory, VenueFactory
from tests.sample_content import listed, raw
from univercity.editorial.link_check.checking import check, check_due_links
from univercity.editorial.link_check.extraction import collect_all, collect_from, find_addresses
from univercity.editorial.link_check.fetch import ask
from univercity.editorial.models import FAILING_AGAIN, WORKING_AGAIN, ExternalLink, LinkUse, Outcome


class OtherSite(BaseHTTPRequestHandler):
    """A site that answers each path with the status it names, and follows ``/to/<status>/…``."""

    asked = []

    def do_GET(self):
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        if self.path == "/no-head" and self.command == "HEAD":
            return self.send_error(405)
        if self.path.startswith("/to/"):
            status, _slash, target = self.path.removeprefix("/to/").partition("/")
            self.send_response(int(status))
            self.send_header("Location", target if "://" in target else f"/{target}")
        else:
            self.send_response(int(self.path[1:]) if self.path[1:].isdigit() else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None

    do_HEAD = do_GET

    def log_message(self, *args):
        pass


@pytest.fixture
def other_site(settings):
    """The address of a real server on this machine, which the check may ask in this test."""
    settings.LINK_CHECK_ALLOWS_LOOPBACK = settings.CHECK_EXTERNAL_LINKS = True
    settings.WAGTAILADMIN_BASE_URL = "https://www.univercity-bochum.de"
    OtherSite.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), OtherSite)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def page_with_link(parent, url, **fields):
    body = [("text", f'<p><a href="{url}">Programm</a></p>')]
    page = StandardPageFactory(parent=parent, body=json.dumps(raw(body)), **fields)
    page.save_revision().publish()
    return page


# Asking


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/", Outcome.WORKS),
        ("/no-head", Outcome.WORKS),
        ("/404", Outcome.NOT_FOUND),
        ("/410", Outcome.NOT_FOUND),
        ("/500", Outcome.SERVER_ERROR),
        ("/400", Outcome.REFUSED),
        ("/403", Outcome.UNCLEAR),
        ("/429", Outcome.UNCLEAR),
        ("/to/302/404", Outcome.NOT_FOUND),
        ("/to/302/to/302/to/302/", Outcome.WORKS),
        ("/to/302/to/302/to/302/to/302/", Outcome.REDIRECTS),
        ("/to/302/file:///etc/passwd", Outcome.INVALID),
    ],
)
def test_answer_of_the_other_site_is_put_in_words(other_site, path, outcome):
    assert ask(f"{other_site}{path}").outcome == outcome


def test_head_is_asked_first_and_the_whole_page_only_where_needed(other_site):
    ask(f"{other_site}/")
    ask(f"{other_site}/no-head")

    assert [(method, path) for method, path, _agent in OtherSite.asked] == [
        ("HEAD", "/"),
        ("HEAD", "/no-head"),
        ("GET", "/no-head"),
    ]


def test_other_site_learns_who_asks(other_site, settings):
    ask(f"{other_site}/")

    assert settings.WAGTAILADMIN_BASE_URL in OtherSite.asked[0][2]


@pytest.mark.parametrize(
    ("path", "moved_to"),
    [
        ("/to/301/neu", "/neu"),
        ("/to/308/neu", "/neu"),
        ("/to/301/to/302/neu", "/to/302/neu"),
        ("/to/302/neu", ""),
    ],
)
def test_address_that_moved_for_good_is_remembered(other_site, path, moved_to):
    answer = ask(f"{other_site}{path}")

    assert answer.outcome == Outcome.WORKS
    assert answer.moved_to == (moved_to and other_site + moved_to)


def test_server_that_is_not_there_cannot_be_reached(settings):
    settings.LINK_CHECK_ALLOWS_LOOPBACK = True

    assert ask("http://127.0.0.1:1/").outcome == Outcome.NO_CONNECTION


def test_name_that_does_not_exist_is_unknown():
    assert ask("http://gibt-es-nicht.invalid/").outcome == Outcome.UNKNOWN_HOST


@pytest.mark.parametrize(
    "url", ["http://", "ftp://bochum.de/", f"http://{'a' * 70}.de/", "http://[::1/"]
)
def test_what_is_no_address_is_not_asked(url):
    assert ask(url).outcome == Outcome.INVALID


# The guard


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "localhost",
        "0",
        "10.0.0.5",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[::ffff:10.0.0.1]",
        "[64:ff9b::a00:1]",
        "[2002:a00:1::]",
        "[fe80::1]",
        "[fd00::1]",
        "[ff02::1]",
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_addresses_of_private_networks_are_refused(scheme, host):
    assert ask(f"{scheme}://{host}/").outcome == Outcome.PRIVATE


def test_redirect_into_a_private_network_is_refused(other_site):
    answer = ask(f"{other_site}/to/302/http://169.254.169.254/latest/meta-data/")

    assert answer.outcome == Outcome.PRIVATE


def test_proxy_of_the_environment_is_not_used(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")

    assert ask("http://10.0.0.5/").outcome == Outcome.PRIVATE


# Finding


def test_addresses_are_found_in_text_blocks_and_fields(network):
    link = {"label": "Stadt", "page": None, "url": "https://www.bochum.de/"}
    text = '<p><a href="https://www.bo.de/">BO</a> <a href="mailto:a@bo.de">Mail</a></p>'
    body = [
        ("text", text),
        ("call_to_action", {"heading": "Los", "text": "", "link": link}),
        ("accordion", {"heading": "F", "items": listed({"title": "W", "text": text + "<p>1</p>"})}),
    ]
    page = PartnerPageFactory(
        parent=network, website="https://www.rub.de/", body=json.dumps(raw(body))
    )

    found = {(each.url, each.text, each.path) for each in find_addresses(page)}

    assert found == {
        ("https://www.rub.de/", "", "website"),
        ("https://www.bo.de/", "BO", "body.text"),
        ("https://www.bo.de/", "BO", "body.accordion"),
        ("https://www.bochum.de/", "Stadt", "body.call_to_action"),
    }


def test_links_follow_what_is_published(home):
    page = page_with_link(home, "https://www.bochum.de/#anfang")
    assert [use.link.url for use in LinkUse.objects.all()] == ["https://www.bochum.de/"]

    page.unpublish()

    assert not LinkUse.objects.exists()


def test_daily_reading_finds_snippets_and_forgets_what_is_gone(home, settings):
    VenueFactory(website="https://www.blue-square.de/")
    page_with_link(home, "https://www.bochum.de/").delete()

    call_command("tick")

    assert [link.url for link in ExternalLink.objects.all()] == ["https://www.blue-square.de/"]


def test_reading_twice_changes_nothing(home):
    page = page_with_link(home, "https://www.bochum.de/")
    collect_from(page)
    collect_all()

    assert (ExternalLink.objects.count(), LinkUse.objects.count()) == (1, 1)


# Checking by the clock


def test_clock_checks_each_link_when_it_is_due(home, other_site):
    page_with_link(home, f"{other_site}/404")
    now = timezone.now()

    for minutes in (0, 1, 24 * 60 - 5, 24 * 60 + 5):
        check_due_links(now=now + datetime.timedelta(minutes=minutes))

    assert [method for method, _path, _agent in OtherSite.asked] == 2 * ["HEAD", "GET"]


@pytest.mark.parametrize(("path", "pause"), [("/", WORKING_AGAIN), ("/500", FAILING_AGAIN)])
def test_working_links_wait_longer_than_broken_ones(home, other_site, path, pause):
    link = ExternalLink.objects.create(url=f"{other_site}{path}")

    check(link)

    assert link.next_check_at - link.checked_at == pause


def test_one_site_is_asked_for_one_link_at_a_time(home, other_site):
    for path in ("/a", "/b", "/c"):
        page_with_link(home, other_site + path)

    check_due_links(now=timezone.now() + datetime.timedelta(seconds=1))

    assert len(OtherSite.asked) == 1


def test_link_keeps_the_day_it_broke_until_it_works_again(db, other_site):
    link = ExternalLink.objects.create(url=f"{other_site}/404")
    check(link)
    since = link.first_failed_at
    check(link)
    assert link.first_failed_at == since

    link.record(Outcome.WORKS)

    assert link.first_failed_at is None


def test_no_other_site_is_asked_where_that_is_switched_off(home, other_site, settings):
    settings.CHECK_EXTERNAL_LINKS = False
    page_with_link(home, f"{other_site}/404")

    call_command("tick")

    assert OtherSite.asked == []
