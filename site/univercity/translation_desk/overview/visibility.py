"""The pages and snippets that the report lists, and those of them that an account sees."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from univercity.translation.objects import translated_snippets
from univercity.translation.permissions import REQUEST, REVIEW, TRANSLATE

#: Who sees a kind of snippet.
SEEING = {"change", "publish"}


def target_locales() -> list[Locale]:
    """Return the languages that content is translated into."""
    return list(Locale.objects.exclude(language_code=settings.LANGUAGE_CODE).order_by("pk"))


def changeable_pages(user: Any) -> QuerySet[Page]:
    """Return the pages that ``user`` may change, in any language."""
    policy = policy_registry.get_by_type(Page)
    pages: QuerySet[Page] = policy.instances_user_has_permission_for(user, "change")
    return pages.filter(depth__gt=1)


def sources(user: Any, kind: type[Model]) -> QuerySet[Any]:
    """Return what is translated of a kind: pages that ``user`` may change in some language."""
    found = kind._default_manager.filter(locale__language_code=settings.LANGUAGE_CODE)
    if kind is not Page:
        return found if may_see(user, kind) else found.none()
    found = found.filter(alias_of=None, depth__gt=1)
    if user.is_superuser:
        return found
    mine = changeable_pages(user)
    return found.filter(
        Q(pk__in=mine.values("pk")) | Q(translation_key__in=mine.values("translation_key"))
    )


def may_see(user: Any, kind: type[Model]) -> bool:
    policy = policy_registry.get_by_type(kind)
    actions = {"add", "change", "publish"} if kind is Page else SEEING
    return bool(policy.user_has_any_permission(user, actions))


def visible_kinds(user: Any) -> list[type[Model]]:
    """Return ``Page`` and the kinds of snippets, those that ``user`` may see."""
    return [kind for kind in (Page, *translated_snippets()) if may_see(user, kind)]


def sees_assignees(user: Any) -> bool:
    """Return whether an account learns who translates: only those who work on it themselves."""
    return any(user.has_perm(permission) for permission in (REQUEST, TRANSLATE, REVIEW))
