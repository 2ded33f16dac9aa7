"""Read translations from a file of a translator."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation as languages

from univercity.translation_desk.exchange.apply import apply_import
from univercity.translation_desk.exchange.judging import Outcome
from univercity.translation_desk.exchange.parsing import read_file
from univercity.translation_desk.exchange.plan import Plan, Row, make_plan

#: Exit codes besides 0: nothing can be read, or something in the file was not taken.
UNREADABLE, REFUSED = 1, 2
#: Outcomes after which everything in the file is on the site that could be.
FINE = {Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.EMPTY}


class Command(BaseCommand):
    help = (
        "Reads translations from an XLIFF or PO file, or a ZIP archive of them. What belongs to "
        "texts that have changed since, has lost links or formatting, or was translated on the "
        "site meanwhile is not taken. Exit status 1 if the file cannot be read, 2 if something "
        "in it was not taken."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="tell, and write nothing")
        parser.add_argument("--json", action="store_true", help="tell as JSON")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="also replace what was translated on the site since the file was made",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with languages.override("en"):
            self.bring_in(options["file"], options)

    def bring_in(self, path: Path, options: dict[str, Any]) -> None:
        name = os.fsencode(path.name).decode(errors="replace")  # names may be any bytes
        reading = read_file(name, self.read(path))
        overwrite = None if options["overwrite"] else ()
        if options["dry_run"]:
            plan = make_plan(reading, None)
            rows, written = plan.to_write(overwrite), []
        else:
            plan, rows = apply_import(reading, None, overwrite=overwrite)
            written = rows
        if options["json"]:
            answer = {"dry_run": options["dry_run"], **as_json(plan, written)}
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
        else:
            for line in as_lines(plan, rows):
                self.stdout.write(line)
            self.stdout.write(f"{len(written)} texts written, to be reviewed.")
        if not reading.sections:
            raise CommandError("Nothing in the file can be read.", returncode=UNREADABLE)
        if reading.problems or refused(plan, rows):
            raise CommandError("Some of the file was not taken.", returncode=REFUSED)

    def read(self, path: Path) -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(settings.TRANSLATION_FILE_MAX_BYTES + 1)
        except (OSError, ValueError) as error:
            raise CommandError(f"{path} cannot be read: {error}") from error


def refused(plan: Plan, written: list[Row]) -> list[Row]:
    """Return the rows with something in them that is not taken."""
    taken = {id(row) for row in written}
    return [row for row in plan.rows if row.outcome not in FINE and id(row) not in taken]


def as_lines(plan: Plan, written: list[Row]) -> Iterator[str]:
    """Return a summary to read: problems, each text that is not taken, the numbers."""
    yield from (str(problem) for problem in plan.problems)
    for row in refused(plan, written):
        if row.document is None:
            continue  # its page is named by a problem
        yield f"{row.section.file}, line {row.entry.line}: {row.outcome.label}"
        yield f"    in the file:  {row.source_in_file} → {row.target_in_file}"
        if row.found:
            unit = row.found.unit
            yield f"    on the site:  {unit.source} → {unit.target}"
            yield f"    {row.document.title}: {row.found.place}"
    for outcome, number in plan.counts.items():
        yield f"{number:6}  {outcome.label}"


def as_json(plan: Plan, written: list[Row]) -> dict[str, Any]:
    return {
        "written": len(written),
        "counts": {outcome.value: number for outcome, number in plan.counts.items()},
        "problems": [
            {
                "code": problem.code.value,
                "file": problem.file,
                "line": problem.line,
                "message": problem.message,
            }
            for problem in plan.problems
        ],
        "texts": [row_as_json(row) for row in plan.rows],
    }


def row_as_json(row: Row) -> dict[str, Any]:
    unit = row.found and row.found.unit
    return {
        "outcome": row.outcome.value,
        "file": row.section.file,
        "line": row.entry.line,
        "id": row.entry.key,
        "page": row.document.title if row.document else None,
        "place": str(row.found.place) if row.found else None,
        "source_in_file": row.source_in_file,
        "translation_in_file": row.target_in_file,
        "source": unit.source if unit else None,
        "translation": unit.target if unit else None,
    }
