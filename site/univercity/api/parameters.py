"""Parameters of an address: an endpoint answers only those that it knows, with values it can read.

API v3 is told by a decorator of all its operations, v2 by its view sets.
"""

import inspect
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import wraps
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from ninja.operation import Operation
from wagtail.api import APIField
from wagtail.api.v3.routers.pages import BASE_PAGE_READ_FIELDS
from wagtail.contrib.redirects.api.v3.router import BASE_REDIRECT_READ_FIELDS
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import resolve_model_string
from wagtail.documents import get_document_model
from wagtail.documents.api.v3.router import BASE_DOCUMENT_READ_FIELDS
from wagtail.images import get_image_model
from wagtail.images.api.v3.router import BASE_IMAGE_READ_FIELDS
from wagtail.models import Page

from univercity.content.representations.problems import Kind, Problem

#: Characters of a value; the longest that makes sense is the path of a page.
MOST_CHARACTERS = 2000
#: Ids that Wagtail takes as text, too, for accounts with such ids.
NUMBERS = {"user_id"}
#: What Wagtail's operations read from the address without declaring it.
UNDECLARED = {
    "pages_find": {"rich_text_format"},
    "pages_detail": {"site"},
    "pages_revisions_list": {"site"},
    "pages_revisions_detail": {"site"},
}


def page_type_of(request: HttpRequest, arguments: dict[str, Any]) -> type[Model]:
    """Return the type of page that a list is filtered to, if it is just one."""
    types = request.GET.getlist("type")
    return model_called(types[0]) if len(types) == 1 else Page


def snippet_type_of(request: HttpRequest, arguments: dict[str, Any]) -> type[Model]:
    return model_called(arguments["type"])


def model_called(name: str) -> type[Model]:
    try:
        return resolve_model_string(name)
    except (LookupError, ValueError):
        return Page  # the operation itself refuses the name


#: Lists of Wagtail that can be filtered by every column that ``api_fields`` shows: the model, and
#: further fields.
FILTERED: dict[str, tuple[Callable[..., type[Model]], Iterable[str]]] = {
    "pages_list": (page_type_of, BASE_PAGE_READ_FIELDS),
    "images_list": (lambda *_: get_image_model(), BASE_IMAGE_READ_FIELDS),
    "documents_list": (lambda *_: get_document_model(), BASE_DOCUMENT_READ_FIELDS),
    "redirects_list": (lambda *_: Redirect, BASE_REDIRECT_READ_FIELDS),
    "snippets_list": (snippet_type_of, ["id"]),
}


#: Where Wagtail looks for a field of that name to compare, there is none.
ONLY_TO_ORDER_BY = {"pk"}


def checking_parameters(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate the ``run`` of an operation of ninja, which then answers wrong parameters 422."""
    operation: Operation = inspect.unwrap(run).__self__

    @wraps(run)
    def run_checked(request: HttpRequest, *args: Any, **arguments: Any) -> HttpResponse:
        try:
            known, several = parameters_of(operation, request, arguments)
            check_parameters(request.GET, known, several)
            check_numbers(request.GET)
        except Problem as problem:
            return problem.response()
        return run(request, *args, **arguments)

    return run_checked


def parameters_of(
    operation: Operation, request: HttpRequest, arguments: dict[str, Any]
) -> tuple[set[str], set[str]]:
    """Return the parameters that an operation reads, and those that may be repeated."""
    known = set(UNDECLARED.get(operation.operation_id or "", ()))
    several: set[str] = set()
    for model in operation.models:
        if model.__ninja_param_source__ == "query":
            known |= set(getattr(model, "__ninja_flatten_map__", model.model_fields))
            several |= set(getattr(model, "__ninja_collection_fields__", ()))
    if operation.operation_id in FILTERED:
        find_model, further = FILTERED[operation.operation_id]
        known |= columns_of(find_model(request, arguments), further) - ONLY_TO_ORDER_BY
    return known, several


def columns_of(model: type[Model], further: Iterable[str]) -> set[str]:
    """Return what Wagtail filters and orders a list of ``model`` by."""
    columns = APIField.get_fields_for_model(model, db_fields_only=True)
    return {*further, *(column.name for column in columns)}


def check_parameters(query: QueryDict, known: set[str], several: Iterable[str] = ()) -> None:
    """Raise a ``Problem`` that names what is wrong with the parameters of an address."""
    unknown = [name for name in query if name not in known]
    if unknown:
        raise unknown_parameter(unknown[0], known)
    for name, values in query.lists():
        if len(values) > 1 and name not in several:
            raise invalid(name, f"{name} is given {len(values)} times; it takes one value.")
        for value in values:
            if "\x00" in value:
                raise invalid(name, f"{name} contains a null character.")
            if len(value) > MOST_CHARACTERS:
                raise invalid(name, f"{name} is longer than {MOST_CHARACTERS} characters.")


def check_numbers(query: QueryDict) -> None:
    """Raise a ``Problem`` for text in place of a number."""
    for name in NUMBERS.intersection(query):
        if not str(query[name]).isdecimal():
            raise invalid(name, f"{name} is no number.")


def invalid(name: str, detail: str) -> Problem:
    return Problem(Kind.INVALID_PARAMETER, detail, parameter=name)


def unknown_parameter(name: str, known: set[str]) -> Problem:
    near = get_close_matches(name, known, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    offered = f"It takes {', '.join(sorted(known))}." if known else "It takes none."
    return Problem(
        Kind.UNKNOWN_PARAMETER,
        f"The endpoint knows no parameter {name[:100]!r}.{hint} {offered}",
        parameter=name[:100],
        known=sorted(known),
        **({"near": near[0]} if near else {}),
    )


# Moments, as parameters name them.

#: RFC 3339, section 5.6; the offset is required, because a local time may occur twice. A "+" that
#: was not written as %2B arrives as a space.
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\.[0-9]+)?(Z|[+ -][0-9]{2}:[0-9]{2})")


def read_moment(
    parameter: str, text: str, form: str = "a date and time of RFC 3339 with offset"
) -> datetime:
    """Return the moment that a parameter names, in UTC.

    Raises :class:`Problem` (422) for anything else, which says that it must have the ``form``.
    """
    moment = text.upper()
    if len(moment) > len("2026-11-27") and moment[10] == " ":
        moment = moment.replace(" ", "T", 1)
    try:
        if not MOMENT.fullmatch(moment):
            raise ValueError(moment)
        return datetime.fromisoformat(moment.replace(" ", "+")).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        detail = (
            f"{parameter} must be {form}, such as 2026-11-27T18:00:00+01:00; in an address, "
            "write + as %2B."
        )
        raise Problem(Kind.INVALID_PARAMETER, detail, parameter=parameter) from error
