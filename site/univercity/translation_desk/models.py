"""The task of translating one page or snippet into one language."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.search import index
from wagtail_localize.models import Translation, TranslationSource

from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation_desk.hints import checks
from univercity.translation_desk.jobs.assignment import Place, Priority, Wishes
from univercity.translation_desk.jobs.forms import AssignmentForm
from univercity.translation_desk.jobs.history import note_in_history

#: In these states nothing is to be translated.
SETTLED = (TranslationState.CURRENT, TranslationState.NOT_NEEDED)
#: Whether accounts are written to about urgent jobs one by one, as they are handed out.
tells_at_once: ContextVar[bool] = ContextVar("tells of urgent jobs at once", default=True)


@contextmanager
def not_at_once() -> Iterator[None]:
    """Within the block, leave urgent jobs to a common e-mail: there are many of them."""
    token = tells_at_once.set(False)
    try:
        yield
    finally:
        tells_at_once.reset(token)


class JobQuerySet(models.QuerySet["TranslationJob"]):
    def open(self) -> JobQuerySet:
        return self.filter(done_at=None)

    def at(self, places: Iterable[Place]) -> list[TranslationJob]:
        """Return the jobs at places, with their accounts and languages."""
        wanted = set(places)
        rows = self.filter(translation_key__in={key for key, _locale in wanted})
        return [row for row in rows.select_related("assignee", "locale") if row.place in wanted]

    @transaction.atomic
    def hand_out(self, place: Place, content_type_id: int, wishes: Wishes, by: Any) -> bool:
        """Open a job or change the open one; return whether anything is new.

        What ``wishes`` do not name stays as it is. ``by`` is the account that hands it out.
        """
        key, locale = place
        fields = {"content_type_id": content_type_id, "created_by": by}
        job, created = self.get_or_create(
            translation_key=key, locale_id=locale, done_at=None, defaults=fields
        )
        before = job.facts
        for name, value in wishes.items():
            setattr(job, name, value)
        if not created and job.facts == before:
            return False
        if (job.assignee_id, job.priority) != (before["assignee_id"], before["priority"]):
            # Nobody is written to about what they do themselves.
            own = by is not None and job.assignee_id == by.pk
            job.told_at = timezone.now() if own else None
        job.save()
        note_in_history(job, "opened" if created else "changed", by)
        return True

    @transaction.atomic
    def close(self, places: Iterable[Place], event: str, by: Any = None) -> int:
        """Close the open jobs at places; ``event`` is what their histories say."""
        jobs = self.open().at(places)
        for job in jobs:
            job.done_at = timezone.now()
            job.save(update_fields=["done_at"])
            note_in_history(job, event, by)
        return len(jobs)


class TranslationJob(models.Model):
    """Who brings a translation up to date, and by when; open until it is."""

    translation_key = models.UUIDField()
    #: Type of the source, such as event.
    content_type = models.ForeignKey(
        "contenttypes.ContentType", on_delete=models.CASCADE, related_name="+"
    )
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("assigned to"),
    )
    due = models.DateField(pgettext_lazy("of a job", "due on"), null=True, blank=True)
    priority = models.CharField(
        _("priority"), max_length=8, choices=Priority.choices, default=Priority.NORMAL
    )
    note = models.TextField(_("note"), blank=True, max_length=1000)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
    #: When the assignee was written to because the job is urgent.
    told_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    wagtail_reference_index_ignore = True
    panels = [
        FieldPanel("assignee"),
        FieldPanel("due"),
        FieldPanel("priority"),
        FieldPanel("note"),
    ]
    base_form_class = AssignmentForm

    class Meta:
        verbose_name = _("translation job")
        verbose_name_plural = _("translation jobs")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"],
                condition=Q(done_at=None),
                name="one_open_job_for_each_language",
            )
        ]
        indexes = [models.Index(fields=["assignee", "done_at"])]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale_id}"

    @property
    def place(self) -> Place:
        return self.translation_key, self.locale_id

    @property
    def facts(self) -> dict[str, Any]:
        """What people say about the job."""
        names = ("assignee_id", "due", "priority", "note")
        return {name: getattr(self, name) for name in names}

    @property
    def is_urgent(self) -> bool:
        return self.priority == Priority.URGENT

    @property
    def is_overdue(self) -> bool:
        return is_overdue(self.due) and self.done_at is None

    @classmethod
    def get_or_create_from_source_and_translation_data(
        cls,
        translation_source: TranslationSource,
        translations: Iterable[Translation],
        created_by: Any = None,
        **wishes: Any,
    ) -> None:
        """Open a job for each language; wagtail-localize calls it for what is submitted.

        What is submitted along, such as a person on the page, may be translated already.
        """
        settled = TranslationStatus.objects.filter(
            translation_key=translation_source.object_id, state__in=SETTLED
        ).values_list("locale_id", flat=True)
        for translation in translations:
            if translation.target_locale_id not in set(settled):
                cls.objects.hand_out(
                    (translation_source.object_id, translation.target_locale_id),
                    translation_source.specific_content_type_id,
                    {name: value for name, value in wishes.items() if value},
                    created_by,
                )


def is_overdue(due: datetime.date | None) -> bool:
    return bool(due and due < timezone.localdate())


# Something that is done to many translations, one after the other, in the background.


class Batch(models.Model):
    """One bulk action: what, by whom, with which answers of its form."""

    action = models.CharField(
        max_length=20
    )  #: name, see univercity.translation_desk.batches.actions
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


# A file of translations, from its upload until somebody decides what becomes of it.

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


# How much was sent to services that translate.


class MachineUsage(models.Model):
    """The characters of one month that one service got."""

    month = models.DateField(_("month"))  #: its first day
    provider = models.CharField(_("service"), max_length=50)
    characters = models.PositiveBigIntegerField(_("characters"), default=0)

    class Meta:
        verbose_name = _("use of machine translation")
        verbose_name_plural = _("use of machine translation")
        ordering = ["-month", "provider"]
        constraints = [
            models.UniqueConstraint(fields=["month", "provider"], name="one_use_a_month")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.provider}: {self.characters}"

    @classmethod
    def reserve(cls, day: datetime.date, provider: str, characters: int, budget: int) -> bool:
        """Count characters before they are sent; ``False``, and nothing counted, over ``budget``.

        One statement checks and counts, so that workers side by side cannot overrun the budget. A
        budget of 0 has no end.
        """
        month = day.replace(day=1)
        cls.objects.get_or_create(month=month, provider=provider)
        rows = cls.objects.filter(month=month, provider=provider)
        if budget:
            rows = rows.filter(characters__lte=budget - characters)
        return bool(rows.update(characters=F("characters") + characters))

    @classmethod
    def give_back(cls, day: datetime.date, provider: str, characters: int) -> None:
        """Count less: the service has refused what was reserved."""
        rows = cls.objects.filter(month=day.replace(day=1), provider=provider)
        rows.update(characters=F("characters") - characters)


# Which e-mails about translation an account wants.


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


# The glossary: how words are translated, always.


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
