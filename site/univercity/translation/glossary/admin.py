"""The glossary in the admin: list, search, forms."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Locale
from wagtail.permissions import register_permission_policy

from univercity.translation.glossary.views import (
    FILES,
    GlossaryCheckView,
    GlossaryExportView,
    GlossaryFilesView,
)
from univercity.translation.memory_rights import MemoryPolicy
from univercity.translation.models import Term
from univercity.translation.permissions import MANAGE_MEMORY

register_permission_policy(Term, MemoryPolicy(Term))


class TermPaginator(WagtailPaginator):
    verbose_name = _("term")
    verbose_name_plural = _("terms")


class TermIndexView(IndexView):
    paginator_class = TermPaginator

    @property
    def header_buttons(self) -> list[Any]:
        files = HeaderButton(_("As a file"), url=reverse(FILES), icon_name="download")
        return [*super().header_buttons, files]


class TermCreateView(CreateView):
    def get_initial_form_instance(self) -> Term:
        """Return a term from the language that content is written in into the first other one."""
        locales = list(Locale.objects.order_by("pk"))
        source = [each for each in locales if each.language_code == settings.LANGUAGE_CODE]
        others = [each for each in locales if each not in source]
        return Term(
            source_locale=source[0] if source else None,
            target_locale=others[0] if others else None,
        )


class TermMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MANAGE_MEMORY))


class TermViewSet(ModelViewSet):
    model = Term
    name = "glossary"
    icon = "openquote"
    menu_hook = "register_reports_menu_item"
    menu_order = 1420
    menu_item_class = TermMenuItem
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = TermIndexView
    add_view_class = TermCreateView
    list_display = [
        "source",
        "target",
        Column("forbidden_words", label=_("Not to be used"), accessor="forbidden_list"),
        "note",
    ]
    list_filter = ["source_locale", "target_locale"]
    list_per_page = 50

    def get_permissions_to_register(self) -> Any:
        """Offer none for groups: one permission stands for all (``permissions``)."""
        return super().get_permissions_to_register().none()


@hooks.register("register_admin_viewset")
def register_glossary() -> TermViewSet:
    return TermViewSet()


@hooks.register("register_admin_urls")
def register_glossary_files() -> list[Any]:
    address = "glossary-files/"
    check = GlossaryCheckView.as_view()
    return [
        path(address, GlossaryFilesView.as_view(), name=FILES),
        path(f"{address}glossary.csv", GlossaryExportView.as_view(), name=f"{FILES}_export"),
        path(f"{address}<int:pk>/", check, name=f"{FILES}_check"),
    ]
