"""XML from strangers."""

from __future__ import annotations

import codecs
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from univercity.translation_desk.exchange.inline import Kind, Mark, Text, join
from univercity.translation_desk.exchange.reading.entries import ProblemCode, Unreadable

#: The declaration of a file in characters of several bytes, which cannot be read as single ones.
WIDE = re.compile(rb"""<\?xml[^>]*encoding=["'](?:utf-?|ucs-?)(?:16|32|2|4)\b""", re.IGNORECASE)


def is_utf8(data: bytes) -> bool:
    """Return whether a file certainly is UTF-8, whatever it says.

    Programs that write a file anew may leave the name of its former encoding in it. Text in another
    encoding has bytes that UTF-8 does not have.
    """
    if data.isascii() or b"\0" in data:
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def parse_xml(data: bytes) -> Any:
    """Return the root element.

    Nothing is fetched or expanded, depth and size of a text are limited by libxml2. XLIFF 1.0 names
    a document type; one that declares anything is refused. Raises ``Unreadable``.
    """
    data = data.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n")
    says_otherwise = WIDE.match(data) is not None and b"\0" not in data
    parser = etree.XMLParser(
        encoding="utf-8" if is_utf8(data) or says_otherwise else None,
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        detail = str(getattr(error, "msg", error)).partition(", line")[0]
        raise Unreadable(ProblemCode.NOT_XML, line, detail=detail) from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and (any(dtd.iterentities()) or any(dtd.iterelements())):
        raise Unreadable(ProblemCode.ENTITIES)
    if any(True for _entity in root.iter(etree.Entity)):
        raise Unreadable(ProblemCode.ENTITIES)
    return root


class Unknown(ValueError):
    """An element that has no business where it stands."""


def only_child(element: Any, tag: str) -> Any:
    """Return the child with a name, or ``None``; raises ``Unknown`` if there are several."""
    found = list(element.iterchildren(tag))
    if len(found) > 1:
        raise Unknown(tag)
    return found[0] if found else None


def children_within(element: Any, holders: Iterable[str], tag: str) -> Iterator[Any]:
    """Yield the elements of a name that stand in an element or in its ``holders``, in order."""
    for child in element.iterchildren(tag, *holders):
        if child.tag == tag:
            yield child
        else:
            yield from children_within(child, holders, tag)


def local_name(element: Any) -> str:
    return str(etree.QName(element).localname)


def line_of(element: Any) -> int:
    return element.sourceline or 0


# Texts of XLIFF: strings, and elements that stand for inline tags of the site.

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class TextReader(ABC):
    """Reads the texts of one version of XLIFF, whose namespace is that of the root."""

    def __init__(self, prefix: str):
        self.prefix = prefix

    def tag(self, name: str) -> str:
        return f"{self.prefix}{name}"

    def text(self, element: Any) -> Text:
        """Return what stands in an element; raises ``Unknown`` for elements of no text."""
        return join(list(self.parts(element)))

    def parts(self, element: Any) -> Iterator[str | Mark]:
        yield element.text or ""
        for child in element:
            name = local_name(child)
            if child.tag != self.tag(name):
                raise Unknown(child.tag)
            yield from self.inline(name, child)
            yield child.tail or ""

    def paired(self, element: Any, identity: str) -> Iterator[str | Mark]:
        """Yield what stands in an element that is a start tag and its end tag in one."""
        yield Mark(Kind.OPEN, identity)
        yield from self.parts(element)
        yield Mark(Kind.CLOSE, identity)

    @abstractmethod
    def inline(self, name: str, element: Any) -> Iterator[str | Mark]:
        """Yield what an inline element means; raises ``Unknown``."""


def character(code: str) -> str:
    """Return the character with a hexadecimal number; raises ``Unknown``, also at half of one."""
    try:
        found = chr(int(code, 16))
        found.encode()
    except (ValueError, OverflowError) as error:
        raise Unknown(code) from error
    return found


# How far a tool says that a translation is, in XLIFF 1.2 or in words of its own.

SDL = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
MEMOQ = "{MQXliff}"
PHRASE = "{http://www.memsource.com/mxlf/2.0}"
UNFINISHED = {
    "new",
    "needs-translation",
    "Draft",
    "RejectedTranslation",
    "RejectedSignOff",
    "NotStarted",
    "PartiallyEdited",
    "AssembledFromFragments",
    "Rejected",
    "confirmed=0",
}
REJECTED = "rejected-"
CONFIRMED = {
    "translated",
    "signed-off",
    "final",
    "Translated",
    "ApprovedTranslation",
    "ApprovedSignOff",
    "ManuallyConfirmed",
    "Proofread",
    "confirmed=1",
    "approved=yes",
}


def is_unfinished(unit: Any, target: Any) -> bool:
    """Return whether a tool says of a translation that it is none yet."""
    return any(said in UNFINISHED or said.startswith(REJECTED) for said in sayings(unit, target))


def is_confirmed(unit: Any, target: Any) -> bool:
    """Return whether a tool says that somebody wants the translation as it is."""
    said = set(sayings(unit, target))
    return bool(said & CONFIRMED) and not said & UNFINISHED


def sayings(unit: Any, target: Any) -> Iterator[str]:
    yield target.get("state", "")
    yield target.get("state-qualifier", "")
    yield f"approved={unit.get('approved')}"
    yield unit.get(f"{MEMOQ}status", "")
    yield f"confirmed={unit.get(f'{PHRASE}confirmed')}"
    for segment in unit.iterfind(f"{SDL}seg-defs/{SDL}seg"):
        yield segment.get("conf", "")
