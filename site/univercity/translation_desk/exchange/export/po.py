"""GNU gettext's PO, whose texts are HTML as wagtail-localize keeps it.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import polib

from univercity.translation.units import UnitState
from univercity.translation_desk.exchange.export.documents import Document, DocumentUnit
from univercity.translation_desk.exchange.inline import revision

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
