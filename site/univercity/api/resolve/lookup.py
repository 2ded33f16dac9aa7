"""Pages by their public path, in as many queries for ten pages as for ten thousand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from django.utils.encoding import iri_to_uri
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from univercity.content.reading.statements import Given, Part, fetch, prepared
from univercity.content.reading.surroundings import surroundings
from univercity.content.representations.problems import Kind, Problem
from univercity.translation.state import with_translation_states

# The address that a client asks about, read as a browser's request for it would be.

SERVES_PAGES = "wagtail_serve"  #: name of the view
WHOLE_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True)
class PublicPath:
    """A path of the site, percent-decoded, and the query behind it."""

    path: str
    query: str
    language: str  #: in which the HTML site answers it

    @cached_property
    def match(self) -> ResolverMatch | None:
        """The view of the HTML site that answers; ``None`` where none does."""
        with translation.override(self.language):
            try:
                return resolve(self.path)
            except Resolver404:
                return None

    @property
    def names(self) -> list[str] | None:
        """The slugs behind the language; ``None`` where no page can be at the path."""
        if self.match is None or self.match.url_name != SERVES_PAGES:
            return None
        return [name for name in self.match.args[0].split("/") if name]

    @property
    def is_of_another_view(self) -> bool:
        """Whether the site answers something that is no page, such as the sitemap."""
        return self.match is not None and self.match.url_name != SERVES_PAGES

    @property
    def names_on_the_way(self) -> list[str]:
        """The slugs of the path as far as they can be slugs, for the nearest page."""
        names = [name for name in self.path.split("/") if name]
        if names and names[0] == self.language:
            names = names[1:]
        valid = []
        for name in names:
            if not re.fullmatch(r"[\w-]+", name):
                break
            valid.append(name)
        return valid

    def as_request(self, request: HttpRequest) -> HttpRequest:
        """Return the request that a browser would send for the path to the host of ``request``."""
        browser = HttpRequest()
        browser.method = "GET"
        browser.path = browser.path_info = self.path
        browser.META = {**request.META, "QUERY_STRING": self.query}
        return browser


def read_public_path(text: str, request: HttpRequest, language: str | None) -> PublicPath:
    """Read a path or a whole address of this site, percent-encoded or not.

    ``language`` is that of a visitor where the path names none. Raises :class:`Problem` for an
    address of another site.
    """
    if WHOLE_ADDRESS.match(text):
        text = path_on_this_site(text, request)
    address, _hash, _fragment = text.partition("#")
    path, _mark, query = address.partition("?")
    path = unquote(f"/{path}" if not path.startswith("/") else path, errors="replace")
    named = translation.get_language_from_path(path)
    return PublicPath(path, iri_to_uri(query) or "", named or language or settings.LANGUAGE_CODE)


def path_on_this_site(address: str, request: HttpRequest) -> str:
    """Return path, query and fragment of a whole address; raise where it is another site's."""
    try:
        parts = urlsplit(address)
        host = parts.netloc.lower()
    except ValueError as error:
        detail = f"path is no valid address: {error}."
        raise Problem(Kind.INVALID_PARAMETER, detail, parameter="path") from error
    site = Site.find_for_request(request)
    own = {request.get_host().lower()}
    if site:
        own |= {site.hostname, urlsplit(site.root_url).netloc}
    if host not in own:
        detail = f"path is an address of another site: {host}."
        raise Problem(Kind.INVALID_PARAMETER, detail, parameter="path")
    return parts._replace(scheme="", netloc="").geturl() or "/"


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
