"""The decision that a page is not translated."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Exemption(models.Model):
    """Says that a page or snippet needs no translation into a language, and why."""

    translation_key = models.UUIDField()
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(_("reason"), max_length=250)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("exemption from translation")
        verbose_name_plural = _("exemptions from translation")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name="one_exemption_for_each_language"
            )
        ]

    def __str__(self) -> str:
        return self.reason
