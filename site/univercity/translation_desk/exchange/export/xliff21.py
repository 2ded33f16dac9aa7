"""XLIFF 2.1, with inline elements as ``<pc>`` and ``<ph>`` and their HTML as original data.

https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.html import escape
from lxml import etree

from univercity.translation.units import UnitState
from univercity.translation_desk.exchange.export.documents import Document, DocumentUnit
from univercity.translation_desk.exchange.export.xml_writing import (
    as_bytes,
    fill,
    fill_string,
    note,
)
from univercity.translation_desk.exchange.inline import Kind, Mark, Text, revision

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"  # of all 2.x
PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
#: Elements stay as many as they are; ``plan`` refuses a text that has lost one.
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
