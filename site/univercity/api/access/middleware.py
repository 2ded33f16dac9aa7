"""Every request to the API: cookies off, token looked up, counted; every failure a problem."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from univercity.api.access.authentication import authenticate
from univercity.api.access.throttling import throttle_address, throttle_token
from univercity.content.representations.problems import MEDIA_TYPE, Problem, kind_of_status
from univercity.content.request_language import API_PREFIX

WRITING = {"POST", "PUT", "PATCH", "DELETE"}


class ApiAccessMiddleware:
    """Stands before sessions and caches, so that what is refused costs nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(API_PREFIX):
            return self.get_response(request)
        request.COOKIES = {}
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]  # nor needed
        try:
            admit(request)
        except Problem as problem:
            return problem.response()
        return self.answer(request)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Have HEAD answered as GET without a body (RFC 9110, 9.3.2); ninja knows no HEAD."""
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"
        response = as_problem(request, self.get_response(request))
        if is_head:
            request.method = "HEAD"
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response


def admit(request: HttpRequest) -> None:
    """Set ``request.access``. Raises ``Problem`` for a bad token or too many requests."""
    try:
        access = authenticate(request)
    except Problem:
        throttle_address(request)  # so that nobody tries tokens for long
        raise
    if access.token:
        throttle_token(access.token)
    else:
        throttle_address(request)
    request.access = access  # type: ignore[attr-defined]


def as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Return ``response``, or a problem for a failure that no endpoint has put into words.

    Such as a method that ninja has no operation for, a request that Django refuses to parse, and
    an error of ours.
    """
    if response.status_code < 400 or response.get("Content-Type", "").startswith(MEDIA_TYPE):
        return response
    kind = kind_of_status(response.status_code)
    problem = Problem(kind, f"{request.method} {request.path}: {kind.value.title}.")
    if "Allow" in response:
        problem.headers["Allow"] = ", ".join(offered(response["Allow"].split(", ")))
    return problem.response(response.status_code)


def offered(methods: list[str]) -> list[str]:
    """Return the methods that an address takes, of those that ninja or DRF know there."""
    if "GET" in methods and "HEAD" not in methods:
        methods = [*methods, "HEAD"]
    return methods if settings.API_WRITES else [name for name in methods if name not in WRITING]
