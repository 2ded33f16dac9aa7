"""Bulk actions on translations go on in the background, one by one, whatever stops a worker."""

import dataclasses
import datetime
import time

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail_localize.models import Translation

from tests.factories import StandardPageFactory
from tests.translation_desk.team import hand_to_translation, home, team
from tests.translation_desk.test_bulk_actions import act, outcome, pages
from tests.translation_desk.test_subtrees import QUEUED, work
from univercity.translation.units import units_of
from univercity.translation_desk.assignments.models import TranslationJob
from univercity.translation_desk.bulk_actions.models import Batch, BatchItem
from univercity.translation_desk.bulk_actions.tasks import work_on

__all__ = ["act", "home", "pages", "team"]  # fixtures


def test_request_for_200_pages_takes_less_than_a_second(
    client, home, team, english, settings, commit
):
    settings.TASKS = QUEUED
    section = StandardPageFactory(parent=home)
    for _index in range(199):
        StandardPageFactory(parent=section)
    client.force_login(team.lead)
    address = "/admin/translation-work/request/?all=1"
    client.get(address)

    started = time.monotonic()
    response = commit(client.post, address, {"languages": [english.pk]})
    seconds = time.monotonic() - started

    assert response.status_code == 302
    assert BatchItem.objects.count() >= 199
    assert seconds < 1


def test_worker_that_was_killed_resumes_without_doing_anything_twice(act, pages, english, settings):
    settings.TASKS = QUEUED
    response = act("request", pages)
    assert (response.context["finished"], response.context["is_finished"]) == (0, False)
    items = DBTaskResult.objects.filter(task_path=work_on.module_path)
    while not items.exists():
        work(most=1)
    work(most=1)
    items.ready().first().claim("killed")  # and never finished

    work()
    states = BatchItem.objects.values_list("state", flat=True)
    assert sorted(states) == ["done", "done", "waiting"]
    DBTaskResult.objects.running().update(started_at=timezone.now() - datetime.timedelta(hours=1))
    call_command("tick")
    work()

    assert set(outcome().values()) == {"done"}
    assert TranslationJob.objects.count() == 3
    assert Translation.objects.filter(source__specific_content_type__model="standardpage").count()


def test_task_that_runs_twice_does_nothing_the_second_time(act, pages, english):
    act("request", pages[:1])
    TranslationJob.objects.open().close([(pages[0].translation_key, english.pk)], "closed")

    work_on.call(BatchItem.objects.get().pk)

    assert TranslationJob.objects.open().count() == 0


def test_progress_is_shown_in_parts(client, act, pages, settings):
    settings.TASKS = QUEUED
    act("request", pages)
    address = f"/admin/translation-work/{Batch.objects.get().pk}/"

    assert "0 von 3 erledigt" in client.get(address).content.decode()
    work()
    part = client.get(address, {"part": 1}).content.decode()

    assert "3 Übersetzungen erledigt." in part
    assert "<html" not in part


def test_progress_is_only_for_who_started_it(client, act, pages, team):
    act("request", pages[:1])
    client.force_login(team.editor)

    response = client.get(f"/admin/translation-work/{Batch.objects.get().pk}/")

    assert response.status_code != 200


def test_open_texts_of_many_pages_are_filled_and_wait_for_review(
    act, pages, team, english, commit, settings
):
    settings.MACHINE_TRANSLATION = dataclasses.replace(
        settings.MACHINE_TRANSLATION, service="dummy"
    )
    hand_to_translation(commit, english, *pages[:2])

    act("pretranslate", pages)

    assert outcome() == {
        "Eins": "done",
        "Zwei": "done",
        "Drei": "Diese Übersetzung ist noch nicht beauftragt. Fordern Sie sie zuerst an.",
    }
    for page in pages[:2]:
        translations = Translation.objects.filter(source__object_id=page.translation_key)
        assert {unit.state for unit in units_of(translations)} <= {"unreviewed", "open"}
        assert any(unit.state == "unreviewed" for unit in units_of(translations))
