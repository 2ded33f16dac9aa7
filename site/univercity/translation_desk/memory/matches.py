"""How a text was translated before, and filling open texts with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from django.db.models.signals import post_save
from wagtail_localize.models import String, StringTranslation, Translation, TranslationSource

from univercity.translation.units import Unit, UnitState, state_of, units_of, write_units

#: From which similarity a match helps more than it misleads, as CAT tools have it.
LEAST_SIMILARITY = 0.7
#: How many texts that the database finds similar are compared word by word.
CANDIDATES = 50


@dataclass(frozen=True)
class Match:
    """An earlier translation of the same or a similar text."""

    source: str
    target: str
    similarity: float  #: 1 where the texts are the same but for what nobody sees
    reviewed: bool  #: a person wrote or approved it


def exact_matches(
    strings: Iterable[int], source_locale_id: int, target_locale_id: int
) -> dict[int, Match]:
    """Return by id of a source string its best translation on any page, in one query.

    Those that a person wrote or approved come first, then the latest.
    """
    rows = translations_of(
        String.objects.filter(pk__in=list(strings), locale=source_locale_id), target_locale_id
    )
    best: dict[int, Match] = {}
    for row in rows.order_by("updated_at"):
        known = best.get(row.translation_of_id)
        if known is None or is_reviewed(row) or not known.reviewed:
            best[row.translation_of_id] = as_match(row, 1.0)
    return best


def similar_matches(
    text: str, source_locale_id: int, target_locale_id: int, limit: int = 5
) -> list[Match]:
    """Return translations of similar texts, the most similar first, reviewed ones before others."""
    wanted = normalise(text)
    strings = similar_strings(String.objects.filter(locale=source_locale_id), text)
    matches = []
    for row in translations_of(strings, target_locale_id):
        similarity = SequenceMatcher(None, wanted, normalise(row.translation_of.data)).ratio()
        if similarity >= LEAST_SIMILARITY:
            matches.append(as_match(row, similarity))
    matches.sort(key=lambda match: (-match.similarity, not match.reviewed))
    different = {(match.source, match.target): match for match in reversed(matches)}
    return sorted(different.values(), key=matches.index)[:limit]


def similar_strings(strings: QuerySet, text: str) -> QuerySet:
    """Narrow source texts down to those that may be similar, by what the database can."""
    if connection.vendor == "postgresql":
        strings = strings.filter(data__trigram_similar=text)
        return strings.annotate(near=TrigramSimilarity("data", text)).order_by("-near")[:CANDIDATES]
    words = sorted(set(re.findall(r"\w{4,}", text)), key=len, reverse=True)[:4]
    shared = Q(*[Q(data__icontains=word) for word in words], _connector=Q.OR)
    near = strings.annotate(length=Length("data")).filter(
        shared, length__range=(len(text) // 2, len(text) * 2)
    )
    return near.order_by("-pk")[: CANDIDATES * 4]


def translations_of(strings: QuerySet, target_locale_id: int) -> QuerySet:
    rows = StringTranslation.objects.filter(
        translation_of__in=strings.values("pk"), locale=target_locale_id, has_error=False
    )
    return rows.select_related("translation_of", "review")


def as_match(row: StringTranslation, similarity: float) -> Match:
    return Match(row.translation_of.data, row.data, similarity, is_reviewed(row))


def is_reviewed(row: StringTranslation) -> bool:
    return state_of(row) == UnitState.DONE


def normalise(text: str) -> str:
    """Return a text without what makes no difference to its translation."""
    plain = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    return " ".join(plain.split())


# Filling open texts with what the memory knows.

#: What the translation says it was made by.
TOOL = "Translation memory"


def fill_from_memory(translation: Translation, user: Any = None) -> list[Unit]:
    """Fill open texts that were translated on another page, to be reviewed; return those filled.

    Only what a person wrote or approved there is taken. Slugs are left open: an address belongs to
    its page.
    """
    open_units = [
        unit
        for unit in units_of([translation])
        if unit.state == UnitState.OPEN and unit.path != "slug"
    ]
    known = exact_matches(
        {unit.string_id for unit in open_units},
        translation.source.locale_id,
        translation.target_locale_id,
    )
    found = ((unit, known.get(unit.string_id)) for unit in open_units)
    texts = [(unit, match.target) for unit, match in found if match and match.reviewed]
    return write_units(texts, user=user, tool=TOOL)


def fill_later(translation_id: int) -> None:
    """Fill a translation once everything about it is stored.

    A minor edit carries former translations first, and whoever brings translations along writes
    them. Nothing is undone if it fails.
    """
    transaction.on_commit(partial(fill, translation_id), robust=True)


def fill(translation_id: int) -> None:
    translation = (
        Translation.objects.filter(pk=translation_id, enabled=True).select_related("source").first()
    )
    if translation:
        with transaction.atomic():  # the state of the page is judged once
            fill_from_memory(translation)


def translation_made(instance: Translation, raw: bool = False, **kwargs: Any) -> None:
    """Fill a page or snippet that is handed to translation, or taken up again."""
    if not raw and instance.enabled:
        fill_later(instance.pk)


def source_renewed(
    instance: TranslationSource, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Fill what is new in a source, such as a block that was copied."""
    if raw or created:
        return
    for pk in instance.translations.filter(enabled=True).values_list("pk", flat=True):
        fill_later(pk)


def connect() -> None:
    """Connect the receivers; call once all apps are loaded."""
    post_save.connect(translation_made, sender=Translation)
    post_save.connect(source_renewed, sender=TranslationSource)
