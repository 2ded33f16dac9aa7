"""An answer as the store keeps it, and as it is delivered."""

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from univercity.content.representations.problems import Kind, Problem
from univercity.content.request_language import API_PREFIX
from univercity.http_cache.addresses import IDENTIFYING_HEADERS
from univercity.http_cache.dependencies import ANY_CONTENT, dependencies_of

# What caches between us and the visitor may do with an answer (RFC 9111, RFC 5861).

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


#: Seconds after which a change of the same second would have shown (RFC 9110, section 8.8.2.2).
SETTLED = 2
#: Conditions of a request (RFC 9110, section 13.1), without which an answer is what it is.
CONDITIONS = {
    "HTTP_IF_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE",
}
#: The dates of the answers that are asked for most, as they are written.
written = lru_cache(maxsize=1024)(http_date)
#: What we say ourselves.
OWN_HEADERS = {"Cache-Control", "ETag", "Last-Modified"}


@dataclass(frozen=True)
class Answer:
    """The whole response, but for what depends on the moment; moments are UTC timestamps."""

    body: bytes
    headers: dict[str, str]
    etag: str
    built_at: float
    expires_at: float  #: when it changes by itself
    generation: str = ""
    versions: dict[str, str] = field(default_factory=dict)  #: of its surrogate keys

    def response(self) -> HttpResponse:
        return HttpResponse(self.body, headers=self.headers)


def etag_of(body: bytes) -> str:
    """Return a strong entity tag (RFC 9110, section 8.8.3) of exactly these bytes."""
    return f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'


def make_answer(response: HttpResponse, expires_at: float) -> Answer:
    """Take what ``response`` says."""
    return Answer(
        body=response.content,
        headers={name: value for name, value in response.items() if name not in OWN_HEADERS},
        etag=etag_of(response.content),
        built_at=time.time(),
        expires_at=expires_at,
    )


def deliver(answer: Answer, request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """Complete ``response``, which carries ``answer``: 200, 304 or 412 (RFC 9110, 13.2.2)."""
    now = time.time()
    response.headers["ETag"] = answer.etag
    response.headers["Cache-Control"] = cache_control(answer.expires_at, now)
    modified = int(answer.built_at) if now - answer.built_at >= SETTLED else None
    if modified:
        response.headers["Last-Modified"] = written(modified)
    else:
        del response.headers["Last-Modified"]
    final: HttpResponseBase | None = response
    if not CONDITIONS.isdisjoint(request.META):
        final = get_conditional_response(request, answer.etag, modified, response)
    if final and final.status_code == HTTPStatus.PRECONDITION_FAILED:
        return refuse_to_share(condition_failed(request, final))
    if request.method == "HEAD" and final is response:
        response.headers["Content-Length"] = str(len(answer.body))
        response.content = b""
    return final or response


def condition_failed(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return the answer 412, below /api/ as a problem."""
    if not request.path.startswith(API_PREFIX):
        return response
    return Problem(Kind.PRECONDITION_FAILED, "The address answers something else now.").response()
