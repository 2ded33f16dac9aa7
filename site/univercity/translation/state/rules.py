"""The rules by which a translation is in a state: when it is outdated, current, in progress ..."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from univercity.translation.models import TranslationState
from univercity.translation.units import UnitState


@dataclass
class Target:
    """The version of a page or snippet in a target language."""

    is_placeholder: bool = False  #: an alias, which mirrors the source
    live: bool = True
    published_at: datetime | None = None
    in_review: bool = False
    texts_differ: bool = False  #: what is public is not made from the present source texts
    facts_differ: bool = False


@dataclass
class Evidence:
    """What is known of one source in one language; ``target`` is ``None`` where there is none."""

    exempt: bool = False
    target: Target | None = None
    counts: dict[UnitState, int] = field(default_factory=dict)  #: texts; empty where kept by hand

    @property
    def outdated(self) -> bool:
        """Whether readers of the translation meet something else than readers of the source."""
        target = self.target
        if target is None or target.is_placeholder or not target.live:
            return False
        return target.texts_differ or target.facts_differ


def judge(evidence: Evidence) -> TranslationState:
    """Return the state of a translation: what is to be done about it next."""
    target = evidence.target
    if evidence.exempt:
        return TranslationState.NOT_NEEDED
    if target is None:
        return TranslationState.MISSING
    if target.is_placeholder:
        return TranslationState.FALLBACK
    if evidence.counts.get(UnitState.ERROR):
        return TranslationState.ERROR
    if target.in_review:
        return TranslationState.IN_REVIEW
    return judge_public(evidence, target) if target.live else judge_draft(evidence)


def judge_public(evidence: Evidence, target: Target) -> TranslationState:
    if target.texts_differ:
        return TranslationState.OUTDATED_TEXT
    if evidence.counts.get(UnitState.OPEN):
        return TranslationState.IN_PROGRESS
    if evidence.counts.get(UnitState.UNREVIEWED):
        return TranslationState.MACHINE
    return TranslationState.OUTDATED_DATA if target.facts_differ else TranslationState.CURRENT


def judge_draft(evidence: Evidence) -> TranslationState:
    if evidence.counts.get(UnitState.OPEN):
        return TranslationState.IN_PROGRESS
    if evidence.counts.get(UnitState.UNREVIEWED):
        return TranslationState.MACHINE
    return TranslationState.DRAFT
