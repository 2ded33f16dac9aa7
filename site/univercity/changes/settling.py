"""Telling everybody what a committed transaction changed."""

import datetime
import logging
import uuid
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from univercity.changes import content_changed
from univercity.changes.consequences import Consequences, find_consequences
from univercity.changes.models import Change, ChangeLogHead, PendingChange
from univercity.changes.webhooks.events import announce

logger = logging.getLogger(__name__)

#: A transaction that nobody settled for so long was left behind by a process that died.
LEFT_BEHIND = datetime.timedelta(minutes=2)


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
