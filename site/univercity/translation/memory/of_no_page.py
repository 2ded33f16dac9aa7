"""Entries of the memory that belong to no page, which wagtail-localize does not reckon with.

Its receivers for translations ask each for its place, and fail where there is none: with them no
such entry could be deleted, nor a language that has some.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail_localize import models
from wagtail_localize.models import StringTranslation


def connect() -> None:
    """Let them pass over such entries; call once."""
    for signal, receiver in (
        (post_save, models.post_save_string_translation),
        (post_delete, models.post_delete_string_translation),
    ):
        signal.disconnect(receiver, sender=StringTranslation)
        signal.connect(where_there_is_a_place(receiver), sender=StringTranslation, weak=False)


def where_there_is_a_place(receiver: Any) -> Any:
    @wraps(receiver)
    def receive(instance: StringTranslation, **kwargs: Any) -> None:
        if instance.context_id:
            receiver(instance=instance, **kwargs)

    return receive
