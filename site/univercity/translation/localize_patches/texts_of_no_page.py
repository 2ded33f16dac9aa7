"""Let translations be stored that belong to no page, as those of a translation memory do."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail_localize import models
from wagtail_localize.models import StringTranslation


def connect() -> None:
    """Replace the receivers by which titles get into the tree of pages; call once.

    The column ``context`` may be empty, but the receivers fail where it is. Test:
    ``test_translation_of_no_page_is_stored_and_deleted``.
    """
    for signal, receiver in (
        (post_save, models.post_save_string_translation),
        (post_delete, models.post_delete_string_translation),
    ):
        signal.disconnect(receiver, sender=StringTranslation)
        signal.connect(where_there_is_a_context(receiver), sender=StringTranslation, weak=False)


def where_there_is_a_context(receiver: Callable[..., None]) -> Callable[..., None]:
    @wraps(receiver)
    def receive(instance: StringTranslation, **kwargs: Any) -> None:
        if instance.context_id:
            receiver(instance=instance, **kwargs)

    return receive
