"""DeepL, by its own library: https://developers.deepl.com/docs"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from functools import cached_property

import deepl
from deepl import http_client

from univercity.translation_desk.hints.checks import Term
from univercity.translation_desk.machine.providers.interface import (
    Answer,
    Failure,
    Limits,
    ProviderError,
)

logger = logging.getLogger(__name__)

# After 1, 1.6 and 2.6 seconds. Its own five tries keep somebody waiting for a quarter of a minute.
http_client.max_network_retries = 3
#: Begins the names of the glossaries that we keep at DeepL.
GLOSSARY = "UniverCity"
#: Characters of what is said about texts.
CONTEXT = 1000


class DeepL:
    """``variants`` and ``formality`` are DeepL's words for a language of the site, or a pair."""

    name = "DeepL"
    #: 50 texts and 128 KiB with everything around them.
    limits = Limits(texts=50, size=100_000)

    def __init__(self, key: str, address: str, variants: dict[str, str], formality: dict[str, str]):
        self.key = key
        self.address = f"{address.rstrip('/')}/" if address else None
        self.variants = variants
        self.formality = formality
        self.glossaries: dict[str, str] = {}

    @cached_property
    def client(self) -> deepl.DeepLClient:
        """The client; raises ``ProviderError`` without a key."""
        if not self.key:
            raise ProviderError(Failure.KEY, "MACHINE_TRANSLATION_KEY is empty")
        return deepl.DeepLClient(self.key, server_url=self.address, send_platform_info=False)

    def translate(
        self,
        texts: Sequence[str],
        *,
        source: str,
        target: str,
        context: str = "",
        glossary: Sequence[Term] = (),
    ) -> Answer:
        try:
            found = self.client.translate_text(
                list(texts),
                source_lang=primary(source),
                target_lang=of_pair(self.variants, source, target) or target.upper(),
                context=context[:CONTEXT] or None,
                formality=of_pair(self.formality, source, target) or None,
                glossary=self.glossary(source, target, glossary) or None,
                tag_handling="html",
            )
        except (deepl.DeepLException, ValueError, KeyError, TypeError) as error:
            raise ProviderError(failure_of(error), error) from error
        results = found if isinstance(found, list) else [found]
        if len(results) != len(texts):
            raise ProviderError(Failure.UNUSABLE, f"{len(results)} texts for {len(texts)}")
        return Answer([result.text for result in results], results[0].model_type_used or "")

    def glossary(self, source: str, target: str, terms: Sequence[Term]) -> str:
        """Return the id of our glossary at DeepL, made where it is missing; empty for none.

        Its name has a digest of what is in it. A glossary is a help: where DeepL does not take it,
        texts are translated without.
        """
        entries = {
            term.source: term.target
            for term in terms
            if is_entry(term.source) and is_entry(term.target)
        }
        if not entries:
            return ""
        content = hashlib.sha256(repr(sorted(entries.items())).encode()).hexdigest()[:16]
        kind = f"{GLOSSARY} {primary(source)}>{primary(target)}"
        name = f"{kind} {content}"
        if name not in self.glossaries:
            try:
                self.glossaries[name] = self.find_or_make(kind, name, source, target, entries)
            except (deepl.AuthorizationException, deepl.QuotaExceededException):
                raise
            except (deepl.DeepLException, ValueError, KeyError) as error:
                logger.warning("DeepL takes no glossary: %s", error)
                self.glossaries[name] = ""
        return self.glossaries[name]

    def find_or_make(
        self, kind: str, name: str, source: str, target: str, entries: dict[str, str]
    ) -> str:
        ours = [each for each in self.client.list_glossaries() if each.name.startswith(kind)]
        for each in ours:
            if each.name == name:
                return each.glossary_id
        for each in ours:  # first, as plans have room for few
            self.client.delete_glossary(each)
        made = self.client.create_glossary(name, primary(source), primary(target), entries)
        return made.glossary_id


def primary(language: str) -> str:
    """Return the language of a code without its region, as DeepL writes it."""
    return language.partition("-")[0].upper()


def of_pair(values: dict[str, str], source: str, target: str) -> str:
    """Return what is set for a pair of languages, or else for the target language."""
    source, target = source.lower(), target.lower()
    return values.get(f"{source}>{target}") or values.get(target, "")


def is_entry(text: str) -> bool:
    """Return whether a glossary of DeepL can hold a text."""
    return bool(text.strip()) and not any(character in text for character in "\t\n\r")


def failure_of(error: Exception) -> Failure:
    known: dict[type[Exception], Failure] = {
        deepl.AuthorizationException: Failure.KEY,
        deepl.QuotaExceededException: Failure.QUOTA,
        deepl.TooManyRequestsException: Failure.BUSY,
        deepl.ConnectionException: Failure.NETWORK,
    }
    if type(error) in known:
        return known[type(error)]
    if not isinstance(error, deepl.DeepLException):
        return Failure.UNUSABLE
    status = error.http_status_code or 0
    if status >= 500 or error.should_retry:
        return Failure.NETWORK
    if status == 400 and "target_lang" in str(error):
        return Failure.LANGUAGES
    return Failure.UNUSABLE if status == 0 else Failure.REFUSED
