"""The verdict on one text of a file: what would become of it on the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from univercity.translation.units import Unit, UnitState
from univercity.translation_desk.exchange.documents import DocumentUnit
from univercity.translation_desk.exchange.entries import Entry
from univercity.translation_desk.inline_elements import (
    LONGEST,
    MalformedText,
    Meanings,
    Text,
    codes,
    decode,
    hollow,
    marks,
    meanings,
    normal_html,
    revision,
    storable,
    tidy,
    to_html,
    visible,
)

#: What we write as the tool of a translation that came in a file.
TOOLS = {"XLIFF", "PO"}


class Outcome(models.TextChoices):
    """What an import does with a text; only the first two and, if wanted, conflicts are written."""

    NEW = "new", _("New translation")
    CHANGED = "changed", _("Changed translation")
    CONFLICT = "conflict", _("Translated on the site since then")
    UNCHANGED = "unchanged", _("As on the site")
    EMPTY = "empty", _("Without a translation")
    UNFINISHED = "unfinished", _("Unfinished in the file, or a copy of the source")
    STALE = "stale", _("The source text has changed")
    TAGS = "tags", _("Links or formatting are lost, doubled or unknown")
    TOO_LONG = "too-long", _("Longer than its field")
    CHARACTERS = "characters", _("With damaged characters, or such as cannot be stored")
    AMBIGUOUS = "ambiguous", _("Several translations for one text")
    UNKNOWN = "unknown", _("No such text on the site")
    FOREIGN = "foreign", _("Not yours to change, or of another language")
    UNUSABLE = "unusable", _("Not a text to translate")


@dataclass(frozen=True)
class Verdict:
    """An outcome with the text that would be written, as HTML."""

    outcome: Outcome
    text: str = ""


def judge(entry: Entry, found: DocumentUnit | None, user: Any) -> Verdict:
    """Compare a text of a file with its unit as it is now, if there is one."""
    if entry.source is None:
        return Verdict(Outcome.UNUSABLE)
    if found is None:
        return Verdict(Outcome.UNKNOWN)
    known = meanings(entry.source, found.source)
    if known is None:
        return Verdict(Outcome.STALE)
    if entry.is_malformed:
        return Verdict(Outcome.TAGS)
    if entry.target is None or not visible(entry.target).strip():
        return Verdict(Outcome.EMPTY)
    if len(visible(entry.target)) > LONGEST:
        return Verdict(Outcome.TOO_LONG)
    try:
        text = tidy(decode(entry.target, own_marks(found) | known), found.source)
        html = to_html(text)
    except MalformedText:
        return Verdict(Outcome.TAGS)
    return Verdict(outcome_of(entry, found, text, user), html)


def own_marks(found: DocumentUnit) -> Meanings:
    """Return the marks of the present translation, some of which the source may not have."""
    return {(mark.kind, mark.id): mark for mark in marks(found.target or ())}


def outcome_of(entry: Entry, found: DocumentUnit, text: Text, user: Any) -> Outcome:
    unit = found.unit
    if unit.target and to_html(text) == normal_html(unit.target):
        return Outcome.UNCHANGED
    if entry.is_unfinished or (entry.is_copy and unit.target):
        return Outcome.UNFINISHED
    if codes(text) != codes(found.source) or hollow(text) - hollow(found.source):
        return Outcome.TAGS
    if not storable(text, found.source):
        return Outcome.CHARACTERS
    if is_too_long(text, found):
        return Outcome.TOO_LONG
    if not unit.target:
        return Outcome.NEW
    return Outcome.CONFLICT if is_newer_on_the_site(entry, unit, user) else Outcome.CHANGED


def is_too_long(text: Text, found: DocumentUnit) -> bool:
    limit = found.place.max_length
    if limit is None:
        return False
    # wagtail-localize puts a title into the tree as HTML, in a column of that length.
    is_title = found.unit.path == "title"
    return len(to_html(text) if is_title else visible(text)) > limit


def is_newer_on_the_site(entry: Entry, unit: Unit, user: Any) -> bool:
    """Return whether an import would undo what somebody did since the file was made.

    What a machine wrote may be replaced, and so may what the same person brought in before and
    nobody has approved yet: files come back piece by piece. Who works at the command line is
    nobody in particular.
    """
    if entry.revision == revision(unit.target):
        return False
    if unit.state != UnitState.UNREVIEWED:
        return True
    is_by_somebody_else = user is None or unit.translated_by_id != user.pk
    return unit.tool in TOOLS and is_by_somebody_else
