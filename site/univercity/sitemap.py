"""The sitemap: every public page in every language, with its alternates."""

from django.conf import settings
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from univercity.public_pages import public


class PageSitemap(Sitemap):
    """Wagtail's sitemap, which knows the source language only, for all languages of the site."""

    def items(self):
        root = self.get_wagtail_site().root_page
        roots = Page.objects.filter(translation_key=root.translation_key)
        trees = Page.objects.none()
        for language_root in roots:
            trees |= Page.objects.descendant_of(language_root, inclusive=True)
        trees = public(trees.live()).select_related("locale")
        return trees.defer_streamfields().order_by("path")

    def _urls(self, page, protocol, domain):
        pages = list(self.paginator.page(page).object_list)
        versions = self._public_versions(pages)
        entries = [self._entry(item, versions[item.translation_key]) for item in pages]
        changes = [entry["lastmod"] for entry in entries]
        if changes and None not in changes:
            self.latest_lastmod = max(changes)
        return entries

    def _public_versions(self, pages):
        """Return the public versions of each page by translation key, read together."""
        keys = [page.translation_key for page in pages]
        pages = public(Page.objects.filter(translation_key__in=keys).live())
        versions = {}
        for page in pages.select_related("locale").defer_streamfields():
            versions.setdefault(page.translation_key, []).append(page)
        return versions

    def _entry(self, page, versions):
        addresses = {
            version.locale.language_code: version.get_full_url(self.request) for version in versions
        }
        if settings.LANGUAGE_CODE in addresses:
            addresses["x-default"] = addresses[settings.LANGUAGE_CODE]
        return {
            "location": page.get_full_url(self.request),
            "lastmod": self.lastmod(page),
            "alternates": [
                {"lang_code": language, "location": address}
                for language, address in addresses.items()
            ],
        }
