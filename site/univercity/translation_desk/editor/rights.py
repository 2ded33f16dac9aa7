"""Who may open and change a translation in the editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail.models import (
    LockableMixin,
)
from wagtail_localize.models import Translation

from univercity.translation.permissions import REVIEW, TRANSLATE
from univercity.translation_desk.guards.demands import Refused, may_change, may_publish
from univercity.translation_desk.guards.subjects import target_of
from univercity.translation_desk.publishing_incomplete import (
    may_publish_incomplete,
)


@dataclass(frozen=True)
class Rights:
    """``refusal`` says why nothing may be changed; it is empty where texts may be."""

    refusal: Any = ""
    is_locked: bool = False
    review: bool = False
    publish: bool = False
    publish_incomplete: bool = False

    @property
    def translate(self) -> bool:
        return not self.refusal


def rights_of(user: Any, target: Any) -> Rights:
    """Return what ``user`` may do with a translated page or snippet that they may open."""
    lock = target.get_lock() if isinstance(target, LockableMixin) else None
    if lock and lock.for_user(user):
        return Rights(lock.get_message(user), is_locked=True)
    publish = {
        "publish": may_publish(user, target),
        "publish_incomplete": may_publish_incomplete(user, target),
    }
    if not user.has_perm(TRANSLATE):
        return Rights(_("You may read this translation, but not change it."), **publish)
    return Rights(review=user.has_perm(REVIEW), **publish)


def translation_for(
    request: HttpRequest, translation_id: int, *, to_change: bool
) -> tuple[Translation, Any]:
    """Return a translation and its page or snippet, for an address below that of the editor.

    Raises ``Refused`` where the account may not open it, or with ``to_change`` may not change it.
    """
    translation = get_object_or_404(in_editor(), pk=translation_id)
    target = target_of(translation)
    if not may_change(request.user, target):
        raise Refused(_("You may not edit this translation."))
    if to_change and (refusal := rights_of(request.user, target).refusal):
        raise Refused(refusal)
    return translation, target


def in_editor() -> Any:
    """Return the translations that the editor is for, with what it reads of them."""
    return Translation.objects.filter(enabled=True).select_related(
        "source__locale", "source__specific_content_type", "source__object", "target_locale"
    )


def translation_of(target: Any) -> Translation | None:
    """Return the translation that a page or snippet is made from, if it is not stopped."""
    if not hasattr(target, "translation_key"):
        return None
    translation: Translation | None = (
        in_editor()
        .filter(source__object_id=target.translation_key, target_locale=target.locale_id)
        .first()
    )
    return translation
