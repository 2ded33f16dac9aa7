"""Where the admin offers to exempt a page from translation, and what its history says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from univercity.translation.exemptions.views import EXEMPTED, ExemptionView, may_exempt


@hooks.register("register_admin_urls")
def register_exemption() -> list[URLPattern]:
    view = ExemptionView.as_view()
    return [path("pages/<int:page_id>/exemption/", view, name="univercity_exemption")]


@hooks.register("register_page_header_buttons")
def offer_exemption(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    if may_exempt(user, page):
        yield Button(
            _("Translation needed?"),
            reverse("univercity_exemption", args=[page.pk]),
            icon_name="globe",
            priority=65,  # below "translate this page"
        )


@hooks.register("register_log_actions")
def register_exemption_action(actions: Any) -> None:
    @actions.register_action(EXEMPTED)
    class ExemptedFormatter(LogFormatter):
        label = _("Decide on the translation")

        def format_message(self, log_entry: Any) -> str:
            codes = log_entry.data["languages"]
            if not codes:
                return str(_("To be translated into every language"))
            return str(_("Not to be translated into: %(languages)s")) % {
                "languages": ", ".join(codes)
            }

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data["reason"])
