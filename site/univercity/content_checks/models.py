"""What the last check of each published page found."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from univercity.content_checks.rules import Kind


class ContentCheck(models.Model):
    """The findings in a page as it was when it was last checked."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="content_check")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    checked_at = models.DateTimeField(_("checked"), auto_now=True)
    words = models.PositiveIntegerField(_("words"))
    reading_ease = models.FloatField(_("readability"), null=True)
    #: ``[{"kind": …, "text": …}]``, most serious first
    findings = models.JSONField(_("findings"), default=list)
    #: kind to number of findings, only for kinds that were found
    counts = models.JSONField(default=dict)
    total = models.PositiveIntegerField(_("findings"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("content check")
        verbose_name_plural = _("content checks")

    def __str__(self):
        return f"{self.page_id}: {self.total}"

    @property
    def summary(self):
        """Kinds with their numbers, most serious first."""
        return ", ".join(
            f"{kind.label} ({self.counts[kind]})" for kind in Kind if kind in self.counts
        )

    @property
    def worst(self):
        """The text of the most serious finding."""
        return self.findings[0]["text"] if self.findings else ""
