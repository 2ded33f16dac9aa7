"""Forgetting entries of the memory that no page or snippet needs."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.log_actions import log
from wagtail_localize.models import StringTranslation

from univercity.translation.hints.checks import plain
from univercity.translation.memory.entries import OF_NO_PAGE
from univercity.translation.state.sources import translated_models

#: Action in the history of the site; its data hold both texts.
FORGOTTEN = "univercity.memory_forgotten"


def of_something_deleted() -> Q:
    """Select the entries whose page or snippet is gone in every language."""
    here = {"translation_key": OuterRef("context__object_id")}
    there = [Exists(model._default_manager.filter(**here)) for model in translated_models()]
    condition = ~OF_NO_PAGE
    for each in there:
        condition &= ~Q(each)
    return condition


def forgettable() -> Q:
    """Select the entries that nothing is made from any more."""
    return OF_NO_PAGE | of_something_deleted()


@transaction.atomic
def forget(rows: QuerySet[StringTranslation], user: Any) -> int:
    """Delete entries, noting each in the history of the site; return how many there were."""
    chosen = rows.select_related("translation_of")
    for row in chosen:
        data = {"source": plain(row.translation_of.data), "target": plain(row.data)}
        log(instance=row, action=FORGOTTEN, user=user, data=data, deleted=True)
    StringTranslation.objects.filter(pk__in=[row.pk for row in chosen]).delete()
    return len(chosen)
