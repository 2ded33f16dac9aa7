"""Setting the roles up: safe to run at any time."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from network.models import PartnerIndexPage
from roles.grants import grant_role, home_pages
from roles.models import Approval
from roles.partners import set_up_partner, source_partners
from roles.table import EDITORS, PROOFREADERS, REVIEWERS, ROLES, TRANSLATION_LEADS

WORKFLOW = "Partner → Redaktion"
TASK = "Freigabe durch die Redaktion"
TRANSLATION_WORKFLOW = "Übersetzung → Lektorat"
TRANSLATION_TASK = "Prüfung durch das Lektorat"


@transaction.atomic
def set_up_roles() -> list[str]:
    """Make groups, collections and the workflows, and add the rights that are missing.

    Rights that somebody has added by hand stay. Only the group of a partner that is no member
    any more loses its rights. Returns what an administrator should know.
    """
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role.group)
        grant_role(role, group)
    notes = [set_up_partner(partner) for partner in source_partners()]
    _set_up_workflows()
    return [note for note in notes if note] + list(_rights_added_by_hand())


def _set_up_workflows() -> None:
    """Let partners' pages go through the editors, and translations through the proofreaders."""
    partners = _make_workflow(WORKFLOW, TASK, [EDITORS, REVIEWERS])
    translations = _make_workflow(
        TRANSLATION_WORKFLOW,
        TRANSLATION_TASK,
        [PROOFREADERS, TRANSLATION_LEADS],
        corrections_allowed=True,
    )
    source = Q(locale__language_code=settings.LANGUAGE_CODE)
    homes = home_pages().exclude(source)
    _assign(homes, translations)
    WorkflowPage.objects.filter(workflow=partners).exclude(
        page__locale__language_code=settings.LANGUAGE_CODE
    ).delete()
    _assign(PartnerIndexPage.objects.filter(source), partners)


def _make_workflow(name: str, task_name: str, groups: list[str], **fields: Any) -> Workflow:
    workflow, _created = Workflow.objects.get_or_create(name=name)
    task = Approval.objects.filter(name=task_name).first()
    if not task:
        task = Approval.objects.create(name=task_name, **fields)
        task.groups.set(Group.objects.filter(name__in=groups))
    WorkflowTask.objects.get_or_create(
        workflow=workflow, task_id=task.pk, defaults={"sort_order": 0}
    )
    return workflow


def _assign(pages: QuerySet[Any], workflow: Workflow) -> None:
    """Give pages a workflow, which holds for all below them, where they have none of their own."""
    for page in pages:
        WorkflowPage.objects.get_or_create(page_id=page.pk, defaults={"workflow_id": workflow.pk})


def _rights_added_by_hand() -> Iterator[str]:
    """Yield what a role's group may do on pages beyond its table."""
    for role in ROLES:
        group = Group.objects.get(name=role.group)
        for right in group.page_permissions.select_related("page__locale", "permission"):
            action = right.permission.codename.removesuffix("_page")
            in_source = right.page.locale.language_code == settings.LANGUAGE_CODE
            if action not in (role.pages if in_source else role.translations).split():
                yield f"{role.group}: may also {action} “{right.page}”, added by hand, kept"
