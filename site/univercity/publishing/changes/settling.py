"""Tell everybody what a committed transaction changed: the log, webhooks, ``content_changed``."""

import datetime
import logging
import uuid
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from univercity.publishing.changes.consequences import Consequences, find_consequences
from univercity.publishing.changes.keys import CHANGE_LOG
from univercity.publishing.models import Change, ChangeLogHead, Job, PendingChange
from univercity.publishing.signals import content_changed, tick
from univercity.publishing.webhooks.events import announce
from univercity.publishing.webhooks.sending import forget

logger = logging.getLogger(__name__)

#: A transaction that nobody settled for so long was left behind by a process that died.
LEFT_BEHIND = datetime.timedelta(minutes=2)
DAY = datetime.timedelta(days=1)


def connect() -> None:
    """Follow the clock; call once."""
    tick.connect(settle_what_was_left)
    tick.connect(forget_what_is_old)


def settle(batch: uuid.UUID) -> None:
    """Enter what a transaction changed in the log, plan its event, and send ``content_changed``.

    Does nothing where another process did it.
    """
    with transaction.atomic():
        pending = list(PendingChange.objects.select_for_update().filter(batch=batch))
        consequences = find_consequences(pending)
        if consequences.keys:
            # Before the webhooks that are planned next: a subscriber comes back to read at once.
            telling = partial(tell, consequences.keys, consequences.urls)
            transaction.on_commit(telling, robust=True)
        changes = enter(consequences)
        if changes:
            announce(changes, consequences.keys)
        PendingChange.objects.filter(pk__in=[row.pk for row in pending]).delete()


def enter(consequences: Consequences) -> list[Change]:
    """Write the log; the last thing before the commit, as no other process can write meanwhile."""
    changes = consequences.changes
    if changes:
        position, now = ChangeLogHead.objects.advance(len(changes)), timezone.now()
        for number, change in enumerate(changes):
            change.position, change.time = position + number, now
        Change.objects.bulk_create(changes, batch_size=500)
    return changes


def tell(keys: set[str], urls: list[str]) -> None:
    """Send the signal; a receiver that fails keeps neither the others nor the editor waiting."""
    for receiver, answer in content_changed.send_robust(sender=None, keys=keys, urls=urls):
        if isinstance(answer, Exception):
            logger.error("%r did not take note of a change", receiver, exc_info=answer)


def settle_what_was_left(now: datetime.datetime, **kwargs: Any) -> None:
    """Settle the transactions of processes that died between commit and settlement."""
    left = PendingChange.objects.filter(touched_at__lte=now - LEFT_BEHIND)
    for batch in batches(left.order_by("pk").values_list("batch", flat=True)):
        settle(batch)


def batches(found: Iterable[uuid.UUID]) -> list[uuid.UUID]:
    """Return each batch once, in their order."""
    return list(dict.fromkeys(found))


def oldest_known(now: datetime.datetime) -> datetime.datetime:
    """Return the moment before which changes may be forgotten."""
    return now - datetime.timedelta(days=settings.CHANGES_KEPT_DAYS)


def forget_what_is_old(now: datetime.datetime, **kwargs: Any) -> None:
    """Once a day remove old entries of the log and old events."""
    if not Job.objects.claim("forget-changes", DAY, now):
        return
    with transaction.atomic():
        old = Change.objects.filter(time__lt=oldest_known(now))
        last = old.aggregate(last=Max("position"))["last"]
        if last:
            ChangeLogHead.objects.filter(pk=1).update(pruned_to=last)
            old.delete()
            transaction.on_commit(partial(tell, {CHANGE_LOG}, []), robust=True)
    forget(oldest_known(now))
