"""Problems as the API tells them: RFC 9457, each kind with a ``type`` that never changes.

Raise a ``Problem`` anywhere below ``/api/v3/`` or in a view set of v2;
``api/errors.py`` answers it, and turns what Django, ninja and DRF raise into one.
"""

from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

MEDIA_TYPE = "application/problem+json"
#: What a client that is refused needs to know (RFC 6750, section 3).
CHALLENGE = 'Bearer realm="api"'


@dataclass(frozen=True)
class ProblemType:
    """One line of the list in docs/api.md."""

    name: str  #: last part of its address, as in "/api/problems/not-found/"
    status: int  #: in v3; v2 answers 400 for 422
    title: str  #: in English, for developers; never varies

    @property
    def uri(self) -> str:
        return f"/api/problems/{self.name}/"


class Kind(Enum):
    """All problems that the API answers."""

    MALFORMED = ProblemType("malformed", 400, "The request cannot be read")
    AUTHENTICATION_REQUIRED = ProblemType(
        "authentication-required", 401, "The endpoint asks for a token"
    )
    INVALID_TOKEN = ProblemType(
        "invalid-token", 401, "The token is unknown, revoked, expired or of an inactive account"
    )
    PREVIEW_TOKEN_INVALID = ProblemType(
        "preview-token-invalid", 401, "The preview token is none of this site"
    )
    PREVIEW_TOKEN_EXPIRED = ProblemType(
        "preview-token-expired", 401, "The preview token is expired"
    )
    PREVIEW_TOKEN_REVOKED = ProblemType(
        "preview-token-revoked", 401, "The preview token is revoked"
    )
    PREVIEW_TOKEN_FOREIGN = ProblemType(
        "preview-token-foreign", 401, "The preview token is for something else"
    )
    NOT_ALLOWED = ProblemType(
        "not-allowed", 403, "The account of the token has no right to do this"
    )
    OUTSIDE_SCOPE = ProblemType("outside-scope", 403, "The token is not made for this")
    WRITING_IS_OFF = ProblemType("writing-is-off", 405, "This site is not written to by API")
    NOT_FOUND = ProblemType("not-found", 404, "Nothing public is here")
    METHOD_NOT_ALLOWED = ProblemType(
        "method-not-allowed", 405, "The address does not take this method"
    )
    CONFLICT = ProblemType("conflict", 409, "The state of the object does not permit this")
    LOCKED = ProblemType("locked", 409, "The page is locked or waits for approval")
    NOT_PUBLISHABLE = ProblemType(
        "not-publishable", 409, "The page is not ready to be published in its language"
    )
    PRECONDITION_FAILED = ProblemType(
        "precondition-failed", 412, "The condition of the request does not hold"
    )
    TOO_LARGE = ProblemType("too-large", 413, "The request is too large")
    UNSUPPORTED_MEDIA_TYPE = ProblemType(
        "unsupported-media-type", 415, "The body has another media type than the endpoint reads"
    )
    CHANGES_FORGOTTEN = ProblemType(
        "changes-forgotten", 410, "The changes since then are no longer known"
    )
    INVALID_PARAMETER = ProblemType("invalid-parameter", 422, "A parameter has no valid value")
    UNKNOWN_PARAMETER = ProblemType(
        "unknown-parameter", 422, "The endpoint knows no such parameter"
    )
    HISTORY_DOES_NOT_REACH = ProblemType(
        "history-does-not-reach", 404, "What the page was at that time is not kept"
    )
    INVALID_BODY = ProblemType("invalid-body", 422, "The body of the request is not valid")
    TOO_MANY_REQUESTS = ProblemType(
        "too-many-requests", 429, "Too many requests; go on after Retry-After"
    )
    INTERNAL_ERROR = ProblemType("internal-error", 500, "The server failed; it is not your fault")


#: What a bare status means; other ones count as "malformed" (4xx) or "internal-error" (5xx).
KINDS_BY_STATUS = {
    401: Kind.AUTHENTICATION_REQUIRED,
    403: Kind.NOT_ALLOWED,
    404: Kind.NOT_FOUND,
    405: Kind.METHOD_NOT_ALLOWED,
    409: Kind.CONFLICT,
    412: Kind.PRECONDITION_FAILED,
    413: Kind.TOO_LARGE,
    415: Kind.UNSUPPORTED_MEDIA_TYPE,
    422: Kind.INVALID_PARAMETER,
    429: Kind.TOO_MANY_REQUESTS,
}


def kind_of_status(status: int) -> Kind:
    """Return the kind of a failure of which only the HTTP status is known."""
    other = Kind.MALFORMED if status < 500 else Kind.INTERNAL_ERROR
    return KINDS_BY_STATUS.get(status, other)


class Problem(Exception):
    """An answer that is not what was asked for, with everything the client needs to act on it.

    ``detail`` says in English what is wrong here and what to do; ``extensions`` are further
    members of the answer, such as ``nearest`` of a page that is missing. ``headers`` are headers
    of the answer.
    """

    def __init__(self, kind: Kind, detail: str, **extensions: Any):
        super().__init__(detail)
        self.type = kind.value
        self.detail = detail
        self.extensions = extensions
        self.headers: dict[str, str] = {}

    def response(self, status: int | None = None) -> HttpResponse:
        """Return the answer; ``status`` where it differs from that of the kind."""
        status = status or self.type.status
        if status == HTTPStatus.UNAUTHORIZED:  # which never comes without (RFC 9110, 15.5.2)
            self.headers.setdefault("WWW-Authenticate", CHALLENGE)
        content = {
            "type": self.type.uri,
            "title": self.type.title,
            "status": status,
            "detail": self.detail,
            **self.extensions,
        }
        return JsonResponse(
            content,
            status=status,
            content_type=MEDIA_TYPE,
            headers=self.headers,
            json_dumps_params={"default": str},  # validation errors quote whatever was sent
        )


@require_safe
def describe_problem(request: HttpRequest, name: str) -> HttpResponse:
    """Answer the address that is the ``type`` of a problem: what it means."""
    found = next((kind.value for kind in Kind if kind.value.name == name), None)
    if found is None:
        raise Http404(f"No kind of problem is called {name}.")
    return JsonResponse({"type": found.uri, "status": found.status, "title": found.title})


def api_not_found(request: HttpRequest) -> HttpResponse:
    """Answer an address below /api/ that no endpoint has."""
    document = reverse("wagtailapi_v3:openapi-view")
    problem = Problem(Kind.NOT_FOUND, f"No endpoint at {request.path}. See {document}.")
    return problem.response()
