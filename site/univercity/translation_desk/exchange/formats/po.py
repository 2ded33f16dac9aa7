"""GNU gettext's PO, whose texts are HTML as wagtail-localize keeps it.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html

It is read entry by entry: one that is broken does not spoil the others. polib, which writes it,
reads a whole file or nothing, and breaks lines at characters that are none for gettext.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import polib

from univercity.translation.units import UnitState
from univercity.translation_desk.exchange.documents import Document, DocumentUnit
from univercity.translation_desk.exchange.entries import (
    Entry,
    Problem,
    ProblemCode,
    Section,
    Unreadable,
)
from univercity.translation_desk.inline_elements import (
    LONGEST,
    MalformedText,
    is_copy,
    parse_html,
    revision,
)

#: The header by which wagtail-localize knows its files.
IDENTITY = "X-WagtailLocalize-TranslationID"
REVISION = "Revision: "


def write_po(document: Document) -> bytes:
    """Return a file with the texts of one page."""
    file = polib.POFile()
    file.header = f"{document.title}\n{document.address}".strip()
    file.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": document.target_language,
        "X-Source-Language": document.source_language,
        IDENTITY: document.identity,
    }
    file.extend(po_entry(document, unit) for unit in document.units)
    return str(file).encode()


def po_entry(document: Document, entry: DocumentUnit) -> polib.POEntry:
    """Return an entry; what nobody has approved yet is fuzzy, as is what an older text became."""
    unit = entry.unit
    notes = [entry.note, unit.error, f"{REVISION}{revision(unit.target)}"]
    made = polib.POEntry(
        msgctxt=unit.key,
        msgid=unit.source,
        msgstr=unit.target or (unit.previous.target if unit.previous else ""),
        comment="\n".join(note for note in notes if note),
        occurrences=[(f"{document.address}#{unit.path}", "")],
        previous_msgid=unit.previous.source if unit.previous else None,
    )
    if unit.previous or unit.state in (UnitState.UNREVIEWED, UnitState.ERROR):
        made.flags.append("fuzzy")
    return made


# Reading.

KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(".*)', re.DOTALL)
DOMAIN = re.compile(r'domain\s+"[^"]*"')
QUOTED = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"\s*', re.DOTALL)
ESCAPE = re.compile(r"((?:\\x[0-9A-Fa-f]{1,2}|\\[0-7]{1,3})+)|\\(.)", re.DOTALL)
BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]+))")
ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


@dataclass
class Message:
    """One entry as it is written."""

    line: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    is_broken: bool = False

    @property
    def is_complete(self) -> bool:
        return any(name.startswith("msgstr") for name in self.fields)

    @property
    def is_header(self) -> bool:
        return self.fields.get("msgid") == "" and "msgctxt" not in self.fields


def read_po(text: str, file: str) -> tuple[Section, list[Problem]]:
    """Return the texts of a file and what is wrong in it; raises ``Unreadable``."""
    reader = Reader(file)
    messages = list(reader.messages(text))
    if not messages:
        raise Unreadable(ProblemCode.NOT_PO)
    header: dict[str, str] = {}
    entries = []
    for message in messages:
        if message.is_header:
            header = header or headers_of(message.fields.get("msgstr", ""))
        else:
            entries.append(entry_of(message))
    section = Section(
        file=file,
        line=1,
        tool="PO",
        identity=header.get(IDENTITY.lower(), ""),
        source_language=header.get("x-source-language", ""),
        target_language=header.get("language", ""),
        entries=without_copies_of_all(entries),
    )
    return section, reader.problems


def headers_of(text: str) -> dict[str, str]:
    """Return the fields of a header by their names in small letters.

    Raises ``Unreadable`` if it names several translations: nothing tells whose texts are whose.
    """
    lines = [line.partition(":") for line in text.split("\n")]
    fields = [(name.strip().lower(), value.strip()) for name, _colon, value in lines]
    if len({value for name, value in fields if name == IDENTITY.lower()}) > 1:
        raise Unreadable(ProblemCode.MERGED)
    return dict(fields)


def without_copies_of_all(entries: list[Entry]) -> list[Entry]:
    """Take no copy of the source as meant where a file has nothing else, as ``msgen`` makes it."""
    translated = [entry for entry in entries if entry.target and not entry.is_unfinished]
    if len(translated) < 2 or not all(entry.is_copy for entry in translated):
        return entries
    return [replace(entry, is_unfinished=entry.is_unfinished or entry.is_copy) for entry in entries]


def entry_of(message: Message) -> Entry:
    fields = message.fields
    if "msgid_plural" in fields or any(len(text) > LONGEST for text in fields.values()):
        return Entry(fields.get("msgctxt", ""), message.line, source=None)
    revisions = {note.removeprefix(REVISION) for note in message.notes if note.startswith(REVISION)}
    source = parse_html(fields["msgid"]) if fields.get("msgid") else None
    target, is_malformed = None, False
    if fields.get("msgstr", "").strip():
        try:
            target = parse_html(fields["msgstr"], strict=True)
        except MalformedText:
            is_malformed = True
    return Entry(
        key=fields.get("msgctxt", ""),
        line=message.line,
        source=source,
        target=target,
        path=fields.get("msgctxt", ""),  # the key in files of wagtail-localize
        revision=revisions.pop().strip() if len(revisions) == 1 else "",
        is_unfinished="fuzzy" in message.flags,
        is_copy=target is not None and is_copy(target, source or ()),
        is_malformed=is_malformed,
    )


class Reader:
    """Cuts a file into messages and notes the lines that make no sense."""

    def __init__(self, file: str):
        self.file = file
        self.problems: list[Problem] = []
        self.message = Message()
        self.keyword = ""  #: to which strings on lines of their own belong

    def messages(self, text: str) -> Iterator[Message]:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, raw in enumerate(lines, start=1):
            line = raw.strip(" \t")
            if self.is_over_at(line):
                yield from self.finish()
            if line.startswith("#"):
                self.comment(line)
            elif line and not DOMAIN.fullmatch(line):
                self.take(number, line)
        yield from self.finish()

    def is_over_at(self, line: str) -> bool:
        """Return whether a line does not belong to the message before it."""
        message = self.message
        if not line:
            return message.is_complete or message.is_broken
        if line.startswith(("#", "msgctxt")):
            return bool(message.fields) or message.is_broken
        begins = line.startswith("msgid") and not line.startswith("msgid_plural")
        return begins and "msgid" in message.fields and not message.is_broken

    def finish(self) -> Iterator[Message]:
        message, self.message, self.keyword = self.message, Message(), ""
        if message.is_broken or not message.fields:
            return
        if message.is_complete:
            yield message
        else:
            self.complain(message.line, next(iter(message.fields)))

    def comment(self, line: str) -> None:
        if line.startswith("#,"):
            self.message.flags |= {flag.strip() for flag in line[2:].split(",")}
        elif line.startswith("#."):
            self.message.notes.append(line[2:].strip())
        elif line.startswith("#~"):
            self.message = Message()  # an entry that is gone, with what stood above it

    def take(self, number: int, line: str) -> None:
        """Read a line of a message: a keyword with a string, or a further string."""
        message = self.message
        found = KEYWORD.fullmatch(line)
        if found:
            self.keyword = found[1]
        content = unquoted(found[2] if found else line)
        is_twice = found is not None and self.keyword in message.fields
        if content is None or not self.keyword or is_twice:
            if not message.is_broken:
                self.complain(number, line)
            message.is_broken = True
            return
        message.line = message.line or number
        before = message.fields.get(self.keyword, "")
        if len(before) <= LONGEST:
            message.fields[self.keyword] = before + content

    def complain(self, number: int, line: str) -> None:
        values = {"detail": line[:80]}
        self.problems.append(Problem(ProblemCode.SYNTAX, self.file, number, values))


def unquoted(text: str) -> str | None:
    """Return the string between quotation marks, or ``None`` if there is none."""
    found = QUOTED.fullmatch(text)
    return None if found is None else ESCAPE.sub(unescaped, found[1])


def unescaped(found: re.Match[str]) -> str:
    """Return what an escape stands for; numbers are bytes, several of which make a character."""
    if found[2]:
        return ESCAPES.get(found[2], found[2])
    numbers = [int(hexa, 16) if hexa else int(octal, 8) for hexa, octal in BYTE.findall(found[1])]
    data = bytes(number & 0xFF for number in numbers)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")
