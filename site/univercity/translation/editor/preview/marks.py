"""Marks around texts, which go through templates unseen and become elements with the text's key.

A mark is made of private-use characters of Unicode: no text has them, and escaping, slugs and
filters leave them alone or drop them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.html import format_html

START, END, CLOSE = "\ue000", "\ue001", "\ue002"
FIRST_DIGIT = 0xE010
DIGITS = {ord(str(digit)): chr(FIRST_DIGIT + digit) for digit in range(10)}
OPENING = re.compile(f"{START}([\ue010-\ue019]+){END}")
MARK = re.compile(f"{OPENING.pattern}|{CLOSE}")
#: Marks as they are, in the address of a link, and in a script.
ANY_MARK = re.compile(r"[\ue000-\ue019]|(?:%EE%80%[89][0-9])|\\ue0[01][0-9a-f]", re.IGNORECASE)
#: Comments, elements whose content is no HTML, tags; what is between them are texts.
PART = re.compile(
    r"(<!--.*?-->|<(script|style|title|textarea)\b.*?</\2\s*>|<[^>]*>)", re.DOTALL | re.IGNORECASE
)
ELEMENTS_WITHOUT_HTML = ("<!--", "<script", "<style", "<title", "<textarea")


@dataclass(frozen=True)
class Marked:
    """What a text is marked with: its key, its state, and its language where it is another."""

    key: str
    state: str
    language: str = ""


def mark(text: str, number: int) -> str:
    """Return a text between the marks of its number."""
    return f"{START}{str(number).translate(DIGITS)}{END}{text}{CLOSE}"


def with_elements(page: str, texts: list[Marked]) -> str:
    """Return HTML with elements in place of marks; ``texts`` are by number.

    In an attribute there can be no element: its tag names the texts in ``data-units``.
    """
    return "".join(resolve(part, texts) for part in split(page))


def split(page: str) -> list[str]:
    parts, end = [], 0
    for match in PART.finditer(page):
        parts += [page[end : match.start()], match[0]]
        end = match.end()
    return [*parts, page[end:]]


def resolve(part: str, texts: list[Marked]) -> str:
    if not ANY_MARK.search(part):
        return part
    if not part.startswith("<"):
        return MARK.sub(lambda match: element(match, texts), part)
    plain = ANY_MARK.sub("", part)
    if part.lower().startswith(ELEMENTS_WITHOUT_HTML):
        return plain
    keys = [texts[number_of(match)].key for match in OPENING.finditer(part)]
    names = " ".join(dict.fromkeys(keys))
    return re.sub(r"\s*/?>$", lambda end: format_html(' data-units="{}"', names) + end[0], plain)


def element(match: re.Match[str], texts: list[Marked]) -> str:
    if match[0] == CLOSE:
        return "</span>"
    text = texts[number_of(match)]
    tag = format_html('<span data-unit="{}" data-state="{}"', text.key, text.state)
    return tag + (format_html(' lang="{}">', text.language) if text.language else ">")


def number_of(match: re.Match[str]) -> int:
    return int("".join(str(ord(digit) - FIRST_DIGIT) for digit in match[1]))
