"""Puts panels, reports and the confirmation of pages into the admin."""

from functools import partial

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.home import (
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from univercity.dashboard import worklists
from univercity.dashboard.panels import all_panels
from univercity.dashboard.reports import menu_item, url_patterns
from univercity.dashboard.reviews import REVIEWED, ReviewView, review_button

#: Panels of Wagtail that say what ``WaitingPanel`` says.
REPLACED = (UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)


@hooks.register("construct_homepage_panels")
def put_panels_on_the_dashboard(request, panels):
    panels[:] = [
        *(panel for panel in panels if not isinstance(panel, REPLACED)),
        *all_panels(request.user),
    ]


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path("pages/<int:page_id>/review/", ReviewView.as_view(), name="univercity_review"),
        *url_patterns(),
    ]


for order, worklist in enumerate(worklists.REPORTED, start=2000):
    hooks.register("register_reports_menu_item", partial(menu_item, worklist, order))


@hooks.register("register_log_actions")
def register_the_confirmation(actions):
    actions.register_action(REVIEWED, _("Review"), _("Reviewed"))


@hooks.register("register_page_header_buttons")
def offer_the_confirmation(page, user, next_url=None, view_name=None):
    if page.live and page.permissions_for_user(user).can_edit():
        yield review_button(page, next_url or "")
