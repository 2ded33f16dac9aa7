"""The list "My translations": what one account has to translate, in full and on the dashboard."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import BaseListingView

from univercity.translation.permissions import REVIEW, TRANSLATE
from univercity.translation_desk.assignments.worklist import Rank, as_items, work_of

MY_TRANSLATIONS = "univercity_my_translations"
#: Rows on the dashboard.
SHOWN = 10


def may_work(user: Any) -> bool:
    """Return whether an account translates or reviews anything."""
    return bool(user.has_perm(TRANSLATE) or user.has_perm(REVIEW))


class DueColumn(Column):
    """A deadline, and whether it is over."""

    cell_template_name = "translation_desk/assignments/due_cell.html"


class TranslationPaginator(WagtailPaginator):
    verbose_name = _("translation")
    verbose_name_plural = _("translations")


class MyTranslationsView(BaseListingView):
    """Everything that waits for the account, the most urgent first or by the deadline."""

    page_title = _("My translations")
    header_icon = "wagtail-localize-language"
    paginate_by = 50
    paginator_class = TranslationPaginator
    index_url_name = MY_TRANSLATIONS
    is_searchable = False
    columns = [
        TitleColumn("title", label=_("Title"), get_url=lambda item: item.url),
        Column("language", label=_("Language"), accessor="language.get_display_name"),
        StatusTagColumn("state", label=pgettext_lazy("of a translation", "State")),
        Column("to_do", label=_("To do")),
        DueColumn("due", label=_("Due on"), sort_key="due"),
        Column("note", label=_("Note")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_work(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def no_results_message(self) -> Any:
        return _("Nothing waits for you: everything is up to date, or others are at work on it.")

    def get_base_queryset(self) -> QuerySet[Any]:
        return work_of(self.request.user)

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.ordering:
            return queryset
        due = F("due")
        by = due.desc(nulls_last=True) if self.ordering == "-due" else due.asc(nulls_last=True)
        return queryset.order_by(by, "rank", "pk")

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        paginator, page, rows, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = as_items(rows)
        return paginator, page, page.object_list, has_others


class MyTranslationsPanel(Component):
    """The first rows of the list, on the first page of the admin."""

    name = "my-translations"
    order = 90  # before what waits for approval
    template_name = "translation_desk/assignments/panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        rows = work_of(parent_context["request"].user)
        due = rows.filter(due__lte=timezone.localdate()).exclude(rank=Rank.WAITING)
        return {
            "panel": self,
            "items": as_items(rows[:SHOWN]),
            "number": rows.count(),
            "overdue": due.count(),
            "url": reverse(MY_TRANSLATIONS),
        }


def register_my_translations() -> list[Any]:
    return [path("my-translations/", MyTranslationsView.as_view(), name=MY_TRANSLATIONS)]


def show_my_translations(request: HttpRequest, panels: list[Any]) -> None:
    if may_work(request.user):
        panels.append(MyTranslationsPanel())


class MyTranslationsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_work(request.user)


def register_menu_item() -> MenuItem:
    icon = "wagtail-localize-language"
    return MyTranslationsMenuItem(
        _("My translations"), reverse(MY_TRANSLATIONS), icon_name=icon, order=150
    )
