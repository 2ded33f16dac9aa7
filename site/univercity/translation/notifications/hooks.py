"""Lets an account choose the e-mails it gets, where Wagtail asks for the others."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.admin.widgets import SwitchInput

from univercity.translation.jobs.views import may_work
from univercity.translation.models import NoticeSettings


class NoticesForm(forms.ModelForm):
    class Meta:
        model = NoticeSettings
        fields = ["digest", "urgent"]
        widgets = {"digest": SwitchInput, "urgent": SwitchInput}


class NoticesPanel(BaseSettingsPanel):
    name = "translation"
    title = _("Translation")
    tab = notifications_tab
    order = 200
    form_class = NoticesForm

    def is_active(self) -> bool:
        return may_work(self.user)

    def get_form(self) -> NoticesForm:
        data = self.request.POST if self.request.method == "POST" else None
        return NoticesForm(data, instance=NoticeSettings.of(self.user), prefix=self.name)


@hooks.register("register_account_settings_panel")
def offer_notices(request: HttpRequest, user: Any, profile: Any) -> NoticesPanel:
    return NoticesPanel(request, user, profile)
