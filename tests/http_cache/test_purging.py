"""Caches before the site learn of a change; one that is away learns of it later."""

import datetime
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone

from univercity.http_cache import store
from univercity.http_cache.models import PendingPurge
from univercity.http_cache.purging import KEYS_AT_ONCE
from univercity.publishing.signals import content_changed, tick

URL = "http://localhost/de/netzwerk/"


class Proxy(BaseHTTPRequestHandler):
    """A cache that notes what it is asked to forget."""

    def note(self):
        keys = self.headers.get("Surrogate-Key")
        self.server.requests.append((self.command, self.headers["Host"], self.path, keys))
        self.server.secrets.append(self.headers.get("Fastly-Key"))
        self.send_response(self.server.status)
        self.end_headers()

    do_PURGE = do_POST = note

    def log_message(self, *args):
        pass


@pytest.fixture
def proxy():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    server.requests, server.secrets, server.status = [], [], 200
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def purging_by_key(settings, proxy):
    settings.PURGE_URL, settings.PURGE_METHOD = f"{proxy.address}/purge", "POST"
    settings.PURGE_HEADER = "Fastly-Key: secret"


@pytest.fixture
def purging_by_url(settings, proxy):
    backend = "univercity.http_cache.purging.PurgeBackend"
    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": backend, "LOCATION": proxy.address}}


def change(keys=("page-7",), urls=(URL,)):
    content_changed.send(sender=None, keys=set(keys), urls=list(urls))


def later(**delay):
    """Let the clock come to a later minute."""
    tick.send(sender=None, now=timezone.now() + datetime.timedelta(**delay))


def test_cache_is_told_the_keys_of_a_change(db, proxy, purging_by_key):
    change(keys=["page-7", "image-2"])

    host = proxy.address.removeprefix("http://")
    assert proxy.requests == [("POST", host, "/purge", "content image-2 page-7")]
    assert proxy.secrets == ["secret"]
    assert not PendingPurge.objects.exists()


def test_many_keys_are_told_in_portions(db, proxy, purging_by_key):
    change(keys=[f"page-{number}" for number in range(KEYS_AT_ONCE)])

    assert [len(keys.split()) for *_, keys in proxy.requests] == [KEYS_AT_ONCE, 1]


def test_proxy_is_told_the_addresses_of_a_change_in_html_and_api(db, proxy, purging_by_url):
    change(keys=["page-7", "list-pages"], urls=[URL, "http://localhost/en/network/"])

    told = [(method, host, path) for method, host, path, _ in proxy.requests]
    assert told == [
        ("PURGE", "localhost", "/de/netzwerk/"),
        ("PURGE", "localhost", "/en/network/"),
        ("PURGE", "127.0.0.1:8000", "/api/v2/pages/7/"),
        ("PURGE", "127.0.0.1:8000", "/api/v3/pages/7/"),
        ("PURGE", "127.0.0.1:8000", "/api/v3/resolve/?path=/de/netzwerk/"),
        ("PURGE", "127.0.0.1:8000", "/api/v3/resolve/?path=/en/network/"),
    ]


def test_address_that_a_proxy_does_not_have_is_no_failure(db, proxy, purging_by_url):
    proxy.status = 404
    change()

    assert not PendingPurge.objects.exists()


@pytest.mark.parametrize("kind", ["purging_by_key", "purging_by_url"])
def test_failure_does_not_reach_the_editor_and_is_tried_again(db, proxy, caplog, request, kind):
    request.getfixturevalue(kind)
    proxy.status = 503
    change()
    assert "Could not purge" in caplog.text
    assert PendingPurge.objects.count() == 1
    proxy.status = 200
    tried = len(proxy.requests)

    later(seconds=50)
    assert len(proxy.requests) == tried  # not yet due
    later(seconds=61)

    assert not PendingPurge.objects.exists()
    assert proxy.requests[tried] == proxy.requests[0]


def test_attempts_come_ever_more_rarely_and_end(db, proxy, purging_by_key, caplog):
    proxy.status = 503
    change()
    delays = []
    for _ in range(9):
        later(hours=2)
        pending = PendingPurge.objects.get()
        delays.append(round((pending.next_attempt_at - timezone.now()).total_seconds() / 60))
    PendingPurge.objects.update(created_at=timezone.now() - datetime.timedelta(days=3))
    later(hours=2)

    assert delays == [2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert not PendingPurge.objects.exists()
    assert "Gave up" in caplog.text


def test_without_proxy_nothing_is_noted(db, answer_store):
    change()

    assert not PendingPurge.objects.exists()


def test_store_that_was_away_drops_later_what_changed(db, answer_store, settings, caplog):
    """What it knew before the outage is stale when it is back."""
    here = settings.CACHES
    away = {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": "redis://127.0.0.1:1/0",
        "OPTIONS": {"IGNORE_EXCEPTIONS": False},
    }
    answer_store.set_many({"generation": "a", "version:page-7": "b"})
    settings.CACHES = {**here, "answers": away}
    change()
    assert "dropping content page-7 later" in caplog.text
    settings.CACHES = here
    later(minutes=3)

    known = store.answers().get_many(["generation", "version:page-7"])
    assert known["generation"] != "a"
    assert known["version:page-7"] != "b"
    assert not PendingPurge.objects.exists()
