"""The clock: planned pages go live and expire, once, whatever else fails."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from tests.factories import PersonFactory, StandardPageFactory
from tests.permissions import allow, log_in
from univercity.content.snippets.people import Person
from univercity.publishing.clock import JOB, LONGEST_RUN, run_once
from univercity.publishing.models import Job
from univercity.publishing.signals import tick

MINUTE = datetime.timedelta(minutes=1)


def plan(page, user=None):
    """Plan the page's draft for a minute ago, as if that minute had passed since."""
    page.go_live_at = timezone.now() + MINUTE
    page.save_revision(user=user).publish(user=user)
    past = timezone.now() - MINUTE
    revision = page.get_latest_revision()
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    Page.objects.filter(pk=page.pk).update(go_live_at=past)
    return page


@pytest.fixture
def receive():
    """Return a function that connects a receiver to the clock for one test."""
    receivers = []

    def connect(receiver):
        tick.connect(receiver)
        receivers.append(receiver)

    yield connect
    for receiver in receivers:
        tick.disconnect(receiver)


# Going live and expiring


def test_planned_page_goes_live_once_its_time_has_come(home):
    page = plan(StandardPageFactory(parent=home, live=False))

    call_command("tick")

    page.refresh_from_db()
    assert page.live
    assert page.get_latest_revision().approved_go_live_at is None


def test_page_planned_for_later_waits(home):
    page = StandardPageFactory(parent=home, live=False, go_live_at=timezone.now() + MINUTE)
    page.save_revision().publish()

    call_command("tick")

    assert not Page.objects.get(pk=page.pk).live


def test_expired_page_goes_offline(home):
    page = StandardPageFactory(parent=home)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - MINUTE)

    call_command("tick")

    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


def test_snippet_goes_live_and_offline_at_its_time(db):
    expiring = PersonFactory(expire_at=timezone.now() - MINUTE)
    coming = plan(PersonFactory(live=False))

    call_command("tick")

    live = {person.pk: person.live for person in Person.objects.all()}
    assert live == {expiring.pk: False, coming.pk: True}


def test_run_taken_for_dead_does_not_end_the_one_that_took_over(db):
    dead = Job.objects.start("tick", datetime.timedelta())
    Job.objects.start("tick", datetime.timedelta())

    Job.objects.finish("tick", dead)

    assert Job.objects.start("tick", datetime.timedelta(hours=1)) is None


def test_second_run_changes_nothing(home):
    page = plan(StandardPageFactory(parent=home, live=False))
    call_command("tick")
    published_at = Page.objects.get(pk=page.pk).last_published_at

    call_command("tick")

    assert Page.objects.get(pk=page.pk).last_published_at == published_at


def test_page_that_cannot_be_published_does_not_hold_up_the_others(home, caplog):
    broken = plan(StandardPageFactory(parent=home, live=False))
    page = plan(StandardPageFactory(parent=home, live=False))
    revision = broken.get_latest_revision()
    revision.content["go_live_at"] = "yesterday"
    revision.save()

    with pytest.raises(CommandError, match="Done, but for this:\npublish"):
        call_command("tick")

    assert Page.objects.get(pk=page.pk).live


# Receivers


def test_receivers_get_the_time_of_the_run(db, receive):
    times = []

    def remember(now, **kwargs):
        times.append(now)

    receive(remember)
    call_command("tick")

    assert abs(times[0] - timezone.now()) < MINUTE


def test_failing_receiver_is_named_and_does_not_stop_the_others(db, receive, caplog):
    reached = []

    def fail(**kwargs):
        raise ValueError("no connection")

    def work(**kwargs):
        reached.append(True)

    receive(fail)
    receive(work)

    with pytest.raises(CommandError, match=r"fail: ValueError\('no connection'\)"):
        call_command("tick")
    assert reached == [True]


# One run at a time


def test_run_leaves_the_work_to_one_that_is_at_it(home, capsys):
    page = plan(StandardPageFactory(parent=home, live=False))
    Job.objects.start(JOB, LONGEST_RUN)

    call_command("tick")

    assert capsys.readouterr().out == "Another run is at work.\n"
    assert not Page.objects.get(pk=page.pk).live


def test_run_that_died_is_taken_over(home):
    page = plan(StandardPageFactory(parent=home, live=False))
    Job.objects.start(JOB, LONGEST_RUN)
    Job.objects.update(started_at=timezone.now() - LONGEST_RUN)

    call_command("tick")

    assert Page.objects.get(pk=page.pk).live


def test_daily_job_is_claimed_once_a_day(db):
    now, day = timezone.now(), datetime.timedelta(days=1)

    claims = [Job.objects.claim("daily", day, now + hours * day / 24) for hours in (0, 1, 24, 25)]

    assert claims == [True, False, True, False]


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Let threads see each other's work, without the emptied base of a transactional test."""
    with django_db_blocker.unblock():
        yield
        Job.objects.all().delete()


def test_two_runs_at_once_do_the_work_once(committed, receive):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory belongs to one connection")
    together, runs = Barrier(2), []

    def work(**kwargs):
        runs.append(1)

    def run(_number):
        try:
            together.wait()
            return run_once()
        finally:
            connection.close()

    receive(work)
    for _ in range(10):
        runs.clear()
        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(run, range(2)))
        assert [] in answers
        assert len(runs) == answers.count([])


# The dashboard


def dashboard(client):
    return client.get("/admin/").content.decode()


def test_dashboard_says_when_the_clock_last_ran(admin_client, home):
    call_command("tick")

    assert "Zeitplan: zuletzt vor 0" in dashboard(admin_client)


def test_dashboard_warns_when_the_clock_is_silent_while_something_is_planned(admin_client, home):
    plan(StandardPageFactory(parent=home, live=False))

    assert "Geplante Seiten werden nicht veröffentlicht" in dashboard(admin_client)


def test_dashboard_does_not_warn_when_nothing_is_planned(admin_client, home):
    assert "Geplante Seiten werden nicht" not in dashboard(admin_client)


def test_dashboard_says_nothing_of_the_clock_to_who_does_not_publish(client, home):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "change")
    log_in(client, group)

    assert "Zeitplan" not in dashboard(client)
