"""XML: reading files of strangers without harm, and writing texts with inline elements."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree

from univercity.translation_desk.exchange.entries import ProblemCode, Unreadable
from univercity.translation_desk.inline_elements import Kind, Mark, Text

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
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


# Writing.

#: Characters that XML 1.0 has no way to write.
ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Makes the element of a mark, or of an illegal character.
Maker = Callable[[Any, Mark], Any]
CharacterMaker = Callable[[Any, str], Any]


def legal(text: str) -> str:
    """Return ``text`` without characters that XML cannot hold."""
    return ILLEGAL.sub("", text)


def fill(holder: Any, text: Text, make: Maker, make_character: CharacterMaker) -> None:
    """Put a text into an element; end tags must match, as ``parse_html`` sees to."""
    inner = [holder]
    for part in text:
        if isinstance(part, str):
            fill_string(inner[-1], part, make_character)
        elif part.kind is Kind.CLOSE:
            inner.pop()
        else:
            element = make(inner[-1], part)
            if part.kind is Kind.OPEN:
                inner.append(element)


def fill_string(holder: Any, string: str, make_character: CharacterMaker) -> None:
    start = 0
    for found in ILLEGAL.finditer(string):
        append_string(holder, string[start : found.start()])
        make_character(holder, found.group())
        start = found.end()
    append_string(holder, string[start:])


def append_string(holder: Any, string: str) -> None:
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + string
    else:
        holder.text = (holder.text or "") + string


def note(holder: Any, tag: str, text: str, **attributes: str) -> None:
    if text:
        etree.SubElement(holder, tag, attributes).text = legal(text)


def indent(element: Any, holders: set[str], level: int = 1) -> None:
    """Put each element on a line of its own, but nothing into those whose text counts."""
    if etree.QName(element).localname in holders or not len(element):
        return
    element.text = "\n" + "  " * level
    for child in element:
        indent(child, holders, level + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * (level - 1)


def as_bytes(root: Any, holders: set[str]) -> bytes:
    indent(root, holders)
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data + b"\n"
