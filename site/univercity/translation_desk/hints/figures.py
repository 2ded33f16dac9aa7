"""Numbers, dates and times of a text by what they mean, whatever the language writes them like.

"3.500" in German is "3,500" in English; "12.03.2027" is "12 March 2027"; "18:30 Uhr" is "6.30 pm".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

MONTHS = {
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "en": "january february march april may june july august september october november december",
}
WORDS = {
    "de": "null ein|eins|eine|einen|einem|einer zwei drei vier fünf sechs sieben acht neun zehn elf"
    " zwölf",
    "en": "zero one|a|an two three four five six seven eight nine ten eleven twelve",
}


class Figure(NamedTuple):
    """A value, and the text it was read from."""

    value: str  #: ISO 8601 for dates and times, a plain decimal for numbers
    text: str


@dataclass(frozen=True)
class Pattern:
    """How a language writes something, and what it means; ``None``: it is something else."""

    regex: re.Pattern[str]
    read: Callable[[re.Match[str]], str | None]


def date(year: str, month: int, day: str) -> str | None:
    valid = 1 <= month <= 12 and 1 <= int(day) <= 31
    return f"{int(year):04}-{month:02}-{int(day):02}" if valid else None


def day_of_year(month: int, day: str) -> str | None:
    return f"--{month:02}-{int(day):02}" if 1 <= month <= 12 and 1 <= int(day) <= 31 else None


def time(hour: int, minute: str | None) -> str | None:
    minutes = int(minute or 0)
    return f"{hour:02}:{minutes:02}" if 0 <= hour <= 24 and minutes < 60 else None


def time_of_half_day(match: re.Match[str]) -> str | None:
    hour, afternoon = int(match["hour"]), match["half"].lower().startswith("p")
    if not 1 <= hour <= 12:
        return None
    return time(hour % 12 + 12 * afternoon, match["minute"])


def month_of(name: str, language: str) -> int:
    """Return the number of a month from its name, or its abbreviation of three letters."""
    names = MONTHS[language].split()
    return next(index for index, each in enumerate(names, 1) if each.startswith(name[:3].lower()))


def number(text: str, *, thousands: str, decimal: str) -> str:
    plain = re.sub(rf"[{re.escape(thousands)}\s\u00a0\u202f]", "", text).replace(decimal, ".")
    return f"{Decimal(plain).normalize():f}"


def with_names(names: str, language: str) -> re.Pattern[str]:
    """Return a pattern in which the names of months stand for ``MONTH``."""
    months = "|".join(f"{name}|{name[:3]}" for name in MONTHS[language].split())
    pattern = names.replace("MONTH", f"(?P<month>{months})")
    return re.compile(rf"\b{pattern}\b", re.IGNORECASE)


def named_date(language: str) -> Callable[[re.Match[str]], str | None]:
    def read(match: re.Match[str]) -> str | None:
        month = month_of(match["month"], language)
        year = match["year"]
        return date(year, month, match["day"]) if year else day_of_year(month, match["day"])

    return read


YEAR = r"(?P<year>\d{4})"
DAY = r"(?P<day>\d{1,2})"
HOUR = r"(?P<hour>\d{1,2})"

PATTERNS: dict[str, list[Pattern]] = {
    "de": [
        Pattern(
            re.compile(rf"\b{DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{YEAR}\b"),
            lambda match: date(match["year"], int(match["month"]), match["day"]),
        ),
        Pattern(with_names(rf"{DAY}\.\s?MONTH\.?(?:\s{YEAR})?", "de"), named_date("de")),
        Pattern(
            re.compile(rf"\b{HOUR}(?:[.:](?P<minute>\d\d))?(?=(?:\s?[–-]\s?[\d.:]+)?\s?Uhr\b)"),
            lambda match: time(int(match["hour"]), match["minute"]),
        ),
        Pattern(
            re.compile(rf"\b{HOUR}:(?P<minute>\d\d)\b"),
            lambda match: time(int(match["hour"]), match["minute"]),
        ),
        Pattern(re.compile(r"\b\d+(?:\.\d+){2,}(?<!\.\d{3})\b"), lambda match: match[0]),
        Pattern(  # a room, a version
            re.compile(r"\b\d+\.(?!\d{3}\b)\d+\b"),
            lambda match: number(match[0], thousands=",", decimal="."),
        ),
        Pattern(
            re.compile(r"\b(?:\d{1,3}(?:[.\u00a0\u202f]\d{3})+|\d+)(?:,\d+)?"),
            lambda match: number(match[0], thousands=".", decimal=","),
        ),
    ],
    "en": [
        Pattern(
            with_names(rf"{DAY}(?:st|nd|rd|th)?\sMONTH(?:,?\s{YEAR})?", "en"), named_date("en")
        ),
        Pattern(
            with_names(rf"MONTH\s{DAY}(?:st|nd|rd|th)?(?:,?\s{YEAR})?", "en"), named_date("en")
        ),
        Pattern(
            re.compile(rf"\b{DAY}/(?P<month>\d{{1,2}})/{YEAR}\b"),
            lambda match: date(match["year"], int(match["month"]), match["day"]),
        ),
        Pattern(
            re.compile(
                rf"\b{HOUR}(?:[.:](?P<minute>\d\d))?"
                r"(?=(?:\s?[–-]\s?[\d.:]+)?\s?(?P<half>[ap]\.?m\b))",
                re.IGNORECASE,
            ),
            time_of_half_day,
        ),
        Pattern(re.compile(r"\bnoon\b", re.IGNORECASE), lambda match: "12:00"),
        Pattern(re.compile(r"\bmidnight\b", re.IGNORECASE), lambda match: "24:00"),
        Pattern(
            re.compile(rf"\b{HOUR}:(?P<minute>\d\d)\b"),
            lambda match: time(int(match["hour"]), match["minute"]),
        ),
        Pattern(re.compile(r"\b\d+(?:\.\d+){2,}\b"), lambda match: match[0]),
        Pattern(
            re.compile(r"\b(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"),
            lambda match: number(match[0], thousands=",", decimal="."),
        ),
    ],
}
ANY_NUMBER = [Pattern(re.compile(r"\d+"), lambda match: match[0])]


def figures_in(text: str, language: str) -> list[Figure]:
    """Return the figures of a text without tags, dates and times before plain numbers."""
    found = []
    for pattern in PATTERNS.get(language, ANY_NUMBER):
        rest, end = "", 0
        for match in pattern.regex.finditer(text):
            value = pattern.read(match)
            if value is not None:
                found.append(Figure(value, match[0]))
                rest += text[end : match.start()] + " # "  # no longer part of another figure
                end = match.end()
        text = rest + text[end:]
    return found


def numbers_in_words(text: str, language: str) -> Iterator[str]:
    """Yield the values that stand in a text as words, up to twelve."""
    words = set(re.findall(r"\w+", text.lower()))
    for value, spellings in enumerate(WORDS.get(language, "").split()):
        if words & set(spellings.split("|")):
            yield str(value)
