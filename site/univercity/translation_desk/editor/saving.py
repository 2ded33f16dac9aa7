"""Storing what translators type, without undoing what somebody else stored meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin
from wagtail_localize.models import Translation

from univercity.translation.permissions import REVIEW
from univercity.translation.units import Unit, UnitState, approve, clear_unit, write_unit
from univercity.translation_desk.editor import codes
from univercity.translation_desk.editor.texts import Desk
from univercity.translation_desk.hints.checks import plain
from univercity.translation_desk.inline_elements import LONGEST, MalformedText, revision
from univercity.translation_desk.places import Place


class Act(Enum):
    """What somebody does with a text."""

    SAVE = "save"
    CONFIRM = "confirm"  #: save it, and vouch for what a tool wrote
    KEEP = "keep"  #: decide that it is the same in both languages
    CLEAR = "clear"


class Outcome(Enum):
    SAVED = "saved"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"  #: somebody else has stored another text since it was shown
    GONE = "gone"  #: the source has another text by now
    REFUSED = "refused"


@dataclass(frozen=True)
class Typed:
    """What was typed into the field of a text; ``shown`` is the revision that stood there."""

    key: str
    text: str
    shown: str


@dataclass(frozen=True)
class Result:
    """What became of it; ``message`` says why it is not stored."""

    typed: Typed
    outcome: Outcome
    message: str = ""

    @property
    def is_stored(self) -> bool:
        return self.outcome in (Outcome.SAVED, Outcome.UNCHANGED)


class Refusal(ValueError):
    """A text cannot be stored; the message says why."""


@transaction.atomic
def save_texts(
    translation: Translation, texts: Iterable[Typed], user: Any, act: Act = Act.SAVE
) -> list[Result]:
    """Store texts of a translation one by one: what cannot be stored keeps no other from it."""
    hold_still(translation)
    desk = Desk(translation)
    return [save_text(desk, typed, user, act) for typed in texts]


def hold_still(translation: Translation) -> None:
    """Let others wait who store texts of the same translation."""
    Translation.objects.select_for_update().get(pk=translation.pk)


def save_text(desk: Desk, typed: Typed, user: Any, act: Act) -> Result:
    unit = desk.units.get(typed.key)
    if unit is None:
        message = _("The source has another text by now. Reload the page; your text: %(text)s")
        return Result(typed, Outcome.GONE, message % {"text": typed.text})
    try:
        text = new_text(unit, typed, desk.places.at(unit.path), act)
    except Refusal as refusal:
        return Result(typed, Outcome.REFUSED, str(refusal))
    if text == unit.target and act is not Act.KEEP:
        return vouch(desk, unit, typed, user) if act is Act.CONFIRM else unchanged(typed)
    if typed.shown != revision(unit.target):
        message = _("Somebody else has saved another text meanwhile.")
        return Result(typed, Outcome.CONFLICT, message)
    if text:
        write_unit(unit, text, user=user)
    else:
        clear_unit(unit)
    if act is Act.KEEP:
        approve(desk.translation, [unit], user)
    return Result(typed, Outcome.SAVED)


def unchanged(typed: Typed) -> Result:
    return Result(typed, Outcome.UNCHANGED)


def new_text(unit: Unit, typed: Typed, place: Place, act: Act) -> str:
    """Return what is to be stored, as HTML; empty for nothing. Raises ``Refusal``."""
    if act is Act.CLEAR:
        return ""
    if act is Act.KEEP:
        return unit.source
    if len(typed.text) > LONGEST:
        raise Refusal(_("This is too long for a text."))
    try:
        text = codes.from_screen(typed.text, place.kind)
    except MalformedText as error:
        raise Refusal(
            _("Not saved: a code is not closed, or codes cross each other, such as <b> and </b>.")
        ) from error
    if place.max_length is not None and (over := length(text, unit) - place.max_length) > 0:
        message = ngettext(
            "Not saved: %(number)d character too long; at most %(limit)d fit here.",
            "Not saved: %(number)d characters too long; at most %(limit)d fit here.",
            over,
        )
        raise Refusal(message % {"number": over, "limit": place.max_length})
    return text


def length(text: str, unit: Unit) -> int:
    """Return the length of a text in its field.

    wagtail-localize puts a title into the tree as HTML, in a column of that length.
    """
    return len(text) if unit.path == "title" else len(plain(text))


def vouch(desk: Desk, unit: Unit, typed: Typed, user: Any) -> Result:
    """Let a person answer for a text that a tool wrote.

    Reviewers approve it; other translators make it their own.
    """
    if unit.state != UnitState.UNREVIEWED:
        return unchanged(typed)
    if user.has_perm(REVIEW):
        approve(desk.translation, [unit], user)
    else:
        write_unit(unit, unit.target, user=user)
    return Result(typed, Outcome.SAVED)


def approve_all(translation: Translation, reviewer: Any) -> int:
    """Approve all texts that tools wrote; return how many there were."""
    units = [
        unit for unit in Desk(translation).units.values() if unit.state == UnitState.UNREVIEWED
    ]
    approve(translation, units, reviewer)
    return len(units)


def apply_texts(translation: Translation, target: Any, user: Any) -> bool:
    """Bring texts into the page or snippet where saving them is to do so; return whether it did.

    A snippet without drafts gets them once all are done; what is in review is to be what reviewers
    see everywhere. Everything else waits until it is handed in or published.
    """
    if isinstance(target, DraftStateMixin):
        if not getattr(target, "workflow_in_progress", False):
            return False
        translation.save_target(user=user, publish=False)
        return True
    if any(unit.state != UnitState.DONE for unit in Desk(translation).units.values()):
        return False
    translation.save_target(user=user)
    return True
