"""Panels of the dashboard: the first items of each list, and the user's workflows."""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import Page, TaskState, WorkflowState

from univercity.editorial.dashboard import worklists
from univercity.editorial.dashboard.worklists import Worklist, moment
from univercity.translation.permissions import REQUEST, TRANSLATE

SHOWN = 10
#: Panels of Wagtail that say what ``WaitingPanel`` says.
REPLACED = (UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)


@dataclass(frozen=True)
class Section:
    """One list in a panel: its first rows, and the way to the others."""

    label: Any
    count: int
    rows: list[dict[str, str]]
    nothing: Any
    note_label: Any
    url: str


def worklist_section(worklist: Worklist, user: Any) -> Section:
    items = worklist.select(user)
    rows = [
        {
            "title": worklist.title(item),
            "url": reverse(worklist.edit_url, args=[item.pk]),
            "note": worklist.note(item),
        }
        for item in items[:SHOWN]
    ]
    return Section(
        worklist.label, items.count(), rows, worklist.nothing, worklist.note_label, worklist.url
    )


class DashboardPanel(Component):
    """Some sections under one heading."""

    template_name = "editorial/dashboard/panel.html"

    def __init__(self, name, heading, order, *lists):
        self.name, self.heading, self.order, self.lists = name, heading, order, lists

    def get_sections(self, request):
        return [worklist_section(worklist, request.user) for worklist in self.lists]

    def get_context_data(self, parent_context):
        return {"panel": self, "sections": self.get_sections(parent_context["request"])}


class WaitingPanel(DashboardPanel):
    """Tasks of workflows: those that wait for the user, and what the user has submitted."""

    def get_sections(self, request):
        return [tasks_section(request.user), submissions_section(request.user)]


def tasks_section(user):
    tasks = TaskState.objects.reviewable_by(user).order_by("started_at")
    shown = tasks.select_related("revision__user", "revision__base_content_type")
    rows = [
        {
            "title": task.revision.object_str,
            "url": edit_address(task.revision, user),
            "note": submitted(task),
        }
        for task in shown[:SHOWN]
    ]
    return Section(
        gettext_lazy("To be checked by me"),
        tasks.count(),
        rows,
        gettext_lazy("Nothing waits for you."),
        gettext_lazy("Submitted"),
        f"{reverse('wagtailadmin_reports:workflow_tasks')}?reviewable=true",
    )


def submissions_section(user):
    states = WorkflowState.objects.active().filter(requested_by=user).order_by("-created_at")
    shown = states.select_related(
        "current_task_state__task", "current_task_state__revision", "base_content_type"
    )
    rows = [
        {
            "title": state.current_task_state.revision.object_str,
            "url": edit_address(state, user),
            "note": progress(state),
        }
        for state in shown[:SHOWN]
    ]
    return Section(
        gettext_lazy("Submitted by me"),
        states.count(),
        rows,
        gettext_lazy("You have submitted nothing that is still open."),
        gettext_lazy("State"),
        f"{reverse('wagtailadmin_reports:workflow')}?requested_by={user.pk}",
    )


def edit_address(reference, user):
    """Return where the object of a revision or workflow is edited."""
    if reference.base_content_type == ContentType.objects.get_for_model(Page):
        return reverse("wagtailadmin_pages:edit", args=[reference.object_id])
    return AdminURLFinder(user).get_edit_url(reference.content_object) or ""


def submitted(task):
    author = task.revision.user
    if author is None:
        return moment(task.started_at)
    name = author.get_full_name() or author.get_username()
    return _("%(time)s by %(name)s") % {"time": moment(task.started_at), "name": name}


def progress(state):
    """Say where a submission is, or that it came back."""
    values = {"task": state.current_task_state.task.name}
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _("changes requested at “%(task)s”") % values
    return _("waiting at “%(task)s”") % values


def all_panels(user):
    """Return our panels; their orders put them before those of Wagtail that stay."""
    untranslated = worklists.UNTRANSLATED
    return [
        WaitingPanel("waiting", gettext_lazy("Waiting for me"), 100),
        DashboardPanel("drafts", worklists.DRAFTS.label, 110, worklists.DRAFTS),
        DashboardPanel("planned", worklists.PLANNED.label, 120, worklists.PLANNED),
        *(
            [DashboardPanel("untranslated", untranslated.label, 130, untranslated)]
            if user.has_perm(REQUEST) or not user.has_perm(TRANSLATE)
            else []  # who only translates has a list of their own
        ),
        DashboardPanel("review", worklists.DUE.label, 140, worklists.DUE),
        DashboardPanel(
            "alt-texts",
            gettext_lazy("Missing alt texts"),
            150,
            worklists.IMAGES,
            worklists.PAGES_WITHOUT_ALT_TEXT,
        ),
    ]


def put_panels_on_the_dashboard(request, panels):
    panels[:] = [
        *(panel for panel in panels if not isinstance(panel, REPLACED)),
        *all_panels(request.user),
    ]
