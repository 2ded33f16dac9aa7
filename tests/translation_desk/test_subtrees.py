"""Submitting all pages below a page: in the background, once each, and the tree stays whole."""

import datetime
import itertools

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from tests.factories import StandardPageFactory
from tests.translation.test_localize import tree_problems
from univercity.publishing.models import PendingChange
from univercity.translation_desk.assignments.subtrees import submit_below, submit_page

QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def section(home, english):
    """A page with two pages below it, one of which has another one."""
    translate_object(home, [english])
    section = StandardPageFactory(parent=home, title="Bereich")
    child = StandardPageFactory(parent=section, title="Eins")
    StandardPageFactory(parent=child, title="Eins Eins")
    StandardPageFactory(parent=section, title="Zwei")
    return section


@pytest.fixture
def submit(admin_client, english, django_capture_on_commit_callbacks):
    """Return a function that submits a page with all below it, as people do."""

    def submit_subtree(page):
        address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        data = {"locales": [english.pk], "include_subtree": "on", "next": "/admin/pages/"}
        PendingChange.objects.all().delete()  # what the test built before
        with django_capture_on_commit_callbacks(execute=True):
            return admin_client.post(address, data)

    return submit_subtree


def work(most=None):
    """Do what is queued, at most so many tasks.

    As ``db_worker`` does, which would close the connection that the test is made with.
    """
    worker = Worker(
        queue_names=["default"],
        excluded_queue_names=[],
        backend_name="default",
        worker_id="worker",
        interval=0,
        batch=True,
        startup_delay=False,
        max_tasks=None,
    )
    for _ in itertools.count() if most is None else range(most):
        row = DBTaskResult.objects.ready().first()
        if row is None:
            break
        row.claim("worker")
        worker.run_task(row)


def translated():
    """Return the titles of English pages that are real, below the home page."""
    pages = Page.objects.filter(locale__language_code="en", depth__gt=2, alias_of=None)
    return sorted(pages.values_list("title", flat=True))


ALL = ["Bereich", "Eins", "Eins Eins", "Zwei"]


def test_whole_subtree_is_submitted_and_nothing_of_it_is_live(section, submit):
    submit(section)

    assert translated() == ALL
    assert not Page.objects.filter(locale__language_code="en", live=True).exists()
    assert tree_problems() == [[], [], [], [], []]


def test_request_leaves_the_pages_below_to_the_worker(section, submit, settings):
    settings.TASKS = QUEUED

    submit(section)

    assert translated() == ["Bereich"]
    work()
    assert translated() == ALL
    assert tree_problems() == [[], [], [], [], []]


def test_request_costs_the_same_for_one_page_below_and_for_three(section, submit, settings, home):
    settings.TASKS = QUEUED
    small = StandardPageFactory(parent=home)
    StandardPageFactory(parent=small)
    submit(section)  # fills the caches
    with CaptureQueriesContext(connection) as first:
        submit(small)
    large = StandardPageFactory(parent=home)
    for _ in range(3):
        StandardPageFactory(parent=large)

    with CaptureQueriesContext(connection) as second:
        submit(large)

    assert len(first) == len(second)


def test_worker_that_was_killed_resumes_without_doing_anything_twice(section, submit, settings):
    settings.TASKS = QUEUED
    submit(section)
    pages = DBTaskResult.objects.filter(task_path=submit_page.module_path)
    while not pages.exists():
        work(most=1)
    pages.ready().first().claim("killed")  # and never finished
    work()
    assert translated() != ALL

    call_command("tick")
    assert translated() != ALL  # it may still be at work
    running = DBTaskResult.objects.running()
    running.update(started_at=timezone.now() - datetime.timedelta(minutes=11))
    call_command("tick")
    work()

    assert translated() == ALL
    assert Translation.objects.count() == len(ALL) + 1  # and the home page
    assert tree_problems() == [[], [], [], [], []]


def test_submitting_again_completes_what_is_missing_and_leaves_the_rest(section, submit, english):
    submit(section)
    StandardPageFactory(parent=section, title="Drei")
    revisions = Revision.objects.count()

    submit_below.call(section.pk, [english.pk], None, {})

    assert translated() == sorted([*ALL, "Drei"])
    assert Revision.objects.count() == revisions + 2  # of the new page, German and English


def test_page_that_was_written_in_english_by_hand_is_left_alone(section, submit, english):
    page = section.get_children().get(title="Zwei").specific
    by_hand = page.copy_for_translation(english, copy_parents=True)
    by_hand.title = "Two"
    by_hand.save_revision()
    by_hand.save()

    submit(section)

    assert translated() == ["Bereich", "Eins", "Eins Eins", "Two"]
    assert not Translation.objects.filter(source__object_id=page.translation_key).exists()
