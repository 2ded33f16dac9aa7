"""Which translation a part of a file belongs to, and whether it may be changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from wagtail_localize.models import Translation

from univercity.translation.exchange.judging import Outcome
from univercity.translation.exchange.reading import Problem, Section
from univercity.translation.exchange.reading.entries import ProblemCode
from univercity.translation.exchange.rights import may_translate

UUID_PATTERN = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
UUID_IN_TEXT = re.compile(UUID_PATTERN, re.IGNORECASE)


@dataclass(frozen=True)
class Match:
    """A part of a file with its translation, or with why nothing of it is taken."""

    section: Section
    translation: Translation | None = None
    outcome: Outcome | None = None  #: of all its texts, where nothing is taken
    problem: Problem | None = None


def match(sections: Iterable[Section], user: Any, chosen: Translation | None = None) -> list[Match]:
    """Find the translation of each part; one that does not say it belongs to the ``chosen`` one."""
    sections = list(sections)
    rows = Translation.objects.filter(
        uuid__in={uuid for each in sections if (uuid := uuid_of(each))}
    )
    known = {row.uuid: row for row in rows.select_related("source__locale", "target_locale")}
    allowed = {
        row.pk: may_translate(user, row) for row in [*known.values(), *filter(None, [chosen])]
    }
    found = []
    for section in sections:
        uuid = uuid_of(section)
        row = known.get(uuid) if uuid else chosen
        found.append(judge_match(section, row, allowed))
    return found


def uuid_of(section: Section) -> UUID | None:
    found = UUID_IN_TEXT.search(section.identity)
    return UUID(found[0]) if found else None


def judge_match(section: Section, row: Translation | None, allowed: dict[int, bool]) -> Match:
    def refuse(outcome: Outcome, code: ProblemCode, **values: Any) -> Match:
        problem = Problem(code, section.file, section.line or None, values)
        return Match(section, row, outcome, problem)

    if row is None:
        return refuse(Outcome.UNKNOWN, ProblemCode.UNKNOWN_DOCUMENT)
    title = row.source.object_repr
    if not row.enabled:
        return refuse(Outcome.FOREIGN, ProblemCode.ENDED, title=title)
    said = f"{section.source_language or '?'} → {section.target_language or '?'}"
    languages = row.source.locale.language_code, row.target_locale.language_code
    if not (
        is_language(section.source_language, languages[0])
        and is_language(section.target_language, languages[1])
    ):
        expected = " → ".join(languages)
        return refuse(
            Outcome.FOREIGN, ProblemCode.LANGUAGE, title=title, expected=expected, found=said
        )
    if not allowed[row.pk]:
        return refuse(Outcome.FOREIGN, ProblemCode.FORBIDDEN, title=title)
    return Match(section, row)


def is_language(said: str, expected: str) -> bool:
    """Return whether a file says a language or a regional form of it, such as en-GB, or nothing."""
    if not said:
        return True
    said, expected = (code.strip().lower().replace("_", "-") for code in (said, expected))
    if "-x-" in f"{said}-{expected}":
        return said == expected
    short, long = sorted((said, expected), key=len)
    return long == short or long.startswith(f"{short}-")
