"""Tokens of accounts without the admin only read."""

from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.api.v3.auth import BearerTokenAuth

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def connect() -> None:
    """Set the rule up; call once.

    API v3 asks for the right to change a page of everybody who reads its draft, and knows no
    tokens that only read.
    """
    authenticate = BearerTokenAuth.authenticate

    @wraps(authenticate)
    def authenticate_for_method(self: BearerTokenAuth, request: HttpRequest, token: str) -> Any:
        found = authenticate(self, request, token)
        writes = request.method not in SAFE_METHODS
        if found and writes and not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        return found

    BearerTokenAuth.authenticate = authenticate_for_method
