"""Whatever changes, no cache answers with what was before."""

import datetime
import logging
from collections.abc import Sequence
from typing import Any

import requests
from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django_tasks import task
from wagtail.models import CollectionViewRestriction

from univercity.answer_cache import purging, store
from univercity.answer_cache.dependencies import ANY_CONTENT
from univercity.answer_cache.models import PendingPurge
from univercity.changes import content_changed
from univercity.changes.keys import SITE
from univercity.schedule import tick

logger = logging.getLogger(__name__)


def drop_what_changed(keys: set[str], urls: Sequence[str], **kwargs: Any) -> None:
    """Drop the answers at once; what cannot be reached is noted and tried again by the clock."""
    names = sorted({*keys, ANY_CONTENT})
    dropped = drop_from_store(names)
    if dropped and not purging.is_configured():
        return
    pending = PendingPurge.objects.create(keys=names, urls=list(urls))
    if purging.is_configured():
        purge_pending.enqueue(pending.pk)


def drop_from_store(keys: Sequence[str]) -> bool:
    """Return whether the store knows of the change now."""
    if not settings.ANSWER_CACHE:
        return True
    try:
        store.drop(keys)
    except Exception:  # noqa: BLE001 - each backend has failures of its own
        logger.exception("The cache of answers is away; dropping %s later", " ".join(keys))
        return False
    return True


@task()
def purge_pending(pk: int) -> None:
    """Purge the caches before us, as a task, because they may take their time."""
    for pending in PendingPurge.objects.filter(pk=pk):
        carry_out(pending)


def carry_out(pending: PendingPurge) -> None:
    """Drop and purge what a change made stale; where that fails, plan the next attempt.

    Our own store comes first: other caches would fill themselves from it.
    """
    dropped = drop_from_store(pending.keys)
    try:
        purging.purge(pending.keys, pending.urls)
    except (requests.RequestException, OSError):
        logger.exception("Could not purge %s", pending)
        dropped = False
    if dropped:
        pending.delete()
    elif not pending.postpone():
        logger.error("Gave up purging %s", pending)


def carry_out_due(now: datetime.datetime, **kwargs: Any) -> None:
    """Try again what is due."""
    for pending in PendingPurge.objects.filter(next_attempt_at__lte=now):
        carry_out(pending)


def drop_everything(**kwargs: Any) -> None:
    """Drop all answers: any page may show or link a file of a collection that was closed."""
    drop_what_changed({SITE}, [])


def connect() -> None:
    """Connect the receivers; call once all apps are loaded."""
    content_changed.connect(drop_what_changed)
    tick.connect(carry_out_due)
    post_save.connect(drop_everything, sender=CollectionViewRestriction)
    post_delete.connect(drop_everything, sender=CollectionViewRestriction)
