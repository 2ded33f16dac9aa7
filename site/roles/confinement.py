"""Keeping partner editors to their own pages and files, in every view of the admin.

A view that roles/reach.py does not name is closed to them.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.auth import permission_denied
from wagtail.users.models import UserProfile

from roles.reach import is_within_reach
from roles.scope import is_confined, may_read_draft
from univercity.content.pages import base


class ConfinementMiddleware:
    """Refuses what a partner editor asks for beyond the own institution, as Wagtail refuses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = base.may_read_draft.set(lambda page: may_read_draft(request.user, page))
        try:
            return self.get_response(request)
        finally:
            base.may_read_draft.reset(token)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return None  # to whom Wagtail opens nothing
        if not is_confined(request.user) or is_within_reach(request, kwargs):
            return None
        with override(UserProfile.get_for_user(request.user).get_preferred_language()):
            return permission_denied(request)
