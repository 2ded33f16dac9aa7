"""Make what one act of an editor does one transaction."""

from django.db import transaction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction

#: What one act of an editor does, aliases, pages below and redirects included, is one change.
ACTIONS = (
    CopyPageAction,
    MovePageAction,
    PublishRevisionAction,
    UnpublishAction,
    UnpublishPageAction,
)


def connect() -> None:
    """Wrap the actions; call once.

    Wagtail writes page by page: what fails half-way leaves a part of the pages changed, and
    receivers of the commit learn of one act several times. There is no hook for it. Tests:
    ``test_act_that_fails_half_way_changes_nothing``,
    ``test_act_of_wagtail_that_fails_half_way_leaves_some_pages_changed``.
    """
    for action in ACTIONS:
        action.execute = transaction.atomic(action.execute)
