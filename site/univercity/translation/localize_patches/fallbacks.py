"""Show a former translation where a text is not translated, before the source text."""

from __future__ import annotations

from functools import wraps
from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue

from univercity.translation.former_texts import former_texts, with_known_links
from univercity.translation.units import units_of

read_segments = TranslationSource._get_segments_for_translation


def connect() -> None:
    """Make wagtail-localize fall back to former translations first; call once."""
    TranslationSource._get_segments_for_translation = read_with_former


@wraps(read_segments)
def read_with_former(self: TranslationSource, locale: Locale, fallback: bool = False) -> list[Any]:
    """Replace the method of ``TranslationSource`` by which all versions are made.

    wagtail-localize fills with German whatever has no translation, and a changed text has none. It
    has no hook at this place. Test:
    ``test_former_translation_is_shown_until_a_changed_text_is_translated``.
    """
    segments: list[Any] = read_segments(self, locale, fallback=fallback)
    units = units_of([Translation(source=self, target_locale=locale)]) if fallback else []
    former = former_texts(units)
    for segment in segments:
        if isinstance(segment, StringSegmentValue):
            text = former.get((segment.path, segment.order))
            if text is not None:
                segment.string = StringValue(with_known_links(text, segment.attrs or {}))
    return segments
