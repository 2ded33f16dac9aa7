"""An upload as entries: one file, or an archive of several.

They are what the file says, not yet what it means for the site. Whatever is wrong with a file
becomes a ``Problem`` that people read; nothing else is raised.
"""

from __future__ import annotations

import codecs
import io
import lzma
import re
import zipfile
import zlib

from django.conf import settings
from lxml import etree

from univercity.translation_desk.exchange.entries import (
    Problem,
    ProblemCode,
    Reading,
    Section,
    Unreadable,
)
from univercity.translation_desk.exchange.formats.po import read_po
from univercity.translation_desk.exchange.formats.xliff1 import read_xliff1
from univercity.translation_desk.exchange.formats.xliff2 import read_xliff2
from univercity.translation_desk.exchange.formats.xml import is_utf8, local_name, parse_xml

MAX_FILES = 1000  # in an archive
MAX_TEXTS = 50_000
MAX_SECTIONS = 10_000  # databases take some 30,000 values in a query
XLIFF = re.compile(r"urn:oasis:names:tc:xliff:document:([12])\.\d")
CHARSET = re.compile(rb"charset=([\w.:-]+)")
#: Codecs of Python that are no encodings of files, or that write what is no text.
NO_ENCODINGS = {"idna", "punycode", "raw_unicode_escape", "unicode_escape", "utf-7", "undefined"}
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
UNMARKED_XML = (b"<\x00", b"\x00<")


def read_file(name: str, data: bytes) -> Reading:
    """Return what an uploaded file or archive says, and what is wrong with it."""
    reading = Reading()
    limit = settings.TRANSLATION_FILE_MAX_BYTES
    try:
        if len(data) > limit:
            raise too_large(limit)
        files = unpacked(data, limit) if data.startswith(b"PK\x03\x04") else [(name, data)]
    except Unreadable as error:
        return Reading(problems=[error.problem(name)])
    for file, content in files:
        try:
            sections, problems = read_one(file, content)
        except Unreadable as error:
            reading.problems.append(error.problem(file))
        else:
            reading.sections += sections
            reading.problems += problems
    if len(reading.sections) > MAX_SECTIONS:
        return refused(name, ProblemCode.TOO_MANY_PAGES, MAX_SECTIONS)
    if sum(len(section.entries) for section in reading.sections) > MAX_TEXTS:
        return refused(name, ProblemCode.TOO_MANY_TEXTS, MAX_TEXTS)
    return reading


def refused(name: str, code: ProblemCode, limit: int) -> Reading:
    return Reading(problems=[Problem(code, name, None, {"limit": limit})])


def too_large(limit: int) -> Unreadable:
    return Unreadable(ProblemCode.TOO_LARGE, megabytes=limit // (1024 * 1024))


def unpacked(data: bytes, limit: int) -> list[tuple[str, bytes]]:
    """Return the files of an archive by name, however deep in folders; raises ``Unreadable``."""
    files = []
    left = limit
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [each for each in archive.infolist() if is_file(each)]
            if not members:
                raise Unreadable(ProblemCode.NO_TEXTS)
            if len(members) > MAX_FILES:
                raise Unreadable(ProblemCode.TOO_MANY, limit=MAX_FILES)
            for member in members:
                with archive.open(member) as packed:
                    content = packed.read(left + 1)  # what the archive says of sizes may be wrong
                left -= len(content)
                if left < 0:
                    raise too_large(limit)
                files.append((member.filename, content))
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        NotImplementedError,  # an unknown way of packing
        OSError,
        RuntimeError,  # protected by a password
        IndexError,  # Python's reader, at a name of no characters
        ValueError,
    ) as error:
        raise Unreadable(ProblemCode.ARCHIVE) from error
    return files


def is_file(member: zipfile.ZipInfo) -> bool:
    name = member.filename
    return not (member.is_dir() or name.startswith("__MACOSX/") or "/." in f"/{name}")


def read_one(file: str, data: bytes) -> tuple[list[Section], list[Problem]]:
    """Return the parts of one file; raises ``Unreadable``."""
    problems: list[Problem] = []
    if not data.strip():
        raise Unreadable(ProblemCode.EMPTY)
    if is_xml(data):
        sections = read_xml(file, data)
    else:
        section, problems = read_po(decoded(data), file)
        sections = [section]
    if not any(section.entries for section in sections):
        problems = [*problems, Problem(ProblemCode.NO_TEXTS, file)]
    return sections, problems


def is_xml(data: bytes) -> bool:
    start = data[:200]
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if start.startswith(mark):
            text = start[: len(start) // 2 * 2].decode(encoding, errors="ignore")
            return text.lstrip().startswith("<")
    return start.lstrip().startswith(b"<") or start.startswith(UNMARKED_XML)


def read_xml(file: str, data: bytes) -> list[Section]:
    root = parse_xml(data)
    namespace = etree.QName(root).namespace
    if local_name(root) == "xliff":
        if namespace is None and root.get("version", "").startswith("1"):
            return read_xliff1(root, file)
        known = XLIFF.fullmatch(namespace or "")
        if known:
            return read_xliff1(root, file) if known[1] == "1" else read_xliff2(root, file)
    raise Unreadable(ProblemCode.NOT_XLIFF, root.sourceline, root=local_name(root)[:80])


def decoded(data: bytes) -> str:
    """Return the text of a PO file in the encoding that it says, which is UTF-8 if it says none."""
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
        text.encode()  # some encodings let halves of characters through
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        line = data.count(b"\n", 0, start) + 1
        raise Unreadable(ProblemCode.ENCODING, line, encoding=encoding) from error
    return text


def encoding_of(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return encoding
    declared = CHARSET.search(data)
    return usable(declared[1].decode("ascii")) if declared and not is_utf8(data) else "utf-8"


def usable(encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding)
    except LookupError:
        return "utf-8"  # "CHARSET", as templates have it
    if not codec._is_text_encoding or codec.name in NO_ENCODINGS:
        return "utf-8"
    return encoding
