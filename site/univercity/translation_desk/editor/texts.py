"""The texts of a translation as the editor shows them, each with what helps to translate it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import Translation

from univercity.translation.units import Unit, UnitState, units_of
from univercity.translation_desk.editor import codes
from univercity.translation_desk.editor.codes import Change, word_diff
from univercity.translation_desk.glossary.models import Term
from univercity.translation_desk.hints.checks import Hint, Pair, hints_for, plain
from univercity.translation_desk.inline_elements import revision
from univercity.translation_desk.memory.matches import Match, exact_matches
from univercity.translation_desk.places import Place, Places


class Show(models.TextChoices):
    """Which texts are shown."""

    ALL = "all", _("All")
    OPEN = "open", _("Open")
    REVIEW = "review", _("To be reviewed")
    HINTS = "hints", _("With hints")


@dataclass
class Row:
    """A text on the desk; ``typed`` is what somebody wrote and that is not stored."""

    unit: Unit
    place: Place
    number: int  #: among the sentences of one paragraph, from 1
    total: int
    terms: list[Term]
    match: Match | None
    hints: list[Hint]
    typed: str | None = None
    problem: Any = ""  #: why what was typed is not stored
    theirs: str | None = None  #: what somebody else stored meanwhile
    is_shown: bool = True

    @property
    def key(self) -> str:
        return self.unit.key

    @property
    def label(self) -> str:
        return self.place.labels[-1]

    @property
    def source(self) -> list[codes.Piece]:
        return codes.pieces(self.unit.source)

    @property
    def source_on_screen(self) -> str:
        return codes.to_screen(self.unit.source)

    @property
    def stored(self) -> str:
        return codes.to_screen(self.unit.target)

    @property
    def text(self) -> str:
        return self.stored if self.typed is None else self.typed

    @property
    def revision(self) -> str:
        return revision(self.unit.target)

    @property
    def elements(self) -> list[codes.Element]:
        return codes.elements(self.unit.source, self.unit.attrs)

    @property
    def by(self) -> str:
        """Who translated it."""
        account = self.unit.translated_by
        return str(get_user_display_name(account)) if account else ""

    @property
    def is_kept(self) -> bool:
        """Whether somebody has decided that the text is the same in both languages."""
        return self.unit.reviewed and self.unit.target == self.unit.source

    @property
    def changes(self) -> list[Change]:
        """What has changed in the source since it was translated."""
        if not self.unit.previous:
            return []
        before, after = self.unit.previous.source, self.unit.source
        return word_diff(codes.to_screen(before), codes.to_screen(after))

    @property
    def former(self) -> str:
        return codes.to_screen(self.unit.previous.target) if self.unit.previous else ""

    @property
    def known(self) -> str:
        """The same text as translated elsewhere."""
        return codes.to_screen(self.match.target) if self.match else ""

    @property
    def lines(self) -> int:
        """The height of the field, in lines."""
        longest = max(self.source_on_screen, self.text, key=len)
        return min(12, sum(1 + len(line) // 60 for line in longest.split("\n")))

    @property
    def shows(self) -> set[str]:
        """The choices of texts that this one belongs to."""
        found: set[str] = {Show.ALL}
        if self.unit.state in (UnitState.OPEN, UnitState.ERROR):
            found.add(Show.OPEN)
        if self.unit.state == UnitState.UNREVIEWED:
            found.add(Show.REVIEW)
        if self.hints:
            found.add(Show.HINTS)
        return found


@dataclass
class Group:
    """The texts of one block or field, under the labels that lead to it."""

    labels: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)

    def __str__(self) -> str:
        return " › ".join(self.labels)

    @property
    def is_field(self) -> bool:
        """Whether the group is one field of the page, whose label says where it is."""
        return self.labels == self.rows[0].place.labels and len(self.rows) == 1

    @property
    def is_shown(self) -> bool:
        return any(row.is_shown for row in self.rows)


class Desk:
    """All texts of a translation; the number of queries does not depend on that of texts."""

    def __init__(self, translation: Translation):
        self.translation = translation
        source = translation.source
        self.places = Places(
            source.specific_content_type.model_class(), json.loads(source.content_json)
        )
        # A sentence that stands twice in a paragraph has one translation.
        self.units = {unit.key: unit for unit in units_of([translation])}

    @cached_property
    def terms(self) -> list[Term]:
        source, target = self.translation.source, self.translation
        return list(Term.objects.between(source.locale_id, target.target_locale_id))

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The texts by key, in the order of the page."""
        units = sorted(self.units.values(), key=lambda unit: unit.order)
        at_path = Counter(unit.path for unit in units)
        passed: Counter[str] = Counter()
        matches = self.matches(units)
        rows = {}
        for unit in units:
            passed[unit.path] += 1
            rows[unit.key] = Row(
                unit,
                self.places.at(unit.path),
                passed[unit.path],
                at_path[unit.path],
                self.terms_in(unit),
                matches.get(unit.string_id),
                self.hints(unit, unit.target),
            )
        return rows

    def matches(self, units: list[Unit]) -> dict[int, Match]:
        """Return what the memory knows of open texts; addresses belong to their page."""
        wanted = {
            unit.string_id
            for unit in units
            if unit.state in (UnitState.OPEN, UnitState.ERROR) and unit.path != "slug"
        }
        source, target = self.translation.source, self.translation
        return exact_matches(wanted, source.locale_id, target.target_locale_id)

    def terms_in(self, unit: Unit) -> list[Term]:
        """Return the terms of the glossary that may be in the source text."""
        text = plain(unit.source).casefold()
        return [term for term in self.terms if term.source.casefold() in text]

    def hints(self, unit: Unit, target: str) -> list[Hint]:
        """Return what to look at again in ``target``, a stored or typed text of a unit."""
        pair = Pair(
            unit.source,
            target,
            self.translation.source.locale.language_code,
            self.translation.target_locale.language_code,
            self.places.at(unit.path).max_length,
            tuple(term.as_check() for term in self.terms_in(unit)),
        )
        is_kept = unit.reviewed and target == unit.target == unit.source
        return [hint for hint in hints_for(pair) if not (is_kept and hint.code == "unchanged")]

    def show(self, choice: str) -> None:
        """Show a choice of texts, and those that could not be stored."""
        for row in self.rows.values():
            row.is_shown = choice in row.shows or bool(row.problem)

    @property
    def groups(self) -> Iterable[Group]:
        return grouped(self.rows.values())

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many texts each choice has, and how many are done."""
        states = Counter(unit.state for unit in self.units.values())
        shown = Counter(show for row in self.rows.values() for show in row.shows)
        return {
            **{str(show): shown[show] for show in Show},
            "done": states[UnitState.DONE],
            "total": len(self.units),
        }


def grouped(rows: Iterable[Row]) -> Iterator[Group]:
    """Put texts together that stand next to each other in one block or field."""
    group, place = None, None
    for row in rows:
        own = row.place.labels[:-1] if row.total == 1 else row.place.labels
        here = (row.place.block_id or row.unit.path, own)
        if group is None or here != place:
            if group:
                yield group
            group, place = Group(own or row.place.labels), here
        group.rows.append(row)
    if group:
        yield group
