"""Filling the open texts of a translation: memory first, then a machine."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils import translation as languages
from wagtail_localize.models import Translation

from univercity.translation.bulk_writing import write_units
from univercity.translation.exchange.export.documents import source_instance
from univercity.translation.exchange.inline import parse_html, visible
from univercity.translation.hints import checks
from univercity.translation.machine.batches import batches
from univercity.translation.machine.candidates import former_translation, may_be_filled
from univercity.translation.machine.providers import (
    Failure,
    Provider,
    ProviderError,
    configured_provider,
)
from univercity.translation.machine.result import Result
from univercity.translation.machine.wording import (
    Wording,
    characters,
    needs_no_words,
    wording_of,
)
from univercity.translation.memory.filling import TOOL, fill_from_memory
from univercity.translation.models import MachineUsage, Term
from univercity.translation.places import Place, place_of
from univercity.translation.units import Unit, units_of

logger = logging.getLogger(__name__)

#: Whether the service may have translated, and charged for it, although it gave no answer.
UNCERTAIN = {Failure.NETWORK, Failure.UNUSABLE}


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
