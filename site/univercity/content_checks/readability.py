"""Sentences, syllables, and how easy a text is to read."""

import re
from collections.abc import Iterable
from itertools import chain

from univercity.content_checks.wording import options

VOWELS = {"de": "aeiouyäöü", "en": "aeiouy"}
#: Words from which on a text says something about how easy it is to read.
SHORTEST_TEXT = 50


def words_of(text: str) -> list[str]:
    """Return the words of ``text``; what has neither letter nor digit is none."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def sentences_of(text: str, language: str) -> list[str]:
    """Split ``text`` into sentences; no word gets lost."""
    rules = options(language)
    for abbreviation in rules["abbreviations"]:
        text = re.sub(rf"(?<!\w){re.escape(abbreviation)}", abbreviation.replace(".", ""), text)
    parts = re.sub(rules["sentenceEnd"], r"\1\n", text.replace("\n", " ")).split("\n")
    return [part.strip() for part in parts if words_of(part)]


def syllables_of(word: str, language: str) -> int:
    """Count the groups of vowels; a word has at least one syllable."""
    word = word.lower()
    if language == "en":
        word = re.sub(r"(?<![aeiouyl])e$", "", word)  # silent, as in "nice" but not in "table"
    return max(1, len(re.findall(rf"[{VOWELS.get(language, VOWELS['en'])}]+", word)))


def reading_ease(texts: Iterable[str], language: str) -> float | None:
    """Return how easy paragraphs are to read, from 0 (hard) to 100 (easy).

    By Flesch's formula for English and Amstad's for German; ``None`` for texts too short to tell.
    """
    sentences = [sentence for text in texts for sentence in sentences_of(text, language)]
    words = list(chain.from_iterable(map(words_of, sentences)))
    if len(words) < SHORTEST_TEXT:
        return None
    length = len(words) / len(sentences)
    syllables = sum(syllables_of(word, language) for word in words) / len(words)
    if language == "de":
        ease = 180 - length - 58.5 * syllables
    else:
        ease = 206.835 - 1.015 * length - 84.6 * syllables
    return round(min(100.0, max(0.0, ease)), 1)
