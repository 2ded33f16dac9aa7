"""XLIFF 1.0, 1.1 and 1.2, as written by Trados, memoQ, OmegaT, Weblate and others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from univercity.translation_desk.exchange.inline import Kind, Mark, Text, is_copy, visible
from univercity.translation_desk.exchange.reading.entries import Entry, Section
from univercity.translation_desk.exchange.reading.xliff import (
    LANGUAGE,
    TextReader,
    Unknown,
    character,
    children_within,
    is_confirmed,
    is_unfinished,
    line_of,
    only_child,
)

REVISION = "revision:"
#: Ids by which ``export`` writes characters that XML cannot hold.
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
