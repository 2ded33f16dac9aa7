"""The content of a file of any format: pages with their texts, and where those stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.utils import translation as languages
from wagtail.models import Page
from wagtail_localize.models import Translation

from univercity.translation.units import Unit, UnitState, units_of
from univercity.translation_desk.inline_elements import Code, Text, numbered_like, parse_html
from univercity.translation_desk.places import Place, places_of, source_instance


@dataclass(frozen=True)
class DocumentUnit:
    """A unit, and the place that it stands at."""

    unit: Unit
    place: Place

    @cached_property
    def source(self) -> Text:
        return parse_html(self.unit.source)

    @cached_property
    def target(self) -> Text | None:
        """The translation, whose elements have the ids of those of the source."""
        if not self.unit.target:
            return None
        return numbered_like(parse_html(self.unit.target), self.source)

    @property
    def note(self) -> str:
        """Where the text stands and how long its translation may be, for translators."""
        if self.place.max_length is None:
            return str(self.place)
        return f"{self.place} (≤ {self.place.max_length})"

    def attributes(self, code: Code) -> dict[str, str]:
        """Return the attributes that readers get, not the id that stands for them."""
        own = dict(code.attrs)
        values = self.unit.attrs.get(own.get("id", ""), own)
        return {
            name: " ".join(value) if isinstance(value, list) else str(value)
            for name, value in sorted(values.items())
        }


@dataclass(frozen=True)
class Document:
    """A page or snippet in one target language."""

    translation: Translation
    address: str  #: of the page in the source language; empty for a snippet
    units: list[DocumentUnit]

    @property
    def identity(self) -> str:
        return str(self.translation.uuid)

    @property
    def title(self) -> str:
        return self.translation.source.object_repr

    @property
    def source_language(self) -> str:
        return self.translation.source.locale.language_code

    @property
    def target_language(self) -> str:
        return self.translation.target_locale.language_code


def documents_of(
    translations: Iterable[Translation], *, only_open: bool = False, language: str = ""
) -> list[Document]:
    """Return a document for each translation, in their order; ``only_open`` without what is done.

    Labels are in ``language``, else in the source language, which everybody reads who translates.
    """
    translations = list(translations)
    with languages.override(language or settings.LANGUAGE_CODE):
        by_translation: dict[int, dict[str, Unit]] = defaultdict(dict)
        for unit in units_of(translations):
            if not (only_open and unit.state == UnitState.DONE):
                # A text that stands several times at a place has one translation.
                by_translation[unit.translation_id].setdefault(unit.key, unit)
        return [document_of(each, by_translation[each.pk]) for each in translations]


def document_of(translation: Translation, units: dict[str, Unit]) -> Document:
    instance = source_instance(translation)
    places = places_of(instance) if instance else None
    placed = [
        DocumentUnit(unit, places.at(unit.path) if places else Place((unit.path,)))
        for unit in sorted(units.values(), key=lambda unit: unit.order)
    ]
    address = instance.full_url if isinstance(instance, Page) else ""
    return Document(translation, address or "", placed)
