"""When changes are noted: whatever Wagtail or Django does with content."""

from django.apps import apps
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from modelcluster.fields import ParentalKey
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
    TranslatableMixin,
    get_page_models,
)
from wagtail.signals import pre_page_move

from univercity.changes import recording
from univercity.changes.retention import forget_what_is_old
from univercity.changes.settling import settle_what_was_left
from univercity.changes.translations import KEPT_IN
from univercity.changes.webhooks.sending import deliver_what_is_due
from univercity.schedule import tick

#: What one act of an editor does, aliases, pages below and redirects included, is one change.
ACTIONS = (
    CopyPageAction,
    MovePageAction,
    PublishRevisionAction,
    UnpublishAction,
    UnpublishPageAction,
)


def watched_models() -> list[type[models.Model]]:
    """Return everything but pages of which visitors see something.

    Snippets are not registered yet when receivers are connected; what visitors see of them is
    translatable, and so are only they and parts of other objects.
    """
    snippets = [
        model
        for model in apps.get_models()
        if issubclass(model, TranslatableMixin)
        and not issubclass(model, Page)
        and not any(isinstance(field, ParentalKey) for field in model._meta.fields)
    ]
    return [get_image_model(), get_document_model(), Redirect, Site, Locale, *snippets]


def connect() -> None:
    """Connect the receivers; call once all apps are loaded."""
    for action in ACTIONS:
        action.execute = transaction.atomic(action.execute)
    for model in {Page, *get_page_models()}:
        pre_save.connect(recording.page_is_saved, sender=model)
        post_save.connect(recording.page_was_saved, sender=model)
    pre_page_move.connect(recording.page_moves)
    pre_delete.connect(recording.page_is_deleted, sender=Page)
    for signal in (pre_save, pre_delete):
        signal.connect(recording.restriction_changes, sender=PageViewRestriction)
        signal.connect(recording.collection_restriction_changes, sender=CollectionViewRestriction)
    for signal in (post_save, post_delete):
        signal.connect(recording.restriction_changed, sender=PageViewRestriction)
        signal.connect(recording.collection_restriction_changed, sender=CollectionViewRestriction)
    for model in watched_models():
        pre_save.connect(recording.thing_is_saved, sender=model)
        post_save.connect(recording.thing_was_saved, sender=model)
        pre_delete.connect(recording.thing_is_deleted, sender=model)
    for model in KEPT_IN:
        for signal in (post_save, pre_delete):
            signal.connect(recording.translation_changes, sender=model)
    tick.connect(settle_what_was_left)
    tick.connect(deliver_what_is_due)
    tick.connect(forget_what_is_old)
