"""XML from strangers."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from univercity.translation.exchange.reading.entries import ProblemCode, Unreadable

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
