"""The store of answers: what it keeps, to whom it gives it out and until when."""

import datetime
import time

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from univercity.http_cache import store
from univercity.http_cache.addresses import Address
from univercity.http_cache.answer import Answer
from univercity.http_cache.dependencies import depends_on, holds_until, keep_private
from univercity.http_cache.middleware import AnswerCacheMiddleware
from univercity.http_cache.recent import RecentAnswers


def test_answer_is_made_once(site):
    assert [site.get().content for _ in range(3)] == [b"answer 1"] * 3


def test_change_of_a_key_drops_the_answers_that_depend_on_it(site):
    site.get()

    store.drop(["image-2"])

    assert [site.get().content for _ in range(2)] == [b"answer 2"] * 2


def test_change_of_another_key_costs_four_commands_once(site, answer_store):
    site.get()
    store.drop(["page-3"])
    answer_store.commands.clear()

    assert [site.get().content for _ in range(3)] == [b"answer 1"] * 3
    assert answer_store.commands == ["get", "get_many", "get_many", "set", "get", "get"]


def test_answer_of_another_process_is_fetched_once(site, answer_store, monkeypatch):
    site.get()
    monkeypatch.setattr(store, "recent", RecentAnswers())
    answer_store.commands.clear()

    assert [site.get().content for _ in range(3)] == [b"answer 1"] * 3
    assert answer_store.commands == ["get_many", "get", "get"]


def test_answer_that_is_known_is_not_fetched(site, answer_store):
    site.get()
    answer_store.delete(store.place_of(Address(RequestFactory().get("/de/"))))

    assert site.get().content == b"answer 1"


def test_change_in_another_process_drops_what_this_one_knows(site, answer_store):
    site.get()
    changed = {f"version:{key}": "new" for key in ("page-1", "image-2")}
    answer_store.set_many({**changed, "generation": "new"})

    assert [site.get().content for _ in range(2)] == [b"answer 2"] * 2


def test_version_is_read_once_while_nothing_changes(site, answer_store, monkeypatch):
    site.get("/de/")
    asked, get_many = [], answer_store.get_many
    monkeypatch.setattr(answer_store, "get_many", lambda keys: asked.append(keys) or get_many(keys))

    site.get("/de/x/")

    assert asked[-1] == [store.GENERATION]


def test_version_is_read_again_after_a_change_in_another_process(site, answer_store):
    site.get("/de/")
    answer_store.set_many({"version:page-1": "new", "generation": "new"})
    made = site.get("/de/x/").content
    answer_store.set("generation", "newer")

    assert site.get("/de/x/").content == made


def test_answers_not_read_for_longest_make_room():
    answers = [Answer(b"x" * 6000, {}, "", 0, 0) for _ in range(3)]
    recent = RecentAnswers(most_bytes=25_000)
    recent.keep("a", answers[0])
    recent.keep("b", answers[1])
    recent.get("a")
    recent.keep("c", answers[2])

    assert [recent.get(place) for place in "abc"] == [answers[0], None, answers[2]]


def test_change_of_a_key_drops_the_answer_although_another_change_came_between(site):
    site.get()
    store.drop(["page-3"])
    site.get()

    store.drop(["page-1"])

    assert site.get().content == b"answer 2"


def test_answer_begun_before_a_change_is_not_kept(site):
    site.meanwhile = [lambda request: store.drop(["page-1"])]
    assert site.get().content == b"answer 1"
    site.meanwhile = []

    assert [site.get().content for _ in range(2)] == [b"answer 2"] * 2


@pytest.mark.parametrize("step", range(8))
def test_change_at_any_moment_of_keeping_an_answer_leaves_none_that_is_stale(
    site, answer_store, monkeypatch, step
):
    """A change comes right before the ``step``-th command that follows the making of an answer."""
    content = ["old"]
    site.answer = lambda _: HttpResponse(content[0])
    commands = [-1]
    plain = {name: getattr(answer_store, name) for name in ("get_many", "set_many", "set")}

    def change_in_time(name):
        def command(*args, **kwargs):
            if commands[0] == step:
                commands[0] = -1
                content[0] = "new"
                store.drop(["page-1"])
            elif commands[0] >= 0:
                commands[0] += 1
            return plain[name](*args, **kwargs)

        return command

    for name in plain:
        monkeypatch.setattr(answer_store, name, change_in_time(name))
    site.meanwhile = [lambda request: commands.__setitem__(0, 0)]
    site.get()
    site.meanwhile = []
    site.get()  # where fewer commands came, the change comes here or never
    site.get()

    assert site.get().content == content[0].encode()


