"""Who is told of changes, what they are told, and how that went."""

import datetime
import random
import secrets
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel

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
