"""Terms as CSV: semicolons and a byte order mark, as Excel in German writes and reads it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from univercity.translation_desk.glossary.models import Term

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
