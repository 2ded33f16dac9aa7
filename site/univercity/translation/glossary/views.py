"""The glossary as a file: out, and in again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import View

from univercity.translation.glossary.csv_files import COLUMNS, write_terms
from univercity.translation.glossary.importing import (
    Outcome,
    PlannedTerm,
    import_terms,
    plan_terms,
)
from univercity.translation.memory_rights import ForKeepers
from univercity.translation.models import Term
from univercity.translation.uploads import SHOWN, Check, CheckView, Group, Line, UploadView

FILES = "univercity_glossary_files"


class GlossaryFilesView(ForKeepers, UploadView):
    template_name = "translation/glossary/files.html"
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
