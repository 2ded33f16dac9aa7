"""Who keeps which partner's page, and the approval of what they write."""

import datetime

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Collection, TaskState


class PartnerEditors(models.Model):
    """The group that keeps a partner's page, and the collection of its files."""

    partner = models.OneToOneField(
        "network.PartnerPage", on_delete=models.CASCADE, related_name="editors"
    )
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="+")
    collection = models.OneToOneField(Collection, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("partner editors")
        verbose_name_plural = _("partner editors")

    def __str__(self):
        return self.group.name


class ReasonForm(forms.Form):
    """Asks for the reason of a rejection, without which nobody knows what to change."""

    comment = forms.CharField(
        label=_("What has to change?"),
        help_text=_("For example: Bitte ergänzen Sie den Treffpunkt."),
        error_messages={"required": _("Say what has to change.")},
        widget=forms.Textarea({"rows": 3}),
    )


class Approval(AbstractGroupApprovalTask):
    """A step of a workflow with a deadline, in which nobody decides on their own change."""

    deadline_days = models.PositiveSmallIntegerField(
        _("deadline in days"),
        default=5,
        help_text=_("After which the group is reminded, for example: 5"),
    )

    corrections_allowed = models.BooleanField(
        _("reviewers may correct"),
        default=False,
        help_text=_(
            "Who corrects a text on the way may approve it all the same, as proofreaders do; "
            "who submitted it may not."
        ),
    )

    admin_form_fields = [
        *AbstractGroupApprovalTask.admin_form_fields,
        "deadline_days",
        "corrections_allowed",
    ]

    class Meta:
        verbose_name = _("approval with a deadline")
        verbose_name_plural = _("approvals with a deadline")

    @classmethod
    def get_description(cls):
        return _("Members of the chosen groups approve in time, but never their own changes")

    def get_actions(self, obj, user):
        state = obj.current_workflow_task_state
        if state and state.specific.is_by(user):
            return []
        return super().get_actions(obj, user)

    def get_form_for_action(self, action):
        return ReasonForm if action == "reject" else super().get_form_for_action(action)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        own = models.Q(task__approval__corrections_allowed=False, revision__user=user)
        return states.exclude(workflow_state__requested_by=user).exclude(own)


class ApprovalState(TaskState):
    """One approval that is asked for, with its deadline."""

    due_at = models.DateTimeField(_("due"))
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)

    # A copy is made when a workflow starts anew: its deadline runs from then on.
    exclude_fields_in_copy = ["due_at", "reminded_at"]

    class Meta:
        verbose_name = _("state of an approval")
        verbose_name_plural = _("states of approvals")

    def save(self, *args, **kwargs):
        if not self.due_at:
            days = self.task.specific.deadline_days
            self.due_at = timezone.now() + datetime.timedelta(days=days)
        super().save(*args, **kwargs)

    @property
    def is_overdue(self):
        return self.status == self.STATUS_IN_PROGRESS and self.due_at < timezone.now()

    @property
    def state_label(self):
        return _("Overdue") if self.is_overdue else self.get_status_display()

    @property
    def waits_for(self):
        """The names of the groups that have to decide; empty once somebody has."""
        if self.status != self.STATUS_IN_PROGRESS:
            return ""
        return ", ".join(group.name for group in self.task.approval.groups.all())

    @property
    def page_title(self):
        return self.workflow_state.content_object.get_admin_display_title()

    def is_by(self, user):
        """Whether ``user`` submitted the change or wrote the version to be approved."""
        if self.task.specific.corrections_allowed:
            return user.pk == self.workflow_state.requested_by_id
        latest = self.workflow_state.content_object.get_latest_revision()  # which is published
        authors = (self.workflow_state.requested_by_id, self.revision.user_id, latest.user_id)
        return user.pk in authors

    def approve(self, user=None, update=True, comment=""):
        if user and self.is_by(user):
            raise PermissionDenied(_("Nobody approves their own change."))
        return super().approve(user, update, comment)

    def reject(self, user=None, update=True, comment=""):
        if user and self.is_by(user):
            raise PermissionDenied(_("Nobody decides on their own change; cancel it instead."))
        if not comment.strip():
            raise PermissionDenied(_("Say what has to change."))
        return super().reject(user, update, comment)


Approval.task_state_class = ApprovalState
