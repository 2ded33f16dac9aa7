"""How far the translation of each page and snippet is: computed from the data, and stored.

``rules`` says what each state means, ``evidence`` reads what they ask for, ``recompute`` stores the
states, ``refresh`` keeps them right, ``selections`` reads them. ``digests`` tells whether a version
is made from the present source, by notes that ``refresh`` writes and ``pruning`` removes.
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
