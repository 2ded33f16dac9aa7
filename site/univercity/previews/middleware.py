"""Keep previews out of caches, search engines and the addresses that browsers tell others."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from univercity.content.links.localized import previewed
from univercity.previews.opening import PARAMETER, token_in

#: Paths that serve nothing but previews, and name the token "token".
PREVIEW_PATHS = ("/preview/", "/api/v3/preview/")


class PreviewMiddleware:
    """Marks every answer to a request with a preview token, refusals included.

    Also ends what a preview shows in place of stored content when its request ends.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        before = previewed.set(previewed.get())
        try:
            response = self.get_response(request)
        finally:
            previewed.reset(before)
        if request.path_info in PREVIEW_PATHS:
            mark_as_preview(response, "token")
        elif token_in(request):
            mark_as_preview(response)
        return response


def mark_as_preview(response: HttpResponse, parameter: str = PARAMETER) -> HttpResponse:
    """Return ``response`` with the headers that keep it private.

    A refusal tells by which ``parameter`` the address takes a token.
    """
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    if response.status_code == 401:  # noqa: PLR2004 - RFC 9110, 15.5.2 asks for the header
        response["WWW-Authenticate"] = f'PreviewToken parameter="{parameter}"'
    return response
