"""The plan of an import for the command line: to read, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from univercity.translation.exchange.judging import Outcome
from univercity.translation.exchange.plan import Plan, Row

#: Outcomes after which everything in the file is on the site that could be.
FINE = {Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.EMPTY}


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
