"""Whose texts somebody may take out and bring in."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import LockableMixin, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation


def may_translate(user: Any, translation: Translation) -> bool:
    """Return whether ``user`` may change the translated page or snippet, and nobody has locked it.

    ``None`` stands for the command line, which may do everything.
    """
    if user is None:
        return True
    try:
        return may_change(user, translation.get_target_instance())
    except ObjectDoesNotExist:
        return False


def may_change(user: Any, target: Any) -> bool:
    """Return whether ``user`` may change a page or snippet that nobody else has locked."""
    lock = target.get_lock() if isinstance(target, LockableMixin) else None
    if lock and lock.for_user(user):
        return False
    if isinstance(target, Page):
        return bool(target.permissions_for_user(user).can_edit())
    policy = policy_registry.get_by_type(type(target))
    return bool(policy.user_has_permission(user, "change"))


def page_translations(user: Any) -> QuerySet[Translation]:
    """Return the translations of the pages that ``user`` may change, locked or not."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    target = editable.filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("target_locale")
    )
    rows: QuerySet[Translation] = Translation.objects.filter(Exists(target), enabled=True)
    return rows.select_related("source__locale", "target_locale")
