"""How far a tool says that a translation is, in XLIFF 1.2 or in words of its own.

https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#state, and what Trados (``sdl:seg``),
memoQ (``mq:status``) and Phrase (``m:confirmed``) write beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

SDL = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
MEMOQ = "{MQXliff}"
PHRASE = "{http://www.memsource.com/mxlf/2.0}"
UNFINISHED = {
    "new",
    "needs-translation",
    "Draft",
    "RejectedTranslation",
    "RejectedSignOff",
    "NotStarted",
    "PartiallyEdited",
    "AssembledFromFragments",
    "Rejected",
    "confirmed=0",
}
REJECTED = "rejected-"
CONFIRMED = {
    "translated",
    "signed-off",
    "final",
    "Translated",
    "ApprovedTranslation",
    "ApprovedSignOff",
    "ManuallyConfirmed",
    "Proofread",
    "confirmed=1",
    "approved=yes",
}


def is_unfinished(unit: Any, target: Any) -> bool:
    """Return whether a tool says of a translation that it is none yet."""
    return any(said in UNFINISHED or said.startswith(REJECTED) for said in sayings(unit, target))


def is_confirmed(unit: Any, target: Any) -> bool:
    """Return whether a tool says that somebody wants the translation as it is."""
    said = set(sayings(unit, target))
    return bool(said & CONFIRMED) and not said & UNFINISHED


def sayings(unit: Any, target: Any) -> Iterator[str]:
    yield target.get("state", "")
    yield target.get("state-qualifier", "")
    yield f"approved={unit.get('approved')}"
    yield unit.get(f"{MEMOQ}status", "")
    yield f"confirmed={unit.get(f'{PHRASE}confirmed')}"
    for segment in unit.iterfind(f"{SDL}seg-defs/{SDL}seg"):
        yield segment.get("conf", "")
