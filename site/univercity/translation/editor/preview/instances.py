"""Source and translation made in memory, with a mark around each text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.models import Locale
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import TemplateSegment, Translation
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from univercity.translation.editor.preview.marks import Marked, mark
from univercity.translation.former_texts import former_texts, with_known_links
from univercity.translation.units import Unit, UnitState, units_of

#: Texts that are no words of a page but part of its address.
ADDRESSES = {"slug"}


class Pair:
    """The two versions of a translation, for previews; ``texts`` are by the number of the mark."""

    def __init__(self, translation: Translation):
        self.translation = translation
        self.units = units_of([translation])
        self.former = former_texts(self.units)
        self.texts: list[Marked] = []

    def source(self) -> Any:
        """Return the page or snippet as it was handed to translation."""
        source = self.translation.source
        instance = source.as_instance()
        segments = [self.marked(unit, unit.source) for unit in self.units]
        self.fill(instance, instance, source.locale, [*segments, *self.templates()])
        return instance

    def target(self, unsaved: Mapping[str, str]) -> Any:
        """Return the translation with ``unsaved`` texts, HTML by key.

        A text without translation is the former one, or that of the source.
        """
        source, locale = self.translation.source, self.translation.target_locale
        segments = [
            segment
            for segment in source._get_segments_for_translation(locale, fallback=True)
            if not isinstance(segment, StringSegmentValue)
        ]
        segments += [self.translated(unit, unsaved.get(unit.key)) for unit in self.units]
        instance = source.get_translated_instance(locale)
        original = source.as_instance()
        copy_synchronised_fields(original, instance)
        self.fill(original, instance, locale, segments)
        return instance

    def translated(self, unit: Unit, unsaved: str | None) -> StringSegmentValue:
        text = unsaved if unsaved is not None else unit.target * (unit.state != UnitState.ERROR)
        if text:
            return self.marked(unit, with_known_links(text, unit.attrs))
        former = self.former.get((unit.path, unit.order))
        if former:
            return self.marked(unit, with_known_links(former, unit.attrs))
        language = self.translation.source.locale.language_code
        return self.marked(unit, unit.source, language)

    def marked(self, unit: Unit, text: str, language: str = "") -> StringSegmentValue:
        if unit.path not in ADDRESSES:
            number = len(self.texts)
            self.texts.append(Marked(unit.key, unit.state, language))
            text = mark(text, number)
        attrs = {key: dict(value) for key, value in unit.attrs.items()}
        return StringSegmentValue(unit.path, StringValue(text), attrs=attrs).with_order(unit.order)

    def templates(self) -> list[TemplateSegmentValue]:
        """Return the rich texts of the source, without their sentences."""
        rows = TemplateSegment.objects.filter(source=self.translation.source_id)
        return [
            TemplateSegmentValue(
                row.context.path,
                row.template.template_format,
                row.template.template,
                row.template.string_count,
                order=row.order,
            )
            for row in rows.select_related("template", "context")
        ]

    def fill(self, original: Any, instance: Any, locale: Locale, segments: list[Any]) -> None:
        segments.sort(key=lambda segment: segment.order)
        ingest_segments(original, instance, self.translation.source.locale, locale, segments)
