"""The exchange of files in the admin: its addresses, the ways there, its entry in histories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail_localize.models import Translation

from univercity.translation.exchange.apply import IMPORTED
from univercity.translation.exchange.rights import may_change
from univercity.translation.exchange.views import FILES, FilesView, ImportView, may_exchange


@hooks.register("register_admin_urls")
def register_exchange() -> list[Any]:
    return [
        path("translation-files/", FilesView.as_view(), name=FILES),
        path("translation-files/<int:pk>/", ImportView.as_view(), name=f"{FILES}_import"),
    ]


class FilesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_exchange(request.user)


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    icon = "wagtail-localize-language"
    return FilesMenuItem(_("Translation files"), reverse(FILES), icon_name=icon, order=1400)


@hooks.register("register_page_header_buttons")
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


@hooks.register("register_log_actions")
def register_import(actions: Any) -> None:
    @actions.register_action(IMPORTED)
    class ImportFormatter(LogFormatter):
        label = _("Bring translations in")

        def format_message(self, log_entry: Any) -> str:
            number = log_entry.data["texts"]
            text = ngettext("%(number)d text from a file", "%(number)d texts from a file", number)
            return text % {"number": number}
