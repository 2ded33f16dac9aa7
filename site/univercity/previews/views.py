"""Show what a preview token opens as HTML, for people without an account."""

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from univercity.content.previews import AS_VISITORS
from univercity.content.representations.problems import Problem
from univercity.previews.opening import open_preview, token_in


def show_preview(request: HttpRequest) -> HttpResponse:
    """Answer the page as visitors will see it, or 401 in both languages."""
    try:
        preview = open_preview(token_in(request, "token"))
    except Problem as problem:
        return render(request, "previews/preview_refused.html", status=problem.type.status)
    response: HttpResponse = preview.page.make_preview_request(
        without_account(request), preview_mode=AS_VISITORS
    )
    return response


def without_account(request: HttpRequest) -> WSGIRequest:
    """Return the request as a stranger's: the preview shows nothing that a session opens."""
    secrets = ("HTTP_COOKIE", "HTTP_AUTHORIZATION")
    return WSGIRequest({name: value for name, value in request.META.items() if name not in secrets})
