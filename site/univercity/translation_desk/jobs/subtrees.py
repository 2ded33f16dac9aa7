"""Submitting all pages below a page for translation, one task for each, with a job for each.

A task submits its page and enqueues those for the pages below in one transaction. So a parent comes
before its children, and whatever stops a worker, a page is either done or still to be done. What
is done is left as it is, so submitting again completes what is missing.
"""

import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale, Page
from wagtail_localize.operations import translate_object

from univercity.content.wagtail_patches.indexing import indexed_once
from univercity.publishing.signals import tick
from univercity.translation_desk.jobs.assignment import from_json
from univercity.translation_desk.models import TranslationJob, not_at_once

#: A task that has been running for longer was stopped with its worker: a page takes seconds.
STOPPED = datetime.timedelta(minutes=10)


@task()
def submit_below(
    page_id: int, locale_ids: list[int], user_id: int | None, wishes: dict[str, Any]
) -> None:
    """Submit the pages below a page, which itself is submitted already."""
    submit_children(page_id, locale_ids, user_id, wishes)


@task()
def submit_page(
    page_id: int, locale_ids: list[int], user_id: int | None, wishes: dict[str, Any]
) -> None:
    """Submit a page and then those below it, into the languages in which it does not exist."""
    with transaction.atomic(), indexed_once():
        page = Page.objects.filter(pk=page_id).first()
        if page is None:
            return
        missing = [
            locale
            for locale in Locale.objects.filter(pk__in=locale_ids)
            if not page.get_translations().filter(locale=locale, alias_of=None).exists()
        ]
        if missing:
            user = get_user_model().objects.filter(pk=user_id).first() if user_id else None
            translate_object(page, missing, user=user)
            for locale in missing:
                place = (page.translation_key, locale.pk)
                with not_at_once():
                    TranslationJob.objects.hand_out(
                        place, page.content_type_id, from_json(wishes), user
                    )
        submit_children(page_id, locale_ids, user_id, wishes)


def submit_children(
    page_id: int, locale_ids: list[int], user_id: int | None, wishes: dict[str, Any]
) -> None:
    children = Page.objects.child_of(Page.objects.get(pk=page_id))
    for child_id in children.values_list("pk", flat=True):
        submit_page.enqueue(child_id, locale_ids, user_id, wishes)


def take_up_again(now: datetime.datetime, **kwargs: Any) -> None:
    """Enqueue anew what was running when its worker was stopped."""
    resume([submit_below, submit_page], now)


def resume(tasks: list[Any], now: datetime.datetime, stopped: datetime.timedelta = STOPPED) -> None:
    """Enqueue anew those of ``tasks`` that were running when their worker was stopped.

    One that has been running for longer than ``stopped`` was.
    """
    DBTaskResult.objects.filter(
        task_path__in=[each.module_path for each in tasks],
        status=TaskResultStatus.RUNNING,
        started_at__lt=now - stopped,
    ).update(status=TaskResultStatus.READY, started_at=None)


def connect() -> None:
    """Follow the clock; call once."""
    tick.connect(take_up_again)
