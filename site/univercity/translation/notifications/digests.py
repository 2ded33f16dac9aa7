"""The daily summary of what waits for somebody."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from wagtail.admin.utils import get_admin_base_url

from univercity.schedule import tick
from univercity.schedule.models import Job
from univercity.translation.jobs.steps import Step
from univercity.translation.jobs.views import MY_TRANSLATIONS
from univercity.translation.jobs.worklist import Rank, WorkItem, as_items, work_of
from univercity.translation.models import NoticeSettings, TranslationJob
from univercity.translation.notifications.mail import language_of, send
from univercity.translation.permissions import REVIEW, TRANSLATE

#: Hour of the day, local time, from which on the summaries of the day are sent.
HOUR = 6
#: How often it is looked whether somebody has not got theirs, such as after a failure.
EVERY = datetime.timedelta(minutes=10)
#: Lines of each part; the rest is counted.
LINES = 10


@dataclass(frozen=True)
class Part:
    """A heading with some lines below it."""

    heading: str
    items: list[WorkItem]
    others: int  #: how many there are besides


def recipients() -> QuerySet[Any]:
    """Return the accounts that may have something to do.

    Those with all rights hear only of what is assigned to them.
    """
    users = get_user_model().objects
    backend = "django.contrib.auth.backends.ModelBackend"
    workers = [
        users.with_perm(name, backend=backend, include_superusers=False).values("pk")
        for name in (TRANSLATE, REVIEW)
    ]
    assigned = TranslationJob.objects.open().values("assignee")
    chosen = Q(pk__in=workers[0]) | Q(pk__in=workers[1]) | Q(pk__in=assigned)
    return users.filter(chosen, is_active=True).exclude(email="").order_by("pk")


def parts_for(user: Any) -> list[Part]:
    """Return what waits for an account, in its language; empty where nothing does."""
    rows = work_of(user)
    mine = rows.filter(assignee=user.pk)
    waiting = ~Q(rank=Rank.WAITING)
    open_to_all = rows.filter(assignee=None)
    if user.is_superuser:
        open_to_all = open_to_all.none()
    candidates = [
        (_("Due today or overdue"), mine.filter(rank=Rank.OVERDUE)),
        (_("Assigned to you"), mine.filter(waiting).exclude(rank=Rank.OVERDUE)),
        (_("Waiting for review"), open_to_all.filter(step=Step.REVIEW)),
        (_("Finished, to be published"), open_to_all.filter(step=Step.PUBLISH)),
        (
            _("To be translated, assigned to nobody"),
            open_to_all.filter(step__in=[Step.TRANSLATE, Step.COMPARE]),
        ),
    ]
    return list(filled(candidates))


def filled(candidates: Iterable[tuple[str, Any]]) -> Iterable[Part]:
    for heading, rows in candidates:
        items = as_items(rows[:LINES])
        if items:
            yield Part(heading, items, max(rows.count() - LINES, 0))


@task()
def send_digests() -> None:
    """Send the summaries of the day to everybody who has not got theirs."""
    today = timezone.localdate()
    for user in recipients():
        settings = NoticeSettings.of(user)
        if settings.digest and settings.digest_sent_on != today:
            send_digest(user, settings, today)


def send_digest(user: Any, settings: NoticeSettings, today: datetime.date) -> None:
    """Send one summary, unless another process is just doing so."""
    before = settings.digest_sent_on
    row = NoticeSettings.objects.filter(pk=settings.pk)
    if not row.filter(digest_sent_on=before).update(digest_sent_on=today):
        return
    with override(language_of(user)):
        parts = parts_for(user)
    url = f"{get_admin_base_url()}{reverse(MY_TRANSLATIONS)}"
    if parts and not send(user, "digest", {"parts": parts, "url": url, "day": today}):
        row.update(digest_sent_on=before)  # the next run tries again


def send_daily(now: datetime.datetime, **kwargs: Any) -> None:
    if timezone.localtime(now).hour < HOUR:
        return
    if Job.objects.claim("translation-digests", EVERY, now):
        send_digests.enqueue()


def connect() -> None:
    """Follow the clock; call once."""
    tick.connect(send_daily)
