"""Forget what versions of translations were made from that are not stored any more.

Each draft notes what it was made from. States, provenance and the gate ask for that of a version:
the last note before it. So a note is kept as long as such a version is: until Wagtail's
``purge_revisions`` has removed it, at the next nightly run.
"""

from __future__ import annotations

import uuid
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django_tasks import task
from wagtail.models import DraftStateMixin, Revision, RevisionMixin

from univercity.translation.models import TranslationBasis
from univercity.translation.state.sources import translated_models

#: Objects looked at together; bounds the memory, not the result.
BATCH = 200

Place = tuple[uuid.UUID, int]  #: translation key and locale


@task()
def prune_bases() -> int:
    """Delete what no version needs any more; return how many rows that were."""
    keys = sorted(TranslationBasis.objects.values_list("source__object_id", flat=True).distinct())
    batches = (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
    return sum(prune(batch) for batch in batches)


def prune(keys: list[uuid.UUID]) -> int:
    times: dict[Place, list[datetime]] = defaultdict(list)
    for model in translated_models():
        for place, moment in moments_of_versions(model, keys):
            times[place].append(moment)
    superfluous: list[int] = []
    for place, bases in read_bases(keys).items():
        made = [made_at for made_at, _pk in bases]
        needed = {bisect_right(made, moment) - 1 for moment in times[place]} | {len(bases) - 1}
        superfluous += [pk for index, (_made_at, pk) in enumerate(bases) if index not in needed]
    return TranslationBasis.objects.filter(pk__in=superfluous).delete()[0]


def moments_of_versions(
    model: type[Model], keys: Iterable[uuid.UUID]
) -> Iterator[tuple[Place, datetime]]:
    """Yield when the stored versions of objects of a model were saved, or published."""
    if not issubclass(model, RevisionMixin):
        return
    names = ["pk", "translation_key", "locale_id"]
    if issubclass(model, DraftStateMixin):
        names.append("last_published_at")
    found: Any = model._default_manager.filter(translation_key__in=keys)
    places: dict[str, Place] = {}
    for row in found.order_by().values(*names):
        places[str(row["pk"])] = place = (row["translation_key"], row["locale_id"])
        if published_at := row.get("last_published_at"):
            yield place, published_at
    revisions = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(model), object_id__in=places
    )
    for pk, created_at in revisions.values_list("object_id", "created_at"):
        yield places[pk], created_at


def read_bases(keys: Iterable[uuid.UUID]) -> dict[Place, list[tuple[datetime, int]]]:
    """Return moment and id of what versions were made from, the earliest first."""
    found: dict[Place, list[tuple[datetime, int]]] = defaultdict(list)
    rows = TranslationBasis.objects.filter(source__object__in=keys).order_by("made_at", "pk")
    for key, locale, made_at, pk in rows.values_list(
        "source__object_id", "locale_id", "made_at", "pk"
    ):
        found[key, locale].append((made_at, pk))
    return found
