"""Answers that belong to no page."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.urls import reverse

from univercity.answer_cache.dependencies import depends_on
from univercity.changes.keys import SITE


def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what not to read and where the sitemap is (RFC 9309)."""
    depends_on(request, SITE)
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /api/", "", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """Answer after an unexpected error, in both languages, without database and cache."""
    return HttpResponseServerError(render_to_string("500.html"))
