"""Workflows of one task, as tests give them to pages."""

from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask


def make_workflow(name, *groups):
    """Return a workflow in which a member of ``groups`` approves, in a task of the same name."""
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.add(*groups)
    workflow = Workflow.objects.create(name=name)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow
