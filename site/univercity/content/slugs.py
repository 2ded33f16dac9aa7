"""Slugs: the last part of a page's address."""

import re
import unicodedata

from django.utils.text import slugify as django_slugify

GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"}

#: For the admin's slug field: pattern and replacement, as ``SlugInput(formatters=...)`` takes them.
FORMATTERS = [
    *((re.compile(letter), replacement) for letter, replacement in GERMAN.items()),
    (re.compile(r"(?<=[a-zß-ü])[*:_](?=innen)", re.IGNORECASE), ""),
]


def slugify(text: str) -> str:
    """Return ``text`` as an ASCII slug with German letters written out: "Größe" gives "groesse".

    The signs of gender-inclusive forms are dropped: "Bürger*innen" gives "buergerinnen".
    """
    text = unicodedata.normalize("NFC", text)  # macOS pastes ä as a and a dot pair
    for pattern, replacement in FORMATTERS:
        text = pattern.sub(replacement, text)
    return django_slugify(text)
