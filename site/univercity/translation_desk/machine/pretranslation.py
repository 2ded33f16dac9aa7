"""Filling the open texts of a translation: from the memory first, then by a service."""

from __future__ import annotations

import json
import logging
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any, TypeVar

from django.conf import settings
from django.utils import timezone
from django.utils import translation as languages
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import Translation

from univercity.translation.units import Unit, UnitState, units_of, write_units
from univercity.translation_desk.glossary.models import Term
from univercity.translation_desk.hints import checks
from univercity.translation_desk.hints.checks import plain
from univercity.translation_desk.inline_elements import codes, parse_html, visible
from univercity.translation_desk.machine.models import MachineUsage
from univercity.translation_desk.machine.providers import (
    Failure,
    Limits,
    Provider,
    ProviderError,
    configured_provider,
)
from univercity.translation_desk.machine.wording import (
    Wording,
    characters,
    needs_no_words,
    wording_of,
)
from univercity.translation_desk.memory.matches import TOOL, fill_from_memory, normalise
from univercity.translation_desk.places import Place, place_of, source_instance

logger = logging.getLogger(__name__)
#: Whether the service may have translated, and charged for it, although it gave no answer.
UNCERTAIN = {Failure.NETWORK, Failure.UNUSABLE}
#: From which similarity the former translation of a text is taken for it.
ALMOST_EQUAL = 0.95
SLUG = "slug"
T = TypeVar("T")


@dataclass
class Result:
    """Numbers of texts; a task keeps it as JSON."""

    from_memory: int = 0  #: filled, from the memory or the former translation
    by_machine: int = 0  #: filled by the service, or copied as they need no words
    left: int = 0  #: still open, of those that may be translated so
    damaged: int = 0  #: of those left: the answer had lost links, formatting or names
    too_long: int = 0  #: of those left: the answer does not fit its field
    provider: str = ""  #: name of the service; empty where none is configured
    failure: str = ""  #: a ``Failure``; empty if there was none

    @property
    def is_complete(self) -> bool:
        return not self.left

    @property
    def message(self) -> str:
        """What people read about it, in the active language."""
        return " ".join(self.sentences())

    def sentences(self) -> Iterator[str]:
        if self.failure:
            yield str(Failure(self.failure).label)
        if self.from_memory:
            text = ngettext(
                "%(number)d text filled from the translation memory.",
                "%(number)d texts filled from the translation memory.",
                self.from_memory,
            )
            yield text % {"number": self.from_memory}
        if self.by_machine:
            text = ngettext(
                "%(number)d text translated by %(service)s.",
                "%(number)d texts translated by %(service)s.",
                self.by_machine,
            )
            yield text % {"number": self.by_machine, "service": self.provider}
        if self.from_memory or self.by_machine:
            yield _("What was filled is to be reviewed.")
        elif not self.left:
            yield _("There is nothing left to translate here.")
        yield from self.what_is_left()

    def what_is_left(self) -> Iterator[str]:
        if self.damaged:
            text = ngettext(
                "%(number)d text came back with links, formatting or names lost, and stays open.",
                "%(number)d texts came back with links, formatting or names lost, and stay open.",
                self.damaged,
            )
            yield text % {"number": self.damaged}
        if self.too_long:
            text = ngettext(
                "%(number)d text came back longer than its field, and stays open.",
                "%(number)d texts came back longer than their fields, and stay open.",
                self.too_long,
            )
            yield text % {"number": self.too_long}
        others = self.left - self.damaged - self.too_long
        if others > 0:
            text = ngettext(
                "%(number)d text is still open.", "%(number)d texts are still open.", others
            )
            yield text % {"number": others}
        if others > 0 and not self.provider:
            yield _("No translation service is configured, so only the memory was asked.")

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def pretranslate(translation: Translation, user: Any = None) -> Result:
    """Fill the open texts of a translation; what was filled is to be reviewed.

    What people wrote stays as it is. Each portion is stored as it comes, so that what stops the
    work leaves the rest open, to be done by doing it again.
    """
    return PreTranslation(translation, user, configured_provider()).run()


