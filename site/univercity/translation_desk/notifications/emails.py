"""E-mails to translators: a daily summary, urgent jobs at once; and where accounts choose them.

Both are written in the language that the account has chosen for the admin.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.signals import post_save
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django_tasks import task
from wagtail.admin.mail import send_mail
from wagtail.admin.utils import get_admin_base_url
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.admin.widgets import SwitchInput
from wagtail.users.models import UserProfile

from univercity.publishing.models import Job
from univercity.publishing.signals import tick
from univercity.translation.permissions import REVIEW, TRANSLATE
from univercity.translation_desk.assignments.assignment import Priority
from univercity.translation_desk.assignments.models import TranslationJob, tells_at_once
from univercity.translation_desk.assignments.views import MY_TRANSLATIONS, may_work
from univercity.translation_desk.assignments.worklist import Rank, Step, WorkItem, as_items, work_of
from univercity.translation_desk.notifications.models import NoticeSettings

logger = logging.getLogger(__name__)


def language_of(user: Any) -> str:
    return str(UserProfile.get_for_user(user).get_preferred_language())


def send(user: Any, name: str, context: dict[str, Any]) -> bool:
    """Send ``templates/translation_desk/mail/<name>.txt``; return whether it went out.

    A mail server that fails is logged, and fails nothing else.
    """
    if not user.is_active or not user.email:
        return False
    with override(language_of(user)):
        values = {**context, "user": user}
        subject = render_to_string(f"translation_desk/mail/{name}_subject.txt", values).strip()
        text = render_to_string(f"translation_desk/mail/{name}.txt", values).strip()
    try:
        send_mail(subject, text, [user.email])
    except Exception:
        logger.exception("Could not send “%s” to %s", subject, user.email)
        return False
    return True


# The daily summary of what waits for somebody.

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


# Writing at once to whoever is assigned an urgent translation.


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
    tick.connect(send_daily)
    post_save.connect(job_saved, sender=TranslationJob)
    tick.connect(tell_the_rest)


# The e-mails that an account wants, chosen where Wagtail asks for the others.


class NoticesForm(forms.ModelForm):
    class Meta:
        model = NoticeSettings
        fields = ["digest", "urgent"]
        widgets = {"digest": SwitchInput, "urgent": SwitchInput}


class NoticesPanel(BaseSettingsPanel):
    name = "translation"
    title = gettext_lazy("Translation")
    tab = notifications_tab
    order = 200
    form_class = NoticesForm

    def is_active(self) -> bool:
        return may_work(self.user)

    def get_form(self) -> NoticesForm:
        data = self.request.POST if self.request.method == "POST" else None
        return NoticesForm(data, instance=NoticeSettings.of(self.user), prefix=self.name)


def offer_notices(request: HttpRequest, user: Any, profile: Any) -> NoticesPanel:
    return NoticesPanel(request, user, profile)
