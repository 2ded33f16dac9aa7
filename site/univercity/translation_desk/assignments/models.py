"""The job of translating one page or snippet into one language."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail_localize.models import Translation, TranslationSource

from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation_desk.assignments.assignment import Place, Priority, Wishes
from univercity.translation_desk.assignments.forms import AssignmentForm
from univercity.translation_desk.assignments.history import note_in_history

#: In these states nothing is to be translated.
SETTLED = (TranslationState.CURRENT, TranslationState.NOT_NEEDED)


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
