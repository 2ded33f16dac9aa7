"""What subscribers are told."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from univercity.publishing.cursors import cursor_after
from univercity.publishing.models import Change, WebhookDelivery, WebhookEvent, WebhookSubscriber
from univercity.publishing.webhooks.sending import deliver

CHANGED = "content.changed"
TEST = "test"
#: Heading of the addresses that are in no language, such as that of the sitemap.
OTHER = "other"


def announce(changes: list[Change], keys: Iterable[str]) -> WebhookEvent | None:
    """Plan one event for all subscribers whom the changes concern; call in their transaction."""
    languages = {change.language for change in changes}
    subscribers = [
        subscriber
        for subscriber in WebhookSubscriber.objects.filter(active=True)
        if not subscriber.language or subscriber.language in languages
    ]
    if not subscribers:
        return None
    event = WebhookEvent.objects.create(
        type=CHANGED,
        time=changes[-1].time,
        data={
            "urls": by_language(change for change in changes if not change.leads_nowhere),
            "gone": by_language(change for change in changes if change.leads_nowhere),
            "keys": sorted(keys),
            "cursor": cursor_after(changes[-1].position),
        },
    )
    plan(event, subscribers)
    return event


def by_language(changes: Iterable[Change]) -> dict[str, list[str]]:
    urls: dict[str, list[str]] = {}
    for change in changes:
        urls.setdefault(change.language or OTHER, []).append(change.url)
    return urls


def send_test_event(subscriber: WebhookSubscriber) -> WebhookEvent:
    """Send an event that says nothing, to see whether the subscriber takes it."""
    with transaction.atomic():
        event = WebhookEvent.objects.create(type=TEST, time=timezone.now(), data={})
        plan(event, [subscriber])
    return event


def replay(delivery: WebhookDelivery) -> None:
    """Send an event again, with the same id, after whatever waits already."""
    with transaction.atomic():
        plan(delivery.event, [delivery.subscriber])


def plan(event: WebhookEvent, subscribers: Iterable[WebhookSubscriber]) -> None:
    """Line the event up behind those that wait, and send it once the transaction is committed.

    Behind an event that failed it waits for the clock, so that no editor waits for a subscriber
    that does not answer.
    """
    for subscriber in subscribers:
        free = not subscriber.deliveries.waiting().filter(failures__gt=0).exists()
        WebhookDelivery.objects.create(subscriber=subscriber, event=event)
        if free:
            transaction.on_commit(partial(enqueue, subscriber.pk), robust=True)


def enqueue(subscriber_id: int) -> Any:
    return deliver.enqueue(subscriber_id)
