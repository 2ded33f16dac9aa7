"""XLIFF 1.2, with inline elements as ``<g>`` and ``<x>``.

https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html, and for the attributes of HTML
https://docs.oasis-open.org/xliff/v1.2/xliff-profile-html/xliff-profile-html-1.2.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from lxml import etree

from univercity.translation.units import UnitState
from univercity.translation_desk.exchange.export.documents import Document, DocumentUnit
from univercity.translation_desk.exchange.export.xml_writing import as_bytes, fill, legal, note
from univercity.translation_desk.exchange.inline import (
    Kind,
    Mark,
    Text,
    numbered_like,
    parse_html,
    revision,
)

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
XHTML = "http://www.w3.org/1999/xhtml"
PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
STATES = {
    UnitState.ERROR: "needs-review-translation",
    UnitState.UNREVIEWED: "needs-review-translation",
    UnitState.DONE: "translated",
}


def write_xliff12(documents: Iterable[Document]) -> bytes:
    """Return a file with one ``<file>`` for each page."""
    root = etree.Element(
        f"{{{NAMESPACE}}}xliff", {"version": "1.2"}, nsmap={None: NAMESPACE, "xhtml": XHTML}
    )
    for document in documents:
        attributes = {
            "original": document.identity,
            "source-language": document.source_language,
            "target-language": document.target_language,
            "datatype": "html",
        }
        file = add(root, "file", attributes)
        header = add(file, "header")
        note(header, tag("note"), document.title)
        note(header, tag("note"), document.address)
        body = add(file, "body")
        for unit in document.units:
            add_unit(body, unit)
    return as_bytes(root, {"source", "target", "note"})


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def add(holder: Any, name: str, attributes: dict[str, str] | None = None) -> Any:
    return etree.SubElement(holder, tag(name), attributes or {})


def add_unit(body: Any, entry: DocumentUnit) -> None:
    unit = entry.unit
    attributes = {
        "id": unit.key,
        "resname": unit.path,
        "extradata": f"revision:{revision(unit.target)}",
        **PRESERVE,
    }
    if entry.place.max_length is not None:
        attributes |= {"maxwidth": str(entry.place.max_length), "size-unit": "char"}
    element = add(body, "trans-unit", attributes)
    fill_text(add(element, "source"), entry.source, entry)
    if entry.target is not None:
        fill_text(add(element, "target", {"state": STATES[unit.state]}), entry.target, entry)
    note(element, tag("note"), entry.note)
    note(element, tag("note"), unit.error)
    if unit.previous:
        before = add(element, "alt-trans", {"alttranstype": "previous-version", **PRESERVE})
        source = parse_html(unit.previous.source)
        target = numbered_like(parse_html(unit.previous.target), source)
        fill_text(add(before, "source"), source, entry)
        fill_text(add(before, "target"), target, entry)


def fill_text(holder: Any, text: Text, entry: DocumentUnit) -> None:
    fill(holder, text, partial(add_mark, entry=entry), add_character)


def add_mark(holder: Any, mark: Mark, entry: DocumentUnit) -> Any:
    assert mark.code is not None  # noqa: S101 - texts of the site are parsed HTML
    kind = "lb" if mark.code.tag == "br" else f"x-html-{mark.code.tag}"
    name = "x" if mark.kind is Kind.EMPTY else "g"
    element = add(holder, name, {"id": mark.id, "ctype": kind})
    for name, value in entry.attributes(mark.code).items():
        if NAME.fullmatch(name):
            element.set(f"{{{XHTML}}}{name}", legal(value))
    return element


def add_character(holder: Any, character: str) -> None:
    """Write a character that XML cannot hold as a code whose id says which it is."""
    code = f"u{ord(character):04x}"
    add(holder, "x", {"id": code, "ctype": "x-character", "equiv-text": f"U+{code[1:].upper()}"})
