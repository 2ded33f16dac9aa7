"""Answers that belong to no page: the sitemap, robots.txt, and the page for an error."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from univercity.content.public_pages import public
from univercity.http_cache.dependencies import depends_on, depends_on_lists
from univercity.publishing.changes.keys import ALL_PAGES, SITE


class PageSitemap(Sitemap):
    """Wagtail's sitemap, which knows the source language only, for all languages of the site."""

    def items(self):
        depends_on_lists(self.request, ALL_PAGES)
        root = self.get_wagtail_site().root_page
        roots = Page.objects.filter(translation_key=root.translation_key)
        trees = Page.objects.none()
        for language_root in roots:
            trees |= Page.objects.descendant_of(language_root, inclusive=True)
        trees = public(trees.live()).select_related("locale")
        return trees.defer_streamfields().order_by("path")

    def _urls(self, page, protocol, domain):
        pages = list(self.paginator.page(page).object_list)
        versions = versions_by_key(pages, public(Page.objects.live()))
        entries = [self._entry(item, versions[item.translation_key]) for item in pages]
        changes = [entry["lastmod"] for entry in entries]
        if changes and None not in changes:
            self.latest_lastmod = max(changes)
        return entries

    def _entry(self, page, versions):
        return {
            "location": page.get_full_url(self.request),
            "lastmod": self.lastmod(page),
            "alternates": [
                {"lang_code": language, "location": address}
                for language, address in alternate_addresses(versions, self.request).items()
            ],
        }


def versions_by_key(pages, candidates):
    """Return the versions of ``pages`` that are among ``candidates``, by translation key.

    They are read together, each with its locale.
    """
    keys = [page.translation_key for page in pages]
    versions = {}
    found = candidates.filter(translation_key__in=keys).select_related("locale").order_by("path")
    for page in found.defer_streamfields():
        versions.setdefault(page.translation_key, []).append(page)
    return versions


def alternate_addresses(versions, request):
    """Return the absolute addresses of the versions of a page by language.

    "x-default" is the source language, for whoever reads none of the others.
    """
    addresses = {
        version.locale.language_code: version.get_full_url(request) for version in versions
    }
    if settings.LANGUAGE_CODE in addresses:
        addresses["x-default"] = addresses[settings.LANGUAGE_CODE]
    return addresses


def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what not to read and where the sitemap is (RFC 9309)."""
    depends_on(request, SITE)
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /api/", "", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """Answer after an unexpected error, in both languages, without database and cache."""
    return HttpResponseServerError(render_to_string("500.html"))
