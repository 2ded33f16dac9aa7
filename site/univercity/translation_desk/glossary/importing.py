"""What a file of terms would change, and changing it."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
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

from univercity.translation_desk.glossary.models import Term

# Terms as CSV: semicolons and a byte order mark, as Excel in German writes and reads it.

#: Columns of a file; the first two must be there.
COLUMNS = ["term", "translation", "not_to_be_used", "note", "from", "into"]
REQUIRED = COLUMNS[:2]
MAX_ROWS = 20_000
#: Spreadsheets take what begins so for a formula, and run it.
FORMULA = re.compile(r"'*[=+\-@\t\r]")
GUARDED = re.compile(r"'+[=+\-@\t\r]")
DELIMITERS = ";,\t"


class UnreadableCsv(Exception):
    """A file is no CSV with our columns; the message is for people."""


@dataclass(frozen=True)
class CsvRow:
    line: int
    values: dict[str, str]  #: by column

    def get(self, column: str) -> str:
        return self.values.get(column, "").strip()


def write_terms(terms: Iterable[Term]) -> Iterator[str]:
    """Yield the lines of a file; a cell that a spreadsheet would run has an apostrophe before."""
    yield "\ufeff"
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    for cells in [COLUMNS, *map(cells_of, terms)]:
        writer.writerow(map(guarded, cells))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def cells_of(term: Term) -> list[str]:
    return [
        term.source,
        term.target,
        "\n".join(term.forbidden_words),
        term.note,
        term.source_locale.language_code,
        term.target_locale.language_code,
    ]


def guarded(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    return cell[1:] if GUARDED.match(cell) else cell


def read_rows(data: bytes) -> list[CsvRow]:
    """Return the rows of a file with something in them; raises ``UnreadableCsv``."""
    text = decoded(data)
    first, _newline, rest = text.partition("\n")
    skipped = 0
    if first.strip().lower().startswith("sep="):
        text, skipped = rest, 1
        first = rest.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return list(rows_of(reader, skipped))
    except csv.Error as error:
        raise UnreadableCsv(
            gettext_lazy("The file is no CSV: %(detail)s") % {"detail": error}
        ) from error


def rows_of(reader: Iterator[list[str]], skipped: int) -> Iterator[CsvRow]:
    header = [name.strip().lower() for name in next(reader, [])]
    missing = [column for column in REQUIRED if column not in header]
    if missing:
        message = gettext_lazy("The file needs the columns %(columns)s in its first line.")
        raise UnreadableCsv(message % {"columns": ", ".join(missing)})
    start = 2 + skipped
    for number, cells in enumerate(reader, 1):
        if number > MAX_ROWS:
            message = gettext_lazy("There are more than %(limit)s rows in it; send them in parts.")
            raise UnreadableCsv(message % {"limit": MAX_ROWS})
        line, start = start, getattr(reader, "line_num", number) + 1 + skipped
        values = {name: unguarded(cell) for name, cell in zip(header, cells, strict=False)}
        if any(value.strip() for value in values.values()):
            yield CsvRow(line, values)


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, or what Excel saves on Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableCsv(gettext_lazy("The file is not written in UTF-8."))


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
