"""The log of what changed in public, and what is about to be entered in it."""

import uuid

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
