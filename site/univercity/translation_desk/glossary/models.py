"""The terms of the glossary."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.search import index

from univercity.translation_desk.hints import checks


class TermQuerySet(models.QuerySet["Term"]):
    def between(self, source_locale_id: int, target_locale_id: int) -> TermQuerySet:
        return self.filter(source_locale=source_locale_id, target_locale=target_locale_id)

    def as_checks(self) -> tuple[checks.Term, ...]:
        """Return the terms as the hints on translations read them, in one query."""
        return tuple(term.as_check() for term in self)


class Term(index.Indexed, models.Model):
    """A word or name of one language and what it is called in another."""

    source_locale = models.ForeignKey(
        "wagtailcore.Locale",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("from"),
    )
    target_locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("into")
    )
    source = models.CharField(
        _("word or name"), max_length=200, help_text=_("As it stands in the source language.")
    )
    target = models.CharField(
        _("translation"),
        max_length=200,
        help_text=_("A name that is not translated is its own translation."),
    )
    forbidden = models.TextField(
        _("not to be used"),
        blank=True,
        help_text=_("Translations that must not be used, one on each line."),
    )
    note = models.CharField(_("note for translators"), max_length=250, blank=True)

    objects = TermQuerySet.as_manager()

    panels = [
        HelpPanel(
            _(
                "Translators and the checks of texts get terms as hints: in the editor, when files "
                "are brought in, and on what a translation service writes. A name that is its own "
                "translation is never translated by a service. Words are compared as whole words, "
                "whatever their case: add plurals and other forms as terms of their own."
            )
        ),
        FieldPanel("source"),
        FieldPanel("target"),
        FieldPanel("forbidden"),
        FieldPanel("note"),
        FieldPanel("source_locale"),
        FieldPanel("target_locale"),
    ]
    search_fields = [
        index.SearchField("source"),
        index.SearchField("target"),
        index.AutocompleteField("source"),
        index.AutocompleteField("target"),
        index.FilterField("source_locale_id"),
        index.FilterField("target_locale_id"),
    ]

    class Meta:
        default_permissions = ()  # one of our own stands for all
        ordering = ["source"]
        verbose_name = _("term")
        verbose_name_plural = _("glossary")
        constraints = [
            models.UniqueConstraint(
                fields=["source_locale", "target_locale", "source"],
                name="one_translation_a_term",
                violation_error_message=_("The glossary has this word already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"

    def clean(self) -> None:
        super().clean()
        if self.source_locale_id and self.source_locale_id == self.target_locale_id:
            raise ValidationError({"target_locale": _("Choose another language than the source.")})
        if self.target.casefold() in map(str.casefold, self.forbidden_words):
            message = _("The translation itself is among those not to be used.")
            raise ValidationError({"forbidden": message})

    @property
    def forbidden_words(self) -> list[str]:
        return [line.strip() for line in self.forbidden.splitlines() if line.strip()]

    @property
    def forbidden_list(self) -> str:
        return ", ".join(self.forbidden_words)

    def as_check(self) -> checks.Term:
        """Return the term as the hints on translations read it."""
        return checks.Term(self.source, self.target, tuple(self.forbidden_words))
