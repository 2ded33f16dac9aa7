"""Doing a bulk action: a task for each translation, each in a transaction of its own.

An item is done in the transaction that says so. So whatever stops a worker, it is either done or
still waiting, and a task that runs twice finds it done.
"""

from __future__ import annotations

import datetime
import logging
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from univercity.content.wagtail_patches.indexing import indexed_once
from univercity.publishing.models import Job
from univercity.publishing.signals import tick
from univercity.translation_desk.assignments.models import not_at_once
from univercity.translation_desk.bulk_actions.actions import BY_NAME, find_work
from univercity.translation_desk.bulk_actions.models import Batch, BatchItem
from univercity.translation_desk.guards.demands import Refused
from univercity.translation_desk.notifications.emails import tell_all
from univercity.translation_desk.stopped_tasks import resume

logger = logging.getLogger(__name__)
KEPT = datetime.timedelta(days=30)
DAY = datetime.timedelta(days=1)


@task()
def start(batch_id: int) -> None:
    """Enqueue a task for each item that waits."""
    waiting = BatchItem.objects.filter(batch=batch_id, state=BatchItem.State.WAITING)
    for item_id in list(waiting.order_by("pk").values_list("pk", flat=True)):
        work_on.enqueue(item_id)


@task()
def work_on(item_id: int) -> None:
    """Do the action of the batch to one translation."""
    with transaction.atomic(), not_at_once():
        found = BatchItem.objects.select_for_update().filter(pk=item_id)
        item = found.filter(state=BatchItem.State.WAITING).first()
        if item is None:
            return
        language = UserProfile.get_for_user(item.batch.user).get_preferred_language()
        with override(language):
            item.reason = attempt(item)
        item.state = BatchItem.State.REFUSED if item.reason else BatchItem.State.DONE
        item.save(update_fields=["state", "reason"])
        waits = BatchItem.objects.filter(batch=item.batch_id, state=BatchItem.State.WAITING)
        if not waits.exists():
            transaction.on_commit(tell_all.enqueue, robust=True)


def attempt(item: BatchItem) -> str:
    """Do what is to be done; return why it was not, or nothing."""
    try:
        with transaction.atomic(), indexed_once():
            perform(item)
    except ValidationError as error:
        return " ".join(error.messages)
    except PermissionDenied as refusal:
        return str(refusal) or _("You may not do this here.")
    except Exception:
        logger.exception("Could not %s %s", item.batch.action, item.title)
        return _("This failed. The log of the server says why.")
    return ""


def perform(item: BatchItem) -> None:
    action, user = BY_NAME[item.batch.action], item.batch.user
    if not user.is_active or not user.has_perm(action.permission):
        raise Refused(_("Your account has no right to do this. Ask an administrator for it."))
    work = find_work(item, Locale.objects.get(language_code=settings.LANGUAGE_CODE))
    if work is None:
        raise Refused(_("It does not exist any more."))
    action.perform(work)


def take_up_again(now: datetime.datetime, **kwargs: Any) -> None:
    """Enqueue anew what was running when its worker was stopped; forget old batches."""
    resume([start, work_on], now)
    if Job.objects.claim("translation-batches", DAY, now):
        Batch.objects.filter(created_at__lt=now - KEPT).delete()


def connect() -> None:
    """Follow the clock; call once."""
    tick.connect(take_up_again)
