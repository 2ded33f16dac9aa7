"""The columns of the report, and their cells: one page or snippet in one language."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation.objects import edit_address, title_of
from univercity.translation_desk.assignments.assignment import name_of
from univercity.translation_desk.assignments.models import TranslationJob
from univercity.translation_desk.overview.visibility import changeable_pages

Place = tuple[uuid.UUID, int]
#: States that a reader of the report has to look at.
ALARMING = (
    TranslationState.ERROR,
    TranslationState.OUTDATED_TEXT,
    TranslationState.OUTDATED_DATA,
    TranslationState.MISSING,
)


@dataclass(frozen=True)
class Cell:
    """What the report says of one translation."""

    locale: Locale
    status: TranslationStatus | None
    job: TranslationJob | None
    url: str  #: where the translation is edited; empty where the account may not
    shows_assignee: bool

    @property
    def state(self) -> TranslationState:
        return TranslationState(self.status.state) if self.status else TranslationState.MISSING

    @property
    def is_current(self) -> bool:
        return self.state == TranslationState.CURRENT

    @property
    def is_alarming(self) -> bool:
        return self.state in ALARMING

    @property
    def done(self) -> int:
        """How many texts are translated, and approved where that is needed."""
        if self.status is None:
            return 0
        status = self.status
        return int(status.total - status.open - status.error - status.unreviewed)

    @property
    def total(self) -> int:
        return self.status.total if self.status else 0

    @property
    def assignee(self) -> str:
        return name_of(self.job.assignee) if self.job and self.shows_assignee else ""


def columns_for(kind: type[Any], locales: list[Locale], *, with_choice: bool) -> list[BaseColumn]:
    """Return the columns for rows of a kind; a row has ``cells`` and ``own_url``."""
    title = TitleColumn(
        "title",
        label=_("Title"),
        accessor=title_of,
        get_url=lambda row: row.own_url or None,
        sort_key="title",
    )
    states = [StateColumn(locale, place) for place, locale in enumerate(locales)]
    about = [Column("type", label=_("Type"), accessor=type_of, sort_key="type")]
    published = [DateColumn("last_published_at", label=_("Published"), sort_key="published")]
    is_page = kind is Page
    return [
        *([ChoiceColumn("choose", label=_("Choose"))] if with_choice else []),
        title,
        *(about if is_page else []),
        *states,
        *(published if is_page else []),
    ]


class ChoiceColumn(BaseColumn):
    """A box to choose the row for an action."""

    header_template_name = "translation_desk/overview/choose_all.html"
    cell_template_name = "translation_desk/overview/choose.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        context["title"] = title_of(instance)
        return context


class StateColumn(BaseColumn):
    """How far the translation into one language is, who is at it, and until when."""

    cell_template_name = "translation_desk/overview/cell.html"

    def __init__(self, locale: Locale, place: int):
        self.place = place
        name = f"state_{locale.language_code}"
        super().__init__(name, label=locale.get_display_name(), sort_key=name)

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        context["cell"] = instance.cells[self.place]
        context["assign"] = parent_context.get("assign_address")
        return context


def type_of(instance: Any) -> str:
    model = instance.specific_class if isinstance(instance, Page) else type(instance)
    return capfirst(str(model._meta.verbose_name)) if model else ""


def furnish(
    rows: Sequence[Any], locales: Iterable[Locale], user: Any, shows_assignees: bool
) -> None:
    """Give each row its ``cells``, in the order of ``locales``, and its ``own_url``.

    Four queries, however many rows.
    """
    locales = list(locales)
    keys = [row.translation_key for row in rows]
    statuses = {
        (status.translation_key, status.locale_id): status
        for status in TranslationStatus.objects.filter(translation_key__in=keys)
    }
    open_jobs = TranslationJob.objects.open().filter(translation_key__in=keys)
    jobs = {job.place: job for job in open_jobs.select_related("assignee")}
    urls = addresses(rows, user)
    for row in rows:
        row.own_url = urls.get((row.translation_key, row.locale_id), "")
        row.cells = []
        for locale in locales:
            place = (row.translation_key, locale.pk)
            url = urls.get(place, "")
            row.cells.append(
                Cell(locale, statuses.get(place), jobs.get(place), url, shows_assignees)
            )


def addresses(rows: Sequence[Any], user: Any) -> dict[Place, str]:
    """Return where rows and their translations are edited, those that ``user`` may change."""
    if not rows:
        return {}
    model: type[Model] = type(rows[0])
    keys = [row.translation_key for row in rows]
    found: Any
    if issubclass(model, Page):
        found = changeable_pages(user).filter(translation_key__in=keys, alias_of=None)
        found = found.only("translation_key", "locale_id")
    elif policy_registry.get_by_type(model).user_has_permission(user, "change"):
        found = model._default_manager.filter(translation_key__in=keys)
    else:
        return {}
    return {(each.translation_key, each.locale_id): edit_address(each) for each in found}
