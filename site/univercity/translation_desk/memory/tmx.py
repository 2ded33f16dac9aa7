"""The memory as TMX, the format in which tools exchange theirs.

1.4b is written, one unit after the other: a memory may be larger than what a process can hold. 1.1
to 1.4 are read, of level 1 (plain text) and 2 (with inline codes).

https://www.gala-global.org/tmx-14b
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.conf import settings
from lxml import etree
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import INLINE_TAGS

from univercity.translation.units import is_by_machine
from univercity.translation_desk.exchange.entries import ProblemCode, Unreadable, is_language
from univercity.translation_desk.exchange.formats.xml import (
    LANGUAGE,
    append_string,
    legal,
    line_of,
    local_name,
    parse_xml,
)
from univercity.translation_desk.inline_elements import (
    Code,
    Kind,
    MalformedText,
    Mark,
    Text,
    codes,
    join,
    numbered_like,
    parse_html,
    tag_of,
    to_html,
)
from univercity.translation_desk.memory.matches import is_reviewed

#: Properties of a translation that other tools pass over.
REVIEWED, TOOL, MACHINE = "x-reviewed", "x-tool", "x-machine"
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="UniverCity" creationtoolversion="1" segtype="sentence"\
 o-tmf="wagtail-localize" adminlang="en" srclang="{settings.LANGUAGE_CODE}" datatype="html"/>
<body>
"""
FOOT = "</body>\n</tmx>\n"


def write_tmx(rows: Any) -> Iterator[bytes]:
    """Yield a file of translations, each different one once; ``rows`` is a queryset of them.

    The same content makes the same bytes.
    """
    yield HEAD.encode()
    ordered = rows.select_related("translation_of__locale", "locale", "review").order_by(
        "translation_of__data_hash", "translation_of_id", "locale__language_code", "data", "pk"
    )
    stored = ordered.iterator(chunk_size=1000)
    for _key, group in groupby(stored, key=lambda row: (row.translation_of_id, row.locale_id)):
        for same in by_text(group):
            yield etree.tostring(unit_of(same), encoding="UTF-8") + b"\n"
    yield FOOT.encode()


def by_text(rows: Iterable[StringTranslation]) -> Iterator[list[StringTranslation]]:
    """Yield translations of one text in groups that say the same."""
    for _text, group in groupby(rows, key=lambda row: row.data):
        yield list(group)


def unit_of(rows: list[StringTranslation]) -> Any:
    """Return the element of translations that are the same, for what the best of them is."""
    best = min(rows, key=lambda row: (not is_reviewed(row), bool(row.tool_name), row.pk))
    string = best.translation_of
    source = parse_html(string.data)
    target = numbered_like(parse_html(best.data), source)
    unit = etree.Element("tu", tuid=str(string.data_hash))
    add_property(unit, REVIEWED, "yes" if is_reviewed(best) else "no")
    add_property(unit, TOOL, best.tool_name)
    if is_by_machine(best):
        add_property(unit, MACHINE, "yes")
    add_variant(unit, string.locale.language_code, source)
    variant = add_variant(unit, best.locale.language_code, target)
    changed = max(row.updated_at for row in rows).astimezone(datetime.UTC)
    variant.set("changedate", f"{changed:%Y%m%dT%H%M%SZ}")
    return unit


def add_property(unit: Any, name: str, value: str) -> None:
    if value:
        etree.SubElement(unit, "prop", type=name).text = legal(value)


def add_variant(unit: Any, language: str, text: Text) -> Any:
    variant = etree.SubElement(unit, "tuv", {LANGUAGE: language})
    fill_segment(etree.SubElement(variant, "seg"), text)
    return variant


def fill_segment(segment: Any, text: Text) -> None:
    """Put a text into a segment: HTML tags become native codes, paired by ``i`` and ``x``."""
    numbers: dict[str, str] = {}
    segment.text = ""
    for part in text:
        if isinstance(part, str):
            append_string(segment, legal(part))
            continue
        number = numbers.setdefault(part.id, str(len(numbers) + 1))
        # Elements that the source text does not have have no number there.
        same = {"x": part.id} if part.id.isdecimal() else {}
        if part.kind is Kind.EMPTY:
            last = etree.SubElement(segment, "ph", same)
        elif part.kind is Kind.OPEN:
            last = etree.SubElement(segment, "bpt", {"i": number, **same})
        else:
            last = etree.SubElement(segment, "ept", {"i": number})
        last.text = tag_of(part)


# Reading.

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
