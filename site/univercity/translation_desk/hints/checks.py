"""The checks of one translated text against its source."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from univercity.translation_desk.hints.figures import Figure, figures_in, numbers_in_words

TAG = re.compile(r"<[^>]*>")
#: The start of an inline element other than a line break.
ELEMENT = re.compile(r"<(?!/|br\b)[^>]*>")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
#: "Bürger*innen", "Bürger:in", "Bürger_innen", "Bürger/-innen", "BürgerInnen".
GENDERED = re.compile(r"\b\w+(?:[*:_]|/-?)in(?:nen)?\b|\b\w*[a-zäöüß]In(?:nen)?\b|\w[*_]\w")
GERMAN_QUOTES = re.compile(r"[„‚»«]")


@dataclass(frozen=True)
class Term:
    """A word with a fixed translation; a name is its own."""

    source: str
    target: str
    forbidden: tuple[str, ...] = ()  #: translations that must not be used


@dataclass(frozen=True)
class Pair:
    """A text and its translation, as HTML of a unit, with what is known of the place."""

    source: str
    target: str
    source_language: str
    target_language: str
    max_length: int | None = None  #: of what readers see, in characters
    terms: tuple[Term, ...] = field(default=())

    @property
    def plain_source(self) -> str:
        return plain(self.source)

    @property
    def plain_target(self) -> str:
        return plain(self.target)


@dataclass(frozen=True)
class Hint:
    """``code`` names the check and does not change; ``message`` says what to look at."""

    code: str
    message: Any


def plain(text: str) -> str:
    """Return what readers see of the HTML of a unit; soft hyphens, which they do not see, go."""
    return html.unescape(TAG.sub("", text)).replace("\u00ad", "")


def hints_for(pair: Pair) -> list[Hint]:
    """Return the hints on a translation; none on an empty one."""
    if not pair.plain_target.strip():
        return []
    return [hint for check in CHECKS for hint in check(pair)]


def check_length(pair: Pair) -> Iterator[Hint]:
    over = len(pair.plain_target) - (pair.max_length or len(pair.plain_target))
    if over > 0:
        message = ngettext_lazy(
            "%(number)d character too long; at most %(limit)d fit here.",
            "%(number)d characters too long; at most %(limit)d fit here.",
            over,
        )
        yield Hint("length", message % {"number": over, "limit": pair.max_length})


def check_unchanged(pair: Pair) -> Iterator[Hint]:
    names = {term.target for term in pair.terms}
    text = pair.plain_target
    if text == pair.plain_source and re.search(r"[^\W\d_]{3}", text) and text not in names:
        yield Hint("unchanged", _("The text is the same as in the source. Is that meant?"))


def check_figures(pair: Pair) -> Iterator[Hint]:
    source = figures_in(without_addresses(pair.plain_source), pair.source_language)
    target = figures_in(without_addresses(pair.plain_target), pair.target_language)
    for figure in missing_from(target, source):
        if figure.value not in numbers_in_words(pair.plain_target, pair.target_language):
            yield Hint("figure-missing", _("Missing: %(text)s") % {"text": figure.text})
    for figure in missing_from(source, target):
        if figure.value not in numbers_in_words(pair.plain_source, pair.source_language):
            yield Hint("figure-added", _("Not in the source: %(text)s") % {"text": figure.text})


def missing_from(there: list[Figure], wanted: list[Figure]) -> list[Figure]:
    """Return the figures of ``wanted`` whose values are not ``there``, as often as they are not."""
    left = Counter(figure.value for figure in there)
    missing = []
    for figure in wanted:
        if left[figure.value]:
            left[figure.value] -= 1
        else:
            missing.append(figure)
    return missing


def without_addresses(text: str) -> str:
    return ADDRESS.sub(" ", text)


def same_strings(code: str, regex: re.Pattern[str]) -> Callable[[Pair], Iterator[Hint]]:
    """Return a check that what ``regex`` finds stands in both texts, to the letter."""

    def check(pair: Pair) -> Iterator[Hint]:
        source = Counter(regex.findall(pair.plain_source))
        target = Counter(regex.findall(pair.plain_target))
        for text in source - target:
            yield Hint(code, _("Missing: %(text)s") % {"text": text})
        for text in target - source:
            yield Hint(code, _("Not in the source: %(text)s") % {"text": text})

    return check


def check_codes(pair: Pair) -> Iterator[Hint]:
    """Look for the elements, such as links, that a translation takes from its source."""
    source, target = (Counter(ELEMENT.findall(text)) for text in (pair.source, pair.target))
    for text in source - target:
        yield Hint("code-missing", _("Missing: %(text)s") % {"text": text})
    for text in target - source:
        yield Hint("code-added", _("Not in the source: %(text)s") % {"text": text})


def check_terms(pair: Pair) -> Iterator[Hint]:
    for term in pair.terms:
        if not contains(pair.plain_source, term.source):
            continue
        if not contains(pair.plain_target, term.target):
            params = {"source": term.source, "target": term.target}
            yield Hint("term", _("Write “%(target)s” for “%(source)s”.") % params)
        for wrong in term.forbidden:
            if contains(pair.plain_target, wrong):
                params = {"wrong": wrong, "target": term.target}
                yield Hint("forbidden", _("Write “%(target)s”, not “%(wrong)s”.") % params)


def contains(text: str, words: str) -> bool:
    """Return whether ``words`` stand in a text as whole words, in upper or lower case."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return bool(re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE))


def check_gender(pair: Pair) -> Iterator[Hint]:
    if pair.target_language != "en":
        return
    for match in GENDERED.finditer(without_addresses(pair.plain_target)):
        message = _("“%(text)s” is a German form; English has neutral words.")
        yield Hint("gender", message % {"text": match[0]})


def check_quotes(pair: Pair) -> Iterator[Hint]:
    if pair.target_language == "en" and GERMAN_QUOTES.search(pair.plain_target):
        yield Hint("quotes", _("English quotation marks are “…” and ‘…’."))


def check_spaces(pair: Pair) -> Iterator[Hint]:
    text = pair.plain_target
    if text != text.strip() and pair.plain_source == pair.plain_source.strip():
        yield Hint("spaces", _("There is a space at the beginning or the end."))
    if re.search(r"\S  +\S", text) and not re.search(r"\S  +\S", pair.plain_source):
        yield Hint("spaces", _("There are two spaces in a row."))


CHECKS: list[Callable[[Pair], Iterator[Hint]]] = [
    check_length,
    check_unchanged,
    check_figures,
    same_strings("address", ADDRESS),
    same_strings("placeholder", PLACEHOLDER),
    check_codes,
    check_terms,
    check_gender,
    check_quotes,
    check_spaces,
]
