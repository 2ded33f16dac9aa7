"""The log of what changed in public, the webhooks that tell of it, and the jobs of the clock."""

import datetime
import random
import secrets
import uuid
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel

# The log of changes, and what is about to be entered in it.


class PendingChange(models.Model):
    """What something was like before a transaction that touches it; written inside of it.

    So it goes with a transaction that is rolled back, and outlives a process that dies after the
    commit: then the clock does the rest.
    """

    batch = models.UUIDField(_("transaction"), default=uuid.uuid4)
    touched_at = models.DateTimeField(_("touched at"), auto_now_add=True)
    model = models.CharField(_("model"), max_length=100)
    object_id = models.CharField(_("object id"), max_length=64)
    before = models.JSONField(_("before"), null=True, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("pending change")
        verbose_name_plural = _("pending changes")
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "model", "object_id"], name="touched_once_in_a_transaction"
            )
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.object_id}"


class ChangeLogHeadManager(models.Manager["ChangeLogHead"]):
    def advance(self, number: int) -> int:
        """Reserve ``number`` positions for this transaction and return the first.

        The row stays locked until the transaction ends. So positions become visible in their
        order, and who has read up to one never misses an earlier one that was committed later.
        """
        forward = {"position": F("position") + number}
        if not self.filter(pk=1).update(**forward):
            self.get_or_create(pk=1)  # the first change of all
            self.filter(pk=1).update(**forward)
        return self.get(pk=1).position - number + 1


class ChangeLogHead(models.Model):
    """How far the log reaches: the one row that gives out positions."""

    position = models.BigIntegerField(_("last position"), default=0)
    pruned_to = models.BigIntegerField(_("last position that was removed"), default=0)

    objects = ChangeLogHeadManager()

    class Meta:
        verbose_name = _("head of the change log")
        verbose_name_plural = _("heads of the change log")

    def __str__(self) -> str:
        return str(self.position)


class Change(models.Model):
    """One public address at which something changed."""

    class Kind(models.TextChoices):
        PUBLISHED = "published", pgettext_lazy("change", "Published")  #: nothing was here before
        CHANGED = "changed", pgettext_lazy("change", "Changed")
        UNPUBLISHED = "unpublished", pgettext_lazy("change", "Taken offline")  #: or moved, private
        DELETED = "deleted", pgettext_lazy("change", "Deleted")

    position = models.BigIntegerField(_("position"), primary_key=True)
    time = models.DateTimeField(_("time"), db_index=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    page_id = models.BigIntegerField(_("page"), null=True)  # no foreign key: it outlives the page
    page_type = models.CharField(_("page type"), max_length=100, blank=True)
    language = models.CharField(_("language"), max_length=16, blank=True)
    url = models.TextField(_("address"))
    keys = models.JSONField(_("keys of what changed"), default=list)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.kind} {self.url}"

    @property
    def leads_nowhere(self) -> bool:
        """Whether nothing public is at the address any more."""
        return self.kind in (self.Kind.UNPUBLISHED, self.Kind.DELETED)


# Webhooks: who is told of changes, what they are told, and how that went.

#: How long both secrets sign after a new one was made.
OVERLAP = datetime.timedelta(days=1)
#: An event that could not be delivered for so long is given up.
PATIENCE = datetime.timedelta(days=3)
#: Wait after the first attempt that fails, doubled with each further one.
FIRST_WAIT = datetime.timedelta(minutes=1)
LONGEST_WAIT = datetime.timedelta(minutes=30)


def new_nonce() -> str:
    return secrets.token_hex(16)


def content_languages() -> list[tuple[str, Any]]:
    return list(settings.LANGUAGES)


class WebhookSubscriber(models.Model):
    """Another system that wants to know what changes."""

    name = models.CharField(
        pgettext_lazy("of a webhook", "name"),
        max_length=80,
        help_text=_("Who listens, for example: Website der Hochschule"),
    )
    url = models.URLField(
        _("address"),
        max_length=500,
        help_text=_("Where events are sent, for example: https://www.partner.example/webhooks"),
    )
    language = models.CharField(
        _("language"),
        max_length=16,
        blank=True,
        choices=content_languages,
        help_text=_("Only changes of pages in this language; empty: in all languages"),
    )
    active = models.BooleanField(
        pgettext_lazy("of a webhook", "active"),
        default=True,
        help_text=_("Untick it to send nothing for a while"),
    )
    # The secret itself is not stored but made of the nonce and SECRET_KEY (signing.py).
    nonce = models.CharField(max_length=32, default=new_nonce, editable=False)
    former_nonce = models.CharField(max_length=32, blank=True, editable=False)
    former_until = models.DateTimeField(null=True, editable=False)

    panels = [
        FieldPanel("name"),
        FieldPanel("url"),
        FieldPanel("language"),
        FieldPanel("active"),
    ]

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def change_secret(self) -> None:
        """Make a new secret; for a day events are signed with the former one as well."""
        self.former_nonce, self.former_until = self.nonce, timezone.now() + OVERLAP
        self.nonce = new_nonce()
        self.save(update_fields=["nonce", "former_nonce", "former_until"])

    @property
    def nonces(self) -> list[str]:
        """What the valid secrets are made of, the newest first."""
        overlaps = self.former_until is not None and self.former_until > timezone.now()
        return [self.nonce, self.former_nonce] if overlaps else [self.nonce]


