"""States of translations, approvals, exemptions, and what versions were made from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail_localize.models import StringTranslation

from univercity.translation.permissions import OWN_PERMISSIONS


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


class TranslationBasis(models.Model):
    """The state of a source when a version of its translation was made from it.

    A published version is made from the last basis before it. The digests tell whether the source
    has changed since, and in what.
    """

    source = models.ForeignKey(
        "wagtail_localize.TranslationSource", on_delete=models.CASCADE, related_name="+"
    )
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()  #: the same as that of the revision made, if there is one
    texts = models.CharField(max_length=64)  #: digest of the source texts
    facts = models.CharField(max_length=64)  #: digest of everything else
    targets = models.CharField(max_length=64)  #: digest of the translations that went into it
    #: paths at which the version has source text, for want of a translation
    fallbacks = models.JSONField(default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["source", "locale", "made_at"])]

    def __str__(self) -> str:
        return f"{self.source_id} {self.locale_id}: {self.made_at}"
