"""Texts of XLIFF: strings, and elements that stand for inline tags of the site."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

from univercity.translation.exchange.inline import Kind, Mark, Text, join
from univercity.translation.exchange.reading.safe_xml import Unknown, local_name

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
