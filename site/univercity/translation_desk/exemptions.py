"""Deciding that a page needs no translation: the form, and the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Locale, Page

from univercity.translation.models import Exemption

#: Action in the history of a page; its data hold the languages and the reason.
EXEMPTED = "univercity.exempt_from_translation"


def may_exempt(user: Any, page: Page) -> bool:
    """Return whether ``user`` may decide on the translation of a source page."""
    if page.alias_of_id or page.is_root():
        return False
    if page.locale.language_code != settings.LANGUAGE_CODE:
        return False
    return bool(page.permissions_for_user(user).can_publish())


class ExemptionForm(forms.Form):
    """Asks into which languages a page is not translated, and why."""

    languages = forms.ModelMultipleChoiceField(
        queryset=Locale.objects.exclude(language_code=settings.LANGUAGE_CODE),
        label=gettext_lazy("Not translated into"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The page is then no longer in any list of missing translations."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=250,
        required=False,
        help_text=gettext_lazy("For example: Only of interest to people who read German"),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("languages") and not cleaned.get("reason"):
            self.add_error("reason", ValidationError(_("Say why the page is not translated.")))
        return cleaned


class ExemptionView(WagtailAdminTemplateMixin, FormView):
    """Shows and changes the decision for one page."""

    form_class = ExemptionForm
    template_name = "translation_desk/form.html"
    page_title = gettext_lazy("Translation needed?")
    header_icon = "globe"

    def dispatch(
        self, request: HttpRequest, *args: Any, page_id: int, **kwargs: Any
    ) -> HttpResponseBase:
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not may_exempt(request.user, self.page):
            raise PermissionDenied
        self.exemptions = Exemption.objects.filter(translation_key=self.page.translation_key)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        known = list(self.exemptions)
        return {
            "languages": [exemption.locale_id for exemption in known],
            "reason": known[0].reason if known else "",
        }

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        form = {"url": self.form_address(), "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, form, {"url": "", "label": self.page_title}]

    def form_address(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(
            action_url=self.request.path,
            cancel_url=self.form_address(),
            submit_button_label=_("Save"),
            **kwargs,
        )
        return context

    def form_valid(self, form: ExemptionForm) -> HttpResponse:
        languages, reason = form.cleaned_data["languages"], form.cleaned_data["reason"]
        with transaction.atomic():
            for exemption in self.exemptions.exclude(locale__in=languages):
                exemption.delete()
            for locale in languages:
                Exemption.objects.update_or_create(
                    translation_key=self.page.translation_key,
                    locale=locale,
                    defaults={"reason": reason, "decided_by_id": self.request.user.pk},
                )
            codes = [locale.language_code for locale in languages]
            data = {"languages": codes, "reason": reason if codes else ""}
            log(instance=self.page, action=EXEMPTED, user=self.request.user, data=data)
        messages.success(self.request, _("Saved."))
        return redirect(self.form_address())


# In the admin.


def register_exemption() -> list[URLPattern]:
    view = ExemptionView.as_view()
    return [path("pages/<int:page_id>/exemption/", view, name="univercity_exemption")]


def offer_exemption(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    if may_exempt(user, page):
        yield Button(
            gettext_lazy("Translation needed?"),
            reverse("univercity_exemption", args=[page.pk]),
            icon_name="globe",
            priority=65,  # below "translate this page"
        )


def register_exemption_action(actions: Any) -> None:
    @actions.register_action(EXEMPTED)
    class ExemptedFormatter(LogFormatter):
        label = gettext_lazy("Decide on the translation")

        def format_message(self, log_entry: Any) -> str:
            codes = log_entry.data["languages"]
            if not codes:
                return str(gettext_lazy("To be translated into every language"))
            return str(gettext_lazy("Not to be translated into: %(languages)s")) % {
                "languages": ", ".join(codes)
            }

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data["reason"])
