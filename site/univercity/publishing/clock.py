"""Run what is due by the clock (``manage.py tick``, every minute), and say whether it runs.

Planned publications come first, then the receivers of the signal ``tick``.
"""

import datetime
from collections.abc import Iterator

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from univercity.publishing.models import Job
from univercity.publishing.planned_publications import publish_and_expire
from univercity.publishing.signals import tick

JOB = "tick"
#: A run that takes longer was killed: nothing in it waits for that long.
LONGEST_RUN = datetime.timedelta(minutes=15)
#: Cron runs the clock every minute; after so long something is wrong.
SILENT = datetime.timedelta(minutes=5)


def run_once(now: datetime.datetime | None = None) -> list[str] | None:
    """Do everything that is due; return what failed, or ``None`` while another run is at work."""
    token = Job.objects.start(JOB, LONGEST_RUN)
    if token is None:
        return None
    try:
        return list(do_everything(now or timezone.now()))
    finally:
        Job.objects.finish(JOB, token)


def do_everything(now: datetime.datetime) -> Iterator[str]:
    """Do each piece of work whatever became of the others, and yield what failed."""
    yield from publish_and_expire(now)
    for receiver, answer in tick.send_robust(sender=None, now=now):
        if isinstance(answer, Exception):
            yield f"{receiver.__module__}.{receiver.__qualname__}: {answer!r}"


def last_run() -> datetime.datetime | None:
    """Return when the clock last finished a run, or ``None`` if it never did."""
    return Job.objects.filter(name=JOB).values_list("finished_at", flat=True).first()


class SchedulePanel(Component):
    """On the dashboard: when planned pages were last published, and a warning if they are not."""

    name = "schedule"
    order = 350
    template_name = "publishing/schedule_panel.html"

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


def add_schedule_panel(request, panels):
    if page_permission_policy.user_has_permission(request.user, "publish"):
        panels.append(SchedulePanel())
