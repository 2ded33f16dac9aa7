"""How far the translation of each page and snippet is: computed from the data, and stored.

``judging`` says what a state means, ``recompute`` stores the states, ``refresh`` keeps them right,
``selections`` reads them.
"""

from univercity.translation.models import TranslationState
from univercity.translation.state.selections import (
    BEHIND,
    behind,
    in_translation_state,
    outdated_translations_of,
    target_languages,
    translation_state,
    with_translation_states,
)

__all__ = [
    "BEHIND",
    "TranslationState",
    "behind",
    "in_translation_state",
    "outdated_translations_of",
    "target_languages",
    "translation_state",
    "with_translation_states",
]
