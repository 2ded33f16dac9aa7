"""The filters of the report."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters.filters import ChoiceFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.models import DraftStateMixin, Locale, Page, get_page_content_types

from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation_desk.assignments.assignment import name_of
from univercity.translation_desk.assignments.models import TranslationJob
from univercity.translation_desk.assignments.worklist import NEAR, open_job
from univercity.translation_desk.overview.sections import own_sections
from univercity.translation_desk.overview.visibility import sees_assignees

NOBODY = "nobody"


class CellFilter:
    """Part of one condition on the cells of a row, see ``CellFilterSet.filter_queryset``."""

    def filter(self, queryset: QuerySet, value: Any) -> QuerySet:
        return queryset


class CellChoice(CellFilter, ChoiceFilter):
    pass


class CellChoices(CellFilter, MultipleChoiceFilter):
    pass


class LanguageFilter(CellFilter, ModelMultipleChoiceFilter):
    pass


class CellFilterSet(WagtailFilterSet):
    """For rows of any kind."""

    language = LanguageFilter(
        label=_("Language"), queryset=Locale.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    state = CellChoices(
        label=pgettext_lazy("of a translation", "State"),
        choices=TranslationState.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    assignee = CellChoice(label=_("Assigned to"), choices=())
    due = CellChoice(
        label=_("Due"),
        choices=[
            ("overdue", _("Overdue")),
            ("soon", _("Within a week")),
            ("some", _("With a date")),
            ("none", _("Job without a date")),
        ],
        widget=forms.RadioSelect,
        empty_label=pgettext_lazy("filter", "Any"),
    )
    published = ChoiceFilter(
        label=_("German version"),
        choices=[
            ("live", pgettext_lazy("of a page", "Published")),
            ("draft", pgettext_lazy("of a page", "Not published")),
        ],
        widget=forms.RadioSelect,
        empty_label=pgettext_lazy("filter", "Any"),
        method="filter_published",
    )

    def __init__(self, *args: Any, locales: list[Locale], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.filters["language"].queryset = Locale.objects.filter(
            pk__in=[locale.pk for locale in locales]
        )
        if len(locales) < 2:
            del self.filters["language"]
        if not issubclass(self.queryset.model, DraftStateMixin):
            del self.filters["published"]
        if sees_assignees(self.request.user):
            self.filters["assignee"].extra["choices"] = assignee_choices()
        else:
            del self.filters["assignee"]

    def _add_locale_filter(self) -> None:
        """Leave Wagtail's filter out: rows are in the source language."""

    def filter_published(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(live=value == "live")

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Choose rows of which one cell fulfils everything that was asked of cells."""
        queryset = super().filter_queryset(queryset)
        cells = self.cells()
        return queryset if cells is None else queryset.filter(Exists(cells))

    def cells(self) -> QuerySet[TranslationStatus] | None:
        """Return the cells that a row has to have one of; ``None`` where any row will do."""
        cleaned = self.form.cleaned_data
        jobs = self.job_conditions()
        if not (cleaned.get("state") or jobs):
            return None
        cells = TranslationStatus.objects.filter(translation_key=OuterRef("translation_key"))
        if cleaned.get("language"):
            cells = cells.filter(locale__in=cleaned["language"])
        if cleaned.get("state"):
            cells = cells.filter(state__in=cleaned["state"])
        return cells.filter(*jobs)

    def job_conditions(self) -> list[Any]:
        conditions: list[Any] = []
        assignee, due = (self.form.cleaned_data.get(name) for name in ("assignee", "due"))
        if assignee == NOBODY:
            conditions.append(~Exists(open_job().filter(assignee__isnull=False)))
        elif assignee:
            conditions.append(Exists(open_job().filter(assignee=assignee)))
        if due:
            conditions.append(Exists(open_job().filter(due_condition(due))))
        return conditions


def due_condition(choice: str) -> Q:
    today = timezone.localdate()
    return {
        "overdue": Q(due__lt=today),
        "soon": Q(due__range=(today, today + NEAR)),
        "some": Q(due__isnull=False),
        "none": Q(due=None),
    }[choice]


def assignee_choices() -> list[tuple[Any, Any]]:
    """Return nobody, and the accounts that have something to do."""
    jobs = TranslationJob.objects.open().filter(assignee__isnull=False)
    accounts = get_user_model().objects.filter(pk__in=jobs.values("assignee"))
    return [(NOBODY, _("Nobody")), *((each.pk, name_of(each)) for each in accounts)]


class PageFilterSet(CellFilterSet):
    """For rows that are pages."""

    content_type = ContentTypeFilter(
        label=_("Page type"),
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )
    section = ChoiceFilter(label=_("Section"), choices=(), method="filter_section")

    class Meta:
        model = Page
        fields = ["section", "language", "state", "assignee", "due", "content_type", "published"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        sections = own_sections(self.request)
        self.filters["section"].extra["choices"] = [(each.path, each.title) for each in sections]

    def filter_section(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(path__startswith=value)
