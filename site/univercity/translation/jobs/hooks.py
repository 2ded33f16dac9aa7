"""Puts the list of one's translations into the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from univercity.translation.jobs.views import (
    MY_TRANSLATIONS,
    MyTranslationsPanel,
    MyTranslationsView,
    may_work,
)


@hooks.register("register_admin_urls")
def register_my_translations() -> list[Any]:
    return [path("my-translations/", MyTranslationsView.as_view(), name=MY_TRANSLATIONS)]


@hooks.register("construct_homepage_panels")
def show_my_translations(request: HttpRequest, panels: list[Any]) -> None:
    if may_work(request.user):
        panels.append(MyTranslationsPanel())


class MyTranslationsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_work(request.user)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    icon = "wagtail-localize-language"
    return MyTranslationsMenuItem(
        _("My translations"), reverse(MY_TRANSLATIONS), icon_name=icon, order=150
    )