@dataclass
class PreTranslation:
    """One run; without ``provider`` only the memory is asked."""

    translation: Translation
    user: Any
    provider: Provider | None
    result: Result = field(default_factory=Result)

    def run(self) -> Result:
        if self.provider:
            self.result.provider = self.provider.name
        self.result.from_memory = len(fill_from_memory(self.translation, self.user))
        units = [unit for unit in units_of([self.translation]) if may_be_filled(unit)]
        former = [(unit, text) for unit in units if (text := former_translation(unit))]
        taken = {unit.key for unit in write_units(former, user=self.user, tool=TOOL)}
        self.result.from_memory += len(taken)
        units = [unit for unit in units if unit.key not in taken]
        self.result.left = len(units)
        if self.provider and units:
            try:
                self.translate(units, self.provider)
            except ProviderError as error:
                logger.warning("%s: %s", self.provider.name, error)
                self.result.failure = error.failure.value
        return self.result

    def translate(self, units: list[Unit], provider: Provider) -> None:
        """Translate texts, each different one once; raises ``ProviderError``."""
        same: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            same[unit.source].append(unit)
        to_send: list[tuple[str, tuple[Wording, list[Unit]]]] = []
        wordless = []
        for source, group in same.items():
            wording = wording_of(source, self.terms)
            if needs_no_words(wording):
                wordless += [(unit, source) for unit in group]
            else:
                to_send.append((wording.html, (wording, group)))
        self.fill(wordless, provider.name)
        for batch in batches(to_send, provider.limits):
            answers, tool = self.ask(provider, batch)
            texts = []
            for answer, (_html, (wording, group)) in zip(answers, batch, strict=True):
                text = wording.read(answer)
                if text is None:
                    self.result.damaged += len(group)
                else:
                    texts += [(unit, text) for unit in group]
            self.fill(texts, tool)

    def ask(
        self, provider: Provider, batch: list[tuple[str, tuple[Wording, list[Unit]]]]
    ) -> tuple[list[str], str]:
        """Return the answers to a portion, and what made them; raises ``ProviderError``."""
        texts = [html for html, _texts in batch]
        today = timezone.localdate()
        number = characters(texts)
        budget = settings.MACHINE_TRANSLATION.characters
        if not MachineUsage.reserve(today, provider.name, number, budget):
            raise ProviderError(Failure.BUDGET, budget)
        try:
            answer = provider.translate(
                texts,
                source=self.translation.source.locale.language_code,
                target=self.translation.target_locale.language_code,
                context=self.context(unit for _html, (_wording, group) in batch for unit in group),
                glossary=self.terms,
            )
        except ProviderError as error:
            if error.failure not in UNCERTAIN:
                MachineUsage.give_back(today, provider.name, number)
            raise
        tool = f"{provider.name} ({answer.engine})" if answer.engine else provider.name
        return answer.texts, tool

    def fill(self, texts: list[tuple[Unit, str]], tool: str) -> None:
        """Write what fits its field, where nobody was faster."""
        fitting = [(unit, text) for unit, text in texts if self.fits(unit, text)]
        written = write_units(fitting, user=self.user, tool=tool, machine=True)
        self.result.too_long += len(texts) - len(fitting)
        self.result.by_machine += len(written)
        self.result.left -= len(fitting)

    def fits(self, unit: Unit, text: str) -> bool:
        limit = self.place(unit).max_length
        # wagtail-localize puts a title into the tree as HTML, in a column of that length.
        needed = len(text) if unit.path == "title" else len(visible(parse_html(text)))
        return limit is None or needed <= limit

    @cached_property
    def terms(self) -> tuple[checks.Term, ...]:
        translation = self.translation
        found = Term.objects.between(translation.source.locale_id, translation.target_locale_id)
        checked: tuple[checks.Term, ...] = found.as_checks()
        return checked

    @cached_property
    def instance(self) -> Any:
        with languages.override(self.translation.source.locale.language_code):
            return source_instance(self.translation)

    def place(self, unit: Unit) -> Place:
        if self.instance is None:
            return Place((unit.path,))
        with languages.override(self.translation.source.locale.language_code):
            return place_of(self.instance, unit.path)

    def context(self, units: Iterable[Unit]) -> str:
        """Return what the texts of a portion are about: page, and labels of fields."""
        labels = dict.fromkeys(str(self.place(unit)) for unit in units)
        return ". ".join([self.translation.source.object_repr, *labels])


def may_be_filled(unit: Unit) -> bool:
    """Return whether nobody has translated a text: it is open, or a tool made an error.

    An address belongs to its page and is derived from the title.
    """
    if unit.path.rpartition(".")[2] == SLUG:
        return False
    is_broken = unit.state == UnitState.ERROR and (unit.by_machine or bool(unit.tool))
    return unit.state == UnitState.OPEN or is_broken


def former_translation(unit: Unit) -> str | None:
    """Return the former translation of a text that has hardly changed since.

    No word may have come or gone, and no figure may be another one: a "not" or a date matters,
    however long the sentence is.
    """
    if unit.previous is None or unit.state != UnitState.OPEN:
        return None
    now, then = (normalise(plain(html)) for html in (unit.source, unit.previous.source))
    is_same = (
        similarity(now, then) > ALMOST_EQUAL
        and len(now.split()) == len(then.split())
        and re.findall(r"\d+", now) == re.findall(r"\d+", then)
    )
    fits = codes(parse_html(unit.previous.target)) == codes(parse_html(unit.source))
    return unit.previous.target if is_same and fits else None


def similarity(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def batches(items: Iterable[tuple[str, T]], limits: Limits) -> Iterator[list[tuple[str, T]]]:
    """Yield texts, each with whatever belongs to it, in their order.

    A text that is larger than a request may be is in none.
    """
    batch: list[tuple[str, T]] = []
    size = 0
    for text, item in items:
        bytes_ = len(json.dumps(text))
        if bytes_ > limits.size:
            continue
        if batch and (len(batch) == limits.texts or size + bytes_ > limits.size):
            yield batch
            batch, size = [], 0
        batch.append((text, item))
        size += bytes_
    if batch:
        yield batch
