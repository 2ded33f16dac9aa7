"""The memory in the admin: its addresses and the way there."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from univercity.translation.memory.entries import may_search
from univercity.translation.memory.forgetting import FORGOTTEN
from univercity.translation.memory.report import FILES, MEMORY, MemoryView
from univercity.translation.memory.views import (
    MemoryCheckView,
    MemoryExportView,
    MemoryFilesView,
    forget_chosen_view,
    forget_view,
)


@hooks.register("register_admin_urls")
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


@hooks.register("register_reports_menu_item")
def register_memory_menu_item() -> MenuItem:
    icon = "wagtail-localize-language"
    return MemoryMenuItem(_("Translation memory"), reverse(MEMORY), icon_name=icon, order=1410)


@hooks.register("register_log_actions")
def register_forgetting(actions: Any) -> None:
    @actions.register_action(FORGOTTEN)
    class ForgottenFormatter(LogFormatter):
        label = _("Forget an entry of the translation memory")

        def format_message(self, log_entry: Any) -> str:
            text = _("Forgotten in the translation memory: “%(source)s”, “%(target)s”")
            return str(text) % log_entry.data
