"""``/api/v3/changes/``: everything that changed since, once, in order, and nothing that did not."""

import datetime
import threading

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import StandardPageFactory
from tests.publications import revise
from univercity.publishing.changes.settling import forget_what_is_old
from univercity.publishing.cursors import cursor_after
from univercity.publishing.models import Change, ChangeLogHead

URL = "/api/v3/changes/"


@pytest.fixture
def ask(client):
    """Return a function that asks for changes and returns status and answer."""

    def ask_for(**query):
        response = client.get(URL, query)
        return response.status_code, response.json()

    return ask_for


def happened(answer):
    return [(item["kind"], item["path"]) for item in answer["items"]]


def test_without_since_the_answer_says_where_the_log_stands(home, commit, ask):
    commit(revise, home, title="Anders")
    status, answer = ask()
    assert (status, answer["items"], answer["more"]) == (200, [], False)
    assert ask(since=answer["next"]) == (200, answer)


def test_changes_come_with_tombstones_in_order(home, commit, ask):
    start = ask()[1]["next"]
    page = StandardPageFactory.build(title="Seite", slug="seite")
    commit(home.add_child, instance=page)
    commit(revise, page, title="Anders")
    commit(type(page).objects.get(pk=page.pk).delete)
    status, answer = ask(since=start)
    assert status == 200
    assert happened(answer) == [
        ("published", "/de/seite/"),
        ("changed", "/sitemap.xml"),
        ("changed", "/de/seite/"),
        ("changed", "/sitemap.xml"),
        ("deleted", "/de/seite/"),
        ("changed", "/sitemap.xml"),
    ]
    first = answer["items"][0]
    assert first | {"time": ""} == {
        "time": "",
        "kind": "published",
        "page": page.pk,
        "type": "home.StandardPage",
        "locale": "de",
        "path": "/de/seite/",
        "url": "http://localhost/de/seite/",
        "keys": [f"page-{page.pk}"],
    }
    assert ask(since=answer["next"])[1]["items"] == []


def test_limit_divides_the_answer_without_loss(home, commit, ask):
    start = ask()[1]["next"]
    for title in ("Eins", "Zwei", "Drei"):
        commit(revise, home, title=title)
    whole = ask(since=start)[1]
    parts, cursor, more = [], start, True
    while more:
        answer = ask(since=cursor, limit=2)[1]
        parts += answer["items"]
        cursor, more = answer["next"], answer["more"]
    assert parts == whole["items"]
    assert len(parts) == 6


def test_locale_leaves_the_others_out(home, translate, commit, ask):
    translate(home)
    start = ask()[1]["next"]
    commit(revise, home, title="Anders")
    assert happened(ask(since=start, locale="en")[1]) == [("changed", "/en/")]
    status, problem = ask(since=start, locale="xx")
    assert (status, problem["parameter"]) == (422, "locale")


def test_moment_is_included(home, commit, ask):
    commit(revise, home, title="Anders")
    Change.objects.update(time=datetime.datetime(2026, 11, 1, 12, tzinfo=datetime.UTC))
    with pytest.MonkeyPatch.context() as patch:
        now = datetime.datetime(2026, 11, 2, tzinfo=datetime.UTC)
        patch.setattr(timezone, "now", lambda: now)
        assert len(ask(since="2026-11-01T13:00:00+01:00")[1]["items"]) == 2
        assert ask(since="2026-11-01T12:00:01Z")[1]["items"] == []


@pytest.mark.parametrize(
    "since",
    ["gestern", "2026-11-01", "2026-11-01T12:00:00", "2026-13-01T12:00:00Z", "YzE6OTk", "ä"],
)
def test_since_that_says_no_moment_is_refused(since, db, ask):
    status, problem = ask(since=since)
    assert (status, problem["type"]) == (422, "/api/problems/invalid-parameter/")
    assert problem["parameter"] == "since"


def test_forgotten_changes_are_said_to_be_forgotten(home, commit, ask, settings):
    start = ask()[1]["next"]
    commit(revise, home, title="Anders")
    now = timezone.now()
    after = ask()[1]["next"]
    forget_what_is_old(now + datetime.timedelta(days=settings.CHANGES_KEPT_DAYS + 1))
    assert not Change.objects.exists()
    for since in (start, "2020-01-01T00:00:00Z"):
        status, problem = ask(since=since)
        assert (status, problem["type"]) == (410, "/api/problems/changes-forgotten/")
    assert ask(since=after)[0] == 200
    pruned_to = ChangeLogHead.objects.get().pruned_to
    cursors = [cursor_after(position) for position in (pruned_to - 1, pruned_to)]
    assert [ask(since=cursor)[0] for cursor in cursors] == [410, 200]


def test_queries_do_not_grow_with_changes(home, commit, ask):
    start = ask()[1]["next"]
    counts = set()
    for title in ("Eins", "Zwei", "Drei"):
        commit(revise, home, title=title)
        with CaptureQueriesContext(connection) as queries:
            ask(since=start)
        counts.add(len(queries))
    assert counts == {2}


@pytest.fixture
def committed_head(django_db_setup, django_db_blocker):
    """A head of the log that all connections see; nothing of it is left after the test."""
    with django_db_blocker.unblock():
        ChangeLogHead.objects.create(pk=1)
        yield
        ChangeLogHead.objects.all().delete()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_later_position_never_shows_before_an_earlier_one(committed_head):
    reserved, may_commit, order = threading.Event(), threading.Event(), []

    def first():
        with transaction.atomic():
            order.append(ChangeLogHead.objects.advance(1))
            reserved.set()
            may_commit.wait(5)
        connection.close()

    def second():
        reserved.wait(5)
        with transaction.atomic():
            order.append(ChangeLogHead.objects.advance(1))
        connection.close()

    threads = [threading.Thread(target=work) for work in (first, second)]
    for thread in threads:
        thread.start()
    reserved.wait(5)
    threads[1].join(0.3)
    assert order == [1]  # the second waits until the first is committed
    may_commit.set()
    for thread in threads:
        thread.join()
    assert order == [1, 2]
