"""Reports of links in the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from univercity.link_check.reports import BrokenLinksView, DeadLinksView
from univercity.link_check.views import check_now


class LinkReportMenuItem(MenuItem):
    """A report for everyone who edits pages."""

    def is_shown(self, request):
        return page_permission_policy.user_has_any_permission(
            request.user, ["add", "change", "publish"]
        )


@hooks.register("register_admin_urls")
def register_link_reports():
    dead, broken = DeadLinksView, BrokenLinksView
    return [
        path("reports/dead-links/", dead.as_view(), name="univercity_dead_links"),
        path(
            "reports/dead-links/results/",
            dead.as_view(results_only=True),
            name="univercity_dead_links_results",
        ),
        path("reports/broken-links/", broken.as_view(), name="univercity_broken_links"),
        path(
            "reports/broken-links/results/",
            broken.as_view(results_only=True),
            name="univercity_broken_links_results",
        ),
        path("reports/broken-links/<int:link_id>/check/", check_now, name="univercity_check_link"),
    ]


@hooks.register("register_reports_menu_item")
def register_dead_links_menu_item():
    address = reverse("univercity_dead_links")
    return LinkReportMenuItem(_("Links to nowhere"), address, icon_name="link", order=1200)


@hooks.register("register_reports_menu_item")
def register_broken_links_menu_item():
    address = reverse("univercity_broken_links")
    return LinkReportMenuItem(_("Broken links"), address, icon_name="link-external", order=1210)
