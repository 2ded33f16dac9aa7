"""The files of translators in the admin: downloading texts, and bringing them back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import AdminPageChooser
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation

from univercity.translation_desk.exchange.apply import IMPORTED, apply_import
from univercity.translation_desk.exchange.entries import Reading
from univercity.translation_desk.exchange.export import ExportedFile, Format, export
from univercity.translation_desk.exchange.judging import Outcome
from univercity.translation_desk.exchange.parsing import read_file
from univercity.translation_desk.exchange.plan import Row, make_plan, with_hints
from univercity.translation_desk.exchange.selection import (
    may_change,
    may_translate,
    page_translations,
    source_of,
    with_related,
)
from univercity.translation_desk.uploads.views import (
    SHOWN,
    Check,
    CheckView,
    FileForm,
    Group,
    UploadView,
)

FILES = "univercity_translation_files"
#: Digits in the key of a page at most.
LONGEST_KEY = 18
#: Outcomes that need no look at each text.
COUNTED = {Outcome.UNCHANGED, Outcome.EMPTY}


class ExportForm(forms.Form):
    """Asks for pages; those that the user may not translate are left out."""

    page = forms.ModelChoiceField(
        Page.objects.filter(depth__gt=1), label=_("Page"), widget=AdminPageChooser
    )
    with_below = forms.BooleanField(
        label=_("With the pages below"), required=False, help_text=_("All in one file")
    )
    with_related = forms.BooleanField(
        label=_("With the shared contents, persons and venues on them"), required=False
    )
    language = forms.ModelChoiceField(
        Locale.objects.exclude(language_code=settings.LANGUAGE_CODE),
        label=_("Translate into"),
        empty_label=None,
    )
    only_open = forms.BooleanField(
        label=_("Only texts that are not done yet"),
        required=False,
        help_text=_("Not translated, with an error, or to be reviewed"),
    )
    format = forms.ChoiceField(
        label=_("Format"),
        choices=Format.choices,
        help_text=_("Most tools read XLIFF 1.2. PO is for Poedit and Weblate."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.user = user
        self.file: ExportedFile | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        source = source_of(cleaned["page"])
        translations = self.chosen_translations(source, cleaned) if source else []
        if not translations:
            message = _(
                "Nothing here is handed to translation, or you may not change the translation. "
                "Choose “Translate this page” in the menu of the German page first."
            )
            raise ValidationError(message)
        self.file = export(translations, cleaned["format"], only_open=cleaned["only_open"])
        if self.file is None:
            raise ValidationError(_("All texts are done already."))
        return cleaned

    def chosen_translations(self, source: Page, cleaned: dict[str, Any]) -> list[Translation]:
        pages = source.get_descendants(inclusive=True) if cleaned["with_below"] else [source]
        keys = [page.translation_key for page in pages]
        rows = page_translations(self.user).filter(target_locale=cleaned["language"])
        by_key = {row.source.object_id: row for row in rows.filter(source__object_id__in=keys)}
        found = [by_key[key] for key in keys if key in by_key]
        if cleaned["with_related"]:
            related = with_related(found)[len(found) :]
            found += [each for each in related if may_translate(self.user, each)]
        return found


class ImportForm(FileForm):
    """Asks for a file that a translator sent back."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("XLIFF, PO, or a ZIP archive of them. You see first what it would change."),
    )


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

    template_name = "translation_desk/exchange/files.html"
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


class ImportView(ForTranslators, CheckView):
    """Shows beside each other what a file says and what the site says."""

    template_name = "translation_desk/exchange/import.html"
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


def shown(outcome: Outcome, rows: list[Row]) -> list[Row]:
    return [] if outcome in COUNTED else rows[:SHOWN]


# In the admin.


def register_exchange() -> list[Any]:
    return [
        path("translation-files/", FilesView.as_view(), name=FILES),
        path("translation-files/<int:pk>/", ImportView.as_view(), name=f"{FILES}_import"),
    ]


class FilesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_exchange(request.user)


def register_menu_item() -> MenuItem:
    icon = "wagtail-localize-language"
    return FilesMenuItem(_("Translation files"), reverse(FILES), icon_name=icon, order=1400)


def offer_files(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from a translated page to its files."""
    rows = Translation.objects.filter(
        enabled=True, source__object_id=page.translation_key, target_locale=page.locale_id
    )
    if rows.exists() and may_change(user, page):
        url = f"{reverse(FILES)}?page={page.pk}"
        yield Button(_("Translate in your own tool"), url, icon_name="download", priority=65)


def register_import(actions: Any) -> None:
    @actions.register_action(IMPORTED)
    class ImportFormatter(LogFormatter):
        label = _("Bring translations in")

        def format_message(self, log_entry: Any) -> str:
            number = log_entry.data["texts"]
            text = ngettext("%(number)d text from a file", "%(number)d texts from a file", number)
            return text % {"number": number}
