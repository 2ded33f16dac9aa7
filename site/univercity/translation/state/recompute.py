"""Compute the states of translations and store them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.dispatch import Signal

from univercity.http_cache.invalidation import drop_what_changed
from univercity.publishing.changes.keys import key_of
from univercity.translation.models import TranslationStatus
from univercity.translation.state.evidence import Archive, Judged, Place
from univercity.translation.state.rules import judge
from univercity.translation.state.sources import Languages, translated_models
from univercity.translation.units import UnitState

#: Sent within the transaction that stores states, with ``before`` (the rows that were stored, by
#: place), ``rows`` (those that are new or different) and ``gone`` (places that have none any more).
states_changed = Signal()
#: Objects judged at once; bounds the memory, not the result.
BATCH = 200
COLUMNS = [
    "content_type_id",
    "state",
    "outdated",
    "total",
    "open",
    "error",
    "unreviewed",
    "source_changed_at",
    "translated_at",
]


def recompute_all() -> int:
    """Judge everything that there is anew; return how many stored states were wrong."""
    wrong = 0
    known: set[uuid.UUID] = set()
    for model in translated_models():
        keys = set(model._default_manager.values_list("translation_key", flat=True))
        wrong += recompute(model, keys)
        known |= keys
    gone = set(TranslationStatus.objects.values_list("translation_key", flat=True)) - known
    return wrong + TranslationStatus.objects.filter(translation_key__in=gone).delete()[0]


def recompute(model: type[Model], keys: Iterable[uuid.UUID]) -> int:
    """Judge objects of a model by translation key; return how many stored states were wrong.

    ``model`` is ``Page`` for pages of all types. The number of queries depends on that of keys
    only by the batch.
    """
    languages = Languages()
    ordered = sorted(keys)
    batches = [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]
    return sum(recompute_batch(model, batch, languages) for batch in batches)


@transaction.atomic
def recompute_batch(model: type[Model], keys: Sequence[uuid.UUID], languages: Languages) -> int:
    archive = Archive(model, keys, languages)
    computed = {place: as_row(place, judged) for place, judged in archive.judged()}
    rows = TranslationStatus.objects.filter(translation_key__in=keys)
    stored = {(row.translation_key, row.locale_id): row for row in rows}
    wrong = [row for place, row in computed.items() if differs(row, stored.get(place))]
    TranslationStatus.objects.bulk_create(
        wrong,
        update_conflicts=True,
        unique_fields=["translation_key", "locale"],
        update_fields=[name.removesuffix("_id") for name in COLUMNS],
    )
    gone = {place: row.pk for place, row in stored.items() if place not in computed}
    if gone:
        TranslationStatus.objects.filter(pk__in=gone.values()).delete()
    tell_caches(model, archive, wrong, stored)
    if wrong or gone:
        states_changed.send(sender=None, before=stored, rows=wrong, gone=list(gone))
    return len(wrong) + len(gone)


def as_row(place: Place, judged: Judged) -> TranslationStatus:
    counts = judged.evidence.counts
    return TranslationStatus(
        translation_key=place[0],
        locale_id=place[1],
        content_type_id=judged.source.content_type_id,
        state=judge(judged.evidence),
        outdated=judged.evidence.outdated,
        total=sum(counts.values()),
        open=counts.get(UnitState.OPEN, 0),
        error=counts.get(UnitState.ERROR, 0),
        unreviewed=counts.get(UnitState.UNREVIEWED, 0),
        source_changed_at=judged.source.published_at,
        translated_at=judged.translated_at,
    )


def differs(row: TranslationStatus, stored: TranslationStatus | None) -> bool:
    return stored is None or any(getattr(row, name) != getattr(stored, name) for name in COLUMNS)


def tell_caches(
    model: type[Model],
    archive: Archive,
    rows: Iterable[TranslationStatus],
    stored: dict[Place, TranslationStatus],
) -> None:
    """Have answers made anew that say whether a translation is out of date."""
    surrogates: set[Any] = set()
    for row in rows:
        before = stored.get((row.translation_key, row.locale_id))
        if (before.outdated if before else False) != row.outdated:
            source = archive.sources[row.translation_key]
            surrogates |= {source.pk, *(each.pk for each in source.versions.values())}
    if surrogates:
        keys = {key_of(model, pk) for pk in surrogates} - {""}
        transaction.on_commit(lambda: drop_what_changed(keys, []), robust=True)
