"""The part of a text where words were found, as HTML with the words marked."""

import re
import unicodedata

from django.utils.html import escape

#: As many characters of the text stand in an excerpt, give or take a word.
LENGTH = 200
#: So many of them stand before the first word found.
LEAD = 60
WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return what the search takes for words: letters and digits, without anything between."""
    return WORD.findall(unicodedata.normalize("NFC", text))  # else an accent may part a word


def folded(word: str) -> str:
    """Return ``word`` as the search compares it: without case, accents and umlaut dots."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def marked(text: str, words: list[str]) -> str:
    """Return ``text`` as HTML, each of ``words`` in ``<mark>`` and everything else escaped."""
    wanted = {folded(word) for word in words}
    pieces = []
    end = 0
    for match in WORD.finditer(text):
        if folded(match.group()) in wanted:
            pieces += [escape(text[end : match.start()]), f"<mark>{escape(match.group())}</mark>"]
            end = match.end()
    return "".join([*pieces, escape(text[end:])])


def excerpt(text: str, words: list[str]) -> str:
    """Return the part of ``text`` around the first of ``words``, or its beginning, as HTML.

    It begins and ends between two words; an ellipsis stands for what was left out.
    """
    text = " ".join(text.split())
    wanted = {folded(word) for word in words}
    hits = (match.start() for match in WORD.finditer(text) if folded(match.group()) in wanted)
    start = max(next(hits, 0) - LEAD, 0)
    if start:
        start = text.find(" ", start) + 1
    stop = start + LENGTH
    if stop < len(text):
        stop = max(text.rfind(" ", start, stop), start) if " " in text[start:stop] else stop
    before, after = "… " if start else "", " …" if stop < len(text) else ""
    return before + marked(text[start:stop], words) + after
