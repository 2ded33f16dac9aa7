"""An answer as the store keeps it, and as it is delivered."""

import hashlib
import time
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from univercity.content.representations.problems import Kind, Problem
from univercity.content.request_language import API_PREFIX
from univercity.http_cache.caching_rules import cache_control, refuse_to_share

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
