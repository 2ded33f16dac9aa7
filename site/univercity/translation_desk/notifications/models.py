"""The choice of an account among the e-mails about translation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeSettings(models.Model):
    """What an account has chosen, and what it was sent; without a row everything is sent."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="translation_notices"
    )
    digest = models.BooleanField(
        _("daily summary of translations"),
        default=True,
        help_text=_("What is assigned to you, due, out of date, or waits for your review"),
    )
    urgent = models.BooleanField(
        _("urgent translations at once"),
        default=True,
        help_text=_("When an urgent translation is assigned to you"),
    )
    digest_sent_on = models.DateField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("e-mails about translation")
        verbose_name_plural = _("e-mails about translation")

    def __str__(self) -> str:
        return str(self.user)

    @classmethod
    def of(cls, user: Any) -> NoticeSettings:
        return cls.objects.get_or_create(user=user)[0]
