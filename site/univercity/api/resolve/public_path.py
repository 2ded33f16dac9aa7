"""The address that a client asks about, read as a browser's request for it would be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from django.utils.encoding import iri_to_uri
from wagtail.models import Site

from univercity.api.problems import Kind, Problem

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
