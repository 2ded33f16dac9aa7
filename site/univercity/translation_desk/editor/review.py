"""The review of a translation, in the workflow that Wagtail has for its page."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log
from wagtail.log_actions import registry as log_registry
from wagtail.models import (
    Page,
    Revision,
    TaskState,
    Workflow,
    WorkflowMixin,
    WorkflowState,
)
from wagtail_localize.models import Translation

from univercity.translation.drafts import is_behind, make_draft
from univercity.translation.gate import NotPublishable, describe, gaps_in
from univercity.translation.units import UnitState
from univercity.translation_desk.editor.saving import approve_all
from univercity.translation_desk.publishing_incomplete import (
    PUBLISHED_INCOMPLETE,
)

#: Action in the history of a translation; its data hold the comment of the translator.
HANDED_IN = "univercity.translation_handed_in"
#: What of a history tells of the review.
TOLD = (
    HANDED_IN,
    "wagtail.workflow.reject",
    "wagtail.workflow.approve",
    "wagtail.workflow.cancel",
    "wagtail.publish",
    PUBLISHED_INCOMPLETE,
)
#: How many steps of the review are shown, the latest ones.
STEPS = 12
LONGEST_COMMENT = 2000


@dataclass
class Standing:
    """Where a page or snippet stands in its review, for somebody."""

    target: Any
    user: Any
    actions: set[str] = field(default_factory=set)  #: such as "approve", that the user may take

    def __post_init__(self) -> None:
        if self.is_waiting:
            offered = self.task.get_actions(self.target, self.user)
            self.actions = {name for name, _label, _has_form in offered}

    @property
    def has_reviews(self) -> bool:
        return isinstance(self.target, WorkflowMixin)

    @cached_property
    def workflow(self) -> Any:
        if isinstance(self.target, Page):
            return workflow_of(self.target)
        return self.target.get_workflow() if self.has_reviews else None

    @cached_property
    def state(self) -> WorkflowState | None:
        """The review that is not ended: waiting, or sent back."""
        state: WorkflowState | None = (
            self.target.current_workflow_state if self.has_reviews else None
        )
        return state

    @cached_property
    def task(self) -> Any:
        task_state = self.state and self.state.current_task_state
        return task_state.task.specific if task_state else None

    @property
    def is_waiting(self) -> bool:
        return bool(self.state and self.state.status == WorkflowState.STATUS_IN_PROGRESS)

    @property
    def was_sent_back(self) -> bool:
        return bool(self.state and self.state.status == WorkflowState.STATUS_NEEDS_CHANGES)

    @property
    def may_decide(self) -> bool:
        return {"approve", "reject"} <= self.actions

    @property
    def may_withdraw(self) -> bool:
        return bool(self.state and self.is_waiting and self.state.user_can_cancel(self.user))

    @cached_property
    def steps(self) -> list[Any]:
        """The latest entries of the history that tell of the review, the latest first."""
        entries = log_registry.get_logs_for_instance(self.target).filter(action__in=TOLD)
        ordered = entries.select_related("user").order_by("-timestamp", "-pk")
        return list(ordered[:STEPS])


def workflow_of(page: Page) -> Workflow | None:
    """Return the workflow of a page, or of the nearest one above it, in one query."""
    if not getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True):
        return None
    above = page.get_ancestors(inclusive=True)
    workflows = Workflow.objects.active().filter(workflow_pages__page__in=above)
    workflow: Workflow | None = workflows.order_by("-workflow_pages__page__depth").first()
    return workflow


def read_reviews(target: Any) -> None:
    """Read once what a page or snippet waits for, which Wagtail asks for again and again."""
    if isinstance(target, WorkflowMixin):
        states = target.workflow_states.active()
        target._current_workflow_states = list(
            states.select_related("current_task_state__task", "workflow", "requested_by")
        )


def hand_in(translation: Translation, target: Any, user: Any, comment: str) -> None:
    """Make a draft of the texts and ask for its review.

    Raises ``NotPublishable`` where texts are missing or wrong.
    """
    refuse_gaps(translation, target, UnitState.OPEN, UnitState.ERROR)
    translation.save_target(user=user, publish=False)
    target = translation.get_target_instance()
    state = target.current_workflow_state
    with transaction.atomic():
        revision = target.get_latest_revision()
        log(
            instance=target,
            action=HANDED_IN,
            user=user,
            revision=revision,
            data={"comment": comment},
        )
        if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            state.requested_by = user
            state.resume(user)
        elif not state:
            target.get_workflow().start(target, user)


def comment_on(revision: Revision) -> str:
    """Return what the translator said who handed a version in; empty for others."""
    entries = log_registry.get_logs_for_instance(revision.content_object)
    entry = entries.filter(action=HANDED_IN, revision=revision.pk).order_by("-pk").first()
    return str(entry.data["comment"]) if entry else ""


def withdraw(target: Any, user: Any) -> None:
    """End a review that somebody asked for. Raises ``PermissionDenied``."""
    standing = Standing(target, user)
    if not standing.may_withdraw or standing.state is None:
        raise PermissionDenied(_("This review is over, or not yours to end."))
    standing.state.cancel(user=user)


def send_back(target: Any, user: Any, comment: str) -> None:
    """Return a translation to its translator. Raises ``PermissionDenied``."""
    decide(target, user, "reject", comment)


def approve_page(translation: Translation, target: Any, user: Any, comment: str) -> None:
    """Approve all texts and the page, which publishes it after the last step of the workflow.

    Raises ``NotPublishable``, or ``PermissionDenied`` with the reason.
    """
    refuse_gaps(translation, target, UnitState.OPEN, UnitState.ERROR)
    if is_behind(translation, target.get_latest_revision()):
        translation.save_target(user=user, publish=False)
        target = translation.get_target_instance()
    with transaction.atomic():
        approve_all(translation, user)
        decide(target, user, "approve", comment)


def decide(target: Any, user: Any, action: str, comment: str) -> None:
    standing = Standing(target, user)
    if action not in standing.actions or standing.state is None:
        raise PermissionDenied(_("This review is over, or not yours to decide."))
    task_state: TaskState = standing.state.current_task_state.specific
    standing.task.on_action(task_state, user, action, comment=comment)


def publish(translation: Translation, user: Any) -> None:
    """Make a draft of the texts and publish it. Raises ``ValidationError``."""
    make_draft(translation, user).publish(user=user)


def refuse_gaps(translation: Translation, target: Any, *states: UnitState) -> None:
    gaps = [unit for unit in gaps_in(translation) if unit.state in states]
    if gaps:
        raise NotPublishable(target, describe(gaps), translation)


def register_handing_in(actions: Any) -> None:
    @actions.register_action(HANDED_IN)
    class HandedInFormatter(LogFormatter):
        label = gettext_lazy("Hand in a translation")
        message = gettext_lazy("Translation handed in for review")

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data.get("comment", ""))
