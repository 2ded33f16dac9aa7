"""What Django's system check knows of translation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error


def check_gate(**kwargs: Any) -> list[CheckMessage]:
    """Say which entries of ``TRANSLATION_GATE_WARNS`` name nothing."""
    return list(wrong_entries(settings.TRANSLATION_GATE_WARNS))


def wrong_entries(entries: list[str]) -> Iterator[CheckMessage]:
    languages = {code.lower() for code, _name in settings.LANGUAGES}
    for entry in entries:
        label, _colon, language = entry.partition(":")
        try:
            apps.get_model(label)
        except (LookupError, ValueError):
            yield Error(f"TRANSLATION_GATE_WARNS: there is no type “{label}”.", id="translation.E1")
        if language and language.lower() not in languages:
            yield Error(
                f"TRANSLATION_GATE_WARNS: there is no language “{language}”.", id="translation.E2"
            )
