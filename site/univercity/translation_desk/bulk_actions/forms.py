"""The forms of bulk actions on translations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from univercity.translation_desk.assignments.assignment import (
    Priority,
)
from univercity.translation_desk.assignments.forms import JobForm
from univercity.translation_desk.assignments.models import TranslationJob

AS_IT_IS = gettext_lazy("Leave as it is")


class LanguagesForm(forms.Form):
    """Asks for the languages, where there are several."""

    languages = forms.ModelMultipleChoiceField(
        Locale.objects.none(),
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one language.")},
    )

    def __init__(
        self,
        *args: Any,
        locales: list[Locale],
        chosen: list[Locale],
        job: TranslationJob | None = None,
        single: bool = False,
        **kwargs: Any,
    ):
        """``single`` says that one translation is meant, ``job`` is its open job."""
        super().__init__(*args, **kwargs)
        self.job, self.single = job, single
        field: Any = self.fields["languages"]
        field.queryset = Locale.objects.filter(pk__in=[locale.pk for locale in locales])
        field.initial = [locale.pk for locale in chosen]
        if len(locales) == 1:
            field.widget = forms.MultipleHiddenInput()

    def options(self) -> dict[str, Any]:
        """Return the answers as JSON, without the languages."""
        return {}


class RequestForm(JobForm, LanguagesForm):
    """Asks for the languages and who is to translate into them."""

    field_order = ["languages", *JobForm.names]


class AssignForm(JobForm, LanguagesForm):
    """For one translation, shows its job and sets all of it; for several, only what is given."""

    unassign = forms.BooleanField(label=gettext_lazy("Take it from whoever has it"), required=False)
    field_order = ["languages", "assignee", "unassign", *JobForm.names]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if self.single:
            del self.fields["unassign"]
            if self.job:
                self.initial = {**self.initial, **self.job.facts}
                self.initial["assignee"] = self.job.assignee_id
            return
        fields: dict[str, Any] = self.fields
        fields["assignee"].empty_label = AS_IT_IS
        fields["priority"].choices = [("", AS_IT_IS), *Priority.choices]
        for name in ("due", "note"):
            self.fields[name].help_text = gettext_lazy("Left empty, it stays as it is.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors or self.single:
            return cleaned
        if cleaned["assignee"] and cleaned["unassign"]:
            raise ValidationError(_("Assign it to somebody or take it from everybody, not both."))
        if not self.given():
            raise ValidationError(_("Say at least one thing about the jobs."))
        return cleaned

    def given(self) -> dict[str, Any]:
        if self.single:
            return {name: self.cleaned_data[name] for name in self.names}
        given = super().given()
        return {**given, "assignee": None} if self.cleaned_data["unassign"] else given
