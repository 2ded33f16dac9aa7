"""Puts the report into the admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from univercity.translation.objects import translated_snippets
from univercity.translation.overview.subjects import visible_kinds
from univercity.translation.overview.views import OVERVIEW, OverviewView, url_name


def addresses() -> Iterator[URLPattern]:
    for kind in (Page, *translated_snippets()):
        name = url_name(kind)
        options = {
            "kind": kind,
            "index_url_name": name,
            "index_results_url_name": f"{name}_results",
        }
        route = "reports/translations/" + ("" if kind is Page else f"{kind._meta.model_name}/")
        yield path(route, OverviewView.as_view(**options), name=name)
        results = OverviewView.as_view(**options, results_only=True)
        yield path(f"{route}results/", results, name=f"{name}_results")


@hooks.register("register_admin_urls")
def register_overview() -> list[URLPattern]:
    return list(addresses())


class OverviewMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return Page in visible_kinds(request.user)


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    icon = "wagtail-localize-language"
    label: Any = _("State of translations")
    return OverviewMenuItem(label, reverse(OVERVIEW), icon_name=icon, order=1390)
