"""Drafts, the past, the plan: what ``resolve`` answers to whom."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import APIToken, PageLogEntry, PageViewRestriction, Revision

from tests.factories import StandardPageFactory, UserFactory
from tests.permissions import allow
from univercity.api.models import TokenScope
from univercity.publishing.planned_publications import publish_and_expire

RESOLVE = "/api/v3/resolve/"
FIRST, SECOND, OFFLINE = (datetime(2025, month, 1, tzinfo=UTC) for month in (1, 2, 3))


@pytest.fixture
def page(home):
    return StandardPageFactory(parent=home, slug="seite", title="Entwurf", live=False)


@pytest.fixture
def publish_as():
    """Return a function that publishes a title at a moment of the past."""

    def publish(page, title, moment):
        page = type(page).objects.get(pk=page.pk)
        page.title = title
        revision = page.save_revision()
        revision.publish()
        Revision.objects.filter(pk=revision.pk).update(created_at=moment)
        log_at(page, "wagtail.publish", moment)
        first = page.first_published_at or moment
        dates = {"first_published_at": first, "last_published_at": moment}
        type(page).objects.filter(pk=page.pk).update(**dates)

    return publish


def log_at(page, action, moment):
    """Move the newest log entry of an action to another moment."""
    entry = PageLogEntry.objects.filter(page=page, action=action).latest("pk")
    PageLogEntry.objects.filter(pk=entry.pk).update(timestamp=moment)


def headers_of(page, *permissions):
    """Return the headers of a token whose account has permissions on ``page``."""
    user = UserFactory()
    group = Group.objects.create(name=user.username)
    allow(group, page, *permissions)
    user.groups.add(group)
    token, key = APIToken.create_token(user=user, name="App")
    TokenScope.objects.create(token=token, reads_drafts=True)
    return {"Authorization": f"Bearer {key}"}


@pytest.fixture
def ask(client):
    def ask_for(path="/de/seite/", headers=None, **parameters):
        if "at" in parameters:
            parameters["at"] = str(parameters["at"]).replace(" ", "T")
        response = client.get(RESOLVE, {"path": path, **parameters}, headers=headers or {})
        answer = response.json()
        title = answer["page"]["title"] if response.status_code == 200 else ""
        return response.status_code, title or answer["type"].split("/")[-2]

    return ask_for


# Restricted translations


@pytest.mark.parametrize("address", ["/en/page/", "/en/page/below/"])
def test_source_does_not_stand_in_for_a_translation_that_is_closed(ask, home, translate, address):
    page = StandardPageFactory(parent=home, slug="seite")
    below = StandardPageFactory(parent=page, slug="unten")
    translate(home, slug="home")
    english = translate(page, slug="page")
    translate(below, slug="below")
    assert ask(address, fallback="de")[0] == 200

    PageViewRestriction.objects.create(page=english, restriction_type="login")

    assert ask(address, fallback="de") == (404, "not-found")
    assert ask(address) == (404, "not-found")


# Drafts


@pytest.mark.parametrize("path", ["/de/seite/", "/de/nirgends/"])
def test_nobody_learns_of_drafts(ask, page, path):
    assert ask(path) == (404, "not-found")
    assert ask(path, version="draft") == (401, "authentication-required")


def test_editor_reads_the_draft_of_a_page_that_was_never_public(ask, page):
    assert ask(headers=headers_of(page, "change"), version="draft") == (200, "Entwurf")


def test_editor_reads_the_draft_of_a_public_page(ask, page, publish_as):
    publish_as(page, "Fassung", FIRST)
    page = type(page).objects.get(pk=page.pk)
    page.title = "Neuer Entwurf"
    page.save_revision()
    editor = headers_of(page, "change")

    assert ask(headers=editor, version="draft") == (200, "Neuer Entwurf")
    assert ask(headers=editor) == (200, "Fassung")


def test_account_without_the_right_reads_no_draft(ask, home, page, publish_as):
    other = headers_of(StandardPageFactory(parent=home), "change")

    assert ask(headers=other, version="draft") == (404, "not-found")
    publish_as(page, "Fassung", FIRST)
    assert ask(headers=other, version="draft") == (403, "not-allowed")
    assert ask(headers=other) == (200, "Fassung")


@pytest.mark.parametrize("version", ["draft", "live"])
def test_hidden_page_is_kept_from_search_engines(client, page, version):
    answer = client.get(
        RESOLVE,
        {"path": "/de/seite/", "version": version},
        headers=headers_of(page, "change"),
    ).json()

    assert (answer["version"], answer["seo"]["robots"]) == (version, "noindex")


# The past


def test_page_is_answered_as_it_was_public(ask, page, publish_as):
    publish_as(page, "Erste Fassung", FIRST)
    publish_as(page, "Zweite Fassung", SECOND)
    page = type(page).objects.get(pk=page.pk)
    page.title = "Nie veröffentlicht"
    page.save_revision()

    assert ask(at=FIRST - timedelta(seconds=1)) == (404, "not-found")
    assert ask(at=FIRST) == (200, "Erste Fassung")
    assert ask(at=SECOND - timedelta(seconds=1)) == (200, "Erste Fassung")
    assert ask(at=SECOND) == (200, "Zweite Fassung")
    assert ask(at=timezone.now()) == (200, "Zweite Fassung")


def test_time_offline_is_missing(ask, page, publish_as):
    publish_as(page, "Erste Fassung", FIRST)
    type(page).objects.get(pk=page.pk).unpublish()
    log_at(page, "wagtail.unpublish", SECOND)
    publish_as(page, "Zweite Fassung", OFFLINE)

    assert ask(at=SECOND) == (404, "not-found")
    assert ask(at=OFFLINE) == (200, "Zweite Fassung")


def test_past_of_a_page_that_is_not_public_any_more_is_for_its_editors(ask, page, publish_as):
    publish_as(page, "Fassung", FIRST)
    type(page).objects.get(pk=page.pk).unpublish()

    assert ask(at=FIRST) == (404, "not-found")
    assert ask(at=FIRST, headers=headers_of(page, "change")) == (200, "Fassung")


def test_past_behind_a_restriction_is_missing(ask, home, page, publish_as):
    publish_as(page, "Nur für Mitglieder", FIRST)
    restriction = PageViewRestriction(page=home, restriction_type="login")
    restriction.save(user=UserFactory())
    log_at(home, "wagtail.view_restriction.create", FIRST)
    restriction.delete(user=UserFactory())
    log_at(home, "wagtail.view_restriction.delete", OFFLINE)

    assert ask(at=SECOND) == (404, "not-found")
    assert ask(at=OFFLINE) == (200, "Nur für Mitglieder")


def test_deleted_revision_is_told(ask, page, publish_as):
    publish_as(page, "Erste Fassung", FIRST)
    publish_as(page, "Zweite Fassung", SECOND)
    Revision.objects.filter(created_at=FIRST).delete()

    assert ask(at=FIRST) == (404, "history-does-not-reach")
    assert ask(at=SECOND) == (200, "Zweite Fassung")


def test_revision_that_was_overwritten_later_is_not_shown(ask, page, publish_as):
    publish_as(page, "Fassung", FIRST)
    revision = Revision.objects.get(created_at=FIRST)
    draft = revision.as_object()
    draft.title = "Nie veröffentlicht"
    draft.save_revision(overwrite_revision=revision)

    assert ask(at=FIRST) == (404, "history-does-not-reach")


def test_page_without_log_has_no_known_past(ask, home):
    StandardPageFactory(parent=home, slug="seite")

    assert ask(at=FIRST) == (404, "history-does-not-reach")


def test_past_of_a_moved_page_is_at_its_present_address(
    ask, page, publish_as, django_capture_on_commit_callbacks
):
    publish_as(page, "Erste Fassung", FIRST)
    with django_capture_on_commit_callbacks(execute=True):
        type(page).objects.get(pk=page.pk).change_slug("umgezogen")
    publish_as(page, "Zweite Fassung", SECOND)

    assert ask("/de/umgezogen/", at=FIRST) == (200, "Erste Fassung")


def test_provenance_of_the_past_is_not_known(client, page, publish_as):
    publish_as(page, "Fassung", FIRST)

    answer = client.get(RESOLVE, {"path": "/de/seite/", "at": "2025-01-15T12:00:00+01:00"}).json()

    assert (answer["at"], answer["provenance"]) == ("2025-01-15T11:00:00Z", None)
    assert answer["seo"]["robots"] == "noindex"


@pytest.mark.parametrize(
    "at",
    [
        "",
        "gestern",
        "2025-01-15",
        "2025-01-15T12:00:00",  # without offset
        "2025-02-30T12:00:00Z",
        "2025-01-15T12:00:00+25:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
    ],
)
def test_moment_without_offset_or_meaning_is_refused(client, home, at):
    response = client.get(RESOLVE, {"path": "/de/", "at": at})

    assert (response.status_code, response.json()["type"]) == (
        422,
        "/api/problems/invalid-parameter/",
    )


def test_moment_and_draft_exclude_each_other(ask, home):
    assert ask("/de/", at=FIRST, version="draft") == (422, "invalid-parameter")


# The plan


@pytest.fixture
def planned(page):
    """A page that goes live in two days and expires in four."""
    now = timezone.now()
    page.title = "Geplant"
    page.go_live_at, page.expire_at = now + timedelta(days=2), now + timedelta(days=4)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def in_days(number):
    return timezone.now() + timedelta(days=number)


@pytest.mark.parametrize("days", [1, 3, 5])
def test_future_is_not_public_yet(ask, planned, days):
    assert ask(at=in_days(days)) == (401, "authentication-required")


def test_editor_reads_the_page_as_it_is_planned(ask, planned):
    editor = headers_of(planned, "change")

    assert ask(at=in_days(1), headers=editor) == (404, "not-found")
    assert ask(at=in_days(3), headers=editor) == (200, "Geplant")
    assert ask(at=in_days(5), headers=editor) == (404, "not-found")


def test_plan_begins_and_ends_at_its_moment(ask, planned):
    editor = headers_of(planned, "change")
    plan = planned.scheduled_revision
    begin, end = plan.approved_go_live_at, plan.as_object().expire_at
    moment = timedelta(microseconds=1000)

    moments = [begin - moment, begin, end - moment, end]

    found = [ask(at=each.isoformat(), headers=editor)[0] for each in moments]
    assert found == [404, 200, 200, 404]


def test_public_page_stays_as_it_is_until_its_planned_version(ask, page, publish_as):
    publish_as(page, "Fassung", FIRST)
    page = type(page).objects.get(pk=page.pk)
    page.title, page.go_live_at = "Geplant", in_days(2)
    page.save_revision().publish()
    editor = headers_of(page, "change")

    assert ask(at=in_days(1), headers=editor) == (200, "Fassung")
    assert ask(at=in_days(3), headers=editor) == (200, "Geplant")
    assert ask() == (200, "Fassung")


def test_plan_becomes_history(ask, planned, django_capture_on_commit_callbacks):
    Revision.objects.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=SECOND)
    Revision.objects.update(created_at=FIRST)
    content = planned.get_latest_revision()
    content.content["go_live_at"], content.content["expire_at"] = SECOND.isoformat(), None
    content.save()
    before = timezone.now()
    list(publish_and_expire(timezone.now()))

    assert ask(at=timezone.now()) == (200, "Geplant")
    assert ask(at=before) == (404, "not-found")
