"""What a file says, whatever its format: sections, entries, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from univercity.translation_desk.inline_elements import Text


class ProblemCode(models.TextChoices):
    """What may be wrong with a whole file or a part of it; labels are templates of messages."""

    EMPTY = "empty-file", gettext_lazy("The file is empty.")
    TOO_LARGE = (
        "too-large",
        gettext_lazy("The file has more than %(megabytes)s MB, as it is or unpacked."),
    )
    ARCHIVE = "archive", gettext_lazy("The archive is damaged or protected by a password.")
    TOO_MANY = "too-many", gettext_lazy("The archive has more than %(limit)s files.")
    TOO_MANY_PAGES = (
        "too-many-pages",
        gettext_lazy("There are more than %(limit)s pages in it; send them in parts."),
    )
    TOO_MANY_TEXTS = (
        "too-many-texts",
        gettext_lazy("There are more than %(limit)s texts in it; send them in parts."),
    )
    NOT_XML = "not-xml", gettext_lazy("The file is not well-formed XML: %(detail)s")
    ENTITIES = "entities", gettext_lazy("The file declares entities or a document type of its own.")
    NOT_XLIFF = (
        "not-xliff",
        gettext_lazy("The file is XML, but no XLIFF 1.0 to 2.2: it begins with <%(root)s>."),
    )
    NOT_TMX = (
        "not-tmx",
        gettext_lazy("The file is XML, but no TMX: it begins with <%(root)s>."),
    )
    ENCODING = (
        "encoding",
        gettext_lazy("The file is not written in the encoding %(encoding)s that it should have."),
    )
    MERGED = (
        "merged",
        gettext_lazy("The file was put together from several; send each on its own."),
    )
    NOT_PO = "not-po", gettext_lazy("The file is neither XLIFF nor PO.")
    SYNTAX = "syntax", gettext_lazy("This line is no PO; the entry is left out: %(detail)s")
    NO_TEXTS = "no-texts", gettext_lazy("There are no texts in it.")
    UNKNOWN_DOCUMENT = (
        "unknown-document",
        gettext_lazy("These texts belong to no translation of this site."),
    )
    ENDED = "ended", gettext_lazy("“%(title)s” is no longer translated with these texts.")
    LANGUAGE = (
        "language",
        gettext_lazy("“%(title)s” is translated from %(expected)s, the file says %(found)s."),
    )
    FORBIDDEN = (
        "forbidden",
        gettext_lazy("You may not change the translation of “%(title)s”, or it is locked."),
    )


@dataclass(frozen=True)
class Problem:
    """Something that people should know; its text is in the language that is active then."""

    code: ProblemCode
    file: str = ""
    line: int | None = None
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> str:
        return str(self.code.label) % self.values

    def __str__(self) -> str:
        if self.line is None:
            place = self.file
        else:
            place = _("%(file)s, line %(line)d") % {"file": self.file, "line": self.line}
        return f"{place}: {self.message}" if place else self.message


class Unreadable(Exception):
    """A file cannot be read at all."""

    def __init__(self, code: ProblemCode, line: int | None = None, **values: Any):
        super().__init__(code)
        self.code, self.line, self.values = code, line, values

    def problem(self, file: str) -> Problem:
        return Problem(self.code, file, self.line, self.values)


@dataclass(frozen=True)
class Entry:
    """One text of a file, whose codes may have a meaning that only the site knows."""

    key: str  #: of the unit
    line: int
    source: Text | None  #: ``None`` where it says nothing that could be a unit
    target: Text | None = None
    path: str = ""  #: of the unit, for tools that give entries keys of their own
    revision: str = ""  #: of the translation when the file was made
    is_unfinished: bool = False  #: says the tool
    is_copy: bool = False  #: of the source, where the format cannot say whether that is meant
    languages: frozenset[str] = frozenset()  #: of the translation, where it says them itself
    is_malformed: bool = False  #: the translation has tags that make no sense


@dataclass(frozen=True)
class Section:
    """The texts of one page in a file."""

    file: str
    line: int
    tool: str  #: the kind of file, which is noted with what is written
    identity: str  #: UUID of the translation, if the file says it
    source_language: str
    target_language: str
    entries: list[Entry]


@dataclass
class Reading:
    """All that an upload says."""

    sections: list[Section] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def is_language(said: str, expected: str) -> bool:
    """Return whether a file says a language or a regional form of it, such as en-GB, or nothing."""
    if not said:
        return True
    said, expected = (code.strip().lower().replace("_", "-") for code in (said, expected))
    if "-x-" in f"{said}-{expected}":
        return said == expected
    short, long = sorted((said, expected), key=len)
    return long == short or long.startswith(f"{short}-")
