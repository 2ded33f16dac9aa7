"""Reading TMX 1.1 to 1.4, of level 1 (plain text) and 2 (with inline codes)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from wagtail_localize.strings import INLINE_TAGS

from univercity.translation_desk.exchange.inline import (
    Code,
    Kind,
    MalformedText,
    Mark,
    Text,
    codes,
    join,
    parse_html,
    to_html,
)
from univercity.translation_desk.exchange.plan import is_language
from univercity.translation_desk.exchange.reading.entries import ProblemCode, Unreadable
from univercity.translation_desk.exchange.reading.xliff import line_of, local_name, parse_xml
from univercity.translation_desk.memory.tmx.writing import LANGUAGE, MACHINE, REVIEWED, TOOL

MAX_UNITS = 100_000
#: Elements with native codes, whose text nobody reads.
CODES = {"bpt": Kind.OPEN, "ept": Kind.CLOSE, "ph": Kind.EMPTY, "it": None, "ut": None}
TAG = re.compile(r"<\s*(?P<end>/?)\s*(?P<name>[a-zA-Z]+)\b[^<>]*>", re.DOTALL)


@dataclass(frozen=True)
class Variant:
    """A unit in one language."""

    language: str
    text: Text
    changed_at: datetime.datetime | None = None


@dataclass(frozen=True)
class TmxUnit:
    line: int
    variants: list[Variant]
    is_reviewed: bool = False
    tool: str = ""
    is_by_machine: bool = False


@dataclass
class Codes:
    """What codes of a unit stand for, in all its languages: links get the ids of the source."""

    ids: dict[str, Code] = field(default_factory=dict)
    links: int = 0

    def read(self, element: Any, kind: Kind) -> Mark | None:
        """Return the mark of a code with an inline tag of the site, or ``None``."""
        found = TAG.search("".join(element.itertext()))
        name = found["name"].lower() if found else ""
        if found is None or name not in INLINE_TAGS:
            return None
        is_empty = name == "br"
        identity = element.get("i") or element.get("x") or name
        if is_empty:
            return Mark(Kind.EMPTY, identity, Code(name))
        if found["end"]:
            return Mark(Kind.CLOSE, identity, Code(name))
        return Mark(Kind.OPEN, identity, self.code(name, found[0], element.get("x", "")))

    def code(self, name: str, tag: str, number: str) -> Code:
        if name != "a":
            return Code(name)
        key = number or tag
        if key not in self.ids:
            # Native code may be no HTML, such as "< a>".
            mark = next((part for part in parse_html(tag) if isinstance(part, Mark)), None)
            given = dict(mark.code.attrs).get("id", "") if mark and mark.code else ""
            self.links += 1
            self.ids[key] = Code("a", (("id", given or f"a{self.links}"),))
        return self.ids[key]


def read_units(data: bytes) -> list[TmxUnit]:
    """Return the units of a file; raises ``Unreadable``."""
    if not data.strip():
        raise Unreadable(ProblemCode.EMPTY)
    root = parse_xml(data)
    if local_name(root) != "tmx":
        raise Unreadable(ProblemCode.NOT_TMX, root.sourceline, root=local_name(root)[:80])
    body = root.find("{*}body")
    elements = [] if body is None else list(body.iterfind("{*}tu"))
    if len(elements) > MAX_UNITS:
        raise Unreadable(ProblemCode.TOO_MANY_TEXTS, limit=MAX_UNITS)
    if not elements:
        raise Unreadable(ProblemCode.NO_TEXTS)
    return [read_unit(element) for element in elements]


def read_unit(element: Any) -> TmxUnit:
    properties = {
        each.get("type", ""): (each.text or "").strip() for each in element.iterfind("{*}prop")
    }
    known = Codes()
    # Links are counted in the language that is translated from.
    elements = sorted(element.iterfind("{*}tuv"), key=lambda each: not is_source(each))
    variants = [
        Variant(
            language=language_of(each),
            text=tuple(read_segment(each.find("{*}seg"), known)),
            changed_at=read_time(each.get("changedate") or element.get("changedate") or ""),
        )
        for each in elements
    ]
    return TmxUnit(
        line=line_of(element),
        variants=variants,
        is_reviewed=properties.get(REVIEWED) == "yes",
        tool=properties.get(TOOL, ""),
        is_by_machine=properties.get(MACHINE) == "yes",
    )


def language_of(variant: Any) -> str:
    return variant.get(LANGUAGE) or variant.get("lang") or ""


def is_source(variant: Any) -> bool:
    return is_language(language_of(variant) or "?", settings.LANGUAGE_CODE)


def read_segment(segment: Any, known: Codes) -> Text:
    """Return a segment as a text of the site; codes that have no tag here are left out."""
    if segment is None:
        return ()
    return join(list(parts_of(segment, known)))


def parts_of(element: Any, known: Codes) -> Iterator[str | Mark]:
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name == "hi":
            yield from parts_of(child, known)
        elif (kind := CODES.get(name)) is not None:
            mark = known.read(child, kind)
            if mark:
                yield mark
        yield child.tail or ""


def read_time(text: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.UTC)
    except ValueError:
        return None


def as_html(source: Text, target: Text) -> tuple[str, str]:
    """Return a pair as HTML of units; without tags where the translation has links of its own."""
    try:
        if links(target) <= links(source):
            return to_html(paired(source)), to_html(paired(target))
    except MalformedText:
        pass
    return to_html(without_marks(source)), to_html(without_marks(target))


def links(text: Text) -> set[Code | None]:
    return {code for code in codes(text) if code and code.tag == "a"}


def paired(text: Text) -> Text:
    """Number marks anew, as files may use one number twice; raises ``MalformedText``."""
    open_marks: list[tuple[str, Mark]] = []
    parts: list[str | Mark] = []
    for number, part in enumerate(text):
        if isinstance(part, str) or part.kind is Kind.EMPTY:
            parts.append(part)
        elif part.kind is Kind.OPEN:
            open_marks.append((part.id, Mark(Kind.OPEN, str(number), part.code)))
            parts.append(open_marks[-1][1])
        else:
            identity, start = open_marks.pop() if open_marks else ("", part)
            if identity != part.id:
                raise MalformedText(part.id)
            parts.append(Mark(Kind.CLOSE, start.id, start.code))
    if open_marks:
        raise MalformedText(open_marks[-1][0])
    return tuple(parts)


def without_marks(text: Text) -> Text:
    """Return a text without tags, with a space for a line break."""
    return join(
        [
            part if isinstance(part, str) else " "
            for part in text
            if isinstance(part, str) or part.kind is Kind.EMPTY
        ]
    )
