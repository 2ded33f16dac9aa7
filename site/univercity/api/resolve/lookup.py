"""Pages by their public path, in as many queries for ten pages as for ten thousand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from univercity.content.reading.statements import Given, Part, fetch, prepared
from univercity.content.reading.surroundings import surroundings
from univercity.translation.state import with_translation_states

#: The name of an address where no page can be; no slug is empty.
NO_PAGE = ""
#: How many pages can stand one below the other.
DEEPEST = Page._meta.get_field("path").max_length // Page.steplen


def roots_of(site: Site) -> dict[str, str]:
    """Return the ``url_path`` of the home page of ``site`` in each language."""
    return {
        root.language_code: root.root_path
        for root in Site.get_site_root_paths()
        if root.site_id == site.pk
    }


def way_to(root_path: str, names: Sequence[str]) -> list[str]:
    """Return the ``url_path`` of a home page and of every page below it on the way to ``names``.

    Of more names than a tree is deep the rest is left out, and no page is at the end.
    """
    if len(names) > DEEPEST:
        names = [*names[:DEEPEST], NO_PAGE]
    return list(accumulate(names, lambda above, name: f"{above}{name}/", initial=root_path))


def pages_at(url_paths: Iterable[str]) -> PageQuerySet:
    """Return those of the pages that exist, public or not.

    The slug is asked for too, because it has an index, which ``url_path`` has not.
    """
    url_paths = list(url_paths)
    pages = Page.objects.filter(slug__in=slugs_of(url_paths), url_path__in=url_paths)
    # Not in the order of the tree: databases then tend to read the whole table in that order.
    return pages.order_by().select_related("locale", "content_type")


@prepared
def pages_with_states() -> QuerySet:
    """Select pages by slug and address, with how far their translations are."""
    among = Page.objects.filter(slug__among=Given("slugs"), url_path__among=Given("url_paths"))
    return with_translation_states(among)


def pages_on(way: Sequence[str], *others: Sequence[str]) -> dict[str, Page]:
    """Return the pages on one way, and on others, by ``url_path``, in one query.

    Each knows the page above it, and how far its translations are.
    """
    ways = [way, *others]
    url_paths = list(chain(*ways))
    known = surroundings()
    wanted = {"slugs": slugs_of(url_paths), "url_paths": url_paths}
    [found] = fetch([Part(pages_with_states(), wanted)])
    pages = {page.url_path: page for page in found}
    for page in found:
        page.locale = known.locales[page.locale_id]
    for above, below in chain.from_iterable(map(pairwise, ways)):
        if above in pages and below in pages:
            pages[below]._cached_parent_obj = pages[above]  # where treebeard looks first
    return pages


def slugs_of(url_paths: Iterable[str]) -> set[str]:
    return {url_path.rstrip("/").rpartition("/")[2] for url_path in url_paths}


def find_page(site: Site | None, html_path: str) -> Page | None:
    """Return the page at a public path, public or not, for the ``find`` of Wagtail's endpoints.

    The language at its beginning may be left out for pages of the source language.
    """
    if site is None or "\0" in html_path:
        return None
    names = [name for name in html_path.split("/") if name]
    roots = roots_of(site)
    candidates = []
    if names and names[0] in roots:
        candidates.append(way_to(roots[names[0]], names[1:])[-1])
    if settings.LANGUAGE_CODE in roots:
        candidates.append(way_to(roots[settings.LANGUAGE_CODE], names)[-1])
    found = {page.url_path: page for page in pages_at(candidates)}
    return next((found[candidate] for candidate in candidates if candidate in found), None)
