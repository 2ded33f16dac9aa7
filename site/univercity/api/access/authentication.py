"""Whose request it is: RFC 6750 bearer tokens, and nothing else.

The middleware looks the token up once; API v3 (ninja) and v2 (DRF) are told through their own
mechanisms. Cookies are dropped before, so a session never gives more than no token.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from rest_framework.authentication import BaseAuthentication
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.models import APIToken

from univercity.api.models import TokenScope, scope_of
from univercity.content.representations.problems import CHALLENGE, Kind, Problem


@dataclass(frozen=True)
class Access:
    """What a request may do, by its token."""

    token: APIToken | None = None
    scope: TokenScope | None = None

    @property
    def user(self) -> Any:
        return self.token.user if self.token else AnonymousUser()

    @property
    def reads_drafts(self) -> bool:
        return self.scope is not None and self.scope.reads_drafts

    @property
    def reader(self) -> Any:
        """Who reads: an account opens nothing that its token was not made for."""
        return self.user if self.reads_drafts else AnonymousUser()


ANONYMOUS = Access()


def access_of(request: HttpRequest) -> Access:
    """Return what the middleware found out; nothing for requests that did not pass it."""
    return getattr(request, "access", ANONYMOUS)


def authenticate(request: HttpRequest) -> Access:
    """Return what the ``Authorization`` header allows: one query, none without a token.

    Raises ``Problem`` for a token that is not valid. Other schemes are not ours: a proxy may
    ask for a password of its own.
    """
    scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return ANONYMOUS
    token = find_token(secret.strip())
    if token is None:
        raise refused("Nobody has this token, or it was revoked.")
    scope = scope_of(token)
    if scope.is_expired():
        raise refused("The token has expired; ask for a new one.")
    if not token.user.is_active:
        raise refused("The account of the token is not active.")
    BearerTokenAuth()._touch_last_used(token)
    return Access(token, scope)


def find_token(secret: str) -> APIToken | None:
    """Return the token with this secret, with account and scope; no query for what is none."""
    if not APIToken.validate_token_format(secret):
        return None
    hashes = APIToken.candidate_key_hashes(secret)
    tokens = APIToken.objects.select_related("user", "scope")
    return tokens.filter(key_hash__in=hashes, revoked_at=None).first()


def refused(detail: str) -> Problem:
    problem = Problem(Kind.INVALID_TOKEN, detail)
    problem.headers["WWW-Authenticate"] = f'{CHALLENGE}, error="invalid_token"'
    return problem


class TokenAuthentication(BaseAuthentication):
    """Tells DRF whose request it is."""

    def authenticate(self, request: Any) -> tuple[Any, APIToken] | None:
        access = access_of(request._request)
        return (access.reader, access.token) if access.token else None

    def authenticate_header(self, request: Any) -> str:
        return CHALLENGE
