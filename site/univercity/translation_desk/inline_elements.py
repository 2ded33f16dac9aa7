"""Texts with inline elements, such as links and bold words: strings with marks between them.

On the site a text is HTML with inline tags. In a file it is text with codes that have nothing but
an id. Both are a ``Text`` here; what the ids of a file mean, ``meanings`` finds.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from html.parser import HTMLParser
from itertools import groupby

from django.utils.html import escape

#: Characters in a text at most. What is longer is none, and would take long to compare.
LONGEST = 50_000
VOID_TAGS = {"br", "hr", "img", "wbr"}
XML_SPACE = " \t\r\n"


class Kind(Enum):
    OPEN = "open"
    CLOSE = "close"
    EMPTY = "empty"


@dataclass(frozen=True)
class Code:
    """An inline element of HTML, such as ``a`` with the ``id`` ``a1``."""

    tag: str
    attrs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Mark:
    """A tag in a text; start and end of an element share their ``id``.

    The ``code`` is ``None`` in a file that does not say it.
    """

    kind: Kind
    id: str
    code: Code | None = None


Text = tuple[str | Mark, ...]


class MalformedText(ValueError):
    """Tags are unknown, not closed, or cross each other."""


def join(parts: list[str | Mark]) -> Text:
    """Return a text in which no string follows another and none is empty."""
    joined: list[str | Mark] = []
    for kind, group in groupby(parts, key=type):
        if kind is not str:
            joined += group
        elif string := "".join(map(str, group)):
            joined.append(string)
    return tuple(joined)


class TagReader(HTMLParser):
    """Reads HTML; what is wrong in it is mended as browsers do, and noted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str | Mark] = []
        self.open: list[Mark] = []
        self.open_tags: Counter[str] = Counter()
        self.count = 0
        self.is_clean = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += 1
        code = Code(tag, tuple(sorted((name, value or "") for name, value in attrs)))
        kind = Kind.EMPTY if tag in VOID_TAGS else Kind.OPEN
        mark = Mark(kind, str(self.count), code)
        self.parts.append(mark)
        if kind is Kind.OPEN:
            self.open.append(mark)
            self.open_tags[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID_TAGS:
            return
        if not self.open_tags[tag]:
            self.is_clean = False
            return
        while self.close_last() != tag:
            self.is_clean = False

    def close_last(self) -> str:
        """Close the innermost element that is open, and return its tag."""
        mark = self.open.pop()
        self.parts.append(replace(mark, kind=Kind.CLOSE))
        tag = mark.code.tag if mark.code else ""
        self.open_tags[tag] -= 1
        return tag

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_comment(self, data: str) -> None:
        self.is_clean = False

    def handle_decl(self, decl: str) -> None:
        self.is_clean = False

    def handle_pi(self, data: str) -> None:
        self.is_clean = False

    def unknown_decl(self, data: str) -> None:
        self.is_clean = False

    def finish(self) -> None:
        self.close()
        self.is_clean = self.is_clean and not self.open
        while self.open:
            self.close_last()


def parse_html(html: str, *, strict: bool = False) -> Text:
    """Read HTML with inline tags; ``strict`` raises ``MalformedText`` instead of mending it."""
    reader = TagReader()
    try:
        reader.feed(html)
        reader.finish()
    except AssertionError as error:  # Python's parser, at an unfinished "<!["
        if strict:
            raise MalformedText(html) from error
        return (html,)
    if strict and not reader.is_clean:
        raise MalformedText(html)
    return join(reader.parts)


def to_html(text: Text) -> str:
    """Write a text, whose codes are known, as wagtail-localize does; raises ``MalformedText``."""
    written = []
    open_ids: list[str] = []
    for part in text:
        if isinstance(part, str):
            written.append(part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
            continue
        if part.kind is Kind.OPEN:
            open_ids.append(part.id)
        elif part.kind is Kind.CLOSE and (not open_ids or open_ids.pop() != part.id):
            raise MalformedText(part.id)
        written.append(tag_of(part))
    if open_ids:
        raise MalformedText(open_ids[-1])
    return "".join(written)


def tag_of(mark: Mark) -> str:
    if mark.code is None:
        raise MalformedText(mark.id)
    if mark.kind is Kind.CLOSE:
        return f"</{mark.code.tag}>"
    attrs = "".join(f' {name}="{escape(value)}"' for name, value in mark.code.attrs)
    return f"<{mark.code.tag}{attrs}{'/' if mark.kind is Kind.EMPTY else ''}>"


def normal(text: Text) -> Text:
    """Return the text in Unicode's composed form, in which equal texts are equal."""
    return tuple(
        unicodedata.normalize("NFC", part) if isinstance(part, str) else part for part in text
    )


def normal_html(html: str) -> str:
    """Return the one way to write a text of the site."""
    return to_html(normal(parse_html(html)))


def marks(text: Text) -> list[Mark]:
    return [part for part in text if isinstance(part, Mark)]


def visible(text: Text) -> str:
    """Return what readers see, with line breaks."""
    return "".join(
        part if isinstance(part, str) else "\n"
        for part in text
        if isinstance(part, str) or part.code == Code("br")
    )


def codes(text: Text) -> Counter[Code | None]:
    """Count the inline elements."""
    return Counter(mark.code for mark in marks(text) if mark.kind is not Kind.CLOSE)


def hollow(text: Text) -> Counter[Code | None]:
    """Count the elements around nothing that readers see, such as a link without words."""
    found: Counter[Code | None] = Counter()
    has_content = [False]
    for part in text:
        if isinstance(part, Mark) and part.kind is Kind.OPEN:
            has_content.append(False)
        elif isinstance(part, Mark) and part.kind is Kind.CLOSE:
            is_full = has_content.pop()
            found[part.code] += not is_full
            has_content[-1] |= is_full
        else:
            has_content[-1] |= isinstance(part, Mark) or bool(part.strip())
    return found


def numbered_like(target: Text, source: Text) -> Text:
    """Give the elements of a translation the ids that they have in the source text.

    Elements that the source does not have get ids of their own.
    """
    free: dict[Code | None, list[str]] = defaultdict(list)
    for mark in marks(source):
        if mark.kind is not Kind.CLOSE:
            free[mark.code].append(mark.id)
    ids: dict[str, str] = {}
    for mark in marks(target):
        if mark.kind is not Kind.CLOSE:
            known = free[mark.code]
            ids[mark.id] = known.pop(0) if known else f"t{mark.id}"
    return tuple(
        part if isinstance(part, str) else replace(part, id=ids[part.id]) for part in target
    )


def tidy(target: Text, source: Text) -> Text:
    """Remove line breaks and outer spaces that a tool has put into a translation.

    In texts of the site a line break is an element, and no text begins or ends with spaces.
    """
    written = "".join(part for part in source if isinstance(part, str))
    has_lines = "\n" in written or "\r" in written
    parts = [
        unwrapped(part) if isinstance(part, str) and not has_lines else part
        for part in normal(target)
    ]
    if parts and isinstance(parts[0], str) and written[:1] not in tuple(XML_SPACE):
        parts[0] = parts[0].lstrip(XML_SPACE)
    if parts and isinstance(parts[-1], str) and written[-1:] not in tuple(XML_SPACE):
        parts[-1] = parts[-1].rstrip(XML_SPACE)
    return join(parts)


def unwrapped(string: str) -> str:
    """Return a string without line breaks and the spaces around them."""
    first, *others = re.split("[\r\n]+", string)
    if not others:
        return string
    *middle, last = others
    inner = [line for each in middle if (line := each.strip(XML_SPACE))]
    return " ".join([first.rstrip(XML_SPACE), *inner, last.lstrip(XML_SPACE)])


def revision(html: str) -> str:
    """Return a short fingerprint of a translation, by which a later change of it shows."""
    return hashlib.sha256(normal_html(html).encode()).hexdigest()[:16] if html else "none"


#: What programs put in place of a character that they cannot read.
DAMAGED = "\ufffd"


def storable(text: Text, source: Text) -> bool:
    """Return whether a text has no control characters and the like but those of its source."""
    strange = {
        character
        for character in visible(text)
        if character == DAMAGED
        or (unicodedata.category(character) in ("Cc", "Cs") and character not in "\t\n\r")
    }
    return strange <= set(visible(source)) - {"\0"}


# Texts of files beside those of the site, by which it shows what their codes stand for.


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
