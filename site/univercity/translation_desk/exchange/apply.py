"""Writing what a file brings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from wagtail.log_actions import log
from wagtail_localize.models import StringTranslation, Translation

from univercity.translation.units import write_unit
from univercity.translation_desk.exchange.judging import Outcome
from univercity.translation_desk.exchange.plan import Plan, Row, make_plan, uuid_of
from univercity.translation_desk.exchange.reading import Reading

#: Action in the history of the translated page; its data say how many texts.
IMPORTED = "univercity.import_translation"


@transaction.atomic
def apply_import(
    reading: Reading,
    user: Any,
    *,
    overwrite: Iterable[str] | None = (),
    chosen: Translation | None = None,
) -> tuple[Plan, list[Row]]:
    """Write the texts of a file that certainly belong on the site; they are to be reviewed then.

    The plan is made anew, so that nothing is overwritten that was written since it was shown.
    ``overwrite`` has the choices of conflicts that may be, or is ``None`` for all of them. Returns
    the plan and the rows that were written.
    """
    hold_still(reading, chosen)
    plan = make_plan(reading, user, chosen)
    rows = plan.to_write(overwrite)
    written: Counter[Translation] = Counter()
    for row in rows:
        if row.found and row.document:
            write_unit(row.found.unit, row.text, user=user, tool=row.section.tool)
            written[row.document.translation] += 1
    for translation, number in written.items():
        note_in_history(translation, number, user)
    return plan, rows


def hold_still(reading: Reading, chosen: Translation | None) -> None:
    """Keep others from changing the translations until this transaction ends."""
    uuids = {uuid for section in reading.sections if (uuid := uuid_of(section))}
    uuids |= {chosen.uuid} if chosen else set()
    rows = Translation.objects.select_for_update().filter(uuid__in=uuids)
    for translation in rows.order_by("pk").select_related("source"):
        texts = StringTranslation.objects.select_for_update().filter(
            locale=translation.target_locale_id, context__object=translation.source.object_id
        )
        list(texts.order_by("pk").values_list("pk"))


def note_in_history(translation: Translation, number: int, user: Any) -> None:
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist:
        return
    log(instance=target, action=IMPORTED, user=user, data={"texts": number})


# The plan of an import for the command line: to read, and as JSON.

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
