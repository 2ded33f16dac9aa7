"""XLIFF 2.0, 2.1 and 2.2."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from univercity.translation_desk.exchange.inline import Kind, Mark, Text, is_copy, join, visible
from univercity.translation_desk.exchange.reading.entries import Entry, Section
from univercity.translation_desk.exchange.reading.xliff import (
    LANGUAGE,
    TextReader,
    Unknown,
    character,
    children_within,
    line_of,
    only_child,
)

KINDS = {"ph": Kind.EMPTY, "sc": Kind.OPEN, "ec": Kind.CLOSE}
LONGEST_NUMBER = 10  # digits
#: Start and end of what a tool says about a part of a text.
ANNOTATIONS = {"sm", "em"}


def read_xliff2(root: Any, file: str) -> list[Section]:
    reader = Reader(f"{{{etree.QName(root).namespace}}}")
    languages = root.get("srcLang", ""), root.get("trgLang", "")
    return [
        Section(
            file=file,
            line=line_of(element),
            tool="XLIFF",
            identity=element.get("id", ""),
            source_language=languages[0],
            target_language=languages[1],
            entries=[
                reader.entry(unit)
                for unit in children_within(element, {reader.tag("group")}, reader.tag("unit"))
            ],
        )
        for element in root.iterchildren(reader.tag("file"))
    ]


class Reader(TextReader):
    def entry(self, unit: Any) -> Entry:
        pieces = [each for each in unit if each.tag in (self.tag("segment"), self.tag("ignorable"))]
        segments = [piece for piece in pieces if piece.tag == self.tag("segment")]
        facts: dict[str, Any] = {
            "key": unit.get("id", ""),
            "line": line_of(unit),
            "path": unit.get("name", ""),
            "revision": self.revision(unit),
        }
        try:
            facts["source"] = join(
                [part for each in pieces for part in self.text_in(each, "source")]
            )
        except Unknown:
            facts["source"] = None
        targets = [each for piece in segments for each in piece.iterchildren(self.tag("target"))]
        if not targets:
            return Entry(**facts)
        facts["languages"] = frozenset(each.get(LANGUAGE) for each in targets) - {None}
        try:
            facts["target"] = self.put_in_order(pieces)
            unfinished = not all(self.is_finished(segment) for segment in segments)
        except Unknown:
            facts |= {"target": None, "is_malformed": True}
            unfinished = False
        return Entry(**facts, is_unfinished=unfinished)

    def revision(self, unit: Any) -> str:
        for note in unit.iterfind(f"{self.tag('notes')}/{self.tag('note')}"):
            if note.get("category") == "revision":
                return str(note.text or "").strip()
        return ""

    def put_in_order(self, pieces: list[Any]) -> Text:
        """Return the translation of a unit; a translation may have another order of sentences."""
        placed = []
        for position, piece in enumerate(pieces, start=1):
            target = piece.find(self.tag("target"))
            order = "" if target is None else target.get("order", "")
            place = int(order) if order.isdecimal() and len(order) < LONGEST_NUMBER else position
            is_same = target is None and piece.tag == self.tag("ignorable")
            placed.append((place, self.text_in(piece, "source" if is_same else "target")))
        placed.sort(key=lambda each: each[0])
        return join([part for _place, text in placed for part in text])

    def is_finished(self, segment: Any) -> bool:
        """Return whether a sentence is translated; some tools begin with a copy of the source."""
        source, target = self.text_in(segment, "source"), self.text_in(segment, "target")
        if not visible(target).strip():
            return not visible(source).strip()
        return segment.get("state", "initial") != "initial" or not is_copy(target, source)

    def text_in(self, piece: Any, name: str) -> Text:
        element = only_child(piece, self.tag(name))
        return () if element is None else self.text(element)

    def inline(self, name: str, element: Any) -> Iterator[str | Mark]:
        identity = element.get("startRef") or element.get("id", "")
        if name == "pc":
            yield from self.paired(element, identity)
        elif name == "mrk":
            yield from self.parts(element)
        elif name == "cp":
            yield character(element.get("hex", ""))
        elif name in KINDS:
            yield Mark(KINDS[name], identity)
        elif name not in ANNOTATIONS:
            raise Unknown(element.tag)
