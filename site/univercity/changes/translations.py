"""What is known of translations beside the content: how far they are, and who made them.

Only ``/resolve/`` tells it, so it has keys of its own, and no public address changes with it.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from univercity.changes.keys import key_of, translation_key_of
from univercity.shared_content import SharedContent

#: Stands among the pending changes for the translations of one object, by its translation key.
TRANSLATION = "translation"
#: What wagtail-localize keeps of them.
KEPT_IN = (TranslationSource, Translation, StringTranslation)
#: What has texts whose origin is told.
TRANSLATED: tuple[Any, ...] = (Page, SharedContent)


def translated_object(instance: Any) -> UUID | None:
    """Return the translation key of the object that a row of wagtail-localize is about."""
    if isinstance(instance, StringTranslation):
        return instance.context and instance.context.object_id
    source = instance.source if isinstance(instance, Translation) else instance
    return source.object_id  # type: ignore[no-any-return]


def translation_keys(objects: Collection[str]) -> set[str]:
    """Return the surrogate keys to send when something about the translations of objects changed.

    ``objects`` are translation keys; all their versions tell of it.
    """
    found = set()
    for model in TRANSLATED if objects else ():
        versions = model._base_manager.filter(translation_key__in=objects)
        for pk in versions.values_list("pk", flat=True):
            found.add(translation_key_of(key_of(model, pk)))
    return found
