"""Translations of snippets without drafts, which are public as soon as they are stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments

from univercity.content.snippets.public_at_once import PublicAtOnce
from univercity.translation.gate import check_publishable, gaps_in


@transaction.atomic
def save_undrafted(translation: Translation, save: Callable[[], None]) -> None:
    """Store the version of a snippet with ``save``, and say in which language its texts are.

    One that has never been translated as a whole keeps the source texts, all of them. Raises
    ``NotPublishable`` where readers of a translated one would meet unfinished text.
    """
    model: Any = translation.source.specific_content_type.model_class()
    versions = model._default_manager.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale_id
    )
    before = versions.first()
    has_gaps = bool(gaps_in(translation))
    shows_source = has_gaps and (before is None or before.in_source_language)
    if has_gaps and not shows_source:
        check_publishable(translation)
    save()
    version = versions.get()
    if shows_source:
        show_source_texts(translation.source, version)
    elif version.in_source_language:
        version.in_source_language = False
        version.save()


def show_source_texts(source: TranslationSource, version: PublicAtOnce) -> None:
    """Give a version the present texts of its source, and say so in it."""
    original = source.as_instance()
    texts = [
        segment
        for segment in extract_segments(original)
        if isinstance(segment, StringSegmentValue | TemplateSegmentValue)
    ]
    ingest_segments(original, version, source.locale, version.locale, texts)
    version.in_source_language = True
    version.save()
