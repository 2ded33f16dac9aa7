"""The report "Translation memory": its list, filters and columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import django_filters
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, ExpressionWrapper, QuerySet
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, TranslationSource

from univercity.translation.permissions import MANAGE_MEMORY
from univercity.translation.units import UnitState, state_of
from univercity.translation_desk.hints.checks import plain
from univercity.translation_desk.memory.entries import (
    DONE,
    OF_NO_PAGE,
    UNREVIEWED,
    entries_for,
    forgettable,
    may_search,
    of_something_deleted,
    search,
)

MEMORY = "univercity_translation_memory"
FILES = "univercity_memory_files"


class MemoryFilterSet(WagtailFilterSet):
    locale = django_filters.ModelChoiceFilter(
        queryset=Locale.objects.exclude(language_code=settings.LANGUAGE_CODE),
        label=_("Translated into"),
    )
    state = django_filters.ChoiceFilter(
        choices=[
            (state.value, state.label)
            for state in (UnitState.DONE, UnitState.UNREVIEWED, UnitState.ERROR)
        ],
        method="filter_state",
        label=_("State"),
    )
    belongs = django_filters.ChoiceFilter(
        choices=[
            ("page", _("To a page or snippet")),
            ("deleted", _("To one that is deleted")),
            ("none", _("To none, brought in")),
        ],
        method="filter_belonging",
        label=_("Belongs"),
    )

    class Meta:
        model = StringTranslation
        fields: list[str] = []

    def filter_state(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        if value == UnitState.ERROR:
            return rows.filter(has_error=True)
        return rows.filter(DONE if value == UnitState.DONE else UNREVIEWED)

    def filter_belonging(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        conditions = {"none": OF_NO_PAGE, "deleted": of_something_deleted()}
        return rows.filter(conditions.get(value, ~forgettable()))


class TextColumn(Column):
    """A text as readers see it, in its language."""

    cell_template_name = "translation_desk/memory/text_cell.html"


class BelongingColumn(Column):
    """The page that an entry belongs to, and the button that forgets it where there is none."""

    cell_template_name = "translation_desk/memory/belonging_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        return {
            **super().get_cell_context_data(instance, parent_context),
            "may_forget": instance.is_forgettable and request.user.has_perm(MANAGE_MEMORY),
            "csrf_token": get_token(request),
            "here": request.get_full_path(),
        }


class MemoryPaginator(WagtailPaginator):
    verbose_name = _("entry")
    verbose_name_plural = _("entries")


class MemoryView(ReportView):
    """Everything that was ever translated, the latest first."""

    page_title = _("Translation memory")
    verbose_name_plural = _("entries of the translation memory")
    header_icon = "wagtail-localize-language"
    model = StringTranslation
    permission_policy = None
    filterset_class = MemoryFilterSet
    index_url_name = MEMORY
    index_results_url_name = f"{MEMORY}_results"
    default_ordering = "-updated_at"
    is_searchable = True
    paginator_class = MemoryPaginator
    columns = [
        TextColumn("source", label=_("Source text"), accessor="shown_source"),
        TextColumn("translation", label=_("Translation"), accessor="shown_target"),
        Column("language", label=_("Language"), accessor="locale"),
        Column("state", label=_("State"), accessor="shown_state"),
        Column("tool_name", label=_("Made with")),
        DateColumn("updated_at", label=_("Last changed")),
        BelongingColumn("belongs", label=_("Belongs to")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_search(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def header_buttons(self) -> list[Any]:
        if not self.request.user.has_perm(MANAGE_MEMORY):
            return []
        query = self.request.GET.urlencode()
        address = f"{reverse(FILES)}?{query}" if query else reverse(FILES)
        return [HeaderButton(_("As a file"), url=address, icon_name="download")]

    def get_base_queryset(self) -> QuerySet:
        forgets = ExpressionWrapper(forgettable(), BooleanField())
        rows = entries_for(self.request.user).annotate(is_forgettable=forgets)
        return rows.select_related("translation_of__locale", "locale", "context", "review")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        return search(queryset, self.search_query or "")

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset.order_by("-updated_at", "-pk")

    def decorate_paginated_queryset(self, object_list: Iterable[Any]) -> list[Any]:
        rows = list(object_list)
        keys = {row.context.object_id for row in rows if row.context_id}
        titles = dict(
            TranslationSource.objects.filter(object__in=keys).values_list(
                "object_id", "object_repr"
            )
        )
        pages = Page.objects.filter(translation_key__in=keys)
        numbers = {
            (key, locale): pk
            for key, locale, pk in pages.values_list("translation_key", "locale_id", "pk")
        }
        for row in rows:
            row.shown_source = plain(row.translation_of.data)
            row.shown_target = plain(row.data)
            row.shown_state = state_of(row).label
            if row.context_id:
                row.title = titles.get(row.context.object_id, "")
                page = numbers.get((row.context.object_id, row.locale_id))
                row.address = page and reverse("wagtailadmin_pages:edit", args=[page])
        return rows
