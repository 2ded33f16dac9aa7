"""Writing many texts of a translation in a few queries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue, validate_translation_links

from univercity.translation.units import Unit, write_unit

COLUMNS = [
    "data",
    "translation_type",
    "tool_name",
    "last_translated_by",
    "has_error",
    "field_error",
    "updated_at",
]


@transaction.atomic
def write_units(
    texts: Iterable[tuple[Unit, str]], *, user: Any, tool: str, machine: bool = False
) -> list[Unit]:
    """Store texts as the translations of units, which all belong to one translation.

    As ``write_unit`` does for one, unless somebody has written another text there since the units
    were read. Returns the units that were written.
    """
    texts = list(texts)
    present = rows_of(unit for unit, _text in texts)
    unchanged = [pair for pair in texts if target_in(present, pair[0]) == pair[0].target]
    # The title at the end: it goes into the tree of pages as well.
    in_order = sorted(unchanged, key=lambda pair: pair[0].path == "title")
    rows = [present.get(place(unit)) or new_row(unit) for unit, _text in in_order[:-1]]
    kind = StringTranslation.TRANSLATION_TYPE_MACHINE if machine else "manual"
    for row, (unit, text) in zip(rows, in_order[:-1], strict=True):
        row.data, row.tool_name, row.translation_type = text, tool, kind
        row.last_translated_by, row.updated_at = user, timezone.now()
        row.has_error, row.field_error = is_wrong(unit.source, text), ""
    StringTranslation.objects.bulk_create(
        [row for row in rows if row.pk is None],
        ignore_conflicts=True,  # somebody may write the first text there just now
    )
    StringTranslation.objects.bulk_update([row for row in rows if row.pk], COLUMNS)
    for unit, text in in_order[-1:]:  # what follows the translations of a page learns of one
        write_unit(unit, text, user=user, tool=tool, machine=machine)
    return [unit for unit, _text in unchanged]


def place(unit: Unit) -> tuple[int, int]:
    return unit.context_id, unit.string_id


def rows_of(units: Iterable[Unit]) -> dict[tuple[int, int], StringTranslation]:
    """Return what is stored for units by context and source text, and lock it."""
    places = {place(unit): unit.target_locale_id for unit in units}
    rows = StringTranslation.objects.select_for_update().filter(
        locale__in=set(places.values()),
        context__in={context for context, _string in places},
        translation_of__in={string for _context, string in places},
    )
    return {(row.context_id, row.translation_of_id): row for row in rows.order_by("pk")}


def target_in(present: dict[tuple[int, int], StringTranslation], unit: Unit) -> str:
    row = present.get(place(unit))
    return row.data if row else ""


def new_row(unit: Unit) -> StringTranslation:
    return StringTranslation(
        translation_of_id=unit.string_id,
        context_id=unit.context_id,
        locale_id=unit.target_locale_id,
    )


def is_wrong(source: str, text: str) -> bool:
    """Return whether a text has tags or links that its source does not have."""
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(source, text)
    except ValueError:
        return True
    return False
