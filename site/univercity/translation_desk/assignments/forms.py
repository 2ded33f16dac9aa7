"""The forms in which work is handed out."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from univercity.translation_desk.assignments.assignment import (
    Priority,
    Wishes,
    as_json,
    may_translate,
    name_of,
    translators,
)


class AccountField(forms.ModelChoiceField):
    """Chooses one of the accounts that may translate."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(None, *args, **kwargs)

    def __deepcopy__(self, memo: Any) -> AccountField:
        copy = super().__deepcopy__(memo)
        copy.queryset = translators()  # a form is declared before there are accounts
        return copy

    def label_from_instance(self, account: Any) -> str:
        return name_of(account)


class JobForm(forms.Form):
    """Asks what a job says; what is not given is left open."""

    assignee = AccountField(
        label=gettext_lazy("Assign to"),
        required=False,
        empty_label=gettext_lazy("Nobody yet"),
        help_text=gettext_lazy("Only accounts that may translate are offered."),
    )
    due = forms.DateField(
        label=gettext_lazy("Due on"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("For example: 24.02.2027"),
    )
    priority = forms.ChoiceField(
        label=gettext_lazy("Priority"),
        choices=Priority.choices,
        required=False,
        help_text=gettext_lazy("Of what is urgent the translator learns at once, by e-mail."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note for the translator"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("For example: Please keep to the wording of the flyer."),
    )
    names = ("assignee", "due", "priority", "note")
    #: The open job that is changed, if any.
    job: Any = None

    def clean_due(self) -> datetime.date | None:
        due: datetime.date | None = self.cleaned_data["due"]
        if due and due < timezone.localdate() and due != (self.job.due if self.job else None):
            raise ValidationError(_("This day is over. Choose today or a later one."))
        return due

    def given(self) -> Wishes:
        """Return what was filled in."""
        return {name: self.cleaned_data[name] for name in self.names if self.cleaned_data[name]}

    def options(self) -> dict[str, Any]:
        """Return it as JSON, for what is done in the background."""
        return as_json(self.given())


class AssignmentForm(JobForm, WagtailAdminModelForm):
    """The part about the job in the form with which something is handed to translation."""

    def __init__(
        self, *args: Any, user: Any = None, source_object_instance: Any = None, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.user = user
        self.source = source_object_instance

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        assignee = cleaned.get("assignee")
        for locale in self.target_locales() if assignee else ():
            if not may_translate(assignee, self.source_instance(), locale):
                text = _("%(name)s may not translate this into %(language)s.")
                values = {"name": name_of(assignee), "language": locale.get_display_name()}
                self.add_error("assignee", ValidationError(text % values))
        # wagtail-localize hands on what both have, and says nowhere else who has asked.
        self.instance.created_by = cleaned["created_by"] = self.user
        return cleaned

    def target_locales(self) -> Any:
        """Return the languages chosen in the form of wagtail-localize around this one."""
        if isinstance(self.source, TranslationSource):
            return Locale.objects.filter(
                pk__in=self.source.translations.filter(enabled=True).values("target_locale")
            )
        chosen = self.data.getlist("locales") if hasattr(self.data, "getlist") else []
        return Locale.objects.filter(pk__in=[pk for pk in chosen if pk.isdecimal()])

    def source_instance(self) -> Any:
        if isinstance(self.source, TranslationSource):
            return self.source.get_source_instance()
        return self.source
