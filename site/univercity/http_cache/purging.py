"""Drop answers from caches between us and the visitors, by surrogate key and by address."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import requests
from django.conf import settings
from django.urls import reverse
from wagtail.contrib.frontend_cache.backends.base import BaseBackend
from wagtail.contrib.frontend_cache.utils import get_backends

TIMEOUT = 5  #: seconds
#: Fastly takes 256 at once, and the headers of a request may have 8 KB in most servers.
KEYS_AT_ONCE = 200


class PurgeBackend(BaseBackend):
    """Wagtail's ``HTTPBackend``, which hides failures, so that nobody can try again."""

    def __init__(self, params: dict[str, str]):
        self.location = urlsplit(params.pop("LOCATION"))
        super().__init__(params)

    def purge(self, url: str) -> None:
        """Ask the cache to forget ``url``; raises ``requests.RequestException`` if it does not."""
        target = urlsplit(url)
        address = urlunsplit((self.location.scheme, self.location.netloc, *target[2:]))
        response = requests.request(
            "PURGE", address, headers={"Host": target.netloc}, timeout=TIMEOUT
        )
        if response.status_code != requests.codes.not_found:  # which it never had
            response.raise_for_status()


def is_configured() -> bool:
    return bool(settings.PURGE_URL or get_backends())


def purge(keys: Sequence[str], urls: Sequence[str]) -> None:
    """Drop what depends on ``keys`` or lies at ``urls``, wherever that is configured.

    Raises ``requests.RequestException`` if a cache does not do it.
    """
    if settings.PURGE_URL:
        for start in range(0, len(keys), KEYS_AT_ONCE):
            purge_keys(keys[start : start + KEYS_AT_ONCE])
    purge_urls([*urls, *api_addresses(keys, urls)])


def purge_keys(keys: Iterable[str]) -> None:
    headers = {"Surrogate-Key": " ".join(keys)}
    if settings.PURGE_HEADER:
        name, _, value = settings.PURGE_HEADER.partition(":")
        headers[name.strip()] = value.strip()
    response = requests.request(
        settings.PURGE_METHOD, settings.PURGE_URL, headers=headers, timeout=TIMEOUT
    )
    response.raise_for_status()


def purge_urls(urls: Iterable[str]) -> None:
    """Ask each backend of ``wagtail.contrib.frontend_cache`` for the addresses of its hosts.

    Not its own task: that would put every address under the prefix of every language, while ours
    are complete and have a slug of their own in each.
    """
    by_host: dict[str, list[str]] = {}
    for url in urls:
        by_host.setdefault(urlsplit(url).netloc, []).append(url)
    for backend in get_backends().values():
        for host, addresses in by_host.items():
            if backend.invalidates_hostname(host):
                backend.purge_batch(addresses)


def api_addresses(keys: Iterable[str], urls: Iterable[str]) -> Iterator[str]:
    """Return where the API answers for changed pages, in the form without further parameters."""
    base = settings.WAGTAILAPI_BASE_URL
    for key in keys:
        kind, _, pk = key.partition("-")
        if kind == "page":
            yield base + reverse("wagtailapi:pages:detail", args=[pk])
            yield base + reverse("wagtailapi_v3:detail_page", args=[pk])
    for url in urls:
        path = urlencode({"path": urlsplit(url).path}, quote_via=quote, safe="/")
        yield f"{base}{reverse('wagtailapi_v3:api-root')}resolve/?{path}"
