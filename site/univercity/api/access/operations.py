"""What an operation of API v3 asks of the token, before it runs.

Public operations ask for none. Those about the own account take any token. All others show what
is not public, or write, so they ask for a token that was made for it.
"""

import inspect
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja.operation import Operation
from wagtail.api.v3.auth import AllowAnonymous
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.snippets.api.v3.router import enabled_models as exposed_snippets

from univercity.api.access.authentication import Access, access_of
from univercity.api.access.readable import may_read_drafts, readable_pages
from univercity.api.access.writes import check_write
from univercity.api.errors import unauthenticated
from univercity.api.openapi.failures import failure
from univercity.content.representations.problems import Kind, Problem
from univercity.http_cache.dependencies import depends_on, depends_on_lists
from univercity.publishing.changes.keys import ALL_PAGES, SEARCH_INDEX

READING = {"GET", "HEAD"}
ABOUT_THE_ACCOUNT = {"whoami", "schema_list", "schema_detail"}
LIST_OF_PAGES = "pages_list"
#: Written past wagtail-localize a translation has no segments, and the gate knows nothing of it.
NEVER = {"pages_actions_copy_for_translation"}
#: Failures of every operation: malformed, bad token, wrong parameters, too many requests, ours.
ALWAYS = {400, 401, 422, 429, 500}
#: Failures of what is read: a condition does not hold.
READ = {412}
#: Failures of what writes.
WRITING = {403, 404, 409, 413, 415}
#: What names nothing that may be missing.
COMPLETE = {"whoami", "schema_list", "changes"}


def guarding(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate the ``run`` of an operation of ninja with what it asks of the token."""
    operation: Operation = inspect.unwrap(run).__self__
    describe(operation)
    operation.view_func = checking_values(operation, operation.view_func)
    if not writes(operation):
        return run

    @wraps(run)
    def run_or_roll_back(request: HttpRequest, *args: Any, **arguments: Any) -> HttpResponse:
        """Leave nothing behind of a write that fails half-way."""
        if not is_offered(operation):
            return writing_is_off(operation).response()
        if not is_readable_body(request):
            return Problem(Kind.INVALID_BODY, "The body must be a JSON object.").response()
        with transaction.atomic():
            response = run(request, *args, **arguments)
            transaction.set_rollback(response.status_code >= 400)
            return response

    return run_or_roll_back


def writing_is_off(operation: Operation) -> Problem:
    problem = Problem(Kind.WRITING_IS_OFF, "The site takes changes in its admin only.")
    acts = "_actions_" in (operation.operation_id or "")  # at an address that nobody reads
    problem.headers["Allow"] = "" if acts else "GET, HEAD"
    return problem


def is_readable_body(request: HttpRequest) -> bool:
    """Return ``False`` for JSON that is no object, at which Wagtail's schemas fail."""
    if request.content_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
        return True
    try:
        return not request.body or isinstance(json.loads(request.body), dict)
    except (ValueError, RecursionError):
        return True  # ninja says what is wrong


def writes(operation: Operation) -> bool:
    return not READING.issuperset(operation.methods)


def is_public(operation: Operation) -> bool:
    callbacks = operation.auth_callbacks
    return not callbacks or any(isinstance(callback, AllowAnonymous) for callback in callbacks)


def is_offered(operation: Operation) -> bool:
    if (operation.operation_id or "").startswith("snippets_") and not exposed_snippets:
        return False
    return not writes(operation) or (settings.API_WRITES and operation.operation_id not in NEVER)


def describe(operation: Operation) -> None:
    """Complete the OpenAPI document: what is off is not in it, failures are problems."""
    operation.include_in_schema = operation.include_in_schema and is_offered(operation)
    responses = {str(status): failure(status) for status in sorted(failing_statuses(operation))}
    if (operation.operation_id or "").endswith("_find"):
        responses["302"] = {"description": "The address of what was found"}
    extra = operation.openapi_extra or {}
    operation.openapi_extra = {**extra, "responses": responses | extra.get("responses", {})}


def failing_statuses(operation: Operation) -> set[int]:
    if writes(operation):
        return ALWAYS | WRITING
    parameters = {name for model in operation.models for name in model.__ninja_flatten_map__}
    statuses = ALWAYS | READ
    if not is_public(operation) or "version" in parameters:
        statuses.add(403)
    if operation.operation_id not in COMPLETE:
        statuses.add(404)
    return statuses


def checking_values(operation: Operation, view: Callable[..., Any]) -> Callable[..., Any]:
    """Check the token once ninja has read the parameters and the body."""

    @wraps(view)
    def checked(request: HttpRequest, **values: Any) -> Any:
        access = access_of(request)
        if operation.operation_id == LIST_OF_PAGES:
            depends_on_lists(request, ALL_PAGES)
            depends_on(request, SEARCH_INDEX)
        if is_public(operation):
            check_public_read(request, access, values)
        elif writes(operation):
            check_write(operation.operation_id or "", access, values)
        elif operation.operation_id not in ABOUT_THE_ACCOUNT:
            check_internal_read(access, values)
        return view(request, **values)

    return checked


def check_public_read(request: HttpRequest, access: Access, values: dict[str, Any]) -> None:
    request.user = access.reader
    if values.get("version") == "draft" and "page_id" in values:
        page = get_object_or_404(wagtail_pages(request), pk=values["page_id"])
        if not may_read_drafts(request, page):
            raise draft_refused(access)


def check_internal_read(access: Access, values: dict[str, Any]) -> None:
    """Open revisions, snippets, sites and languages to tokens for drafts, as far as they reach."""
    if not access.reads_drafts:
        raise draft_refused(access)
    if "page_id" not in values and access.scope and access.scope.is_limited:
        raise Problem(Kind.OUTSIDE_SCOPE, "The token reaches some pages, and this is about all.")


def draft_refused(access: Access) -> Problem:
    if access.token is None:
        return unauthenticated("Drafts ask for a token: Authorization: Bearer <token>.")
    return Problem(Kind.OUTSIDE_SCOPE, "The token does not read drafts here; see its scope.")


def wagtail_pages(request: HttpRequest, model: type[Page] = Page) -> PageQuerySet:
    """Return ``readable_pages`` in the form that Wagtail's operations ask for."""
    try:
        pages = readable_pages(request, model)
    except ValueError as error:
        raise Problem(Kind.INVALID_PARAMETER, str(error), parameter="site") from error
    return pages.select_related("content_type", "locale").order_by("pk")
