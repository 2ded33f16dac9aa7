"""The service that the settings name, and Django's check that they name all of it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from univercity.translation_desk.machine.providers.deepl_service import DeepL
from univercity.translation_desk.machine.providers.dummy import Dummy
from univercity.translation_desk.machine.providers.interface import Provider
from univercity.translation_desk.machine.providers.libretranslate import LibreTranslate

NAMES = {"deepl": DeepL.name, "libretranslate": LibreTranslate.name, "dummy": Dummy.name}


def provider_name() -> str:
    """Return the name of the service, for people; empty where none is configured."""
    return NAMES.get(settings.MACHINE_TRANSLATION.service, "")


def configured_provider() -> Provider | None:
    """Return the service to translate with; ``None`` where none is configured."""
    chosen = settings.MACHINE_TRANSLATION
    if chosen.service == "deepl":
        return DeepL(chosen.key, chosen.url, chosen.variants, chosen.formality)
    if chosen.service == "libretranslate":
        return LibreTranslate(chosen.url, chosen.key)
    return Dummy() if chosen.service == "dummy" else None


def check_machine(**kwargs: Any) -> list[CheckMessage]:
    """Say what the service lacks that ``MACHINE_TRANSLATION`` names."""
    chosen = settings.MACHINE_TRANSLATION
    needed = {"deepl": "key", "libretranslate": "url"}.get(chosen.service)
    if needed is None or getattr(chosen, needed):
        return []
    name = f"MACHINE_TRANSLATION_{needed.upper()}"
    return [Error(f"{name} is missing for {chosen.service}.", id="translation.E3")]
