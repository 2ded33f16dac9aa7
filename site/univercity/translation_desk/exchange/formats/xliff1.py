"""XLIFF 1: 1.2 is written, and 1.0 to 1.2 read, as Trados, memoQ, OmegaT and others write it.

Inline elements are ``<g>`` and ``<x>``.

https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html, and for the attributes of HTML
https://docs.oasis-open.org/xliff/v1.2/xliff-profile-html/xliff-profile-html-1.2.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from lxml import etree

from univercity.translation.units import UnitState
from univercity.translation_desk.exchange.documents import Document, DocumentUnit
from univercity.translation_desk.exchange.entries import Entry, Section
from univercity.translation_desk.exchange.formats.xliff import (
    TextReader,
    character,
    is_confirmed,
    is_unfinished,
)
from univercity.translation_desk.exchange.formats.xml import (
    LANGUAGE,
    Unknown,
    as_bytes,
    children_within,
    fill,
    legal,
    line_of,
    note,
    only_child,
)
from univercity.translation_desk.inline_elements import (
    Kind,
    Mark,
    Text,
    is_copy,
    numbered_like,
    parse_html,
    revision,
    visible,
)

REVISION = "revision:"
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
        "extradata": f"{REVISION}{revision(unit.target)}",
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


# Reading.

#: Ids of characters that XML cannot hold.
CHARACTER = re.compile(r"u[0-9a-f]{4,6}")
#: What cannot be left as it is, unlike numbers and signs.
WORD = re.compile(r"[^\W\d_]{3}")
#: What units stand in.
HOLDERS = ("body", "group", "bin-unit")
#: Of ``<mrk>``, around what Trados keeps of a text that somebody has deleted.
DELETED = {"x-sdl-deleted", "x-sdl-feedback-deleted"}
KINDS = {
    "x": Kind.EMPTY,
    "ph": Kind.EMPTY,
    "bx": Kind.OPEN,
    "ex": Kind.CLOSE,
    "bpt": Kind.OPEN,
    "ept": Kind.CLOSE,
}


def read_xliff1(root: Any, file: str) -> list[Section]:
    namespace = etree.QName(root).namespace
    reader = Reader(f"{{{namespace}}}" if namespace else "")
    return [reader.section(element, file) for element in root.iterchildren(reader.tag("file"))]


class Reader(TextReader):
    def section(self, element: Any, file: str) -> Section:
        holders = {self.tag(name) for name in HOLDERS}
        return Section(
            file=file,
            line=line_of(element),
            tool="XLIFF",
            identity=element.get("original", ""),
            source_language=element.get("source-language", ""),
            target_language=element.get("target-language", ""),
            entries=[
                self.entry(unit)
                for unit in children_within(element, holders, self.tag("trans-unit"))
            ],
        )

    def entry(self, unit: Any) -> Entry:
        extra = unit.get("extradata", "")
        facts: dict[str, Any] = {
            "key": unit.get("id", ""),
            "line": line_of(unit),
            "path": unit.get("resname", ""),
            "revision": extra.removeprefix(REVISION) if extra.startswith(REVISION) else "",
        }
        try:
            source = only_child(unit, self.tag("source"))
            facts["source"] = None if source is None else self.text(source)
        except Unknown:
            facts["source"] = None
        try:
            target = only_child(unit, self.tag("target"))
            if target is None:
                return Entry(**facts)
            facts["languages"] = frozenset(target.get(LANGUAGE, "").split())
            facts["target"] = self.text(target)
            facts["is_unfinished"] = self.is_unfinished(unit, target, facts)
        except Unknown:
            return Entry(**facts | {"target": None}, is_malformed=True)
        return Entry(**facts)

    def is_unfinished(self, unit: Any, target: Any, facts: dict[str, Any]) -> bool:
        """Return whether the tool says so, or only copied the source, as many do to begin with."""
        if is_unfinished(unit, target):
            return True
        may_be_copy = is_confirmed(unit, target)
        if facts["source"] and is_copy(facts["target"], facts["source"]) and not may_be_copy:
            return True
        return self.lacks_sentences(unit, target, may_be_copy)

    def lacks_sentences(self, unit: Any, target: Any, may_be_copy: bool) -> bool:
        """Return whether a tool that cuts a text into sentences has translated only some."""
        cut = unit.find(self.tag("seg-source"))
        if cut is None:
            return False
        translated = self.sentences(target)

        def is_missing(mid: str, source: Text) -> bool:
            text = translated.get(mid, ())
            if not visible(text).strip():
                return bool(visible(source).strip())
            return not may_be_copy and bool(WORD.search(visible(text))) and is_copy(text, source)

        has_any = any(visible(text).strip() for text in translated.values())
        return has_any and any(is_missing(*each) for each in self.sentences(cut).items())

    def sentences(self, holder: Any) -> dict[str, Text]:
        """Return the sentences of a text by their ids; raises ``Unknown`` if one comes twice."""
        found: dict[str, Text] = {}
        for mark in holder.iter(self.tag("mrk")):
            if mark.get("mtype") == "seg":
                mid = mark.get("mid", "")
                if mid in found:
                    raise Unknown(mid)
                found[mid] = self.text(mark)
        return found

    def inline(self, name: str, element: Any) -> Iterator[str | Mark]:
        identity = element.get("rid") or element.get("id", "")
        if name == "mrk":
            if element.get("mtype") not in DELETED:
                yield from self.parts(element)
        elif name == "g":
            yield from self.paired(element, identity)
        elif name == "it":
            yield Mark(Kind.CLOSE if element.get("pos") == "close" else Kind.OPEN, identity)
        elif name == "x" and CHARACTER.fullmatch(identity):
            yield character(identity[1:])
        elif name in KINDS:
            yield Mark(KINDS[name], identity)
        else:
            raise Unknown(element.tag)
