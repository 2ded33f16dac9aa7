"""Send what waits: to each subscriber in order, one event at a time."""

import datetime
import json
import time
from dataclasses import dataclass
from threading import Thread
from typing import Any

import requests
from django.conf import settings
from django.utils import timezone
from django_tasks import task
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress

from univercity.publishing.models import (
    Job,
    WebhookAttempt,
    WebhookDelivery,
    WebhookEvent,
    WebhookSubscriber,
)
from univercity.publishing.signals import tick
from univercity.publishing.webhooks.signing import signatures

SECONDS = 5  #: to connect, and between two parts of an answer
SECONDS_IN_ALL = 10  #: a server that sends a byte now and then must not hold us for longer
EXCERPT = 500  #: characters of the answer that are kept
#: Seconds after which no further event is begun.
BUDGET = 20
#: A process that sends for so long was killed.
LONGEST = datetime.timedelta(minutes=5)
#: What a subscriber answers that does not want to be asked any more.
GONE = 410


def connect() -> None:
    """Follow the clock; call once."""
    tick.connect(deliver_what_is_due)


@dataclass(frozen=True)
class Answer:
    """What a request to a subscriber brought."""

    status_code: int | None
    text: str  #: its beginning; where there was no answer, why

    @property
    def accepted(self) -> bool:
        return self.status_code is not None and 200 <= self.status_code < 300


@task()
def deliver(subscriber_id: int) -> None:
    """Send what is due to a subscriber, the oldest first, until one event is not taken."""
    job = f"webhook-{subscriber_id}"
    token = Job.objects.start(job, LONGEST)
    if token is None:  # another process is at it, and takes what was added meanwhile
        return
    try:
        send_due(subscriber_id, time.monotonic() + BUDGET)
    finally:
        Job.objects.finish(job, token)


def send_due(subscriber_id: int, end: float) -> None:
    while time.monotonic() < end:
        waiting = WebhookDelivery.objects.waiting().filter(
            subscriber=subscriber_id, subscriber__active=True
        )
        delivery = waiting.select_related("subscriber", "event").order_by("pk").first()
        if not delivery or delivery.next_attempt_at > timezone.now() or not attempt(delivery):
            return


def attempt(delivery: WebhookDelivery) -> bool:
    """Send one event, keep how that went, and return whether the next one may follow."""
    started = time.monotonic()
    answer = post(delivery.subscriber, delivery.event)
    WebhookAttempt.objects.create(
        delivery=delivery,
        status_code=answer.status_code,
        milliseconds=round((time.monotonic() - started) * 1000),
        answer=answer.text[:EXCERPT],
    )
    if answer.accepted:
        delivery.succeed()
        return True
    delivery.fail(timezone.now())
    if answer.status_code == GONE:
        WebhookSubscriber.objects.filter(pk=delivery.subscriber_id).update(active=False)
    return delivery.state == WebhookDelivery.State.DROPPED


def body_for(subscriber: WebhookSubscriber, event: WebhookEvent) -> bytes:
    """Return the JSON of an event, the same bytes each time it is sent."""
    data = dict(event.data)
    for name in ("urls", "gone"):
        if subscriber.language and name in data:
            wanted = (subscriber.language, "other")
            data[name] = {code: urls for code, urls in data[name].items() if code in wanted}
    content = {"type": event.type, "timestamp": event.time.isoformat(), "data": data}
    return json.dumps(content, separators=(",", ":"), sort_keys=True).encode()


def post(subscriber: WebhookSubscriber, event: WebhookEvent) -> Answer:
    """Ask the subscriber to take an event, within a bounded time."""
    answers: list[Answer] = []
    body, timestamp = body_for(subscriber, event), int(time.time())
    headers = {
        "content-type": "application/json",
        "webhook-id": str(event.uuid),
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signatures(subscriber, str(event.uuid), timestamp, body),
    }
    url = subscriber.url
    thread = Thread(target=lambda: answers.append(ask(url, body, headers)), daemon=True)
    thread.start()
    thread.join(SECONDS_IN_ALL)
    return answers[0] if answers else Answer(None, "No answer in time")


def ask(url: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Post, without following redirects, and never into a private network."""
    try:
        with open_session() as session:
            response = session.post(url, data=body, headers=headers, stream=True)
            text = response.raw.read(EXCERPT, decode_content=True).decode(errors="replace")
            return Answer(response.status_code, text.replace("\0", ""))
    except InvalidIPAddress:
        return Answer(None, "The address lies in a private network")
    except (requests.RequestException, OSError, ValueError) as error:
        return Answer(None, type(error).__name__)


def open_session() -> requests.Session:
    session = HTTPSession(
        Config(
            ip_filter_enable=True,
            ip_filter_allow_loopback_ips=settings.WEBHOOKS_ALLOW_LOOPBACK,
            never_redirect=True,
            default_timeout=(SECONDS, SECONDS),
            user_agent_override=f"UniverCity webhooks (+{settings.WAGTAILADMIN_BASE_URL})",
        )
    )
    session.trust_env = False  # a proxy of the environment would look names up itself
    return session


def deliver_what_is_due(now: datetime.datetime, **kwargs: Any) -> None:
    """Try again what failed or was left, to each subscriber whose time has come."""
    due = WebhookDelivery.objects.waiting().filter(
        next_attempt_at__lte=now, subscriber__active=True
    )
    for subscriber_id in due.order_by().values_list("subscriber_id", flat=True).distinct():
        deliver.enqueue(subscriber_id)


def forget(before: datetime.datetime) -> None:
    """Remove events that were planned earlier and wait for nobody."""
    old = WebhookEvent.objects.filter(time__lt=before)
    old.exclude(deliveries__state=WebhookDelivery.State.WAITING).delete()
    stale = WebhookDelivery.objects.waiting().filter(planned_at__lt=before)
    stale.update(state=WebhookDelivery.State.DROPPED)
