"""Answers that many ask for at once, and answers while the cache is away."""

import threading
import time

import pytest
from django.core.cache import caches

from tests.http_cache.numbering_site import NumberingSite
from univercity.http_cache import middleware, store
from univercity.http_cache.dependencies import keep_private

# Single flight


def ask_together(site, number):
    """Return the answers to requests that come at the same time, each in a thread of its own."""
    answers, start = [], threading.Barrier(number)

    def ask():
        start.wait()
        answers.append(site.get().content)
        caches.close_all()

    threads = [threading.Thread(target=ask) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.fixture
def needs_redis(settings):
    if not settings.CACHES["answers"]["BACKEND"].endswith("RedisCache"):
        pytest.skip("without REDIS_URL the first two may both make it")


def test_of_eight_who_ask_at_once_one_makes_the_answer(site, needs_redis):
    site.meanwhile = [lambda request: time.sleep(0.3)]

    assert ask_together(site, 8) == [b"answer 1"] * 8


def test_nobody_waits_for_an_answer_that_is_not_kept(site, needs_redis, monkeypatch):
    monkeypatch.setattr(store, "LONGEST", 60)
    site.meanwhile = [keep_private, lambda request: time.sleep(0.1)]
    began = time.monotonic()

    assert len(set(ask_together(site, 4))) == 4
    assert time.monotonic() - began < 30


def test_nobody_waits_for_ever_for_one_who_died(site, answer_store, monkeypatch):
    monkeypatch.setattr(store, "LONGEST", 0.2)
    monkeypatch.setattr(store, "take_off", lambda address: False)
    monkeypatch.setattr(store, "lock_of", lambda address: "lock")
    answer_store.set("lock", 1, timeout=60)

    assert site.get().content == b"answer 1"


# Outage


@pytest.fixture
def cache_away(settings):
    away = {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": "redis://127.0.0.1:1/0",
        "OPTIONS": {"IGNORE_EXCEPTIONS": False, "SOCKET_CONNECT_TIMEOUT": 1},
    }
    settings.CACHES = {**settings.CACHES, "answers": away}
    settings.ANSWER_CACHE = True


def test_answers_are_made_while_the_cache_is_away(cache_away, caplog):
    site = NumberingSite()

    answers = [site.get() for _ in range(3)]

    assert [answer.content for answer in answers] == [b"answer 1", b"answer 2", b"answer 3"]
    assert answers[0]["Cache-Control"].startswith("public")
    assert answers[0]["ETag"]
    assert len(caplog.records) == 1  # the process leaves it alone for a while


def test_cache_is_asked_again_after_a_rest(cache_away, settings, monkeypatch):
    monkeypatch.setattr(middleware, "REST", 0)
    site = NumberingSite()
    site.get()
    back = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "back"}
    settings.CACHES = {**settings.CACHES, "answers": back}

    assert [site.get().content for _ in range(2)] == [b"answer 2"] * 2
