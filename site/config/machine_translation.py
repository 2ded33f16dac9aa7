"""The service that texts are translated by first, read from the environment."""

from dataclasses import dataclass, field
from typing import Any

PREFIX = "MACHINE_TRANSLATION"


@dataclass(frozen=True)
class MachineTranslation:
    """Languages are by their codes on the site; ``de>en`` stands for one pair only."""

    service: str = ""  #: deepl, libretranslate, dummy; empty for none
    key: str = ""
    url: str = ""
    characters: int = 0  #: in a month at most; 0 for any number
    variants: dict[str, str] = field(default_factory=dict)
    formality: dict[str, str] = field(default_factory=dict)


def read_machine_translation(env: dict[str, Any]) -> MachineTranslation:
    return MachineTranslation(
        service=env[PREFIX],
        key=env[f"{PREFIX}_KEY"],
        url=env[f"{PREFIX}_URL"],
        characters=env[f"{PREFIX}_CHARACTERS"],
        variants=by_language(env[f"{PREFIX}_VARIANTS"]),
        formality=by_language(env[f"{PREFIX}_FORMALITY"]),
    )


def by_language(entries: list[str]) -> dict[str, str]:
    """Read entries such as ``en=EN-GB`` or ``de>en=EN-US``."""
    pairs = (entry.partition("=") for entry in entries)
    return {key.strip().lower(): value.strip() for key, _equals, value in pairs}
