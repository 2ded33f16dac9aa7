"""What caches between us and the visitor may do with an answer (RFC 9111, RFC 5861), and our store.

Views can narrow it, by a directive of their own or ``dependencies.keep_private``.
"""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from univercity.content.request_language import API_PREFIX
from univercity.http_cache.addresses import IDENTIFYING_HEADERS
from univercity.http_cache.dependencies import ANY_CONTENT, dependencies_of

#: What nobody may keep: answers to somebody who is logged in, drafts, forms.
PRIVATE = "private, no-store"
#: What may change its mind at any time: errors and redirects.
ASK_AGAIN = "no-cache"
#: Proxies have little room for headers (nginx 4 KB for all), and there are two with the keys.
LONGEST_HEADER = 1200
LARGEST_STORED = 1024 * 1024


def cache_control(expires_at: float, now: float) -> str:
    """Return ``Cache-Control`` of a public answer that changes by itself at ``expires_at``.

    Both are UTC timestamps. Nobody may show the answer beyond that moment, so it is not served
    stale then either.
    """
    browser, shared = settings.BROWSER_CACHE_SECONDS, settings.SHARED_CACHE_SECONDS
    stale = settings.STALE_WHILE_REVALIDATE_SECONDS
    left = max(0, int(expires_at - now))
    if left < max(browser, shared) + stale:
        return f"public, max-age={min(browser, left)}, s-maxage={min(shared, left)}"
    return f"public, max-age={browser}, s-maxage={shared}, stale-while-revalidate={stale}"


def may_be_shared(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer to an unknown visitor is the answer to all of them.

    Views can say otherwise, by a directive of their own or ``keep_private``. Below /api/ an answer
    that says nothing depends on any content; elsewhere it must say on what.
    """
    dependencies = dependencies_of(request)
    if not dependencies.are_declared and request.path.startswith(API_PREFIX):
        dependencies.keys.add(ANY_CONTENT)
    return (
        response.status_code == 200  # noqa: PLR2004
        and dependencies.are_declared
        and not dependencies.is_private
        and not response.cookies
        and not response.has_header("Cache-Control")
    )


def may_be_stored(response: HttpResponse) -> bool:
    """Whether we keep the answer ourselves: one for everybody who asks for the address."""
    known = {name.lower() for name in IDENTIFYING_HEADERS}  # whoever sends one is not answered here
    return (
        {name.lower() for name in varying_headers(response)} <= known
        and not response.has_header("Content-Encoding")
        and len(response.content) <= LARGEST_STORED
    )


def forget_cookies(response: HttpResponse) -> None:
    """Take ``Cookie`` out of ``Vary``: whoever has a session gets a private answer anyway.

    Django adds it as soon as something asks whether there is a user, here the user bar.
    """
    others = [name for name in varying_headers(response) if name.lower() != "cookie"]
    if others:
        response.headers["Vary"] = ", ".join(others)
    elif "Vary" in response.headers:
        del response.headers["Vary"]


def varying_headers(response: HttpResponse) -> list[str]:
    names = [name.strip() for name in response.get("Vary", "").split(",")]
    return [name for name in names if name]


def add_surrogate_keys(response: HttpResponse, keys: Iterable[str]) -> None:
    """Name the keys to caches before us, as Fastly and Varnish and as Cloudflare read them."""
    names = sorted(keys)
    if sum(map(len, names)) + len(names) > LONGEST_HEADER:
        names = [ANY_CONTENT]
    if names:
        response.headers["Surrogate-Key"] = " ".join(names)
        response.headers["Cache-Tag"] = ",".join(names)


def refuse_to_share(response: HttpResponseBase) -> HttpResponseBase:
    """Say that the answer is for this client (200) or for this moment (anything else)."""
    if not response.has_header("Cache-Control"):
        is_page = response.status_code == 200 or response.cookies  # noqa: PLR2004
        response.headers["Cache-Control"] = PRIVATE if is_page else ASK_AGAIN
    return response
