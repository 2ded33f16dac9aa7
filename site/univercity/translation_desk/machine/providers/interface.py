"""What a service that translates can do, and how it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db import models
from django.utils.translation import gettext_lazy as _

from univercity.translation_desk.hints.checks import Term


class Failure(models.TextChoices):
    """Why nothing, or nothing more, was translated; labels are messages to people."""

    KEY = "key", _("The translation service does not accept the key of this site.")
    QUOTA = "quota", _("The quota of this site at the translation service is used up.")
    BUSY = "busy", _("The translation service has too much to do. Try again in some minutes.")
    NETWORK = "network", _("The translation service cannot be reached. Try again later.")
    REFUSED = "refused", _("The translation service refuses the request.")
    UNUSABLE = "unusable", _("The answer of the translation service makes no sense.")
    LANGUAGES = "languages", _("The translation service does not know these languages.")
    BUDGET = "budget", _("The characters that may be translated this month are used up.")


class ProviderError(Exception):
    """A service did not translate; ``detail`` is in its words, for the log."""

    def __init__(self, failure: Failure, detail: object = ""):
        super().__init__(f"{failure}: {detail}")
        self.failure = failure


@dataclass(frozen=True)
class Limits:
    """How much a service takes in one request."""

    texts: int
    size: int  #: in bytes, of all texts together as JSON


@dataclass(frozen=True)
class Answer:
    texts: list[str]  #: in the order of the request
    engine: str = ""  #: what of the service translated, in its words


class Provider(Protocol):
    """A service. Texts are HTML with inline tags, in which ``translate="no"`` marks names."""

    name: str  #: noted with each translation
    limits: Limits

    def translate(
        self,
        texts: Sequence[str],
        *,
        source: str,
        target: str,
        context: str = "",
        glossary: Sequence[Term] = (),
    ) -> Answer:
        """Translate from one language into another, by their codes on this site.

        ``context`` says what the texts are about, in the source language, and is not translated.
        Tries again by itself where that may help. Raises ``ProviderError``.
        """
