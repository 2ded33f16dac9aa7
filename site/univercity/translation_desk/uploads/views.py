"""The view that takes a file, and the one that shows what it would change and does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.models import Translation

from univercity.translation_desk.uploads.models import ImportFile

#: Lines shown of each kind; of the others there is the number.
SHOWN = 200


@dataclass(frozen=True)
class Line:
    """One line of a file, with what is said about it."""

    place: str
    source: str = ""
    target: str = ""
    messages: Sequence[str] = ()
    source_language: str = settings.LANGUAGE_CODE
    target_language: str = ""


@dataclass(frozen=True)
class Group:
    """The rows that the same becomes of, as far as they are shown."""

    label: str
    number: int
    rows: Sequence[Any] = ()  #: ``Line`` where the template of the check is used as it is
    is_conflict: bool = False  #: whether rows are written only if they are ticked

    @property
    def more(self) -> int:
        return self.number - len(self.rows)


@dataclass(frozen=True)
class Check:
    """What a file would change."""

    problems: Sequence[Any]
    groups: list[Group]
    can_write: bool  #: whether anything would be written, or could be


class FileForm(forms.Form):
    """Asks for a file."""

    file = forms.FileField(label=_("File"), help_text=_("You see first what it would change."))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        limit = settings.TRANSLATION_FILE_MAX_BYTES
        if file.size > limit:
            text = gettext("The file has more than %(megabytes)s MB, as it is or unpacked.")
            raise ValidationError(text % {"megabytes": limit // 1024**2})
        return file


class UploadView(WagtailAdminTemplateMixin, TemplateView):
    """Takes a file and leads to what it would change."""

    check_url_name = ""
    form_class: type[FileForm] = FileForm
    form: FileForm | None = None

    @cached_property
    def chosen(self) -> Translation | None:
        """The one translation that the file is for, if it is known."""
        return None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.form = self.form_class(request.POST, request.FILES)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        ImportFile.forget_old_ones()
        file = self.form.cleaned_data["file"]
        user: Any = request.user  # an account, as the admin asks for
        upload = ImportFile.objects.create(
            user=user, translation=self.chosen, name=file.name[-255:], content=file.read()
        )
        return redirect(self.check_url_name, upload.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(form=self.form or self.form_class(), **kwargs)


class CheckView(WagtailAdminTemplateMixin, TemplateView):
    """Shows what an upload would change, and does it when that is confirmed."""

    template_name = "translation_desk/check.html"
    page_title = _("Check the file")
    header_icon = "upload"
    files_url_name = ""
    files_title: Any = ""
    #: Asks for more than a confirmation.
    form_class: type[forms.Form] = forms.Form

    def check(self) -> Check:
        raise NotImplementedError

    def apply(self, form: forms.Form) -> str:
        """Write what can be, and return a message about it."""
        raise NotImplementedError

    @cached_property
    def upload(self) -> ImportFile:
        return get_object_or_404(ImportFile, pk=self.kwargs["pk"], user=self.request.user.pk)

    @cached_property
    def content(self) -> bytes:
        return bytes(self.upload.content)

    def get_page_subtitle(self) -> str:
        return self.upload.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        files = {"url": reverse(self.files_url_name), "label": self.files_title}
        here = {"url": "", "label": self.page_title, "sublabel": self.upload.name}
        return [*self.breadcrumbs_items, files, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(check=self.check(), form=self.form_class(), **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        upload = self.upload
        if "confirm" in request.POST:
            form = self.form_class(request.POST)
            if not form.is_valid():
                return self.render_to_response({**self.get_context_data(), "form": form})
            messages.success(request, self.apply(form))
        upload.delete()
        return redirect(self.files_url_name)
