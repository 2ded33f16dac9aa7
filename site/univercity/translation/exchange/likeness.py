"""Texts of files laid beside others, by which it shows what their codes stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from univercity.translation.exchange.inline import (
    XML_SPACE,
    Kind,
    MalformedText,
    Mark,
    Text,
    marks,
)


def strings_between(text: Text) -> list[str]:
    """Return the strings before, between and after the marks, spaces and Unicode forms aside."""
    strings = [""]
    for part in text:
        if isinstance(part, str):
            strings[-1] += part
        else:
            strings.append("")
    joined = [
        re.sub(f"[{XML_SPACE}]+", " ", unicodedata.normalize("NFC", each)) for each in strings
    ]
    joined[0] = joined[0].lstrip(XML_SPACE)
    joined[-1] = joined[-1].rstrip(XML_SPACE)
    return joined


def is_copy(text: Text, source: Text) -> bool:
    """Return whether two texts of a file are the same, spaces and Unicode forms aside."""
    return strings_between(text) == strings_between(source) and marks(text) == marks(source)


#: What marks of a file stand for, by their kind and id.
Meanings = dict[tuple[Kind, str], Mark]


def meanings(in_file: Text, on_site: Text) -> Meanings | None:
    """Return what the marks in the source text of a file mean, or ``None`` if it is another text.

    Tools may have given them other ids and kinds, such as one for the start and one for the end of
    an element. Their order tells which is which.
    """
    if strings_between(in_file) != strings_between(on_site):
        return None
    pairs = list(zip(marks(in_file), marks(on_site), strict=True))
    if any(theirs.code not in (None, ours.code) for theirs, ours in pairs):
        return None
    return {(theirs.kind, theirs.id): ours for theirs, ours in pairs}


def decode(text: Text, meanings: Meanings) -> Text:
    """Put what they mean in place of the marks of a file; raises ``MalformedText`` at others."""

    def parts() -> Iterator[str | Mark]:
        for part in text:
            if isinstance(part, str) or part.code is not None:
                yield part
            elif (part.kind, part.id) in meanings:
                yield meanings[part.kind, part.id]
            else:
                raise MalformedText(part.id)

    return tuple(parts())
