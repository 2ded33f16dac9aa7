"""The rules by which a rendered page is checked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.db import models
from django.utils.translation import gettext_lazy as _

from univercity.editorial.content_checks.wording import options

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: Elements that hold running text.
PARAGRAPHS = ("p", "li", "dd", "blockquote", "figcaption", "td")
#: Below this, most readers find a text hard (Flesch: "fairly difficult" begins at 60).
HARD_TO_READ = 30
LONGEST_QUOTE = 160  # characters of a text that a finding shows


class Kind(models.TextChoices):
    """What can be found, most serious first."""

    ALT_TEXT = "alt-text", _("Alt text that does not describe the image")
    EMPTY_HEADING = "empty-heading", _("Empty heading")
    HEADING_ORDER = "heading-order", _("Skipped heading level")
    LINK_TEXT = "link-text", _("Link text that says nothing")
    CAPITALS = "capitals", _("Text in capitals")
    READABILITY = "readability", _("Text that is hard to read")
    LONG_SENTENCE = "long-sentence", _("Long sentence")


#: What to do about it.
ADVICE = {
    Kind.ALT_TEXT: _("Say what the image shows, without “image of” and without a file name."),
    Kind.EMPTY_HEADING: _("Write the heading or remove it."),
    Kind.HEADING_ORDER: _("Use the next level down: a heading 4 stands below a heading 3."),
    Kind.LINK_TEXT: _("Name the target, for example “Programme of the festival” and not “here”."),
    Kind.CAPITALS: _("Write in upper and lower case; screen readers may spell capitals."),
    Kind.READABILITY: _("Use shorter sentences and simpler words."),
    Kind.LONG_SENTENCE: _("Make two sentences of it: more than 25 words are hard to follow."),
}


@dataclass(frozen=True)
class Finding:
    kind: Kind
    text: str  #: what was found, as it stands on the page


@dataclass(frozen=True)
class Result:
    words: int
    reading_ease: float | None
    findings: list[Finding]  #: most serious first


def text_of(element: Tag) -> str:
    return " ".join(element.get_text().split())


def name_of(link: Tag) -> str:
    """Return what assistive technology says of a link."""
    alternatives = [image.get("alt", "") for image in link.find_all("img")]
    return str(link.get("aria-label") or " ".join([text_of(link), *alternatives]).strip())


def bad_alt_texts(content: Tag, rules: dict[str, Any]) -> Iterator[str]:
    for image in content.find_all("img", alt=True):
        alt = str(image["alt"]).strip()
        is_file_name = re.search(rules["fileName"], alt, re.IGNORECASE)
        if is_file_name or alt.lower().startswith(tuple(rules["prefixes"])):
            yield alt


def empty_headings(content: Tag, rules: dict[str, Any]) -> Iterator[str]:
    for heading in content.find_all(HEADINGS):
        if not name_of(heading):
            yield f"<{heading.name}>"


def skipped_headings(content: Tag, rules: dict[str, Any]) -> Iterator[str]:
    level = 1
    for heading in content.find_all(HEADINGS):
        if int(heading.name[1]) > level + 1:
            yield text_of(heading)
        level = int(heading.name[1])


def meaningless_links(content: Tag, rules: dict[str, Any]) -> Iterator[str]:
    for link in content.find_all("a", href=True):
        name = name_of(link)
        said = name.lower().strip(" .:…→>»")
        if said in rules["links"] or re.search(rules["url"], name, re.IGNORECASE):
            yield name


def capitals(content: Tag, rules: dict[str, Any]) -> Iterator[str]:
    for element in content.find_all([*HEADINGS, *PARAGRAPHS]):
        text = text_of(element)
        letters = [letter for letter in text if letter.isalpha()]
        if text.isupper() and " " in text and len(letters) >= rules["shortestCapitals"]:
            yield text


def paragraphs_of(content: Tag) -> list[str]:
    """Return the texts of the innermost elements that hold running text."""
    elements = content.find_all(PARAGRAPHS)
    return [text_of(element) for element in elements if not element.find(PARAGRAPHS)]


CHECKS = {
    Kind.ALT_TEXT: bad_alt_texts,
    Kind.EMPTY_HEADING: empty_headings,
    Kind.HEADING_ORDER: skipped_headings,
    Kind.LINK_TEXT: meaningless_links,
    Kind.CAPITALS: capitals,
}


def check(html: str, language: str) -> Result:
    """Return what the rules find in the main part of a rendered page."""
    soup = BeautifulSoup(html, "html.parser")
    content = soup.find("main") or soup
    rules = options(language)
    findings = [
        Finding(kind, text[:LONGEST_QUOTE])
        for kind, texts in CHECKS.items()
        for text in texts(content, rules)
    ]
    texts = paragraphs_of(content)
    ease = reading_ease(texts, language)
    if ease is not None and ease < HARD_TO_READ:
        findings.append(Finding(Kind.READABILITY, f"{ease:.0f} / 100"))
    sentences = (sentence for text in texts for sentence in sentences_of(text, language))
    findings += [
        Finding(Kind.LONG_SENTENCE, sentence[:LONGEST_QUOTE])
        for sentence in sentences
        if len(words_of(sentence)) > rules["longestSentence"]
    ]
    return Result(sum(len(words_of(text)) for text in texts), ease, findings)


# Sentences, syllables, and how easy a text is to read.

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
