"""What Django, ninja, DRF and Wagtail raise, as problems of the API."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.exceptions import ValidationError as DjangoValidationError
from django.db import DataError, IntegrityError
from django.db.models import ProtectedError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.errors import ValidationError as NinjaValidationError
from pydantic import ValidationError as PydanticValidationError
from rest_framework.exceptions import APIException
from treebeard.exceptions import InvalidMoveToDescendant, InvalidPosition, PathOverflow
from wagtail.api.rich_text import RichTextFormatError
from wagtail.api.v2.utils import BadRequestError
from wagtail.utils.forms import FormValidationError

from univercity.content.representations.problems import Kind, Problem, kind_of_status
from univercity.translation.gate import NotPublishable

#: Titles of Wagtail's errors in what it was sent.
VALIDATED_BY_WAGTAIL = {
    *("Validation error", "APIFieldValidator", "OrderingValidator", "SiteFilterValidator"),
    "BodySchema",
}
#: Wagtail's word for a parameter that names nothing that is there.
MISSING = "does_not_exist"
#: Where ninja found a value that is no part of the body.
PARAMETERS = ("query", "path", "header")


def unauthenticated(detail: str = "Send a token: Authorization: Bearer <token>.") -> Problem:
    return Problem(Kind.AUTHENTICATION_REQUIRED, detail)


def from_validation(error: NinjaValidationError, request: HttpRequest) -> Problem:
    """Tell wrong parameters from a wrong body by where ninja found them."""
    faults = [entry for entry in error.errors if entry.get("loc", [""])[0] in PARAMETERS]
    if not faults:
        return Problem(Kind.INVALID_BODY, "See errors.", errors=error.errors)
    names = sorted({name for entry in faults if (name := parameter_of(entry, request))})
    detail = f"No valid value: {', '.join(names)}." if names else faults[0]["msg"]
    return Problem(Kind.INVALID_PARAMETER, detail, errors=error.errors, **the_one_of(names))


def the_one_of(names: list[str]) -> dict[str, str]:
    """Return the member of a problem that names the parameter, if it is just one."""
    return {"parameter": names[0]} if len(names) == 1 else {}


def parameter_of(entry: dict[str, Any], request: HttpRequest) -> str | None:
    """Return the parameter that is wrong, or missing; ``None`` where several do not fit together.

    ninja tells it among names of our own arguments, places in lists and branches of unions.
    """
    path = request.resolver_match.kwargs if request.resolver_match else {}
    parts = [part for part in entry["loc"][1:] if isinstance(part, str)]
    found = (part for part in parts if part in request.GET or part in path)
    return next(found, parts[-1] if parts and entry["type"] == "missing" else None)


def from_model(error: PydanticValidationError, request: HttpRequest) -> Problem | None:
    """Answer what Wagtail validates itself of a request; a wrong answer is a fault of ours."""
    if error.title not in VALIDATED_BY_WAGTAIL:
        return None
    entries = error.errors(include_input=False, include_url=False, include_context=False)
    errors = [{**entry, "loc": list(entry["loc"])} for entry in entries]
    named = {part for entry in entries for part in entry["loc"]}
    names = [name for name in request.GET if name in named]
    if request.method == "GET" and any(entry["type"] == MISSING for entry in entries):
        return Problem(Kind.NOT_FOUND, entries[0]["msg"], errors=errors, **the_one_of(names))
    return invalid(
        request, " ".join(entry["msg"] for entry in entries), errors, **the_one_of(names)
    )


def from_form(error: FormValidationError, request: HttpRequest) -> Problem:
    errors = [
        {"type": code, "loc": list(path), "msg": message}
        for path, messages in error.loc_errors
        for message, code in messages
    ]
    return invalid(request, "See errors.", errors)


def from_django(error: DjangoValidationError, request: HttpRequest) -> Problem:
    return invalid(request, " ".join(error.messages), [{"msg": text} for text in error.messages])


def invalid(
    request: HttpRequest, detail: str, errors: list[dict[str, Any]], **named: str
) -> Problem:
    is_read = request.method in ("GET", "HEAD")
    kind = Kind.INVALID_PARAMETER if is_read else Kind.INVALID_BODY
    return Problem(kind, detail, errors=errors, **named)


def from_denial(error: PermissionDenied, request: HttpRequest) -> Problem:
    """Ask for a token where there is none."""
    if not request.user.is_authenticated:
        return unauthenticated()
    return Problem(Kind.NOT_ALLOWED, str(error) or "The account has no right to do this.")


def from_status(error: HttpError, request: HttpRequest) -> Problem:
    if error.status_code == 401:
        return unauthenticated()
    if error.status_code == 400 and request.method == "GET":  # Wagtail's word for a wrong value
        return Problem(Kind.INVALID_PARAMETER, str(error))
    return Problem(kind_of_status(error.status_code), str(error))


def from_drf(error: APIException, request: HttpRequest) -> Problem:
    return Problem(kind_of_status(error.status_code), str(error.detail))


def saying(kind: Kind, detail: str) -> Callable[[Any, HttpRequest], Problem]:
    """Answer with a text of our own, because that of the exception is for us."""
    return lambda error, request: Problem(kind, detail)


def quoting(kind: Kind) -> Callable[[Any, HttpRequest], Problem]:
    return lambda error, request: Problem(kind, str(error) or kind.value.title)


def from_database(error: IntegrityError, request: HttpRequest) -> Problem:
    if request.method == "GET":  # SQLite's word for a number of rows that it cannot hold
        return OUT_OF_RANGE(error, request)
    return Problem(Kind.CONFLICT, "An object like this exists, or one it names does not.")


OUT_OF_RANGE = saying(Kind.INVALID_PARAMETER, "A value is beyond what can be stored.")
IMPOSSIBLE_MOVE = saying(Kind.CONFLICT, "The page cannot stand at that place in the tree.")

#: By class, the most special first in its method resolution order.
ANSWERS: dict[type[Exception], Callable[[Any, HttpRequest], Problem | None]] = {
    NinjaValidationError: from_validation,
    PydanticValidationError: from_model,
    FormValidationError: from_form,
    NotPublishable: lambda error, request: Problem(Kind.NOT_PUBLISHABLE, " ".join(error.messages)),
    DjangoValidationError: from_django,
    PermissionDenied: from_denial,
    Http404: quoting(Kind.NOT_FOUND),
    HttpError: from_status,
    APIException: from_drf,
    RichTextFormatError: quoting(Kind.INVALID_PARAMETER),
    BadRequestError: quoting(Kind.INVALID_PARAMETER),
    RequestDataTooBig: quoting(Kind.TOO_LARGE),
    OverflowError: OUT_OF_RANGE,
    DataError: OUT_OF_RANGE,
    ProtectedError: saying(Kind.CONFLICT, "Other objects need this one."),
    IntegrityError: from_database,
    InvalidMoveToDescendant: IMPOSSIBLE_MOVE,
    InvalidPosition: IMPOSSIBLE_MOVE,
    PathOverflow: IMPOSSIBLE_MOVE,
}


def problem_of(error: Exception, request: HttpRequest) -> Problem | None:
    """Return what the API answers to an exception; ``None`` for a fault of ours, to be raised."""
    if isinstance(error, Problem):
        return error
    for kind in type(error).__mro__:
        if kind in ANSWERS:
            with translation.override(None):  # in the code's own words, which are English
                return ANSWERS[kind](error, request)
    return None


def register_errors(api: NinjaAPI) -> None:
    """Replace all handlers of an instance of ninja, Wagtail's for instance."""

    def answer(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
        problem = problem_of(error, request) if isinstance(error, Exception) else None
        if problem is None:
            raise error
        return problem.response()

    kinds: Iterable[type[Exception]] = (Problem, Exception, *ANSWERS)
    for kind in kinds:
        api.add_exception_handler(kind, answer)
