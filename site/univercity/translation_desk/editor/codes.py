"""Texts as translators read and write them: characters, line breaks, and codes for elements.

Stored is HTML: ``AT&amp;T <b>now</b><br/>here``. On the screen that is ``AT&T <b>now</b>`` and a
line break. What would be read as a code but is none, such as the words ``<b>``, is ``&lt;b>``.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from univercity.translation_desk.inline_elements import (
    Code,
    Kind,
    MalformedText,
    Mark,
    marks,
    parse_html,
    tag_of,
    to_html,
)
from univercity.translation_desk.places import Kind as PlaceKind

TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
ESCAPED = re.compile(r"&(?:lt|gt|amp);")
#: What no database or no reader can do anything with.
UNUSABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
LINE_BREAK = Code("br")


@dataclass(frozen=True)
class Piece:
    """A part of a text on the screen."""

    text: str
    is_code: bool = False


@dataclass(frozen=True)
class Element:
    """An element of a source text that a translation is to have, too."""

    opening: str
    closing: str = ""  #: empty for an element without content
    about: str = ""  #: where a link leads, or the language of a passage


def pieces(stored: str) -> list[Piece]:
    """Return a stored text as it is shown, with its codes told apart."""
    return [as_piece(part) for part in parse_html(stored)]


def as_piece(part: str | Mark) -> Piece:
    if isinstance(part, str):
        text = ESCAPED.sub(lambda match: "&amp;" + match[0][1:], part.replace("\n", " "))
        return Piece(TAG.sub(lambda match: "&lt;" + match[0][1:], text))
    if part.code == LINE_BREAK:
        return Piece("\n")
    return Piece(tag_of(part), is_code=True)


def to_screen(stored: str) -> str:
    """Return a stored text as translators edit it."""
    return "".join(piece.text for piece in pieces(stored))


def from_screen(typed: str, kind: PlaceKind) -> str:
    """Return what is stored of a text that somebody typed.

    Raises ``MalformedText`` with the HTML where codes are not closed or cross each other.
    """
    typed = unicodedata.normalize("NFC", UNUSABLE.sub("", typed.replace("\r\n", "\n"))).strip()
    if kind is PlaceKind.LINE:
        typed = re.sub(r"\s*\n\s*", " ", typed)
    written = "".join(to_stored(typed))
    try:
        return to_html(parse_html(written, strict=True))
    except MalformedText as error:
        raise MalformedText(written) from error


def to_stored(typed: str) -> Iterator[str]:
    end = 0
    for match in TAG.finditer(typed):
        yield escaped(typed[end : match.start()])
        yield match[0]
        end = match.end()
    yield escaped(typed[end:])


def escaped(text: str) -> str:
    plain = ESCAPED.sub(lambda match: html.unescape(match[0]), text)
    return html.escape(plain, quote=False).replace("\n", "<br/>")


def elements(source: str, attrs: dict[str, dict[str, str]]) -> list[Element]:
    """Return the elements of a source text, each once; ``attrs`` say what its ids stand for."""
    found: dict[str, Element] = {}
    for mark in marks(parse_html(source)):
        if mark.kind is Kind.CLOSE or mark.code is None or mark.code == LINE_BREAK:
            continue
        opening = tag_of(mark)
        closing = f"</{mark.code.tag}>" if mark.kind is Kind.OPEN else ""
        known = attrs.get(dict(mark.code.attrs).get("id", ""), {})
        about = known.get("href") or known.get("lang", "")
        found.setdefault(opening, Element(opening, closing, about))
    return list(found.values())


# What has changed in a text, word by word.

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