class WebhookEvent(models.Model):
    """Something that happened, told to all subscribers in the same words."""

    uuid = models.UUIDField(_("event id"), default=uuid.uuid4, unique=True, editable=False)
    type = models.CharField(_("type"), max_length=40)
    time = models.DateTimeField(_("time"), default=timezone.now)
    data = models.JSONField(_("content"))

    class Meta:
        verbose_name = _("webhook event")
        verbose_name_plural = _("webhook events")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.type} {self.uuid}"


class DeliveryQuerySet(models.QuerySet["WebhookDelivery"]):
    def waiting(self) -> "DeliveryQuerySet":
        return self.filter(state=WebhookDelivery.State.WAITING)


class WebhookDelivery(models.Model):
    """One event on its way to one subscriber."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("of a delivery", "Waiting")
        DELIVERED = "delivered", pgettext_lazy("of a delivery", "Delivered")
        DROPPED = "dropped", pgettext_lazy("of a delivery", "Given up")

    subscriber = models.ForeignKey(
        WebhookSubscriber, on_delete=models.CASCADE, related_name="deliveries"
    )
    event = models.ForeignKey(WebhookEvent, on_delete=models.CASCADE, related_name="deliveries")
    state = models.CharField(
        _("state"), max_length=16, choices=State.choices, default=State.WAITING
    )
    planned_at = models.DateTimeField(_("planned at"), default=timezone.now)
    failures = models.PositiveIntegerField(_("failed attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook delivery")
        verbose_name_plural = _("webhook deliveries")
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["subscriber", "id"], name="waiting_deliveries", condition=Q(state="waiting")
            )
        ]

    def __str__(self) -> str:
        return f"{self.event} → {self.subscriber}"

    def succeed(self) -> None:
        self.state = self.State.DELIVERED
        self.save(update_fields=["state"])

    def fail(self, now: datetime.datetime) -> None:
        """Plan the next attempt, later each time, or give up."""
        self.failures += 1
        wait = min(FIRST_WAIT * 2 ** min(self.failures - 1, 10), LONGEST_WAIT)
        # Subscribers that failed together must not come back all at the same moment.
        self.next_attempt_at = now + wait * random.uniform(0.8, 1.2)  # noqa: S311
        if now - self.planned_at > PATIENCE:
            self.state = self.State.DROPPED
        self.save(update_fields=["failures", "next_attempt_at", "state"])


class WebhookAttempt(models.Model):
    """One request to a subscriber, and its answer."""

    delivery = models.ForeignKey(WebhookDelivery, on_delete=models.CASCADE, related_name="attempts")
    time = models.DateTimeField(_("time"), default=timezone.now)
    status_code = models.PositiveSmallIntegerField(_("HTTP status"), null=True)
    milliseconds = models.PositiveIntegerField(_("milliseconds"))
    answer = models.CharField(
        _("answer"), max_length=500, blank=True
    )  #: its beginning, or why none

    class Meta:
        verbose_name = _("webhook attempt")
        verbose_name_plural = _("webhook attempts")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.delivery}: {self.status_code or self.answer}"


# Jobs of the clock: which are at work, and when each was last done.


class JobManager(models.Manager):
    """Starts jobs so that two processes never do the same work at once.

    Each question is one conditional update, which SQLite and PostgreSQL answer with yes only once.
    """

    def start(self, name: str, longest: datetime.timedelta) -> uuid.UUID | None:
        """Return a token to finish the job with, or ``None`` while another process is at it.

        A process that did not finish within ``longest`` is taken for dead.
        """
        now, token = timezone.now(), uuid.uuid4()
        self.get_or_create(name=name)
        free = Q(started_at=None) | Q(started_at__lte=now - longest)
        started = self.filter(free, name=name).update(started_at=now, token=token)
        return token if started else None

    def finish(self, name: str, token: uuid.UUID) -> None:
        """Free the job and remember when it was done."""
        done = {"started_at": None, "token": None, "finished_at": timezone.now()}
        self.filter(name=name, token=token).update(**done)

    def claim(self, name: str, every: datetime.timedelta, now: datetime.datetime) -> bool:
        """Return whether the caller is to do the job now: true once in each period."""
        self.get_or_create(name=name)
        due = Q(finished_at=None) | Q(finished_at__lte=now - every)
        return bool(self.filter(due, name=name).update(finished_at=now))


class Job(models.Model):
    """Something done by the clock, known by its name."""

    name = models.CharField(_("name"), max_length=60, primary_key=True)
    started_at = models.DateTimeField(_("at work since"), null=True)
    token = models.UUIDField(_("token of the run"), null=True)
    finished_at = models.DateTimeField(_("last done"), null=True)

    objects = JobManager()

    class Meta:
        verbose_name = _("scheduled job")
        verbose_name_plural = _("scheduled jobs")

    def __str__(self):
        return self.name
