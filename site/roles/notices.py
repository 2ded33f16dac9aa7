"""E-mails about approvals and changes, each in the language of its recipient."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.admin.mail import EmailNotificationMixin
from wagtail.models import WorkflowState
from wagtail.signals import task_submitted, workflow_cancelled

from calendar_pages.quick_change import event_changed
from roles.models import ApprovalState
from roles.table import EDITORS
from univercity.publishing.signals import tick
from univercity.translation_desk.editor.review import comment_on


class Notice(EmailNotificationMixin):
    """A kind of e-mail: templates/roles/mail/<name>.txt and <name>_subject.txt."""

    def __init__(self, name: str):
        self.templates = {
            "subject": f"roles/mail/{name}_subject.txt",
            "text": f"roles/mail/{name}.txt",
        }

    def send(self, recipients: QuerySet[Any], **context: Any) -> None:
        """Write to the active accounts among ``recipients``; a failure is logged."""
        reachable = recipients.filter(is_active=True).exclude(email="").distinct()
        if reachable:
            self.send_emails(self.templates, context, reachable)


def members_of(groups: Any, without: Any = None) -> QuerySet[Any]:
    """Return the members of groups, except the one who knows already."""
    members = get_user_model().objects.filter(groups__in=groups)
    return members.exclude(pk=without.pk) if without else members


def announce_submission(instance: ApprovalState, user: Any, **kwargs: Any) -> None:
    """Tell those who have to decide."""
    recipients = members_of(instance.task.specific.groups.all(), without=user)
    comment = comment_on(instance.revision)
    Notice("submitted").send(recipients, **_context(instance), by=user, comment=comment)


def announce_cancellation(instance: WorkflowState, user: Any, **kwargs: Any) -> None:
    """Tell those who had to decide, and who submitted it if somebody else has cancelled."""
    state = ApprovalState.objects.filter(workflow_state=instance).order_by("-pk").first()
    if not state:
        return  # of another workflow
    recipients = members_of(state.task.specific.groups.all(), without=user)
    if instance.requested_by and instance.requested_by != user:
        recipients |= get_user_model().objects.filter(pk=instance.requested_by_id)
    Notice("cancelled").send(recipients, **_context(state), by=user)


def remind(now: Any = None, **kwargs: Any) -> None:
    """Remind of the approvals whose deadline is over, of each once."""
    late = ApprovalState.objects.filter(
        status=ApprovalState.STATUS_IN_PROGRESS,
        due_at__lte=now or timezone.now(),
        reminded_at=None,
    )
    for state in late.select_related("workflow_state", "task"):
        # Whoever marks it first writes: two runs at the same time do not write twice.
        marked = late.filter(pk=state.pk).update(reminded_at=timezone.now())
        if marked:
            recipients = members_of(state.task.specific.groups.all())
            by = state.workflow_state.requested_by
            Notice("reminder").send(recipients, **_context(state), by=by)


def announce_change(page: Any, user: Any, **kwargs: Any) -> None:
    """Tell the editors that dates or status of a public event have changed."""
    recipients = members_of(Group.objects.filter(name=EDITORS), without=user)
    Notice("event_changed").send(recipients, page=page, by=user)


def _context(state: ApprovalState) -> dict[str, Any]:
    page = state.workflow_state.content_object
    return {"page": page, "state": state, "task": state.task}


def connect() -> None:
    """Follow what happens; call once."""
    task_submitted.connect(announce_submission, sender=ApprovalState)
    workflow_cancelled.connect(announce_cancellation, sender=WorkflowState)
    tick.connect(remind, dispatch_uid="roles.remind")
    event_changed.connect(announce_change)
