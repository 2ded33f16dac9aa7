"""The texts of a page or snippet, each with its translation: what translators work on.

A unit is a segment of wagtail-localize in one language. Its texts are HTML with inline tags whose
attributes are replaced by ids (``<a id="a1">``); what they stand for is in ``attrs``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from univercity.translation.models import Review

#: What ``write_units`` writes of a row.
COLUMNS = [
    "data",
    "translation_type",
    "tool_name",
    "last_translated_by",
    "has_error",
    "field_error",
    "updated_at",
]


class UnitState(models.TextChoices):
    """How far one text is. Only ``DONE`` may be published."""

    OPEN = "open", _("Not translated")
    ERROR = "error", _("With an error")
    UNREVIEWED = "unreviewed", _("To be reviewed")
    DONE = "done", _("Translated")


@dataclass(frozen=True)
class Previous:
    """What stood at the place of a text before the source was changed, or was wrong."""

    source: str
    target: str


@dataclass(frozen=True)
class Unit:
    """One text with its translation into one language; ``target`` is empty where there is none."""

    translation_id: int  #: of the ``Translation`` of the page or snippet
    key: str  #: of place and source text; the same after blocks have been put in another order
    segment_id: int
    string_id: int
    context_id: int
    target_locale_id: int
    path: str  #: such as ``body.<block id>.heading``; the sentences of a rich text share one
    order: int  #: in the page
    source: str
    attrs: dict[str, dict[str, str]]  #: by id, such as ``a1``
    state: UnitState
    target: str = ""
    error: str = ""
    tool: str = ""  #: what made the translation, such as "DeepL"; empty for a person
    by_machine: bool = False
    reviewed: bool = False  #: whether a person has approved the translation as it is
    updated_at: datetime | None = None
    translated_by_id: int | None = None
    translated_by: Any = None  #: the account
    previous: Previous | None = None


def units_of(translations: Iterable[Translation]) -> list[Unit]:
    """Return the units of translations in their order, in two queries for each target language."""
    by_locale: dict[int, list[Translation]] = defaultdict(list)
    for translation in translations:
        by_locale[translation.target_locale_id].append(translation)
    return [unit for locale, group in by_locale.items() for unit in read_units(locale, group)]


def read_units(locale_id: int, translations: list[Translation]) -> Iterable[Unit]:
    by_source = {translation.source_id: translation for translation in translations}
    segments = StringSegment.objects.filter(source__in=by_source).select_related(
        "string", "context"
    )
    at_context = defaultdict(list)
    for segment in segments.order_by("source_id", "order"):
        at_context[segment.context_id].append(segment)
    made = targets_at(locale_id, at_context)
    for context_id, here in at_context.items():
        current = {segment.string_id for segment in here}
        old = [each for string, each in made[context_id].items() if string not in current]
        for segment in here:
            target = made[context_id].get(segment.string_id)
            yield as_unit(by_source[segment.source_id], segment, target, old)


def targets_at(locale_id: int, contexts: Iterable[int]) -> dict[int, dict[int, StringTranslation]]:
    """Return all translations ever made at places, by context and source text."""
    made: dict[int, dict[int, StringTranslation]] = defaultdict(dict)
    rows = StringTranslation.objects.filter(locale=locale_id, context__in=list(contexts))
    related = ("translation_of", "context", "review", "last_translated_by")
    for row in rows.select_related(*related).order_by("updated_at"):
        made[row.context_id][row.translation_of_id] = row
    return made


def as_unit(
    translation: Translation,
    segment: StringSegment,
    target: StringTranslation | None,
    old: list[StringTranslation],
) -> Unit:
    facts: dict[str, Any] = {}
    if target:
        facts = {
            "target": target.data,
            "error": (target.get_error() or "") if target.has_error else "",
            "tool": target.tool_name,
            "by_machine": is_by_machine(target),
            "reviewed": is_approved(target),
            "updated_at": target.updated_at,
            "translated_by_id": target.last_translated_by_id,
            "translated_by": target.last_translated_by,
        }
    return Unit(
        translation_id=translation.pk,
        key=f"{segment.context.path_id}.{segment.string.data_hash}",
        segment_id=segment.pk,
        string_id=segment.string_id,
        context_id=segment.context_id,
        target_locale_id=translation.target_locale_id,
        path=segment.context.path,
        order=segment.order,
        source=segment.string.data,
        attrs=json.loads(segment.attrs or "null") or {},
        state=state_of(target),
        previous=closest(segment.string.data, old) if not target or target.has_error else None,
        **facts,
    )


def is_by_machine(target: StringTranslation) -> bool:
    return target.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE


def state_of(target: StringTranslation | None) -> UnitState:
    """Return how far a text is: what a tool has written counts once a person has approved it."""
    if target is None:
        return UnitState.OPEN
    if target.has_error:
        return UnitState.ERROR
    if (target.tool_name or is_by_machine(target)) and not is_approved(target):
        return UnitState.UNREVIEWED
    return UnitState.DONE


def is_approved(target: StringTranslation) -> bool:
    try:
        return bool(target.review.text == target.data)
    except ObjectDoesNotExist:
        return False


def closest(source: str, old: list[StringTranslation]) -> Previous | None:
    """Return what was translated at the same place from the most similar text."""

    def similarity(row: StringTranslation) -> float:
        return SequenceMatcher(None, source, row.translation_of.data).ratio()

    found = max((row for row in old if not row.has_error), key=similarity, default=None)
    return found and Previous(found.translation_of.data, found.data)


def write_unit(
    unit: Unit, text: str, *, user: Any, tool: str = "", machine: bool = False, error: str = ""
) -> None:
    """Store ``text`` as the translation of a unit; without ``tool`` a person wrote it.

    A text with unknown tags or links is stored, and is in state ``ERROR``, as is one with an
    ``error``, a message for translators.
    """
    StringTranslation.objects.update_or_create(
        translation_of_id=unit.string_id,
        context_id=unit.context_id,
        locale_id=unit.target_locale_id,
        defaults={
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE
            if machine
            else StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": tool,
            "last_translated_by": user,
            "has_error": bool(error),
            "field_error": error,
        },
    )


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


def clear_unit(unit: Unit) -> None:
    """Remove the translation of a unit, which then is open."""
    rows = StringTranslation.objects.filter(
        translation_of=unit.string_id, context=unit.context_id, locale=unit.target_locale_id
    )
    for row in rows:
        row.delete()


def approve(translation: Translation, units: Iterable[Unit], reviewer: Any) -> None:
    """Approve the texts of units of one translation as they are now."""
    wanted = {(unit.context_id, unit.string_id) for unit in units}
    rows = StringTranslation.objects.filter(
        locale=translation.target_locale_id, context__object=translation.source.object_id
    )
    for row in rows:
        if (row.context_id, row.translation_of_id) in wanted:
            Review.objects.update_or_create(
                translation=row, defaults={"text": row.data, "reviewer": reviewer}
            )
