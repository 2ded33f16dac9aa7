"""XLIFF 2: 2.1 is written, and 2.0 to 2.2 read.

Inline elements are ``<pc>`` and ``<ph>``, with their HTML as original data.
https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.html import escape
from lxml import etree

from univercity.translation.units import UnitState
from univercity.translation_desk.exchange.documents import Document, DocumentUnit
from univercity.translation_desk.exchange.entries import Entry, Section
from univercity.translation_desk.exchange.formats.xliff import TextReader, character
from univercity.translation_desk.exchange.formats.xml import (
    LANGUAGE,
    Unknown,
    as_bytes,
    children_within,
    fill,
    fill_string,
    line_of,
    note,
    only_child,
)
from univercity.translation_desk.inline_elements import (
    Kind,
    Mark,
    Text,
    is_copy,
    join,
    revision,
    visible,
)

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"  # of all 2.x
PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
#: Elements stay as many as they are; ``judging`` refuses a text that has lost one.
KEPT = {"canCopy": "no", "canDelete": "no"}
STATES = {
    UnitState.ERROR: "translated",
    UnitState.UNREVIEWED: "translated",
    UnitState.DONE: "reviewed",
}


def write_xliff21(documents: Iterable[Document]) -> bytes:
    """Return a file with one ``<file>`` for each page; all have the same two languages."""
    documents = list(documents)
    attributes = {
        "version": "2.1",
        "srcLang": documents[0].source_language,
        "trgLang": documents[0].target_language,
    }
    root = etree.Element(f"{{{NAMESPACE}}}xliff", attributes, nsmap={None: NAMESPACE})
    for document in documents:
        file = add(root, "file", {"id": document.identity, "original": document.address})
        notes = add(file, "notes")
        note(notes, tag("note"), document.title or document.identity, category="title")
        for unit in document.units:
            add_unit(file, unit)
    return as_bytes(root, {"source", "target", "note", "data"})


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def add(holder: Any, name: str, attributes: dict[str, str] | None = None) -> Any:
    return etree.SubElement(holder, tag(name), attributes or {})


def add_unit(file: Any, entry: DocumentUnit) -> None:
    unit = entry.unit
    element = add(file, "unit", {"id": unit.key, "name": unit.path, **PRESERVE})
    notes = add(element, "notes")
    note(notes, tag("note"), entry.note, category="place")
    note(notes, tag("note"), revision(unit.target), category="revision")
    note(notes, tag("note"), unit.error, category="error")
    if unit.previous:
        note(notes, tag("note"), unit.previous.source, category="previous-source")
        note(notes, tag("note"), unit.previous.target, category="previous-target")
    data = OriginalData(entry)
    segment = etree.Element(tag("segment"))
    if unit.target:
        segment.set("state", STATES[unit.state])
    data.fill(add(segment, "source"), entry.source)
    if entry.target is not None:
        data.fill(add(segment, "target"), entry.target)
    data.add_to(element)
    element.append(segment)


class OriginalData:
    """The HTML of the inline elements of a unit, kept aside from its texts."""

    def __init__(self, entry: DocumentUnit):
        self.entry = entry
        self.ids: dict[str, str] = {}  #: by HTML

    def fill(self, holder: Any, text: Text) -> None:
        fill(holder, text, self.add_mark, add_character)

    def add_mark(self, holder: Any, mark: Mark) -> Any:
        assert mark.code is not None  # noqa: S101 - texts of the site are parsed HTML
        attributes = self.entry.attributes(mark.code).items()
        written = "".join(f' {name}="{escape(value)}"' for name, value in attributes)
        if mark.kind is Kind.EMPTY:
            reference = self.reference(f"<{mark.code.tag}{written}/>")
            return add(holder, "ph", {"id": mark.id, "dataRef": reference, **KEPT})
        references = {
            "dataRefStart": self.reference(f"<{mark.code.tag}{written}>"),
            "dataRefEnd": self.reference(f"</{mark.code.tag}>"),
        }
        kind = "link" if mark.code.tag == "a" else "fmt"
        return add(holder, "pc", {"id": mark.id, "type": kind, **references, **KEPT})

    def reference(self, html: str) -> str:
        return self.ids.setdefault(html, f"d{len(self.ids) + 1}")

    def add_to(self, unit: Any) -> None:
        if self.ids:
            holder = add(unit, "originalData")
            for html, identity in self.ids.items():
                fill_string(add(holder, "data", {"id": identity}), html, add_character)


def add_character(holder: Any, character: str) -> None:
    add(holder, "cp", {"hex": f"{ord(character):04X}"})


# Reading.

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
        for each in unit.iterfind(f"{self.tag('notes')}/{self.tag('note')}"):
            if each.get("category") == "revision":
                return str(each.text or "").strip()
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
