"""The memory in the admin, besides its report: as a file, out and in, and forgetting entries."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from django.views.generic import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.log_actions import LogFormatter
from wagtail_localize.models import StringTranslation

from univercity.translation.permissions import MANAGE_MEMORY
from univercity.translation_desk.hints.checks import plain
from univercity.translation_desk.memory.entries import (
    FORGOTTEN,
    entries_for,
    forget,
    forgettable,
    may_search,
    search,
)
from univercity.translation_desk.memory.importing import (
    Approval,
    Entry,
    Outcome,
    import_tmx,
    plan_tmx,
)
from univercity.translation_desk.memory.report import FILES, MEMORY, MemoryFilterSet, MemoryView
from univercity.translation_desk.memory.tmx import write_tmx
from univercity.translation_desk.memory_permission import ForKeepers
from univercity.translation_desk.uploads.views import (
    SHOWN,
    Check,
    CheckView,
    Group,
    Line,
    UploadView,
)

#: Outcomes that need no look at each entry.
COUNTED = {Outcome.KNOWN, Outcome.EMPTY}


def chosen_entries(request: HttpRequest) -> Any:
    """Return the entries without an error that the filters in the address choose."""
    rows = entries_for(request.user).filter(has_error=False)
    chosen = MemoryFilterSet(request.GET, queryset=rows, request=request).qs
    return search(chosen, request.GET.get("q", ""))


class MemoryFilesView(ForKeepers, UploadView):
    template_name = "translation_desk/memory/files.html"
    page_title = gettext_lazy("Translation memory as a file")
    header_icon = "download"
    check_url_name = f"{FILES}_check"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        memory = {"url": reverse(MEMORY), "label": MemoryView.page_title}
        return [*self.breadcrumbs_items, memory, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = chosen_entries(self.request)
        return super().get_context_data(
            number=chosen.count(),
            forgettable=chosen.filter(forgettable()).count(),
            query=self.request.GET.urlencode(),
            **kwargs,
        )


class MemoryExportView(ForKeepers, View):
    def get(self, request: HttpRequest) -> HttpResponse:
        response: Any = StreamingHttpResponse(
            write_tmx(chosen_entries(request)),
            content_type="application/x-tmx+xml",
            headers={"Content-Disposition": 'attachment; filename="translation-memory.tmx"'},
        )
        return response


class ApprovalForm(forms.Form):
    """Asks whether what is brought in may be used without a look at it."""

    approval = forms.ChoiceField(
        label=gettext_lazy("What counts as approved"),
        choices=Approval.choices,
        initial=Approval.NOTHING,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Only what is approved is filled into pages by itself."),
    )


class MemoryCheckView(ForKeepers, CheckView):
    files_url_name = FILES
    files_title = MemoryFilesView.page_title
    form_class = ApprovalForm

    def check(self) -> Check:
        plan = plan_tmx(self.content, self.upload.name)
        entries = defaultdict(list)
        for entry in plan.entries:
            entries[entry.outcome].append(entry)
        groups = [
            Group(str(outcome.label), number, self.lines(outcome, entries[outcome]))
            for outcome, number in plan.counts.items()
        ]
        problems = [plan.problem] if plan.problem else []
        return Check(problems, groups, bool(plan.to_write))

    @staticmethod
    def lines(outcome: Outcome, entries: list[Entry]) -> list[Line]:
        if outcome in COUNTED:
            return []
        return [
            Line(
                _("Line %(line)d") % {"line": entry.line},
                plain(entry.source),
                plain(entry.target),
                target_language=entry.locale.language_code if entry.locale else "",
            )
            for entry in entries[:SHOWN]
        ]

    def apply(self, form: forms.Form) -> str:
        plan = import_tmx(self.content, self.request.user, approval=form.cleaned_data["approval"])
        number = len(plan.to_write)
        text = ngettext("%(number)d entry brought in.", "%(number)d entries brought in.", number)
        return text % {"number": number}


@require_POST
def forget_chosen_view(request: HttpRequest) -> HttpResponse:
    """Forget what the filters in the address choose of the entries that no page needs."""
    if not request.user.has_perm(MANAGE_MEMORY):
        raise PermissionDenied
    number = forget(chosen_entries(request).filter(forgettable()), request.user)
    text = ngettext("%(number)d entry forgotten.", "%(number)d entries forgotten.", number)
    messages.success(request, text % {"number": number})
    return redirect(MEMORY)


@require_POST
def forget_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget an entry that no page needs."""
    if not request.user.has_perm(MANAGE_MEMORY):
        raise PermissionDenied
    if not forget(StringTranslation.objects.filter(forgettable(), pk=pk), request.user):
        raise Http404
    messages.success(request, _("The entry is forgotten."))
    return redirect(get_valid_next_url_from_request(request) or MEMORY)


# In the admin.


def register_memory() -> list[Any]:
    address, files = "reports/translation-memory/", "translation-memory-files/"
    results = MemoryView.as_view(results_only=True)
    return [
        path(address, MemoryView.as_view(), name=MEMORY),
        path(f"{address}results/", results, name=f"{MEMORY}_results"),
        path(f"{address}<int:pk>/forget/", forget_view, name=f"{MEMORY}_forget"),
        path(files, MemoryFilesView.as_view(), name=FILES),
        path(f"{files}forget/", forget_chosen_view, name=f"{FILES}_forget"),
        path(f"{files}memory.tmx", MemoryExportView.as_view(), name=f"{FILES}_export"),
        path(f"{files}<int:pk>/", MemoryCheckView.as_view(), name=f"{FILES}_check"),
    ]


class MemoryMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_search(request.user)


def register_memory_menu_item() -> MenuItem:
    icon = "wagtail-localize-language"
    return MemoryMenuItem(
        gettext_lazy("Translation memory"), reverse(MEMORY), icon_name=icon, order=1410
    )


def register_forgetting(actions: Any) -> None:
    @actions.register_action(FORGOTTEN)
    class ForgottenFormatter(LogFormatter):
        label = gettext_lazy("Forget an entry of the translation memory")

        def format_message(self, log_entry: Any) -> str:
            text = gettext_lazy("Forgotten in the translation memory: “%(source)s”, “%(target)s”")
            return str(text) % log_entry.data
