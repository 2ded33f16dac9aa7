"""Who keeps the translation memory and the glossary: one permission for both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.permission_policies import BasePermissionPolicy

from univercity.translation.permissions import MANAGE_MEMORY


class MemoryPolicy(BasePermissionPolicy):
    """One permission for everything; Wagtail's views ask for several."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(user.has_perm(MANAGE_MEMORY))

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet:
        users: QuerySet = get_user_model().objects.with_perm(
            MANAGE_MEMORY, backend="django.contrib.auth.backends.ModelBackend"
        )
        return users


class ForKeepers:
    """A view for them only."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm(MANAGE_MEMORY):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
