"""Documents of the demo: texts, and a film and sound made by a program; nobody's rights."""

from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile

from roles.partners import shared_collection
from univercity.content.media.documents import Document

LIBRARY = Path(__file__).parent / "library"


@dataclass(frozen=True)
class DemoDocument:
    """A file of ``library/`` to be put into the document library."""

    filename: str
    title: str
    language: Document.Language

    @property
    def key(self) -> str:
        return f"document:{self.filename}"

    def find(self) -> Document | None:
        """Return the document in the library by its file, whatever title an editor gave it."""
        stem, extension = self.filename.split(".")
        names = {
            "file__startswith": f"documents/demo-{stem}",
            "file__endswith": f".{extension}",
        }
        return Document.objects.filter(**names).first()

    def save(self) -> Document:
        """Put the document into the library."""
        content = (LIBRARY / self.filename).read_bytes()
        document = Document(
            title=self.title,
            file=ContentFile(content, f"demo-{self.filename}"),
            language=self.language,
            accessibility=Document.Accessibility.YES,
            collection=shared_collection(),
        )
        document._set_document_file_metadata()
        document.full_clean()
        document.save()
        return document


DOCUMENTS = [
    DemoDocument(
        "festival-programme-de.txt",
        "Programm des Wissensfestivals (Beispiel)",
        Document.Language.GERMAN,
    ),
    DemoDocument(
        "festival-programme-en.txt",
        "Programme of the Festival of Knowledge (example)",
        Document.Language.ENGLISH,
    ),
    DemoDocument("lights.mp4", "Demo: Sechs Lichter (Film)", Document.Language.NONE),
    DemoDocument("notes.mp3", "Demo: Sechs Töne (Audio)", Document.Language.NONE),
]
