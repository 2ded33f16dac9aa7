"""The entries of the memory: who may read them, searching and forgetting them."""

from __future__ import annotations

from html import escape
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import StringTranslation

from univercity.content.public_pages import public
from univercity.translation.permissions import MANAGE_MEMORY, REVIEW, TRANSLATE
from univercity.translation.state.sources import snippet_models, translated_models
from univercity.translation_desk.hints.checks import plain

OF_NO_PAGE = Q(context=None)
BY_TOOL = ~Q(tool_name="") | Q(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
APPROVED = Q(review__text=F("data"))
#: As ``units.state_of`` has it, in the words of the database.
DONE = Q(has_error=False) & (~BY_TOOL | APPROVED)
UNREVIEWED = Q(has_error=False) & BY_TOOL & (Q(review=None) | ~APPROVED)
#: Action in the history of the site; its data hold both texts.
FORGOTTEN = "univercity.memory_forgotten"


def texts() -> QuerySet[StringTranslation]:
    """Return everything that was translated, without the addresses: they belong to their pages."""
    rows: QuerySet[StringTranslation] = StringTranslation.objects.exclude(context__path="slug")
    return rows


def may_search(user: Any) -> bool:
    return any(user.has_perm(each) for each in (MANAGE_MEMORY, TRANSLATE, REVIEW))


def entries_for(user: Any) -> QuerySet[StringTranslation]:
    """Return the entries that an account may read.

    Who keeps the memory reads all of it; others what belongs to no page, to a public page, or to
    one whose translation they may change.
    """
    rows = texts()
    if user.has_perm(MANAGE_MEMORY):
        return rows
    mine = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    here = {"translation_key": OuterRef("context__object_id"), "locale": OuterRef("locale")}
    shown = public(Page.objects.live())
    condition: Any = OF_NO_PAGE | Exists(mine.filter(**here)) | Exists(shown.filter(**here))
    kinds = [
        model
        for model in snippet_models()
        if policy_registry.get_by_type(model).user_has_permission(user, "change")
    ]
    for model in kinds:
        condition |= Exists(model._default_manager.filter(**here))
    return rows.filter(condition)


def search(rows: QuerySet[StringTranslation], text: str) -> QuerySet[StringTranslation]:
    """Return the entries with all words of ``text`` in the source text, or in the translation."""
    in_source, in_target = Q(), Q()
    for word in escape(text, quote=False).split():  # as it is stored
        in_source &= Q(translation_of__data__icontains=word)
        in_target &= Q(data__icontains=word)
    return rows.filter(in_source | in_target)


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
