"""What has changed in a text, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

#: Codes, words, spaces and signs.
WORD = re.compile(r"<[^<>]*>|\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Change:
    """A part of both texts, or of one of them."""

    kind: Literal["same", "removed", "added"]
    text: str


def word_diff(before: str, after: str) -> list[Change]:
    """Return the parts of two texts in their order; what is new comes behind what it replaces."""
    old, new = WORD.findall(before), WORD.findall(after)
    changes = []
    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            changes.append(Change("same", "".join(old[start:end])))
            continue
        if start < end:
            changes.append(Change("removed", "".join(old[start:end])))
        if new_start < new_end:
            changes.append(Change("added", "".join(new[new_start:new_end])))
    return changes
