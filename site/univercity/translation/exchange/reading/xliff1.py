"""XLIFF 1.0, 1.1 and 1.2, as written by Trados, memoQ, OmegaT, Weblate and others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from univercity.translation.exchange.inline import Kind, Mark, Text, join
from univercity.translation.exchange.reading.entries import Entry, Section
from univercity.translation.exchange.reading.safe_xml import line_of, local_name

UNFINISHED = {"new", "needs-translation"}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
REVISION = "revision:"
#: Ids by which ``export`` writes characters that XML cannot hold.
CHARACTER = re.compile(r"u[0-9a-f]{4,6}")
KINDS = {
    "x": Kind.EMPTY,
    "ph": Kind.EMPTY,
    "bx": Kind.OPEN,
    "ex": Kind.CLOSE,
    "bpt": Kind.OPEN,
    "ept": Kind.CLOSE,
}


class Unknown(ValueError):
    """An element that has no business in a text."""


def read_xliff1(root: Any, file: str) -> list[Section]:
    namespace = etree.QName(root).namespace
    reader = Reader(f"{{{namespace}}}" if namespace else "")
    return [reader.section(element, file) for element in root.iter(reader.tag("file"))]


class Reader:
    """Reads the elements of one version, whose namespace is that of the root."""

    def __init__(self, prefix: str):
        self.prefix = prefix

    def tag(self, name: str) -> str:
        return f"{self.prefix}{name}"

    def section(self, element: Any, file: str) -> Section:
        units = list(element.iter(self.tag("trans-unit")))
        target = next(element.iter(self.tag("target")), None)
        language = "" if target is None else target.get(LANGUAGE, "")
        return Section(
            file=file,
            line=line_of(element),
            tool="XLIFF",
            identity=element.get("original", ""),
            source_language=element.get("source-language", ""),
            target_language=element.get("target-language", language),
            entries=[self.entry(unit) for unit in units],
        )

    def entry(self, unit: Any) -> Entry:
        extra = unit.get("extradata", "")
        source, target = unit.find(self.tag("source")), unit.find(self.tag("target"))
        facts: dict[str, Any] = {
            "key": unit.get("id", ""),
            "line": line_of(unit),
            "path": unit.get("resname", ""),
            "revision": extra.removeprefix(REVISION) if extra.startswith(REVISION) else "",
        }
        try:
            facts["source"] = None if source is None else self.text(source)
        except Unknown:
            facts["source"] = None
        if target is None:
            return Entry(**facts)
        try:
            facts["target"] = self.text(target)
        except Unknown:
            return Entry(**facts, is_malformed=True)
        return Entry(**facts, is_unfinished=self.is_unfinished(unit, target, facts))

    def is_unfinished(self, unit: Any, target: Any, facts: dict[str, Any]) -> bool:
        """Return whether the tool says so, or only copied the source, as many do to begin with."""
        said = target.get("state")
        is_copy = facts["target"] == facts["source"]
        if is_copy and not said and unit.get("approved") != "yes":
            return True
        return said in UNFINISHED or self.lacks_sentences(unit, target)

    def lacks_sentences(self, unit: Any, target: Any) -> bool:
        """Return whether a tool that cuts a text into sentences has translated only some."""

        def sentences(holder: Any) -> dict[str, bool]:
            return {
                mark.get("mid", ""): bool("".join(mark.itertext()).strip())
                for mark in holder.iter(self.tag("mrk"))
                if mark.get("mtype") == "seg"
            }

        cut = unit.find(self.tag("seg-source"))
        if cut is None:
            return False
        translated = sentences(target)
        has_any = any(translated.values())
        return has_any and any(
            is_text and not translated.get(mid) for mid, is_text in sentences(cut).items()
        )

    def text(self, element: Any) -> Text:
        return join(list(self.parts(element)))

    def parts(self, element: Any) -> Iterator[str | Mark]:
        yield element.text or ""
        for child in element:
            yield from self.child_parts(child)
            yield child.tail or ""

    def child_parts(self, child: Any) -> Iterator[str | Mark]:
        if child.tag == self.tag("mrk"):
            yield from self.parts(child)
            return
        name = local_name(child)
        if child.tag != self.tag(name):
            raise Unknown(child.tag)
        identity = child.get("rid") or child.get("id", "")
        if name == "g":
            yield Mark(Kind.OPEN, identity)
            yield from self.parts(child)
            yield Mark(Kind.CLOSE, identity)
        elif name == "it":
            yield Mark(Kind.CLOSE if child.get("pos") == "close" else Kind.OPEN, identity)
        elif name == "x" and CHARACTER.fullmatch(identity):
            yield character(identity[1:])
        elif name in KINDS:
            yield Mark(KINDS[name], identity)
        else:
            raise Unknown(child.tag)


def character(code: str) -> str:
    """Return the character with a hexadecimal number; raises ``Unknown``, also at half of one."""
    try:
        found = chr(int(code, 16))
        found.encode()
    except (ValueError, OverflowError) as error:
        raise Unknown(code) from error
    return found
