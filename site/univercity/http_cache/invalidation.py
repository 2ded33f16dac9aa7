"""Whatever changes, no cache answers with what was before."""

import datetime
import logging
from collections.abc import Sequence
from functools import partial
from typing import Any

import requests
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django_tasks import BaseTaskBackend, TaskResult, task
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.signals import task_finished
from modelsearch.tasks import insert_or_update_object_task
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import CollectionViewRestriction
from wagtail.tasks import update_reference_index_task

from univercity.http_cache import purging, store
from univercity.http_cache.dependencies import ANY_CONTENT
from univercity.http_cache.models import PendingPurge
from univercity.publishing.changes.keys import SEARCH_INDEX, SITE, TAGS, key_of
from univercity.publishing.signals import content_changed, tick

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
    transaction.on_commit(partial(drop_what_changed, {SITE}, []), robust=True)


def tags_change(action: str, **kwargs: Any) -> None:
    if action.startswith("post_"):
        transaction.on_commit(partial(drop_what_changed, {TAGS}, []), robust=True)


def index_was_written(
    sender: type[BaseTaskBackend] | BaseTaskBackend, task_result: TaskResult, **kwargs: Any
) -> None:
    """Drop what was answered from an index that a worker has brought up to date only now.

    A task that runs at once is part of the publication.
    """
    backend = sender if isinstance(sender, type) else type(sender)  # the worker sends an instance
    if issubclass(backend, ImmediateBackend):
        return
    if task_result.task.func is insert_or_update_object_task.func:
        drop_what_changed({SEARCH_INDEX}, [])
    elif task_result.task.func is update_reference_index_task.func:
        app_label, model_name, pk = task_result.args
        key = key_of(apps.get_model(app_label, model_name), pk)
        if key:
            drop_what_changed({key}, [])


def connect() -> None:
    """Connect the receivers; call once all apps are loaded."""
    content_changed.connect(drop_what_changed)
    tick.connect(carry_out_due)
    for model in (get_image_model(), get_document_model()):
        m2m_changed.connect(tags_change, sender=model.tags.through)
    task_finished.connect(index_was_written)
    post_save.connect(drop_everything, sender=CollectionViewRestriction)
    post_delete.connect(drop_everything, sender=CollectionViewRestriction)
