"""Hints on the texts of a file: what somebody should look at who brings them in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from univercity.translation.exchange.plan import Row
from univercity.translation.hints.checks import Pair, Term, hints_for
from univercity.translation.models import Term as GlossaryTerm


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
