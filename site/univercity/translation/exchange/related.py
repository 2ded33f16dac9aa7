"""Shared contents, persons and venues that pages show, and that are translated on their own."""

from __future__ import annotations

from collections.abc import Iterable

from wagtail_localize.models import RelatedObjectSegment, Translation


def with_related(translations: Iterable[Translation]) -> list[Translation]:
    """Return translations with those of the snippets that they show, each once."""
    found = {translation.pk: translation for translation in translations}
    new = list(found.values())
    while new:
        languages = {each.target_locale_id for each in new}
        shown = RelatedObjectSegment.objects.filter(source__in={each.source_id for each in new})
        rows = Translation.objects.filter(
            enabled=True, target_locale__in=languages, source__object_id__in=shown.values("object")
        )
        rows = rows.exclude(pk__in=found).select_related("source__locale", "target_locale")
        new = list(rows.order_by("pk"))
        found |= {each.pk: each for each in new}
    return list(found.values())
