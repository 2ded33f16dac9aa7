"""Problems as the API tells them: RFC 9457, each kind with a ``type`` that never changes.

Raise a ``Problem`` anywhere below ``/api/v3/``; ``config/api.py`` answers it.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.http import HttpResponse, JsonResponse

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True)
class ProblemType:
    """One line of the list in docs/api.md."""

    name: str  #: last part of its address, as in "/api/problems/not-found/"
    status: int
    title: str  #: in English, for developers; never varies

    @property
    def uri(self) -> str:
        return f"/api/problems/{self.name}/"


class Kind(Enum):
    """All problems that the API answers."""

    NOT_FOUND = ProblemType("not-found", 404, "Nothing public is here")
    CHANGES_FORGOTTEN = ProblemType(
        "changes-forgotten", 410, "The changes since then are no longer known"
    )
    INVALID_PARAMETER = ProblemType("invalid-parameter", 422, "A parameter has no valid value")
    UNKNOWN_PARAMETER = ProblemType(
        "unknown-parameter", 422, "The endpoint knows no such parameter"
    )


class Problem(Exception):
    """An answer that is not what was asked for, with everything the client needs to act on it.

    ``detail`` says in English what is wrong here and what to do; ``extensions`` are further
    members of the answer, such as ``nearest`` of a page that is missing.
    """

    def __init__(self, kind: Kind, detail: str, **extensions: Any):
        super().__init__(detail)
        self.type = kind.value
        self.detail = detail
        self.extensions = extensions

    def response(self) -> HttpResponse:
        content = {
            "type": self.type.uri,
            "title": self.type.title,
            "status": self.type.status,
            "detail": self.detail,
            **self.extensions,
        }
        return JsonResponse(content, status=self.type.status, content_type=MEDIA_TYPE)
