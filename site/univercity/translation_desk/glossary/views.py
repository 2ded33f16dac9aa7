"""The glossary in the admin: its list and forms, and as a file, out and in again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Locale
from wagtail.permissions import register_permission_policy

from univercity.translation.permissions import MANAGE_MEMORY
from univercity.translation_desk.glossary.csv_files import COLUMNS, write_terms
from univercity.translation_desk.glossary.importing import (
    Outcome,
    PlannedTerm,
    import_terms,
    plan_terms,
)
from univercity.translation_desk.glossary.models import Term
from univercity.translation_desk.memory_permission import ForKeepers, MemoryPolicy
from univercity.translation_desk.uploads.views import (
    SHOWN,
    Check,
    CheckView,
    Group,
    Line,
    UploadView,
)

FILES = "univercity_glossary_files"

register_permission_policy(Term, MemoryPolicy(Term))


class TermPaginator(WagtailPaginator):
    verbose_name = _("term")
    verbose_name_plural = _("terms")


class TermIndexView(IndexView):
    paginator_class = TermPaginator

    @property
    def header_buttons(self) -> list[Any]:
        files = HeaderButton(_("As a file"), url=reverse(FILES), icon_name="download")
        return [*super().header_buttons, files]


class TermCreateView(CreateView):
    def get_initial_form_instance(self) -> Term:
        """Return a term from the language that content is written in into the first other one."""
        locales = list(Locale.objects.order_by("pk"))
        source = [each for each in locales if each.language_code == settings.LANGUAGE_CODE]
        others = [each for each in locales if each not in source]
        return Term(
            source_locale=source[0] if source else None,
            target_locale=others[0] if others else None,
        )


class TermMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MANAGE_MEMORY))


class TermViewSet(ModelViewSet):
    model = Term
    name = "glossary"
    icon = "openquote"
    menu_hook = "register_reports_menu_item"
    menu_order = 1420
    menu_item_class = TermMenuItem
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = TermIndexView
    add_view_class = TermCreateView
    list_display = [
        "source",
        "target",
        Column("forbidden_words", label=_("Not to be used"), accessor="forbidden_list"),
        "note",
    ]
    list_filter = ["source_locale", "target_locale"]
    list_per_page = 50

    def get_permissions_to_register(self) -> Any:
        """Offer none for groups: one permission stands for all (``permissions``)."""
        return super().get_permissions_to_register().none()


class GlossaryFilesView(ForKeepers, UploadView):
    template_name = "translation_desk/glossary/files.html"
    page_title = _("Glossary as a file")
    header_icon = "download"
    check_url_name = f"{FILES}_check"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        glossary = {"url": reverse("glossary:index"), "label": Term._meta.verbose_name_plural}
        return [*self.breadcrumbs_items, glossary, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(columns=COLUMNS, **kwargs)


class GlossaryExportView(ForKeepers, View):
    def get(self, request: HttpRequest) -> HttpResponse:
        terms = Term.objects.select_related("source_locale", "target_locale")
        ordered = terms.order_by("source_locale", "target_locale", "source")
        response: Any = StreamingHttpResponse(
            write_terms(ordered.iterator()),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="glossary.csv"'},
        )
        return response


class GlossaryCheckView(ForKeepers, CheckView):
    files_url_name = FILES
    files_title = GlossaryFilesView.page_title

    def check(self) -> Check:
        plan = plan_terms(self.content)
        groups = [
            Group(str(outcome.label), len(rows), list(map(line_of, shown(outcome, rows))))
            for outcome in Outcome
            if (rows := plan.of(outcome))
        ]
        problems = [plan.problem] if plan.problem else []
        return Check(problems, groups, bool(plan.to_write))

    def apply(self, form: forms.Form) -> str:
        number = len(import_terms(self.content, self.request.user).to_write)
        text = ngettext("%(number)d term brought in.", "%(number)d terms brought in.", number)
        return text % {"number": number}


def shown(outcome: Outcome, rows: list[PlannedTerm]) -> list[PlannedTerm]:
    return [] if outcome is Outcome.UNCHANGED else rows[:SHOWN]


def line_of(row: PlannedTerm) -> Line:
    place = _("Line %(line)d") % {"line": row.line}
    languages = [
        getattr(row.term, name).language_code if getattr(row.term, f"{name}_id") else ""
        for name in ("source_locale", "target_locale")
    ]
    return Line(place, row.term.source, row.term.target, row.errors, *languages)


# In the admin.


def register_glossary() -> TermViewSet:
    return TermViewSet()


def register_glossary_files() -> list[Any]:
    address = "glossary-files/"
    check = GlossaryCheckView.as_view()
    return [
        path(address, GlossaryFilesView.as_view(), name=FILES),
        path(f"{address}glossary.csv", GlossaryExportView.as_view(), name=f"{FILES}_export"),
        path(f"{address}<int:pk>/", check, name=f"{FILES}_check"),
    ]
