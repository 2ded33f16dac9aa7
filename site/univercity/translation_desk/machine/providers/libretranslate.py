"""LibreTranslate, which anybody can run: https://docs.libretranslate.com/api/operations/translate/"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import requests

from univercity.translation_desk.hints.checks import Term
from univercity.translation_desk.machine.providers.interface import (
    Answer,
    Failure,
    Limits,
    ProviderError,
)

TIMEOUT = (5, 60)  #: seconds to connect, and to answer: a CPU translates slowly
#: Seconds before each further try.
PAUSES = (1, 2, 4)
LONGEST_PAUSE = 20


class LibreTranslate:
    """It has no glossaries and takes no context."""

    name = "LibreTranslate"
    limits = Limits(texts=50, size=10_000)

    def __init__(self, address: str, key: str = ""):
        self.address = f"{address.rstrip('/')}/translate"
        self.key = key

    def translate(
        self,
        texts: Sequence[str],
        *,
        source: str,
        target: str,
        context: str = "",
        glossary: Sequence[Term] = (),
    ) -> Answer:
        content: dict[str, Any] = {
            "q": list(texts),
            "source": primary(source),
            "target": primary(target),
            "format": "html",
        }
        if self.key:
            content["api_key"] = self.key
        response = self.ask(content)
        try:
            translated = response.json()["translatedText"]
        except (ValueError, KeyError, TypeError) as error:
            raise ProviderError(Failure.UNUSABLE, response.text[:200]) from error
        is_list = isinstance(translated, list) and all(isinstance(each, str) for each in translated)
        if not is_list or len(translated) != len(texts):
            raise ProviderError(Failure.UNUSABLE, response.text[:200])
        return Answer(translated)

    def ask(self, content: dict[str, Any]) -> requests.Response:
        """Return an answer; tries again where the service is busy or away."""
        for pause in PAUSES:
            try:
                return self.ask_once(content)
            except ProviderError as error:
                if error.failure not in (Failure.BUSY, Failure.NETWORK):
                    raise
                time.sleep(getattr(error, "pause", None) or pause)
        return self.ask_once(content)

    def ask_once(self, content: dict[str, Any]) -> requests.Response:
        try:
            response = requests.post(
                self.address, json=content, timeout=TIMEOUT, allow_redirects=False
            )
        except requests.RequestException as error:
            raise ProviderError(Failure.NETWORK, error) from error
        if response.status_code == requests.codes.ok:
            return response
        raise Refusal(response)


class Refusal(ProviderError):
    """An answer with a status other than 200; ``pause`` is how many seconds it asks to wait."""

    def __init__(self, response: requests.Response):
        super().__init__(failure_of(response), f"{response.status_code} {response.text[:200]}")
        pause = response.headers.get("Retry-After", "")
        self.pause = min(int(pause), LONGEST_PAUSE) if pause.isdecimal() else None


def failure_of(response: requests.Response) -> Failure:
    status = response.status_code
    if status in (requests.codes.unauthorized, requests.codes.forbidden):
        return Failure.KEY
    if status == requests.codes.too_many_requests:
        return Failure.BUSY
    if status >= 500:
        return Failure.NETWORK
    if status == requests.codes.bad_request and "not supported" in response.text:
        return Failure.LANGUAGES
    return Failure.REFUSED


def primary(language: str) -> str:
    """Return the language of a code without its region."""
    return language.partition("-")[0]
