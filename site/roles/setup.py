"""Setting the roles up: safe to run at any time."""

from collections.abc import Iterator

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from network.models import PartnerIndexPage
from roles.grants import grant_role
from roles.models import Approval
from roles.partners import set_up_partner, source_partners
from roles.table import EDITORS, REVIEWERS, ROLES

WORKFLOW = "Partner → Redaktion"
TASK = "Freigabe durch die Redaktion"


@transaction.atomic
def set_up_roles() -> list[str]:
    """Make groups, collections and the workflow, and add the rights that are missing.

    Rights that somebody has added by hand stay. Only the group of a partner that is no member
    any more loses its rights. Returns what an administrator should know.
    """
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role.group)
        grant_role(role, group)
    notes = [set_up_partner(partner) for partner in source_partners()]
    _set_up_workflow()
    return [note for note in notes if note] + list(_rights_added_by_hand())


def _set_up_workflow() -> None:
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW)
    task = Approval.objects.filter(name=TASK).first()
    if not task:
        task = Approval.objects.create(name=TASK)
        task.groups.set(Group.objects.filter(name__in=[EDITORS, REVIEWERS]))
    WorkflowTask.objects.get_or_create(
        workflow=workflow, task_id=task.pk, defaults={"sort_order": 0}
    )
    for index in PartnerIndexPage.objects.all():
        WorkflowPage.objects.get_or_create(page_id=index.pk, defaults={"workflow_id": workflow.pk})


def _rights_added_by_hand() -> Iterator[str]:
    """Yield what a role's group may do on pages beyond its table."""
    for role in ROLES:
        named = set(role.pages.split()) | set(role.translations.split())
        group = Group.objects.get(name=role.group)
        for right in group.page_permissions.select_related("page", "permission"):
            action = right.permission.codename.removesuffix("_page")
            if action not in named:
                yield f"{role.group}: may also {action} “{right.page}”, added by hand, kept"
