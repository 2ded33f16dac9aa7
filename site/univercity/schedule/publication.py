"""Pages and snippets that go live or expire at a planned time."""

import datetime
import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from wagtail.models import DraftStateMixin, Page, Revision

from univercity.schedule.refusal import refuse

logger = logging.getLogger(__name__)


def publish_and_expire(now: datetime.datetime) -> Iterator[str]:
    """Do what Wagtail's ``publish_scheduled`` does, and yield what failed.

    Wagtail's command stops at the first page that cannot be published, in each run again.
    """
    for thing in find_expired(now):
        yield from attempt(expire, thing)
    for revision in find_due_revisions(now):
        yield from attempt(publish, revision)


def attempt(work: Callable[[Any], None], thing: Any) -> Iterator[str]:
    """Do one piece of work; where it fails, undo it and yield why."""
    try:
        work(thing)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other pages must not wait
        logger.exception("Could not %s %s", work.__name__, thing)
        yield f"{work.__name__} {thing}: {error!r}"


def find_expired(now: datetime.datetime) -> list[models.Model]:
    """Return everything live whose time is over."""
    kinds: list[Any] = [Page]
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            kinds.append(model)
    return [
        thing
        for kind in kinds
        for thing in kind.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")
    ]


def find_due_revisions(now: datetime.datetime) -> list[Revision]:
    """Return approved revisions whose time has come, those of pages above others first."""
    revisions = list(Revision.objects.filter(approved_go_live_at__lt=now))
    revisions.sort(key=lambda revision: (depth_of(revision), revision.approved_go_live_at))
    return revisions


def depth_of(revision: Revision) -> int:
    """Return how deep in the tree the page of a revision stands; a snippet stands at 0."""
    return getattr(revision.content_object, "depth", 0)


@transaction.atomic
def expire(thing: Any) -> None:
    thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def publish(revision: Revision) -> None:
    try:
        with transaction.atomic():
            revision.publish(log_action="wagtail.publish.scheduled")
    except ValidationError as error:
        refuse(revision, error)