def test_answer_kept_in_the_midst_of_a_change_is_not_given_out(site, answer_store, monkeypatch):
    """Not every cache writes several values at once."""
    site.get()
    store.drop(["page-1"])
    plain, later = answer_store.set_many, []

    def write_half(data, timeout):
        later.append({store.GENERATION: data.pop(store.GENERATION)})
        plain(data, timeout)

    monkeypatch.setattr(answer_store, "set_many", write_half)
    site.meanwhile = [lambda request: store.drop(["page-1"])]
    site.get()
    plain(*later, timeout=None)
    site.meanwhile = []

    assert site.get().content == b"answer 3"


@pytest.mark.parametrize(
    "lost", [["generation"], ["version:page-1"], ["generation", "version:page-1"]]
)
def test_store_that_forgets_something_never_gives_out_what_is_stale(site, answer_store, lost):
    """Caches throw out whatever they like when they are full."""
    site.get()
    store.drop(["page-1"])
    answer_store.delete_many(lost)

    assert site.get().content == b"answer 2"


def test_lost_generation_keeps_what_is_right(site, answer_store):
    site.get()
    answer_store.delete(store.GENERATION)

    assert site.get().content == b"answer 1"


def test_answer_is_dropped_after_its_time_whatever_was_lost(site, settings):
    settings.ANSWER_CACHE_SECONDS = 1
    site.get()
    time.sleep(1.05)

    assert site.get().content == b"answer 2"


def test_answer_is_dropped_at_the_moment_at_which_it_changes_by_itself(site, settings, monkeypatch):
    settings.ANSWER_CACHE_SECONDS = 2 * 86400
    moment = timezone.now() + datetime.timedelta(hours=1)
    site.meanwhile = [lambda request: holds_until(request, moment)]
    assert [site.get().content for _ in range(2)] == [b"answer 1"] * 2
    monkeypatch.setattr(time, "time", moment.timestamp)

    assert site.get().content == b"answer 2"


def test_another_release_makes_answers_of_its_own(site, monkeypatch):
    site.get()
    monkeypatch.setattr(store, "fingerprint", lambda: "next")

    assert site.get().content == b"answer 2"


# What is not kept


def with_header(name, value):
    return lambda content: HttpResponse(content, headers={name: value})


def with_cookie(content):
    response = HttpResponse(content)
    response.set_cookie("name", "value")
    return response


@pytest.mark.parametrize(
    "answer",
    [
        with_cookie,
        with_header("Cache-Control", "private"),
        with_header("Content-Encoding", "gzip"),
        with_header("Vary", "Origin"),
        lambda content: HttpResponse(content, status=404),
        lambda content: HttpResponse(content * 200_000),
    ],
)
def test_answer_that_is_not_for_everybody_is_not_kept(site, answer):
    site.answer = answer

    assert site.get().content != site.get().content


def test_answer_that_varies_by_what_is_never_answered_here_is_kept(site):
    site.answer = with_header("Vary", "Cookie, X-Preview-Token")

    assert [site.get().content for _ in range(2)] == [b"answer 1"] * 2
    assert site.get()["Vary"] == "X-Preview-Token"


def test_answer_that_was_declared_private_is_not_kept(site):
    site.meanwhile = [keep_private]

    first, second = site.get(), site.get()

    assert first.content != second.content
    assert first["Cache-Control"] == "private, no-store"


def test_answer_of_a_page_that_declares_nothing_is_private(answer_store):
    middleware = AnswerCacheMiddleware(lambda request: HttpResponse("form"))

    response = middleware(RequestFactory().get("/de/_util/"))

    assert response["Cache-Control"] == "private, no-store"


def test_sessions_and_tokens_are_not_answered_from_the_store(site, settings):
    site.get()

    assert site.get(authorization="Bearer x").content == b"answer 2"
    assert site.get(cookie=f"{settings.SESSION_COOKIE_NAME}=x").content == b"answer 3"
    assert site.get(cookie="consent=1").content == b"answer 1"


def test_other_methods_are_not_answered_from_the_store(site):
    site.get()

    response = site.middleware(RequestFactory().post("/de/"))

    assert (response.content, response["Cache-Control"]) == (b"answer 2", "private, no-store")


def test_files_and_admin_say_themselves_how_to_be_cached(site):
    for address in ("/admin/x/", "/documents/1/x.pdf", "/static/x.css", "/media/x.jpg"):
        assert not site.get(address).has_header("Cache-Control")


def test_many_keys_do_not_burst_the_headers(site):
    site.meanwhile = [lambda request: depends_on(request, *(f"image-{n}" for n in range(500)))]

    assert site.get()["Surrogate-Key"] == "content"
    store.drop(["image-499"])
    assert site.get().content == b"answer 2"
