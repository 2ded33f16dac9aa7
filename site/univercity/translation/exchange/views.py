"""Taking texts out of the admin and bringing them back."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation

from univercity.translation.exchange.apply import apply_import
from univercity.translation.exchange.export import ExportedFile
from univercity.translation.exchange.forms import ExportForm, ImportForm
from univercity.translation.exchange.hinting import with_hints
from univercity.translation.exchange.judging import Outcome
from univercity.translation.exchange.plan import Row, make_plan
from univercity.translation.exchange.reading import Reading, read_file
from univercity.translation.exchange.rights import may_translate
from univercity.translation.uploads import SHOWN, Check, CheckView, Group, UploadView

FILES = "univercity_translation_files"
#: Digits in the key of a page at most.
LONGEST_KEY = 18
#: Outcomes that need no look at each text.
COUNTED = {Outcome.UNCHANGED, Outcome.EMPTY}


def may_exchange(user: Any) -> bool:
    return bool(page_permission_policy.user_has_any_permission(user, ["change"]))


class ForTranslators:
    """A view for everybody who changes pages; which ones is asked for each."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_exchange(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class FilesView(ForTranslators, UploadView):
    """Two forms: one downloads a file, the other uploads one."""

    template_name = "translation/exchange/files.html"
    page_title = _("Translation files")
    header_icon = "wagtail-localize-language"
    check_url_name = f"{FILES}_import"
    form_class = ImportForm
    export_form: ExportForm | None = None

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @cached_property
    def page_number(self) -> str | None:
        """The key of the page in the address, if it may be one; the chooser fails at others."""
        number = self.request.GET.get("page", "")
        return number if number.isdecimal() and len(number) <= LONGEST_KEY else None

    @cached_property
    def chosen(self) -> Translation | None:
        """The translation of the page in the address, if the user may change it."""
        page = Page.objects.filter(pk=self.page_number).first() if self.page_number else None
        if page is None:
            return None
        row = Translation.objects.filter(
            enabled=True, source__object_id=page.translation_key, target_locale=page.locale_id
        ).first()
        return row if row and may_translate(self.request.user, row) else None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "format" in request.GET:
            fields = request.GET.copy()
            fields["page"] = self.page_number or ""
            self.export_form = ExportForm(fields, user=request.user)
            if self.export_form.is_valid() and self.export_form.file:
                return as_download(self.export_form.file)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        initial = {"page": self.chosen and self.page_number}
        if self.chosen:
            initial["language"] = self.chosen.target_locale_id
        export_form = self.export_form or ExportForm(user=self.request.user, initial=initial)
        return super().get_context_data(
            export_form=export_form, chosen=self.chosen, media=export_form.media, **kwargs
        )


class TranslationFilesView(FilesView):
    """Takes a file for one translation, at the address of wagtail-localize."""

    @cached_property
    def chosen(self) -> Translation | None:
        row = Translation.objects.filter(pk=self.kwargs["translation_id"], enabled=True).first()
        return row if row and may_translate(self.request.user, row) else None


def as_download(file: ExportedFile) -> HttpResponse:
    return HttpResponse(
        file.content,
        content_type=file.content_type,
        headers={"Content-Disposition": f'attachment; filename="{file.name}"'},
    )


def shown(outcome: Outcome, rows: list[Row]) -> list[Row]:
    return [] if outcome in COUNTED else rows[:SHOWN]


class ImportView(ForTranslators, CheckView):
    """Shows beside each other what a file says and what the site says."""

    template_name = "translation/exchange/import.html"
    page_title = _("Bring translations in")
    files_url_name = FILES
    files_title = FilesView.page_title

    def reading(self) -> Reading:
        return read_file(self.upload.name, self.content)

    def check(self) -> Check:
        plan = make_plan(self.reading(), self.request.user, self.upload.translation)
        rows = defaultdict(list)
        for row in plan.rows:
            rows[row.outcome].append(row)
        groups = [
            Group(
                str(outcome.label),
                number,
                with_hints(shown(outcome, rows[outcome])),
                is_conflict=outcome is Outcome.CONFLICT,
            )
            for outcome, number in plan.counts.items()
        ]
        return Check(plan.problems, groups, bool(plan.to_write(None)))

    def apply(self, form: forms.Form) -> str:
        _plan, written = apply_import(
            self.reading(),
            self.request.user,
            overwrite=self.request.POST.getlist("overwrite"),
            chosen=self.upload.translation,
        )
        text = ngettext(
            "%(number)d text brought in. It is to be reviewed now.",
            "%(number)d texts brought in. They are to be reviewed now.",
            len(written),
        )
        return text % {"number": len(written)}
