"""Answer from the store, and keep what is made: the first to see a request, the last its answer."""

import logging
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from univercity.http_cache import store
from univercity.http_cache.addresses import Address, has_own_rules, is_public
from univercity.http_cache.answer import deliver, make_answer
from univercity.http_cache.caching_rules import (
    PRIVATE,
    add_surrogate_keys,
    forget_cookies,
    may_be_shared,
    may_be_stored,
    refuse_to_share,
)
from univercity.http_cache.dependencies import change_by_clock, dependencies_of
from univercity.http_cache.store import Reading

logger = logging.getLogger(__name__)

#: How long a process leaves the cache alone after a failure, in seconds: each try may take one.
REST = 5

Given = ParamSpec("Given")
Result = TypeVar("Result")
Handler = Callable[[HttpRequest], HttpResponseBase]


class AnswerCacheMiddleware:
    """Answer from the store if possible; give every public answer validators and a lifetime.

    It stands before sessions and languages, so an answer from the store costs nothing of theirs.
    """

    def __init__(self, get_response: Handler):
        self.get_response = get_response
        self.breaker = Breaker()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if has_own_rules(request):
            return self.get_response(request)
        if not is_public(request):
            response = self.get_response(request)
            response.headers.setdefault("Cache-Control", PRIVATE)
            return response
        try:
            address = Address(request)
        except DisallowedHost:
            return self.get_response(request)  # which refuses it, the API in its own words
        reading = self.breaker.call(store.read, address) if settings.ANSWER_CACHE else None
        if reading and reading.answer:
            return deliver(reading.answer, request, reading.answer.response())
        if reading and address.may_store:
            return self._make_once(request, address, reading)
        return self._make(request, address, None)

    def _make_once(
        self, request: HttpRequest, address: Address, reading: Reading
    ) -> HttpResponseBase:
        """Make the answer, or wait for whoever is making it."""
        if self.breaker.call(store.take_off, address):
            try:
                return self._make(request, address, reading)
            finally:
                self.breaker.call(store.land, address)
        theirs = self.breaker.call(store.wait, address)
        if theirs and theirs.answer:
            return deliver(theirs.answer, request, theirs.answer.response())
        return self._make(request, address, theirs)

    def _make(
        self, request: HttpRequest, address: Address, reading: Reading | None
    ) -> HttpResponseBase:
        """Have the answer made, and keep it if ``reading`` tells what was so before."""
        response = self._get(request)
        if not isinstance(response, HttpResponse) or not may_be_shared(request, response):
            return refuse_to_share(response)
        forget_cookies(response)
        dependencies = dependencies_of(request)
        keys = dependencies.all_keys() if settings.ANSWER_CACHE or settings.PURGE_URL else set()
        add_surrogate_keys(response, keys)
        answer = make_answer(response, change_by_clock(dependencies.expires_at))
        if reading and may_be_stored(response):
            self.breaker.call(store.write, address, answer, keys, reading)
        return deliver(answer, request, response)

    def _get(self, request: HttpRequest) -> HttpResponseBase:
        """Have the answer to GET made, which holds for HEAD as well (RFC 9110, 9.3.2)."""
        method, request.method = request.method, "GET"
        try:
            return self.get_response(request)
        finally:
            request.method = method


class Breaker:
    """Calls the cache unless it has failed lately: one that is away costs speed, nothing else."""

    def __init__(self) -> None:
        self.rests_until = 0.0

    def call(
        self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result | None:
        """Return what ``function`` returns, or ``None`` where the cache is away."""
        if time.monotonic() < self.rests_until:
            return None
        try:
            return function(*args, **kwargs)
        except Exception:  # noqa: BLE001 - each backend has failures of its own
            logger.exception("The cache of answers is away; going on without it")
            self.rests_until = time.monotonic() + REST
            return None
