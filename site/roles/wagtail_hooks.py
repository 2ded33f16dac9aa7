"""What the roles add to Wagtail's admin."""

from django.urls import path, resolve, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from roles.approvals import SEEING, ApprovalsView
from roles.reach import is_open
from roles.references import refuse_foreign_references
from roles.scope import is_confined, linkable_pages

hooks.register("check_page_form", refuse_foreign_references)


@hooks.register("construct_page_chooser_queryset")
def offer_pages_within_reach(pages, request):
    """Offer partner editors public pages and their own, no drafts of others."""
    return pages.filter(linkable_pages(request.user)) if is_confined(request.user) else pages


@hooks.register("construct_reports_menu")
def offer_reports_within_reach(request, items):
    """Keep reports out of the menu that are closed to partner editors."""
    if is_confined(request.user):
        items[:] = [item for item in items if is_open(resolve(item.url).view_name)]


class ApprovalsMenuItem(MenuItem):
    def is_shown(self, request):
        policy = policy_registry.get_by_type(Page)
        return policy.user_has_any_permission(request.user, SEEING)


@hooks.register("register_reports_menu_item")
def register_approvals():
    return ApprovalsMenuItem(
        _("Approvals"),
        reverse("roles_approvals"),
        name=ApprovalsView.menu_name,
        icon_name=ApprovalsView.header_icon,
        order=100,
    )


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path("reports/approvals/", ApprovalsView.as_view(), name="roles_approvals"),
        path(
            "reports/approvals/results/",
            ApprovalsView.as_view(results_only=True),
            name="roles_approvals_results",
        ),
    ]
