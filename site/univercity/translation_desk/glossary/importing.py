"""What a file of terms would change in the glossary, and changing it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Locale

from univercity.translation_desk.glossary.csv_files import CsvRow, UnreadableCsv, read_rows
from univercity.translation_desk.glossary.models import Term


class Outcome(models.TextChoices):
    """What becomes of a row; the first two are written."""

    NEW = "new", gettext_lazy("New term")
    CHANGED = "changed", gettext_lazy("Changed term")
    UNCHANGED = "unchanged", gettext_lazy("As on the site")
    REJECTED = "rejected", gettext_lazy("Cannot be taken")


@dataclass(frozen=True)
class PlannedTerm:
    line: int
    outcome: Outcome
    term: Term
    errors: tuple[str, ...] = ()


@dataclass(frozen=True)
class TermPlan:
    rows: list[PlannedTerm]
    problem: str = ""  #: why the whole file cannot be read

    def of(self, outcome: Outcome) -> list[PlannedTerm]:
        return [row for row in self.rows if row.outcome is outcome]

    @property
    def to_write(self) -> list[PlannedTerm]:
        return [*self.of(Outcome.NEW), *self.of(Outcome.CHANGED)]


def plan_terms(data: bytes) -> TermPlan:
    """Return what a file would change now; writes nothing."""
    try:
        rows = read_rows(data)
    except UnreadableCsv as error:
        return TermPlan([], str(error))
    return TermPlan(list(TermPlanner().plan(rows)))


@transaction.atomic
def import_terms(data: bytes, user: Any) -> TermPlan:
    """Write the rows of a file that can be taken, and note each in its history."""
    plan = plan_terms(data)
    for row in plan.to_write:
        row.term.save()
        action = "wagtail.create" if row.outcome is Outcome.NEW else "wagtail.edit"
        log(instance=row.term, action=action, user=user)
    return plan


class TermPlanner:
    """Compares rows with the glossary, which it reads once."""

    def __init__(self) -> None:
        self.locales = {each.language_code.lower(): each for each in Locale.objects.all()}
        self.known = {key_of(term): term for term in Term.objects.all()}
        self.lines: dict[tuple[int, int, str], list[int]] = defaultdict(list)

    def plan(self, rows: list[CsvRow]) -> Iterator[PlannedTerm]:
        for row in rows:
            yield self.plan_row(row)

    def plan_row(self, row: CsvRow) -> PlannedTerm:
        term = Term(
            source=row.get("term"),
            target=row.get("translation"),
            forbidden="\n".join(lines_of(row.get("not_to_be_used"))),
            note=row.get("note"),
        )
        errors = [*self.set_languages(term, row), *errors_in(term)]
        if errors:
            return PlannedTerm(row.line, Outcome.REJECTED, term, tuple(errors))
        key = key_of(term)
        if self.lines[key]:
            error = _("The word stands in line %(line)d already.") % {"line": self.lines[key][0]}
            return PlannedTerm(row.line, Outcome.REJECTED, term, (error,))
        self.lines[key].append(row.line)
        present = self.known.get(key)
        if present is None:
            return PlannedTerm(row.line, Outcome.NEW, term)
        return PlannedTerm(row.line, *self.compare(present, term, row))

    def set_languages(self, term: Term, row: CsvRow) -> Iterator[str]:
        default = settings.LANGUAGE_CODE
        others = [code for code in self.locales if code != default]
        for field, column, preset in (
            ("source_locale", "from", default),
            ("target_locale", "into", others[0] if others else ""),
        ):
            code = row.get(column) or preset
            locale = self.locales.get(code.lower())
            if locale:
                setattr(term, field, locale)
            else:
                yield _("There is no language “%(code)s” on this site.") % {"code": code}

    @staticmethod
    def compare(present: Term, term: Term, row: CsvRow) -> tuple[Outcome, Term]:
        """Return the term of the glossary with what the file has columns for."""
        columns = {"target": "translation", "forbidden": "not_to_be_used", "note": "note"}
        outcome = Outcome.UNCHANGED
        for field, column in columns.items():
            value = getattr(term, field)
            before = getattr(present, field)
            if field == "forbidden":
                before = "\n".join(present.forbidden_words)
            if column in row.values and value != before:
                setattr(present, field, value)
                outcome = Outcome.CHANGED
        return outcome, present


def key_of(term: Term) -> tuple[int, int, str]:
    return term.source_locale_id, term.target_locale_id, term.source


def lines_of(cell: str) -> list[str]:
    return [line.strip() for line in cell.splitlines() if line.strip()]


def errors_in(term: Term) -> Iterator[str]:
    if "\0" in f"{term.source}{term.target}{term.forbidden}{term.note}":
        yield str(ProhibitNullCharactersValidator.message)
    try:
        term.full_clean(
            exclude=["source_locale", "target_locale"],
            validate_unique=False,
            validate_constraints=False,
        )
    except ValidationError as error:
        for field, messages in error.message_dict.items():
            label = getattr(Term._meta.get_field(field), "verbose_name", "")
            for message in messages:
                yield f"{label}: {message}" if label else message
