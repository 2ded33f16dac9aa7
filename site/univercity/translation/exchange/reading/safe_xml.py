"""XML from strangers."""

from __future__ import annotations

from typing import Any

from lxml import etree

from univercity.translation.exchange.reading.entries import ProblemCode, Unreadable


def parse_xml(data: bytes) -> Any:
    """Return the root element.

    Nothing is fetched or expanded, depth and size of a text are limited by libxml2. XLIFF 1.0 names
    a document type; one that declares anything is refused. Raises ``Unreadable``.
    """
    parser = etree.XMLParser(
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
        root = etree.fromstring(data.lstrip(b" \t\r\n"), parser)
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


def local_name(element: Any) -> str:
    return str(etree.QName(element).localname)


def line_of(element: Any) -> int:
    return element.sourceline or 0
