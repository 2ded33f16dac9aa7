"""What the admin says about the clock."""

import datetime

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogFormatter
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from univercity.schedule.refusal import REFUSED
from univercity.schedule.run import last_run

#: Cron runs the clock every minute; after so long something is wrong.
SILENT = datetime.timedelta(minutes=5)


class SchedulePanel(Component):
    """On the dashboard: when planned pages were last published, and a warning if they are not."""

    name = "schedule"
    order = 350
    template_name = "univercity/schedule_panel.html"

    def get_context_data(self, parent_context):
        last = last_run()
        silent = last is None or timezone.now() - last > SILENT
        return {"last_run": last, "late": silent and something_is_planned()}


def something_is_planned():
    """Return whether any page waits to be published or taken offline."""
    return (
        Revision.objects.filter(approved_go_live_at__isnull=False).exists()
        or Page.objects.live().filter(expire_at__isnull=False).exists()
    )


@hooks.register("construct_homepage_panels")
def add_schedule_panel(request, panels):
    if page_permission_policy.user_has_permission(request.user, "publish"):
        panels.append(SchedulePanel())


@hooks.register("register_log_actions")
def register_refusal(actions):
    @actions.register_action(REFUSED)
    class RefusalFormatter(LogFormatter):
        label = _("Planned publication refused")
        message = _("Not published as planned")

        def format_comment(self, log_entry):
            return log_entry.data["reason"].get(get_language()[:2], "")
