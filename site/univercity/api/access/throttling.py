"""How often one address or one token may ask the API; the settings API_RATE_* say it."""

import hashlib
import ipaddress
import re
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from wagtail.models import APIToken

from univercity.content.representations.problems import Kind, Problem

SECONDS = {"s": 1, "min": 60, "h": 3600}
#: One customer has a whole network of this size (RFC 6177), so single addresses say nothing.
IPV6_PREFIX = 64


@dataclass(frozen=True)
class Rate:
    """``requests`` in each period of ``seconds``."""

    requests: int
    seconds: int


def parse_rate(text: str) -> Rate | None:
    """Return the rate of a setting such as "600/min"; ``None`` for "0", which is no limit.

    Raises ``ValueError`` for anything else.
    """
    if text == "0":
        return None
    match = re.fullmatch(r"([1-9]\d*)/(s|min|h)", text)
    if match is None:
        raise ValueError(f"A rate is a number for s, min or h, such as 600/min, not {text!r}.")
    return Rate(int(match[1]), SECONDS[match[2]])


def throttle_address(request: HttpRequest) -> None:
    """Count a request without a valid token. Raises ``Problem`` when there are too many."""
    address = address_of(request)
    if address:
        count(f"address-{address}", settings.API_RATE_PER_ADDRESS)


def throttle_token(token: APIToken) -> None:
    """Count a request with a valid token. Raises ``Problem`` when there are too many."""
    count(f"token-{token.pk}", settings.API_RATE_PER_TOKEN)


def count(name: str, setting: str) -> None:
    rate = parse_rate(setting)
    if rate is None:
        return
    now = time.time()
    key = hashlib.sha256(f"{name}-{setting}-{now // rate.seconds}".encode()).hexdigest()
    if counted(key, rate.seconds) > rate.requests:
        wait = rate.seconds - int(now % rate.seconds)
        problem = Problem(Kind.TOO_MANY_REQUESTS, f"{setting} at most. Go on in {wait} seconds.")
        problem.headers["Retry-After"] = str(wait)
        raise problem


def counted(key: str, seconds: int) -> int:
    """Return how often ``key`` was counted, this time included; 0 while the cache is away."""
    cache = caches["throttling"]
    try:
        return cache.incr(key) or 0
    except ValueError:  # the first of its period
        return int(cache.add(key, 1, seconds))


def address_of(request: HttpRequest) -> str:
    """Return the address that counts, with IPv6 that of the network; empty if there is none.

    Behind a proxy it is what the outermost of our own proxies saw: what stands further left in
    X-Forwarded-For was written by the client.
    """
    text = request.META.get("REMOTE_ADDR", "")
    if settings.PROXY_COUNT:
        seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        text = seen[-min(settings.PROXY_COUNT, len(seen))].strip() or text
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, IPV6_PREFIX), strict=False))
    return str(address)
