"""A file of translations, from its upload until somebody decides what becomes of it."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation

KEPT = datetime.timedelta(days=1)


class ImportFile(models.Model):
    """Waits in the database, where every process finds it, and which backups and roles protect."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    #: What texts belong to that do not say it.
    translation = models.ForeignKey(
        Translation, on_delete=models.CASCADE, null=True, related_name="+"
    )
    name = models.CharField(_("name"), max_length=255)
    content = models.BinaryField()
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("uploaded file of translations")
        verbose_name_plural = _("uploaded files of translations")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def forget_old_ones(cls) -> None:
        """Delete files that nobody has decided about in a day."""
        cls.objects.filter(uploaded_at__lt=timezone.now() - KEPT).delete()
