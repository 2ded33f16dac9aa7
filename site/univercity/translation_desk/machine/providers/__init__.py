"""Services that translate, behind one interface; which one is used the settings say."""

from univercity.translation_desk.machine.providers.choice import configured_provider, provider_name
from univercity.translation_desk.machine.providers.interface import (
    Answer,
    Failure,
    Limits,
    Provider,
    ProviderError,
)

__all__ = [
    "Answer",
    "Failure",
    "Limits",
    "Provider",
    "ProviderError",
    "configured_provider",
    "provider_name",
]
