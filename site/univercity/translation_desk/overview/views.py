"""The report itself: a row for each page or snippet, a column for each language."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, TextField
from django.forms import Media
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from univercity.translation.models import TranslationStatus
from univercity.translation.objects import translated_snippets
from univercity.translation_desk.assignments.worklist import urgency
from univercity.translation_desk.overview.columns import columns_for, furnish
from univercity.translation_desk.overview.export import Sheet
from univercity.translation_desk.overview.filters import CellFilterSet, PageFilterSet
from univercity.translation_desk.overview.sections import totals
from univercity.translation_desk.overview.visibility import (
    may_see,
    sees_assignees,
    sources,
    target_locales,
    visible_kinds,
)

OVERVIEW = "univercity_translations"


def url_name(kind: type[Any]) -> str:
    """Return the name of the report on a kind; that on pages is the first."""
    return OVERVIEW if kind is Page else f"{OVERVIEW}_{kind._meta.model_name}"


def title_fields(kind: type[Any]) -> list[str]:
    """Return the text fields that name an object, for search and order."""
    if kind is Page:
        return ["draft_title", "title"]
    texts = (CharField, TextField)
    names = [
        field.name
        for field in kind._meta.get_fields()
        if isinstance(field, texts) and not field.choices
    ]
    return names[:1]


class OverviewView(ReportView):
    """States, texts, jobs; what is chosen is what is counted, exported and worked on."""

    kind: Any = Page
    page_title = _("State of translations")
    header_icon = "wagtail-localize-language"
    results_template_name = "translation_desk/overview/results.html"
    is_searchable = True
    search_backend_name = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see(request.user, self.kind):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    # What is shown

    @property
    def user(self) -> Any:
        return self.request.user

    @cached_property
    def all_locales(self) -> list[Any]:
        return target_locales()

    @cached_property
    def locales(self) -> list[Any]:
        """The languages that are shown."""
        chosen = None
        if self.filters and self.filters.is_valid():
            chosen = self.filters.form.cleaned_data.get("language")
        return [each for each in self.all_locales if not chosen or each in chosen]

    @cached_property
    def columns(self) -> Any:
        return columns_for(self.kind, self.locales, with_choice=bool(self.actions))

    @cached_property
    def actions(self) -> list[Any]:
        """What an account can do to the chosen rows.

        Each function of the hook ``register_overview_actions`` gets the account and returns actions
        with a ``label`` and a ``url``.
        """
        offered = hooks.get_hooks("register_overview_actions")
        return [action for offer in offered for action in offer(self.user)]

    @cached_property
    def shows_assignees(self) -> bool:
        return sees_assignees(self.user)

    @cached_property
    def filterset_class(self) -> Any:
        return PageFilterSet if self.kind is Page else CellFilterSet

    def get_filterset_kwargs(self) -> dict[str, Any]:
        rows = sources(self.user, self.kind)
        return {**super().get_filterset_kwargs(), "queryset": rows, "locales": self.all_locales}

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = sources(self.user, self.kind)
        return rows.select_related("content_type") if self.kind is Page else rows

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Search in the titles of all languages."""
        if not self.is_searching:
            return queryset
        words = Q()
        for name in title_fields(self.kind):
            words |= Q(**{f"{name}__icontains": self.search_query})
        found = self.kind._default_manager.filter(words).values("translation_key")
        return queryset.filter(translation_key__in=found)

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by a column; pages otherwise as they stand in the tree."""
        key = (self.ordering or "").removeprefix("-")
        title = (title_fields(self.kind) or ["pk"])[0]
        expressions: dict[str, Any] = {
            "": F("path") if self.kind is Page else F(title),
            "title": F(title),
            "type": F("content_type__model") if self.kind is Page else None,
            "published": F("last_published_at") if self.kind is Page else None,
        }
        for locale in self.all_locales:
            expressions[f"state_{locale.language_code}"] = state_in(locale)
        by = expressions[key]
        backwards = (self.ordering or "").startswith("-")
        order = by.desc(nulls_last=True) if backwards else by.asc(nulls_last=True)
        return queryset.order_by(order, "pk")

    # Rows

    def paginate_queryset(self, queryset: QuerySet[Any], page_size: int) -> Any:
        paginator, page, rows, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = list(rows)
        furnish(page.object_list, self.locales, self.user, self.shows_assignees)
        return paginator, page, page.object_list, has_others

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        if not self.is_export:
            sections, everything = totals(self.request, self.kind, self.object_list, self.locales)
            context["media"] += Media(
                css={"all": ["translation_desk/css/translation-overview.css"]}
            )
            context |= {
                "actions": self.actions,
                "tabs": self.tabs(),
                "locales": self.locales,
                "totals": sections,
                "in_total": list(zip(self.locales, everything, strict=True)),
                "choice": self.request.GET.urlencode(),
                "kind": self.kind._meta.label_lower,
            }
        return context

    def tabs(self) -> list[dict[str, Any]]:
        return [
            {
                "label": capfirst(str(kind._meta.verbose_name_plural)),
                "url": reverse(url_name(kind)),
                "is_current": kind is self.kind,
            }
            for kind in visible_kinds(self.user)
        ]

    @cached_property
    def no_results_message(self) -> Any:
        if self.is_searching or self.is_filtering:
            return _("Nothing here fits the filters. Take one of them away.")
        return _("There is nothing here that could be translated.")

    # Export

    @cached_property
    def sheet(self) -> Sheet:
        return Sheet(self.kind, self.locales, self.shows_assignees)

    @property
    def list_export(self) -> list[str]:
        return list(self.sheet.headings)

    def get_heading(self, queryset: Any, field: str) -> str:
        return self.sheet.headings[field]

    def to_row_dict(self, item: Any) -> OrderedDict[str, Any]:
        return OrderedDict(self.sheet.values(item))

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        if self.is_export:  # everything, on no page
            object_list = list(object_list)
            furnish(object_list, self.locales, self.user, self.shows_assignees)
        return object_list

    def get_filename(self) -> str:
        return f"translations-{timezone.localdate().isoformat()}"


def state_in(locale: Any) -> Subquery:
    """Return an expression over rows: how urgent the state in a language is."""
    statuses = TranslationStatus.objects.filter(
        translation_key=OuterRef("translation_key"), locale=locale
    )
    return Subquery(statuses.annotate(urgency=urgency()).values("urgency")[:1])


# In the admin.


def addresses() -> Iterator[URLPattern]:
    for kind in (Page, *translated_snippets()):
        name = url_name(kind)
        options = {
            "kind": kind,
            "index_url_name": name,
            "index_results_url_name": f"{name}_results",
        }
        route = "reports/translations/" + ("" if kind is Page else f"{kind._meta.model_name}/")
        yield path(route, OverviewView.as_view(**options), name=name)
        results = OverviewView.as_view(**options, results_only=True)
        yield path(f"{route}results/", results, name=f"{name}_results")


def register_overview() -> list[URLPattern]:
    return list(addresses())


class OverviewMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return Page in visible_kinds(request.user)


def register_menu_item() -> MenuItem:
    icon = "wagtail-localize-language"
    label: Any = _("State of translations")
    return OverviewMenuItem(label, reverse(OVERVIEW), icon_name=icon, order=1390)
