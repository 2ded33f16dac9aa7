"""How far each page and snippet is in each language."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TranslationState(models.TextChoices):
    """What a translator or editor has to know of one page in one language, most urgent first."""

    ERROR = "error", pgettext_lazy("of a translation", "With an error")
    OUTDATED_TEXT = "outdated_text", pgettext_lazy("of a translation", "Text out of date")
    OUTDATED_DATA = "outdated_data", pgettext_lazy("of a translation", "Facts out of date")
    MISSING = "missing", pgettext_lazy("of a translation", "Missing")
    FALLBACK = "fallback", pgettext_lazy("of a translation", "Placeholder")
    IN_PROGRESS = "in_progress", pgettext_lazy("of a translation", "In progress")
    MACHINE = "machine", pgettext_lazy("of a translation", "To be reviewed")
    DRAFT = "draft", pgettext_lazy("of a translation", "Ready to publish")
    IN_REVIEW = "in_review", pgettext_lazy("of a translation", "In review")
    CURRENT = "current", pgettext_lazy("of a translation", "Up to date")
    NOT_NEEDED = "not_needed", pgettext_lazy("of a translation", "Not needed")


class TranslationStatus(models.Model):
    """The state of one page or snippet in one target language.

    Computed from everything else (``univercity.translation.state``); nobody else writes it.
    """

    translation_key = models.UUIDField()
    content_type = models.ForeignKey(
        "contenttypes.ContentType",
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Type of the source, such as event"),
    )
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=16, choices=TranslationState.choices)
    #: Whether the public translation says something else than the public source.
    outdated = models.BooleanField(_("out of date"), default=False)
    total = models.PositiveIntegerField(_("texts"), default=0)
    open = models.PositiveIntegerField(_("texts not translated"), default=0)
    error = models.PositiveIntegerField(_("texts with an error"), default=0)
    unreviewed = models.PositiveIntegerField(_("texts to be reviewed"), default=0)
    source_changed_at = models.DateTimeField(_("source published"), null=True)
    translated_at = models.DateTimeField(_("last translated"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("state of a translation")
        verbose_name_plural = _("states of translations")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name="one_status_for_each_language"
            )
        ]
        indexes = [models.Index(fields=["locale", "state"])]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale_id}: {self.state}"
