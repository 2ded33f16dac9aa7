"""Read what is known of translations, for any number of objects in the same few queries."""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from wagtail.models import WorkflowState
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from univercity.translation.models import Exemption, TranslationBasis
from univercity.translation.state.digests import digest_of_facts, read_texts
from univercity.translation.state.rules import Evidence, Target
from univercity.translation.state.sources import Languages, Source, Version, read_sources
from univercity.translation.units import UnitState, state_of

Place = tuple[uuid.UUID, int]  #: translation key and target locale


@dataclass
class Managed:
    """What wagtail-localize knows of one source."""

    pk: int
    texts: str  #: digests
    facts: str
    segments: list[tuple[int, int]]  #: context and string


@dataclass
class Judged:
    """Everything that a row of the stored states says."""

    source: Source
    evidence: Evidence
    translated_at: datetime | None


class Archive:
    """Everything that states depend on, for objects of one model."""

    def __init__(self, model: type[Model], keys: Iterable[uuid.UUID], languages: Languages):
        self.languages = languages
        self.sources = read_sources(model, keys, languages)
        self.managed = read_managed(self.sources, languages)
        self.translations = read_translations(self.managed)
        self.made = read_made(self.managed, languages)
        self.bases = read_bases(self.managed)
        exemptions = Exemption.objects.filter(translation_key__in=list(self.sources))
        self.exempt = set(exemptions.values_list("translation_key", "locale_id"))
        self.in_review = read_reviews(self.sources)

    def judged(self) -> Iterable[tuple[Place, Judged]]:
        """Yield what is known of each source in each target language."""
        for key, source in self.sources.items():
            for locale in self.languages.targets:
                place = (key, locale)
                managed = self.managed.get(key) if place in self.translations else None
                target = self.target(source, locale, managed)
                counts, latest = self.count(place, managed) if target else (Counter(), None)
                version = source.versions.get(locale)
                translated_at = latest or (version.published_at if version else None)
                evidence = Evidence(place in self.exempt, target, dict(counts))
                yield place, Judged(source, evidence, translated_at)

    def target(self, source: Source, locale: int, managed: Managed | None) -> Target | None:
        version = source.versions.get(locale)
        if version is None:
            return None
        target = Target(version.is_placeholder, version.live, version.published_at)
        target.in_review = (version.content_type_id, str(version.pk)) in self.in_review
        if version.live and not version.is_placeholder:
            basis = self.basis_of(version, managed, locale)
            if managed and basis:
                target.texts_differ = basis.texts != managed.texts
                target.facts_differ = basis.facts != managed.facts
            else:
                target.texts_differ = is_older(version, source)
        return target

    def basis_of(
        self, version: Version, managed: Managed | None, locale: int
    ) -> TranslationBasis | None:
        """Return what the public version was made from; ``None`` where it is kept by hand."""
        if managed is None:
            return None
        until = version.revised_at or version.published_at
        bases = self.bases[managed.pk, locale]
        return next((basis for basis in bases if not until or basis.made_at <= until), None)

    def count(
        self, place: Place, managed: Managed | None
    ) -> tuple[Counter[UnitState], datetime | None]:
        """Return how many texts are in which state, and when one was last translated."""
        counts: Counter[UnitState] = Counter()
        latest = None
        for context, string in managed.segments if managed else ():
            row = self.made.get((place[1], context, string))
            counts[state_of(row)] += 1
            if row and (latest is None or row.updated_at > latest):
                latest = row.updated_at
        return counts, latest


def is_older(version: Version, source: Source) -> bool:
    """Return whether a version kept by hand was published before its source was."""
    if not version.published_at or not source.published_at:
        return False
    return version.published_at < source.published_at


def read_managed(
    sources: dict[uuid.UUID, Source], languages: Languages
) -> dict[uuid.UUID, Managed]:
    rows = TranslationSource.objects.filter(object_id__in=list(sources), locale=languages.source)
    by_pk = {row.pk: row for row in rows}
    texts = read_texts(by_pk)
    return {
        row.object_id: Managed(
            pk, texts[pk].digest, digest_of_facts(row, texts[pk]), texts[pk].segments
        )
        for pk, row in by_pk.items()
    }


def read_translations(managed: dict[uuid.UUID, Managed]) -> set[Place]:
    rows = Translation.objects.filter(
        enabled=True, source__in=[each.pk for each in managed.values()]
    )
    return set(rows.values_list("source__object_id", "target_locale_id"))


def read_made(
    managed: dict[uuid.UUID, Managed], languages: Languages
) -> dict[tuple[int, int, int], StringTranslation]:
    """Return what was translated, by locale, context and string."""
    rows = StringTranslation.objects.filter(
        context__object__in=list(managed), locale__in=languages.targets
    ).select_related("review")
    return {(row.locale_id, row.context_id, row.translation_of_id): row for row in rows}


def read_bases(
    managed: dict[uuid.UUID, Managed],
) -> dict[tuple[int, int], list[TranslationBasis]]:
    """Return what versions were made from, the latest first."""
    found = defaultdict(list)
    rows = TranslationBasis.objects.filter(source__in=[each.pk for each in managed.values()])
    for row in rows.order_by("-made_at", "-pk"):
        found[row.source_id, row.locale_id].append(row)
    return found


def read_reviews(sources: dict[uuid.UUID, Source]) -> set[tuple[Any, str]]:
    """Return type and id of the versions that wait in a workflow."""
    versions = [each for source in sources.values() for each in source.versions.values()]
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,  # what was sent back waits for the translator
        content_type__in={each.content_type_id for each in versions},
        object_id__in=[str(each.pk) for each in versions],
    )
    return set(states.values_list("content_type_id", "object_id"))
