"""Writing at once to whoever is assigned an urgent translation."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_save
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from univercity.schedule import tick
from univercity.translation.jobs.assignment import Priority
from univercity.translation.jobs.worklist import as_items, work_of
from univercity.translation.models import NoticeSettings, TranslationJob
from univercity.translation.models.job import tells_at_once
from univercity.translation.notifications.mail import language_of, send


def untold() -> QuerySet[TranslationJob]:
    """Return the urgent jobs whose assignees do not know of them yet."""
    jobs: QuerySet[TranslationJob] = TranslationJob.objects.open().filter(
        priority=Priority.URGENT,
        told_at=None,
        assignee__is_active=True,
    )
    return jobs.exclude(assignee__email="")


@task()
def tell(user_id: int) -> None:
    """Write to an account about all its urgent jobs that it does not know of, in one e-mail."""
    user = get_user_model().objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    jobs = untold().filter(assignee=user)
    known = list(jobs.values_list("pk", flat=True))
    now = timezone.now()
    # Whoever marks them first writes: two tasks at the same time do not write twice.
    marked = [pk for pk in known if jobs.filter(pk=pk).update(told_at=now)]
    if not marked or not NoticeSettings.of(user).urgent:
        return
    with override(language_of(user)):
        items = as_items(work_of(user).filter(job__in=marked))
    if items and not send(user, "urgent", {"items": items, "number": len(items)}):
        TranslationJob.objects.filter(pk__in=marked, told_at=now).update(told_at=None)


@task()
def tell_all() -> None:
    """Write to everybody who has urgent jobs that they do not know of."""
    for user_id in sorted(set(untold().values_list("assignee", flat=True))):
        tell.enqueue(user_id)


def job_saved(instance: TranslationJob, **kwargs: Any) -> None:
    wants_telling = instance.is_urgent and not instance.told_at and not instance.done_at
    if wants_telling and instance.assignee_id and tells_at_once.get():
        transaction.on_commit(partial(tell.enqueue, instance.assignee_id), robust=True)


def tell_the_rest(now: datetime.datetime, **kwargs: Any) -> None:
    """Write about what many were handed out at once, and about what could not be sent."""
    if untold().exists():
        tell_all.enqueue()


def connect() -> None:
    """Follow jobs and the clock; call once."""
    post_save.connect(job_saved, sender=TranslationJob)
    tick.connect(tell_the_rest)
