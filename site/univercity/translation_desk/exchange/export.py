"""The texts of translations as a file to download, or several files in an archive.

The same content makes the same bytes: nothing in a file says when or by whom it was made.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.text import slugify
from wagtail_localize.models import Translation

from univercity.translation_desk.exchange.documents import Document, documents_of
from univercity.translation_desk.exchange.formats.po import write_po
from univercity.translation_desk.exchange.formats.xliff1 import write_xliff12
from univercity.translation_desk.exchange.formats.xliff2 import write_xliff21


class Format(models.TextChoices):
    XLIFF_12 = "xliff12", "XLIFF 1.2"
    XLIFF_21 = "xliff21", "XLIFF 2.1"
    PO = "po", "PO (gettext)"


@dataclass(frozen=True)
class ExportedFile:
    name: str
    content_type: str
    content: bytes


def export(
    translations: Iterable[Translation], file_format: str, *, only_open: bool = False
) -> ExportedFile | None:
    """Return the texts of translations as a file; ``None`` if there are none.

    XLIFF holds any number of pages with the same languages. Whatever needs several files makes an
    archive. With ``only_open`` texts that are done are left out.
    """
    documents = documents_of(translations, only_open=only_open)
    documents = [document for document in documents if document.units]
    if not documents:
        return None
    files = [as_file(group, file_format) for group in grouped(documents, file_format)]
    return files[0] if len(files) == 1 else archive(files)


def grouped(documents: list[Document], file_format: str) -> list[list[Document]]:
    """Return what goes into each file."""
    if file_format == Format.PO:
        return [[document] for document in documents]
    by_languages: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in documents:
        by_languages[document.source_language, document.target_language].append(document)
    return list(by_languages.values())


def as_file(documents: list[Document], file_format: str) -> ExportedFile:
    name = "translations"
    if len(documents) == 1:
        name = f"{slugify(documents[0].title)[:60]}-{documents[0].identity[:8]}"
    name = f"{name}.{documents[0].target_language}"
    if file_format == Format.PO:
        return ExportedFile(f"{name}.po", "text/x-gettext-translation", write_po(documents[0]))
    write = write_xliff12 if file_format == Format.XLIFF_12 else write_xliff21
    return ExportedFile(f"{name}.xlf", "application/xliff+xml", write(documents))


def archive(files: list[ExportedFile]) -> ExportedFile:
    """Return a ZIP archive, whose entries all have the same date."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in files:
            packed.writestr(zipfile.ZipInfo(file.name), file.content, zipfile.ZIP_DEFLATED)
    return ExportedFile("translations.zip", "application/zip", content.getvalue())
