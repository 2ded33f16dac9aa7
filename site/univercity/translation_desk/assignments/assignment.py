"""What an assignment says (how urgent it is, until when), and who can be given one."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from univercity.translation.permissions import TRANSLATE


class Priority(models.TextChoices):
    NORMAL = "normal", pgettext_lazy("of a job", "Normal")
    URGENT = "urgent", pgettext_lazy("of a job", "Urgent")


Place = tuple[uuid.UUID, int]  #: translation key and target locale
#: Fields of a job by name, only those that are to be set.
Wishes = dict[str, Any]


def as_json(wishes: Wishes) -> dict[str, Any]:
    """Return wishes as tasks keep them: ``assignee`` by its id, ``due`` as in ISO 8601."""
    stored = dict(wishes)
    if stored.get("assignee"):
        stored["assignee"] = stored["assignee"].pk
    if stored.get("due"):
        stored["due"] = stored["due"].isoformat()
    return stored


def from_json(stored: dict[str, Any]) -> Wishes:
    """Return what ``as_json`` made, with the id of the account as ``assignee_id``."""
    wishes = dict(stored)
    if "assignee" in wishes:
        wishes["assignee_id"] = wishes.pop("assignee")
    if wishes.get("due"):
        wishes["due"] = datetime.date.fromisoformat(wishes["due"])
    return wishes


def translators() -> QuerySet[Any]:
    """Return the active accounts that may translate anything at all."""
    found: QuerySet[Any] = get_user_model().objects.with_perm(
        TRANSLATE, backend="django.contrib.auth.backends.ModelBackend"
    )
    return found.order_by("first_name", "last_name", "username")


def may_translate(user: Any, source: Any, locale: Locale) -> bool:
    """Return whether an account may translate a page or snippet into a language.

    Where there is no translation yet, the rights at its future place count.
    """
    if not user.is_active or not user.has_perm(TRANSLATE):
        return False
    policy = policy_registry.get_by_type(type(source))
    if not isinstance(source, Page):
        return bool(policy.user_has_permission(user, "change"))
    keys = source.get_ancestors(inclusive=True).filter(depth__gt=1).values("translation_key")
    nearest = Page.objects.filter(translation_key__in=keys, locale=locale).order_by("-depth")
    place = nearest.first()
    if place is None:
        return bool(user.is_superuser)
    return bool(policy.user_has_permission_for_instance(user, "change", place))


def name_of(user: Any) -> str:
    """Return what people call an account."""
    return user.get_full_name() or user.get_username() if user else ""
