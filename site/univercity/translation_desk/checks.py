"""What Django's system check knows of the services that translate."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error


def check_machine(**kwargs: Any) -> list[CheckMessage]:
    """Say what the service lacks that ``MACHINE_TRANSLATION`` names."""
    chosen = settings.MACHINE_TRANSLATION
    needed = {"deepl": "key", "libretranslate": "url"}.get(chosen.service)
    if needed is None or getattr(chosen, needed):
        return []
    name = f"MACHINE_TRANSLATION_{needed.upper()}"
    return [Error(f"{name} is missing for {chosen.service}.", id="translation.E3")]
