"""Filling open texts with what the memory knows."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from wagtail_localize.models import Translation, TranslationSource

from univercity.translation.bulk_writing import write_units
from univercity.translation.memory.matches import exact_matches
from univercity.translation.units import Unit, UnitState, units_of

#: What the translation says it was made by.
TOOL = "Translation memory"


def fill_from_memory(translation: Translation, user: Any = None) -> list[Unit]:
    """Fill open texts that were translated on another page, to be reviewed; return those filled.

    Only what a person wrote or approved there is taken. Slugs are left open: an address belongs to
    its page.
    """
    open_units = [
        unit
        for unit in units_of([translation])
        if unit.state == UnitState.OPEN and unit.path != "slug"
    ]
    known = exact_matches(
        {unit.string_id for unit in open_units},
        translation.source.locale_id,
        translation.target_locale_id,
    )
    found = ((unit, known.get(unit.string_id)) for unit in open_units)
    texts = [(unit, match.target) for unit, match in found if match and match.reviewed]
    return write_units(texts, user=user, tool=TOOL)


def fill_later(translation_id: int) -> None:
    """Fill a translation once everything about it is stored.

    A minor edit carries former translations first, and whoever brings translations along writes
    them. Nothing is undone if it fails.
    """
    transaction.on_commit(partial(fill, translation_id), robust=True)


def fill(translation_id: int) -> None:
    translation = (
        Translation.objects.filter(pk=translation_id, enabled=True).select_related("source").first()
    )
    if translation:
        with transaction.atomic():  # the state of the page is judged once
            fill_from_memory(translation)


def translation_made(instance: Translation, raw: bool = False, **kwargs: Any) -> None:
    """Fill a page or snippet that is handed to translation, or taken up again."""
    if not raw and instance.enabled:
        fill_later(instance.pk)


def source_renewed(
    instance: TranslationSource, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Fill what is new in a source, such as a block that was copied."""
    if raw or created:
        return
    for pk in instance.translations.filter(enabled=True).values_list("pk", flat=True):
        fill_later(pk)


def connect() -> None:
    """Connect the receivers; call once all apps are loaded."""
    post_save.connect(translation_made, sender=Translation)
    post_save.connect(source_renewed, sender=TranslationSource)
