"""Answers that belong to no page."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseServerError, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse

from univercity.answer_cache.dependencies import depends_on
from univercity.changes.keys import SITE

PROBLEM_JSON = "application/problem+json"  # RFC 9457


def api_not_found(request: HttpRequest) -> JsonResponse:
    """Answer an address below /api/ that no endpoint has."""
    status = HTTPStatus.NOT_FOUND
    problem = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": f"No endpoint at {request.path}. See {reverse('wagtailapi_v3:openapi-view')}.",
    }
    return JsonResponse(problem, status=status, content_type=PROBLEM_JSON)


def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what not to read and where the sitemap is (RFC 9309)."""
    depends_on(request, SITE)
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /api/", "", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """Answer after an unexpected error, in both languages, without database and cache."""
    return HttpResponseServerError(render_to_string("500.html"))
