"""What is asked of which server.

Paths of a target are asked in turn. Pages are events: 15 blocks, three images, two snippets, dates
and a topic.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from benchmarks.servers import Server

PAGES = 10
LIST = {"type": "calendar_pages.EventPage", "fields": "*", "limit": 20}
#: Lists that all have 20 items and differ in where they begin.
OFFSETS = range(5)


@dataclass(frozen=True)
class Page:
    """A page that is asked for."""

    pk: int
    path: str  #: as the browser shows it


@dataclass(frozen=True)
class Target:
    """One kind of request to one server."""

    name: str
    variant: str  #: of benchmarks.servers.VARIANTS
    paths: Callable[[list[Page]], list[str]]


def resolve(pages: list[Page]) -> list[str]:
    return [f"/api/v3/resolve/?{urlencode({'path': page.path})}" for page in pages]


def find(version: str) -> Callable[[list[Page]], list[str]]:
    """Ask as stock Wagtail has it: without the language, and followed to the page itself."""

    def paths(pages: list[Page]) -> list[str]:
        stock = (page.path.removeprefix("/de") for page in pages)
        return [f"/api/{version}/pages/find/?html_path={quote(path)}" for path in stock]

    return paths


def detail(version: str) -> Callable[[list[Page]], list[str]]:
    return lambda pages: [f"/api/{version}/pages/{page.pk}/" for page in pages]


def full_list(pages: list[Page]) -> list[str]:
    return [f"/api/v2/pages/?{urlencode({**LIST, 'offset': offset})}" for offset in OFFSETS]


def events(pages: list[Page]) -> list[str]:
    return [f"/api/v3/events/?limit=20&from=2029-01-{day + 1:02}" for day in OFFSETS]


def html(pages: list[Page]) -> list[str]:
    return [page.path for page in pages]


def trivial(pages: list[Page]) -> list[str]:
    return ["/trivial/"]


TARGETS = [
    Target("resolve, cold", "cold", resolve),
    Target("resolve, warm", "ours", resolve),
    Target("v2 detail, cold", "cold", detail("v2")),
    Target("v2 detail, warm", "ours", detail("v2")),
    Target("v2 list of 20 full, cold", "cold", full_list),
    Target("v2 list of 20 full, warm", "ours", full_list),
    Target("v3 events, 20, cold", "cold", events),
    Target("v3 events, 20, warm", "ours", events),
    Target("HTML, cold", "cold", html),
    Target("HTML, warm", "ours", html),
    Target("stock v2 find + detail", "stock", find("v2")),
    Target("stock v2 detail", "stock", detail("v2")),
    Target("stock v2 list of 20 full", "stock", full_list),
    Target("stock v3 find + detail", "stock", find("v3")),
    Target("stock v3 detail", "stock", detail("v3")),
    Target("stock trivial view", "stock", trivial),
    Target("same fields: v2 find + detail", "stock-our-fields", find("v2")),
    Target("same fields: v2 detail", "stock-our-fields", detail("v2")),
    Target("same fields: v2 list of 20 full", "stock-our-fields", full_list),
    Target("same fields: HTML", "stock-our-fields", html),
]
#: Asked of databases of several sizes.
GROWTH = [
    Target("resolve, cold", "cold", resolve),
    Target("v3 events, 20, cold", "cold", events),
    Target("HTML, cold", "cold", html),
]
#: Asked of databases with few and many restrictions.
RESTRICTIONS = [*GROWTH, Target("stock v2 detail", "stock", detail("v2"))]


def pages_of(server: Server) -> list[Page]:
    """Return German pages that a server of ours has."""
    query = {"type": LIST["type"], "locale": "de", "order": "id", "limit": PAGES}
    _status, _headers, body = server.get(f"/api/v2/pages/?{urlencode(query)}")
    return [
        Page(item["id"], item["meta"]["html_url"].split("127.0.0.1", 1)[1])
        for item in json.loads(body)["items"]
    ]
