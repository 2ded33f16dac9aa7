"""What stands around every page: sites, languages, settings, and where pages are closed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.models.sites import SiteRootPath

from univercity.content.reading.answer import once_per_answer
from univercity.content.reading.statements import Part, fetch, prepared


@dataclass(frozen=True)
class Surroundings:
    """All sites with their home pages in all languages, and what holds for every page."""

    sites: list[Site]
    homes: dict[UUID, list[Page]]  #: by translation key
    locales: dict[int, Locale]
    settings: list[Any]  #: ``SiteSettings`` of each site and language
    closed_paths: frozenset[str]  #: of the pages that a view restriction closes, with all below

    @cached_property
    def closed_lengths(self) -> frozenset[int]:
        """How long the closed paths are: one number for each level of the tree with some."""
        return frozenset(map(len, self.closed_paths))

    def is_public(self, page: Page) -> bool:
        """Return whether a page is live, and neither closed itself nor below one that is."""
        beginnings = (page.path[:length] for length in self.closed_lengths)
        return page.live and self.closed_paths.isdisjoint(beginnings)

    def homes_of(self, site: Site) -> list[Page]:
        return self.homes[site.root_page.translation_key]

    @cached_property
    def root_paths(self) -> list[SiteRootPath]:
        """What ``Site.get_site_root_paths`` says."""
        order = sorted(self.sites, key=lambda site: (not site.is_default_site, site.hostname))
        order.sort(key=lambda site: site.root_page.url_path, reverse=True)
        return [
            SiteRootPath(site.pk, home.url_path, site.root_url, home.locale.language_code)
            for site in order
            for home in self.homes_of(site)
        ]

    def site_at(self, hostname: str, port: int) -> Site | None:
        """Return what Wagtail's ``get_site_for_hostname`` says; ``None`` where it raises."""
        named = [site for site in self.sites if site.hostname == hostname]
        for site in named:
            if site.port == port:
                return site
        default = next((site for site in self.sites if site.is_default_site), None)
        if default in named or (default and len(named) != 1):
            return default
        return named[0] if len(named) == 1 else None


@prepared
def every(model: Any) -> QuerySet:
    return model._base_manager.all()


@prepared
def home_pages() -> QuerySet:
    keys = Site.objects.order_by().values("root_page__translation_key")
    return Page.objects.filter(translation_key__in=keys)


@prepared
def paths_of_closed_pages() -> QuerySet:
    return PageViewRestriction.objects.values_list("page__path")


@once_per_answer
def surroundings() -> Surroundings:
    """Read them, in one query."""
    wanted = [every(Site), every(Locale), every(apps.get_model("univercity.SiteSettings"))]
    wanted += [home_pages(), paths_of_closed_pages()]
    parts = (Part(statement, {}) for statement in wanted)
    found_sites, locales, settings, pages, closed = fetch(parts)
    locales_by_pk = {locale.pk: locale for locale in locales}
    for each in [*settings, *pages]:
        each.locale = locales_by_pk[each.locale_id]
    homes: dict[UUID, list[Page]] = {}
    for page in sorted(pages, key=lambda page: page.path):
        homes.setdefault(page.translation_key, []).append(page)
    pages_by_pk = {page.pk: page for page in pages}
    for site in found_sites:
        site.root_page = pages_by_pk[site.root_page_id]
    closed_paths = frozenset(path for (path,) in closed)
    return Surroundings(found_sites, homes, locales_by_pk, settings, closed_paths)
