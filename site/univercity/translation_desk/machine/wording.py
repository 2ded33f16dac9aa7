"""A text as a service gets it, with names marked, and whether the answer may be used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from univercity.translation_desk.hints.checks import ADDRESS, Term
from univercity.translation_desk.inline_elements import (
    Code,
    Kind,
    MalformedText,
    Mark,
    Text,
    codes,
    join,
    parse_html,
    storable,
    tidy,
    to_html,
    visible,
)

SOFT_HYPHEN = "\u00ad"
#: The element around a name; services leave alone what is in it.
NAME = "span"
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Wording:
    """A text as a service gets it, with the names that are put back into the answer."""

    source: Text
    html: str
    names: tuple[str, ...] = ()

    def read(self, answer: str) -> str | None:
        """Return the translation in an answer as HTML of a unit.

        ``None`` where links, formatting or names of the source text are lost, doubled or changed.
        """
        try:
            text = self.with_names(parse_html(answer, strict=True))
            text = tidy(text, self.source)
            html = to_html(text)
        except MalformedText:
            return None
        is_whole = codes(text) == codes(self.source) and storable(text, self.source)
        return html if is_whole and visible(text).strip() else None

    def with_names(self, answer: Text) -> Text:
        """Put each name in place of the element that stood for it; raises ``MalformedText``."""
        left = {name_code(number): name for number, name in enumerate(self.names)}
        parts: list[str | Mark] = []
        inside = ""
        for part in answer:
            if inside:
                if isinstance(part, Mark) and (part.kind, part.id) == (Kind.CLOSE, inside):
                    inside = ""
            elif isinstance(part, Mark) and part.code in left:
                parts.append(left.pop(part.code))
                inside = part.id
            else:
                parts.append(part)
        text = join(parts)
        if any(name not in visible(text) for name in left.values()):
            raise MalformedText(NAME)
        return text


def name_code(number: int) -> Code:
    attrs = {"class": "notranslate", "id": f"n{number}", "translate": "no"}
    return Code(NAME, tuple(sorted(attrs.items())))


def wording_of(html: str, terms: Iterable[Term]) -> Wording:
    """Return what a service gets of a unit: without soft hyphens, names marked."""
    source = join(
        [
            part.replace(SOFT_HYPHEN, "") if isinstance(part, str) else part
            for part in parse_html(html)
        ]
    )
    regex = names_regex(terms)
    names: list[str] = []
    parts: list[str | Mark] = []
    for part in source:
        if isinstance(part, str) and regex:
            parts += marked(part, regex, names)
        else:
            parts.append(part)
    return Wording(source, to_html(tuple(parts)), tuple(names))


def names_regex(terms: Iterable[Term]) -> re.Pattern[str] | None:
    """Return a pattern of the names that stay as they are, longer ones first."""
    names = sorted({term.source for term in terms if term.source == term.target}, key=len)
    if not names:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(names)))})(?!\w)")


def marked(string: str, regex: re.Pattern[str], names: list[str]) -> list[str | Mark]:
    """Return a string with an element around each name, and add the names to ``names``."""
    parts: list[str | Mark] = []
    end = 0
    for found in regex.finditer(string):
        code = name_code(len(names))
        identity = f"name{len(names)}"
        parts += [
            string[end : found.start()],
            Mark(Kind.OPEN, identity, code),
            found[0],
            Mark(Kind.CLOSE, identity, code),
        ]
        names.append(found[0])
        end = found.end()
    return [*parts, string[end:]]


def needs_no_words(wording: Wording) -> bool:
    """Return whether a text is the same in every language: addresses, numbers and names."""
    text = ADDRESS.sub(" ", visible(wording.source))
    for name in wording.names:
        text = text.replace(name, " ")
    return not LETTER.search(text)


def characters(texts: Sequence[str]) -> int:
    """Return how many characters services count."""
    return sum(map(len, texts))
