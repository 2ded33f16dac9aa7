"""The approval of one translated text by a person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringTranslation

from univercity.translation.permissions import OWN_PERMISSIONS


class Review(models.Model):
    """Says that a person has approved a translation, word by word.

    It counts as long as the translation still has the text that was approved.
    """

    translation = models.OneToOneField(
        StringTranslation, on_delete=models.CASCADE, related_name="review"
    )
    text = models.TextField(_("approved text"))
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(_("approved at"), auto_now=True)

    class Meta:
        verbose_name = _("review of a translated text")
        verbose_name_plural = _("reviews of translated texts")
        # For translations of every kind; Django ties each permission to one model with a table.
        permissions = OWN_PERMISSIONS

    def __str__(self) -> str:
        return self.text
