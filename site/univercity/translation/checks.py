"""System checks: the settings of the gate, and snippets that would show source text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db.models import Model
from wagtail.models import DraftStateMixin

from univercity.content.snippets.public_at_once import PublicAtOnce
from univercity.translation.state.sources import snippet_models


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


def check_snippets(**kwargs: Any) -> list[CheckMessage]:
    """Say which translatable snippets would show source text for translated text."""
    return list(unmarked(snippet_models()))


def unmarked(models: Iterable[type[Model]]) -> Iterator[CheckMessage]:
    for model in models:
        if not issubclass(model, DraftStateMixin | PublicAtOnce):
            yield Error(
                f"{model._meta.label} has neither drafts nor PublicAtOnce: its texts would be "
                "public under another language before they are translated.",
                obj=model,
                id="translation.E4",
            )
