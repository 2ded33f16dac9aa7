"""Note what a transaction touches, as it was before, whatever Wagtail or Django does with it.

``pre_save`` comes before the transaction of a single save, ``post_save`` within or after it. So the
former only reads, and the latter writes what it read.
"""

import json
import uuid
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from modelcluster.fields import ParentalKey
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
    TranslatableMixin,
    get_page_models,
)
from wagtail.signals import pre_page_move

from univercity.publishing.changes.settling import settle
from univercity.publishing.changes.states import (
    BOOKKEEPING,
    FILE_FACTS,
    PageState,
    ThingState,
    read_page,
    read_pages,
    read_thing,
    references_to,
    thing_state,
)
from univercity.publishing.changes.versions import KEPT_IN, TRANSLATION, translated_object
from univercity.publishing.models import PendingChange

PAGE = Page._meta.label
#: Where ``pre_save`` leaves what it read for ``post_save``, on the object that is saved.
BEFORE = "_state_before_change"

State = PageState | ThingState | None


def connect() -> None:
    """Connect the receivers; call once all apps are loaded."""
    for model in {Page, *get_page_models()}:
        pre_save.connect(page_is_saved, sender=model)
        post_save.connect(page_was_saved, sender=model)
    pre_page_move.connect(page_moves)
    pre_delete.connect(page_is_deleted, sender=Page)
    for signal in (pre_save, pre_delete):
        signal.connect(restriction_changes, sender=PageViewRestriction)
        signal.connect(collection_restriction_changes, sender=CollectionViewRestriction)
    for signal in (post_save, post_delete):
        signal.connect(restriction_changed, sender=PageViewRestriction)
        signal.connect(collection_restriction_changed, sender=CollectionViewRestriction)
    for model in watched_models():
        pre_save.connect(thing_is_saved, sender=model)
        post_save.connect(thing_was_saved, sender=model)
        pre_delete.connect(thing_is_deleted, sender=model)
    for model in KEPT_IN:
        for signal in (post_save, pre_delete):
            signal.connect(translation_changes, sender=model)


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


class Settlement:
    """Settles a transaction once it is committed."""

    def __init__(self) -> None:
        self.batch = uuid.uuid4()
        self.is_due = False

    def __call__(self) -> None:
        if self.is_due:
            self.is_due = False
            settle(self.batch)


def batch_of_transaction() -> uuid.UUID:
    """Return what names the current transaction, and have it settled once it is committed."""
    planned = (function for _savepoints, function, *_rest in connection.run_on_commit)
    settlement = next((each for each in planned if isinstance(each, Settlement)), Settlement())
    settlement.is_due = True
    # Each time, as a savepoint that is rolled back takes its plans along. Robust, as what was
    # committed is not undone, and the clock settles what is left.
    transaction.on_commit(settlement, robust=True)
    return settlement.batch


def record(model: str, states: dict[Any, State]) -> None:
    """Note what objects of a model were before; what is noted in a transaction first counts."""
    with transaction.atomic(savepoint=False):  # nothing to go back to: the row is written or left
        batch = batch_of_transaction()
        rows = [
            PendingChange(
                batch=batch, model=model, object_id=str(pk), before=state and as_json(state)
            )
            for pk, state in states.items()
        ]
        PendingChange.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def as_json(state: PageState | ThingState) -> Any:
    """Return a state as it comes back from the database."""
    return json.loads(json.dumps(asdict(state), cls=DjangoJSONEncoder))


def says_nothing(update_fields: Iterable[str] | None) -> bool:
    """Return whether a save writes only what visitors never see."""
    return bool(update_fields) and set(update_fields or ()) <= (BOOKKEEPING | FILE_FACTS) - {"live"}


def page_is_saved(
    instance: Page, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Read the page as it is, and all below it where its address changes."""
    if raw or says_nothing(update_fields):
        return
    states: dict[int, State] = {}
    before = read_page(instance) if instance.pk else None
    if before:
        moves = before.url_path != instance.url_path
        states = {**(subtree(before.path) if moves else {}), instance.pk: before}
    setattr(instance, BEFORE, states)


def page_was_saved(instance: Page, created: bool, **kwargs: Any) -> None:
    states = instance.__dict__.pop(BEFORE, None)
    if states is None:
        return
    states.setdefault(instance.pk, None)
    before = states[instance.pk]
    moved = not isinstance(before, PageState) or before.url_path != instance.url_path
    if moved or instance.live or any(state and state.url for state in states.values()):
        record(PAGE, states)


def subtree(path: str) -> dict[int, State]:
    """Return where a page and those below it stand."""
    pages = Page.objects.filter(path__startswith=path, live=True)
    return {**read_pages(pages.values("pk"))}


def page_moves(instance: Page, **kwargs: Any) -> None:
    """Note where the page and all below it stand before they are moved."""
    record(PAGE, {**read_pages([instance.pk]), **subtree(Page.objects.get(pk=instance.pk).path)})


def page_is_deleted(instance: Page, **kwargs: Any) -> None:
    """Note the page with what refers to it, which Wagtail forgets together with it."""
    states = read_pages([instance.pk], with_data=True)
    for state in states.values():
        state.references = references_to(Page, instance.pk)
    record(PAGE, {**states})


def restriction_changes(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Note what is public before a part of the tree becomes private, or public again."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page:
        setattr(instance, BEFORE, subtree(page.path))


def restriction_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    states = instance.__dict__.pop(BEFORE, None)
    if states:
        record(PAGE, states)


def collection_restriction_changes(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """Note which documents are public before a collection becomes private, or public again."""
    collection = Collection.objects.filter(pk=instance.collection_id).first()
    if collection:
        collections = collection.get_descendants(inclusive=True)
        documents = get_document_model().objects.filter(collection__in=collections)
        states = {document.pk: thing_state(document) for document in documents}
        setattr(instance, BEFORE, states)


def collection_restriction_changed(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    states = instance.__dict__.pop(BEFORE, None)
    if states:
        record(get_document_model()._meta.label, states)


def thing_is_saved(
    sender: type[models.Model],
    instance: models.Model,
    raw: bool = False,
    update_fields: Any = None,
    **kwargs: Any,
) -> None:
    if not raw and not says_nothing(update_fields):
        setattr(instance, BEFORE, read_thing(sender, instance.pk) if instance.pk else None)


def thing_was_saved(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    if BEFORE in instance.__dict__:
        record(sender._meta.label, {instance.pk: instance.__dict__.pop(BEFORE)})


def thing_is_deleted(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Note the object with what refers to it, which Wagtail forgets together with it."""
    state = read_thing(sender, instance.pk)
    if state:
        state.references = references_to(sender, instance.pk)
        record(sender._meta.label, {instance.pk: state})


def translation_changes(instance: models.Model, raw: bool = False, **kwargs: Any) -> None:
    """Note what is translated when what wagtail-localize knows of it is saved or deleted."""
    key = None if raw else translated_object(instance)
    if key:
        record(TRANSLATION, {key: None})
