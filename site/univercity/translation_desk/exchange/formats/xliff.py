"""What reading XLIFF 1 and 2 has in common: inline elements, and how far a tool says it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

from univercity.translation_desk.exchange.formats.xml import Unknown, local_name
from univercity.translation_desk.inline_elements import Kind, Mark, Text, join


class TextReader(ABC):
    """Reads the texts of one version of XLIFF, whose namespace is that of the root."""

    def __init__(self, prefix: str):
        self.prefix = prefix

    def tag(self, name: str) -> str:
        return f"{self.prefix}{name}"

    def text(self, element: Any) -> Text:
        """Return what stands in an element; raises ``Unknown`` for elements of no text."""
        return join(list(self.parts(element)))

    def parts(self, element: Any) -> Iterator[str | Mark]:
        yield element.text or ""
        for child in element:
            name = local_name(child)
            if child.tag != self.tag(name):
                raise Unknown(child.tag)
            yield from self.inline(name, child)
            yield child.tail or ""

    def paired(self, element: Any, identity: str) -> Iterator[str | Mark]:
        """Yield what stands in an element that is a start tag and its end tag in one."""
        yield Mark(Kind.OPEN, identity)
        yield from self.parts(element)
        yield Mark(Kind.CLOSE, identity)

    @abstractmethod
    def inline(self, name: str, element: Any) -> Iterator[str | Mark]:
        """Yield what an inline element means; raises ``Unknown``."""


def character(code: str) -> str:
    """Return the character with a hexadecimal number; raises ``Unknown``, also at half of one."""
    try:
        found = chr(int(code, 16))
        found.encode()
    except (ValueError, OverflowError) as error:
        raise Unknown(code) from error
    return found


# How far a tool says that a translation is, in XLIFF 1.2 or in words of its own.

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
