"""What is at a public path: a page, a redirect or nothing; the HTML site answers the same.

``read_public_path`` reads the address as a browser's request for it would be read, ``Resolver``
finds what is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NoReturn
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponseNotFound
from django.middleware.common import CommonMiddleware
from django.middleware.locale import LocaleMiddleware
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from django.utils.encoding import iri_to_uri
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.models import Page, Site

from univercity.api.access.readable import readable_among
from univercity.api.resolve.lookup import NO_PAGE, pages_at, pages_on, roots_of, way_to
from univercity.content.representations.problems import Kind, Problem
from univercity.content.representations.shapes import page_link_shape

SERVES_PAGES = "wagtail_serve"  #: name of the view
WHOLE_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
#: What leads a visitor on from a missing page, in the order in which the settings run them.
LEADING_ON = (RedirectMiddleware, CommonMiddleware, LocaleMiddleware)


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


@dataclass(frozen=True)
class Redirection:
    """Where the HTML site sends a visitor instead."""

    location: str
    status: int


@dataclass(frozen=True)
class Way:
    """The pages on the way to a path, from the home page down."""

    url_paths: list[str]
    pages: dict[str, Page]  #: by ``url_path``, public or not
    readable: set[int] = field(default_factory=set)  #: ids

    @property
    def page(self) -> Page | None:
        """The page at the end, public or not."""
        return self.pages.get(self.url_paths[-1])

    @property
    def above(self) -> list[Page]:
        """The pages above it that the request may read."""
        found = [self.pages[path] for path in self.url_paths[:-1] if path in self.pages]
        return [page for page in found if page.pk in self.readable]

    def can_read(self, page: Page | None) -> bool:
        return page is not None and page.pk in self.readable


@dataclass(frozen=True)
class Found:
    """A page to serve and the public pages above it."""

    page: Page
    above: list[Page]
    is_fallback: bool = False  #: in the source language, for a path of another one


class Resolver:
    """Finds what is at one path for one request.

    With ``hidden`` it finds pages that are not public, too; the caller checks the right to them.
    """

    def __init__(self, request: HttpRequest, asked: PublicPath, *, hidden: bool = False):
        self.request = request
        self.asked = asked
        self.hidden = hidden
        site = Site.find_for_request(request)
        if site is None:
            raise Problem(Kind.NOT_FOUND, "No site is set up for this host.", nearest=None)
        self.site = site
        self.roots = roots_of(site)

    def find(self, *, fall_back: bool = False) -> Found | Redirection:
        """Return what is there; raise :class:`Problem` (404) with the nearest page if nothing is.

        With ``fall_back`` the page in the source language stands in for a missing translation.
        """
        names = self.asked.names
        way = None if names is None else self.walk(names)
        page = way and way.page
        if way and page and (self.hidden or way.can_read(page)):
            if page.locale.language_code == self.asked.language:
                return Found(page, way.above)
            if not fall_back:
                return Redirection(page.get_url(self.request), 302)
        source = self.lead_on() or (fall_back and self.source_of(names))
        return source or self.missing(way)

    def walk(self, names: list[str]) -> Way:
        """Return the way that Wagtail's routing goes.

        As long as a language has no public home page, it begins at that of the site.
        """
        site_root = self.site.root_page.url_path
        roots = dict.fromkeys([self.roots.get(self.asked.language, site_root), site_root])
        ways = [way_to(root, names) for root in roots]
        pages = pages_on(*ways)
        home = pages.get(ways[0][0])
        is_open = self.hidden or (home is not None and home.live)
        way = ways[0] if is_open else ways[-1]
        return Way(way, pages, readable_among(self.request, self.site, pages.values()))

    def lead_on(self) -> Redirection | None:
        """Return where the site's middleware leads on from a missing page, as it says itself."""
        if self.asked.is_of_another_view:
            return None
        browser = self.asked.as_request(self.request)
        response: Any = HttpResponseNotFound()
        with translation.override(self.asked.language):
            for middleware in LEADING_ON:
                response = middleware(HttpResponseNotFound).process_response(browser, response)
        if response.status_code == 404:
            return None
        return Redirection(response["Location"], response.status_code)

    def source_of(self, names: list[str] | None) -> Found | None:
        """Return the source page of a translation that is missing or not published yet.

        The slugs may be those of the source language, of the unpublished translation, or
        translated as far as translations exist.
        """
        root = self.roots.get(settings.LANGUAGE_CODE)
        if names is None or root is None or self.asked.language == settings.LANGUAGE_CODE:
            return None
        url_path = self.source_path(names, root)
        if url_path is None or not url_path.startswith(root):
            return None
        inner = [name for name in url_path.removeprefix(root).split("/") if name]
        in_source = PublicPath("", "", settings.LANGUAGE_CODE)
        way = Resolver(self.request, in_source).walk(inner)
        if way.page is None or not way.can_read(way.page):
            return None
        return Found(way.page, way.above, is_fallback=True)

    def source_path(self, names: list[str], source_root: str) -> str | None:
        """Return the ``url_path`` of the source page for slugs in the asked language."""
        own_root = self.roots.get(self.asked.language)
        own_way = way_to(own_root, names) if own_root else []
        existing = {page.url_path: page for page in pages_at(own_way)}
        depth = max((at for at, path in enumerate(own_way) if path in existing), default=0)
        if depth == 0:
            return way_to(source_root, names)[-1]
        deepest = existing[own_way[depth]]
        if depth == len(names) and deepest.live:
            return None  # it is public for others than this request
        sources = Page.objects.filter(translation_key=deepest.translation_key)
        source = sources.filter(locale__language_code=settings.LANGUAGE_CODE).first()
        return way_to(source.url_path, names[depth:])[-1] if source else None

    def missing(self, way: Way | None) -> NoReturn:
        """Raise the problem that tells the nearest page; a restricted page is as if missing."""
        if way is None:  # such as /en/mission/feed.xml, which may stand below a page
            way = self.walk([*self.asked.names_on_the_way, NO_PAGE])
        nearest = page_link_shape(way.above[-1]) if way.above else None
        detail = f"No public page is at {self.asked.path}"
        raise Problem(Kind.NOT_FOUND, f"{detail}.", nearest=nearest)
