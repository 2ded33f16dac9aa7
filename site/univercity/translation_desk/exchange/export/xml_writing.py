"""XML with inline codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from univercity.translation_desk.exchange.inline import Kind, Mark, Text

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
