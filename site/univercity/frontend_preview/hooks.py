"""Previews in the admin: the list, the frontends, and the button that shares one."""

from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permissions import page_permission_policy

from univercity.frontend_preview.models import Frontend
from univercity.frontend_preview.placing import may_preview
from univercity.frontend_preview.reports import PreviewsView
from univercity.frontend_preview.views import SharePreviewView, revoke


class FrontendViewSet(ModelViewSet):
    """The applications that previews can be sent to; for administrators."""

    model = Frontend
    icon = "desktop"
    form_fields = ["site", "name", "address"]
    list_display = ["name", "site", "address"]
    add_to_settings_menu = True
    inspect_view_enabled = False


@hooks.register("register_admin_viewset")
def register_frontends() -> FrontendViewSet:
    return FrontendViewSet("univercity_frontends")


@hooks.register("register_admin_urls")
def register_previews() -> list[Any]:
    return [
        path("reports/previews/", PreviewsView.as_view(), name="univercity_previews"),
        path(
            "reports/previews/results/",
            PreviewsView.as_view(results_only=True),
            name="univercity_previews_results",
        ),
        path("reports/previews/<int:token_id>/revoke/", revoke, name="univercity_revoke_preview"),
        path(
            "pages/<int:page_id>/share-preview/",
            SharePreviewView.as_view(),
            name="univercity_share_preview",
        ),
    ]


class PreviewsMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return page_permission_policy.user_has_any_permission(
            request.user, ["add", "change", "publish"]
        )


@hooks.register("register_reports_menu_item")
def register_previews_menu_item() -> MenuItem:
    address = reverse("univercity_previews")
    return PreviewsMenuItem(_("Previews"), address, icon_name="view", order=1300)


@hooks.register("register_page_header_buttons")
def offer_sharing(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Any:
    if page.pk and page.depth > 1 and may_preview(page, user):
        yield Button(
            pgettext_lazy("button", "Share a preview"),
            reverse("univercity_share_preview", args=[page.pk]),
            icon_name="view",
            priority=55,
        )
