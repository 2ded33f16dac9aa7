"""A bulk action on translations, and the translations that it is about."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Batch(models.Model):
    """One bulk action: what, by whom, with which answers of its form."""

    #: A name in ``actions.BY_NAME``.
    action = models.CharField(max_length=20)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    options = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("bulk action on translations")
        verbose_name_plural = _("bulk actions on translations")

    def __str__(self) -> str:
        return f"{self.action} {self.pk}"


class BatchItem(models.Model):
    """One page or snippet in one language."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("of a task", "Waiting")
        DONE = "done", pgettext_lazy("of a task", "Done")
        REFUSED = "refused", pgettext_lazy("of a task", "Not done")

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="items")
    translation_key = models.UUIDField()
    #: Type of the source, such as event.
    content_type = models.ForeignKey(
        "contenttypes.ContentType", on_delete=models.CASCADE, related_name="+"
    )
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=255)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    reason = models.TextField(blank=True)  #: why it was not done, in the language of the user

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "translation_key", "locale"], name="one_item_for_each_language"
            )
        ]

    def __str__(self) -> str:
        return self.title
