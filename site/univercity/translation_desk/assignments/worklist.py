"""What one account has to do about translations: assigned to it, or open to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation.objects import changeable_snippets, edit_address, read_objects, title_of
from univercity.translation.permissions import REVIEW, TRANSLATE
from univercity.translation_desk.assignments.assignment import Priority
from univercity.translation_desk.assignments.models import TranslationJob, is_overdue


class Step(models.TextChoices):
    """The next step; the first that fits counts."""

    TRANSLATE = "translate", _("Translate")
    COMPARE = "compare", _("Compare with the German text")
    REVIEW = "review", _("Review")
    PUBLISH = "publish", _("Publish")
    NOTHING = "nothing", _("Nothing")


HAS_GAPS = Q(open__gt=0) | Q(error__gt=0)
#: There is nothing to work on, or nothing to do.
OUT_OF_REACH = Q(
    state__in=(
        TranslationState.MISSING,
        TranslationState.FALLBACK,
        TranslationState.NOT_NEEDED,
        TranslationState.CURRENT,
    )
)
UNFINISHED = Q(
    state__in=(
        TranslationState.DRAFT,
        TranslationState.OUTDATED_TEXT,
        TranslationState.OUTDATED_DATA,
    )
)


def next_step() -> Case:
    """Return an expression over ``TranslationStatus``: the next step."""
    return Case(
        When(OUT_OF_REACH, then=Value(Step.NOTHING)),
        When(state=TranslationState.IN_REVIEW, then=Value(Step.REVIEW)),
        When(HAS_GAPS, then=Value(Step.TRANSLATE)),
        When(unreviewed__gt=0, then=Value(Step.REVIEW)),
        # Kept by hand, without texts that could be counted.
        When(UNFINISHED & Q(total=0), then=Value(Step.COMPARE)),
        When(UNFINISHED, then=Value(Step.PUBLISH)),
        default=Value(Step.NOTHING),
        output_field=models.CharField(),
    )


def own_steps(user: Any) -> list[Step]:
    """Return the steps that an account does by its permissions; publishing depends on the page."""
    steps = [Step.TRANSLATE, Step.COMPARE] if user.has_perm(TRANSLATE) else []
    return [*steps, Step.REVIEW] if user.has_perm(REVIEW) else steps


def describe(status: TranslationStatus, step: str) -> str:
    """Say what is to be done, with numbers."""
    parts = []
    if step == Step.TRANSLATE:
        if status.open:
            text = ngettext("%(number)d text open", "%(number)d texts open", status.open)
            parts.append(text % {"number": status.open})
        if status.error:
            text = ngettext("%(number)d with an error", "%(number)d with an error", status.error)
            parts.append(text % {"number": status.error})
    if step in (Step.TRANSLATE, Step.REVIEW) and status.unreviewed:
        text = ngettext("%(number)d to be reviewed", "%(number)d to be reviewed", status.unreviewed)
        parts.append(text % {"number": status.unreviewed})
    return ", ".join(parts) or str(Step(step).label)


#: Days before a deadline in which it counts as near.
NEAR = datetime.timedelta(days=7)


class Rank:
    """The order of the list, the most urgent first."""

    OVERDUE = 0  #: or due today
    URGENT = 1
    DUE = 2
    ASSIGNED = 3
    UNASSIGNED = 4
    WAITING = 5  #: assigned, but others have to do something first


def open_job() -> QuerySet[TranslationJob]:
    """Return the open job of a status in a query around this one."""
    jobs: QuerySet[TranslationJob] = TranslationJob.objects.open().filter(
        translation_key=OuterRef("translation_key"), locale=OuterRef("locale")
    )
    return jobs


def pages_of(user: Any, action: str) -> Exists:
    """Return whether ``user`` may do something with the page of a status."""
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, action)
    return Exists(
        allowed.filter(translation_key=OuterRef("translation_key"), locale=OuterRef("locale"))
    )


def work_of(user: Any) -> QuerySet[Any]:
    """Return what ``user`` has to do, in the order in which to do it.

    Rows have ``step``, ``rank`` and, of the open job, ``job`` (its id), ``due`` and ``assignee``.
    What is assigned to somebody else is not among them.
    """
    kinds = ContentType.objects.get_for_models(*changeable_snippets(user)).values()
    snippets = Q(content_type__in=[kind.pk for kind in kinds])
    rows: QuerySet[Any] = TranslationStatus.objects.annotate(
        step=next_step(),
        job=Subquery(open_job().values("pk")[:1]),
        assignee=Subquery(open_job().values("assignee")[:1]),
        due=Subquery(open_job().values("due")[:1], output_field=DateField()),
        priority=Subquery(open_job().values("priority")[:1]),
    )
    can_do = Q(step__in=own_steps(user))
    can_do |= Q(step=Step.PUBLISH) & (pages_of(user, "publish") | snippets)
    mine = Q(assignee=user.pk)
    rows = rows.filter(mine | Q(assignee=None) & can_do, pages_of(user, "change") | snippets)
    return rows.annotate(rank=rank(can_do)).order_by(
        "rank", F("due").asc(nulls_last=True), urgency(), "source_changed_at", "pk"
    )


def rank(can_do: Q) -> Case:
    return Case(
        When(assignee=None, then=Value(Rank.UNASSIGNED)),
        When(~can_do, then=Value(Rank.WAITING)),
        When(due__lte=timezone.localdate(), then=Value(Rank.OVERDUE)),
        When(priority=Priority.URGENT, then=Value(Rank.URGENT)),
        When(due__isnull=False, then=Value(Rank.DUE)),
        default=Value(Rank.ASSIGNED),
        output_field=IntegerField(),
    )


def urgency(field: str = "state") -> Case:
    """Return an expression: the place of a state in ``TranslationState``, most urgent first."""
    return Case(
        *(
            When(**{field: state}, then=Value(place))
            for place, state in enumerate(TranslationState)
        ),
        default=Value(len(TranslationState)),
        output_field=IntegerField(),
    )


@dataclass(frozen=True)
class WorkItem:
    """One line of the list."""

    title: str
    url: str
    language: Locale
    state: str  #: label
    to_do: str
    rank: int
    due: datetime.date | None
    is_urgent: bool
    note: str

    @property
    def is_overdue(self) -> bool:
        return is_overdue(self.due)

    @property
    def is_due_today(self) -> bool:
        return self.due == timezone.localdate()

    @property
    def is_assigned(self) -> bool:
        return self.rank != Rank.UNASSIGNED

    @property
    def is_waiting(self) -> bool:
        return self.rank == Rank.WAITING


def as_items(rows: Iterable[Any]) -> list[WorkItem]:
    """Return rows of ``work_of`` as people read them; one query for each kind of object."""
    rows = list(rows)
    objects = read_objects(
        (row.content_type_id, row.translation_key, row.locale_id) for row in rows
    )
    jobs = TranslationJob.objects.in_bulk([row.job for row in rows if row.job])
    locales = Locale.objects.in_bulk({row.locale_id for row in rows})
    items = []
    for row in rows:
        version = objects.get((row.translation_key, row.locale_id))
        job = jobs.get(row.job)
        if version is not None:  # gone since the states were stored
            items.append(
                WorkItem(
                    title=title_of(version),
                    url=edit_address(version),
                    language=locales[row.locale_id],
                    state=row.get_state_display(),
                    to_do=describe(row, row.step),
                    rank=row.rank,
                    due=row.due,
                    is_urgent=bool(job and job.is_urgent),
                    note=job.note if job else "",
                )
            )
    return items
