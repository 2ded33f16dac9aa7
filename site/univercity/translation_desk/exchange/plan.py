"""The plan of an import: each text of a file beside the text of the site that it belongs to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from wagtail_localize.models import Translation

from univercity.translation_desk.exchange.documents import Document, DocumentUnit, documents_of
from univercity.translation_desk.exchange.entries import (
    Entry,
    Problem,
    ProblemCode,
    Reading,
    Section,
    is_language,
)
from univercity.translation_desk.exchange.judging import Outcome, judge
from univercity.translation_desk.exchange.selection import may_translate
from univercity.translation_desk.glossary.models import Term as GlossaryTerm
from univercity.translation_desk.hints.checks import Hint, Pair, Term, hints_for
from univercity.translation_desk.inline_elements import revision, strings_between, visible

UUID_PATTERN = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
UUID_IN_TEXT = re.compile(UUID_PATTERN, re.IGNORECASE)
#: Characters by which a changed text is recognised.
COMPARED = 500
OWN_KEY = re.compile(rf"{UUID_PATTERN}\.{UUID_PATTERN}")
WRITTEN = {Outcome.NEW, Outcome.CHANGED}


@dataclass(frozen=True)
class Row:
    """One text of a file."""

    outcome: Outcome
    section: Section
    entry: Entry
    document: Document | None = None
    found: DocumentUnit | None = None  #: what it belongs to; of a stale one, what stands there now
    text: str = ""  #: that would be written, as HTML
    hints: tuple[Hint, ...] = ()  #: what to look at again, where somebody looks

    @property
    def choice(self) -> str:
        """Names a conflict as it was shown; another translation of the site has another name."""
        if self.found is None:
            return ""
        unit = self.found.unit
        return f"{unit.translation_id}:{unit.key}:{revision(unit.target)}"

    @property
    def source_in_file(self) -> str:
        return visible(self.entry.source or ())

    @property
    def target_in_file(self) -> str:
        return self.text or visible(self.entry.target or ())


@dataclass(frozen=True)
class Plan:
    rows: list[Row]
    problems: list[Problem]

    @property
    def counts(self) -> dict[Outcome, int]:
        """The number of texts for each outcome there is, in the order of ``Outcome``."""
        counted = Counter(row.outcome for row in self.rows)
        return {outcome: counted[outcome] for outcome in Outcome if counted[outcome]}

    def to_write(self, overwrite: Iterable[str] | None) -> list[Row]:
        """Return the rows to write; ``overwrite`` has choices of conflicts, ``None`` is all."""
        chosen = None if overwrite is None else set(overwrite)
        return [
            row
            for row in self.rows
            if row.outcome in WRITTEN
            or (row.outcome is Outcome.CONFLICT and (chosen is None or row.choice in chosen))
        ]


def make_plan(reading: Reading, user: Any, chosen: Translation | None = None) -> Plan:
    """Return what an import by ``user`` would do now; writes nothing.

    What does not say its translation belongs to the ``chosen`` one. Without ``user`` nothing is
    refused.
    """
    matches = match(reading.sections, user, chosen)
    taken = {
        each.translation.pk: each.translation
        for each in matches
        if each.translation and each.outcome is None
    }
    documents = documents_of(taken.values(), language=get_language() or "")
    shelves = {document.translation.pk: Shelf(document) for document in documents}
    rows = [row for each in matches for row in rows_of(each, shelves, user)]
    problems = [*reading.problems, *(each.problem for each in matches if each.problem)]
    return Plan(unambiguous(rows), problems)


# The translation that a part of a file belongs to, and whether it may be changed.


@dataclass(frozen=True)
class Match:
    """A part of a file with its translation, or with why nothing of it is taken."""

    section: Section
    translation: Translation | None = None
    outcome: Outcome | None = None  #: of all its texts, where nothing is taken
    problem: Problem | None = None


def match(sections: Iterable[Section], user: Any, chosen: Translation | None = None) -> list[Match]:
    """Find the translation of each part; one that does not say it belongs to the ``chosen`` one."""
    sections = list(sections)
    rows = Translation.objects.filter(
        uuid__in={uuid for each in sections if (uuid := uuid_of(each))}
    )
    known = {row.uuid: row for row in rows.select_related("source__locale", "target_locale")}
    allowed = {
        row.pk: may_translate(user, row) for row in [*known.values(), *filter(None, [chosen])]
    }
    found = []
    for section in sections:
        uuid = uuid_of(section)
        row = known.get(uuid) if uuid else chosen
        found.append(judge_match(section, row, allowed))
    return found


def uuid_of(section: Section) -> UUID | None:
    found = UUID_IN_TEXT.search(section.identity)
    return UUID(found[0]) if found else None


def judge_match(section: Section, row: Translation | None, allowed: dict[int, bool]) -> Match:
    def refuse(outcome: Outcome, code: ProblemCode, **values: Any) -> Match:
        problem = Problem(code, section.file, section.line or None, values)
        return Match(section, row, outcome, problem)

    if row is None:
        return refuse(Outcome.UNKNOWN, ProblemCode.UNKNOWN_DOCUMENT)
    title = row.source.object_repr
    if not row.enabled:
        return refuse(Outcome.FOREIGN, ProblemCode.ENDED, title=title)
    said = f"{section.source_language or '?'} → {section.target_language or '?'}"
    languages = row.source.locale.language_code, row.target_locale.language_code
    if not (
        is_language(section.source_language, languages[0])
        and is_language(section.target_language, languages[1])
    ):
        expected = " → ".join(languages)
        return refuse(
            Outcome.FOREIGN, ProblemCode.LANGUAGE, title=title, expected=expected, found=said
        )
    if not allowed[row.pk]:
        return refuse(Outcome.FOREIGN, ProblemCode.FORBIDDEN, title=title)
    return Match(section, row)


# The text of the site that a text of a file belongs to.


class Shelf:
    """The texts of a page, to be found by what a file says of one."""

    def __init__(self, document: Document):
        self.document = document
        self.by_key = {each.unit.key: each for each in document.units}
        self.by_place: dict[str, list[DocumentUnit]] = defaultdict(list)
        self.by_text: dict[tuple[str, ...], list[DocumentUnit]] = defaultdict(list)
        for each in document.units:
            self.by_text[tuple(strings_between(each.source))].append(each)
            self.by_place[each.unit.path].append(each)
            self.by_place[each.unit.key.partition(".")[0]].append(each)

    def find(self, entry: Entry) -> DocumentUnit | None:
        """Return the text, or the one that stands at its place now and is most like it.

        What has a key of the tool's own is the text of the page that reads so, if there is one
        only.
        """
        found = self.by_key.get(entry.key)
        if found:
            return found
        here = self.by_place.get(entry.key.partition(".")[0]) or self.by_place.get(entry.path, [])
        texts = self.by_text.get(tuple(strings_between(entry.source or ())), [])
        if not here and not OWN_KEY.fullmatch(entry.key):
            return texts[0] if len(texts) == 1 else None
        same = [each for each in texts if each in here]
        matcher = SequenceMatcher()
        matcher.set_seq2(visible(entry.source or ())[:COMPARED])

        def similarity(other: DocumentUnit) -> float:
            matcher.set_seq1(visible(other.source)[:COMPARED])
            return matcher.quick_ratio()

        return max(same or here, key=similarity, default=None)


def rows_of(matched: Match, shelves: dict[int, Shelf], user: Any) -> Iterator[Row]:
    section = matched.section
    for entry in section.entries:
        if matched.outcome or matched.translation is None:
            yield Row(matched.outcome or Outcome.UNKNOWN, section, entry)
            continue
        shelf = shelves[matched.translation.pk]
        found = shelf.find(entry)
        if not all(is_language(each, shelf.document.target_language) for each in entry.languages):
            yield Row(Outcome.FOREIGN, section, entry, shelf.document, found)
            continue
        verdict = judge(entry, found, user)
        yield Row(verdict.outcome, section, entry, shelf.document, found, verdict.text)


def unambiguous(rows: list[Row]) -> list[Row]:
    """Leave out what is said twice, and take nothing where a file says two things of one text."""
    by_unit: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.found and row.text:
            by_unit[row.found.unit.translation_id, row.found.unit.key].append(row)
    doubled, contradicting = set(), set()
    for group in by_unit.values():
        if len({row.text for row in group}) > 1:
            contradicting |= {id(row) for row in group if row.outcome is not Outcome.UNCHANGED}
        else:
            doubled |= {id(row) for row in group[1:]}
    return [
        replace(row, outcome=Outcome.AMBIGUOUS) if id(row) in contradicting else row
        for row in rows
        if id(row) not in doubled
    ]


def with_hints(rows: Iterable[Row]) -> list[Row]:
    """Return rows with the hints on the texts that would be written."""

    @cache
    def terms(source_locale_id: int, target_locale_id: int) -> tuple[Term, ...]:
        found = GlossaryTerm.objects.between(source_locale_id, target_locale_id)
        checks: tuple[Term, ...] = found.as_checks()
        return checks

    def hinted(row: Row) -> Row:
        if not (row.found and row.document and row.text):
            return row
        translation = row.document.translation
        pair = Pair(
            row.found.unit.source,
            row.text,
            row.document.source_language,
            row.document.target_language,
            row.found.place.max_length,
            terms(translation.source.locale_id, translation.target_locale_id),
        )
        return replace(row, hints=tuple(hints_for(pair)))

    return [hinted(row) for row in rows]
