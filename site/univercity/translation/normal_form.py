"""Texts in one spelling: what macOS pastes as a letter and a dot pair is stored as one letter.

Both look the same, but have other hashes, so translations would not be found again (Unicode
Standard Annex 15, normalisation form C).
"""

import json
import unicodedata
from typing import Any, Literal

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import CharField, Model, TextField
from django.db.models.signals import pre_save
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin

FORM: Literal["NFC"] = "NFC"


def normalise_texts(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Bring the texts of an object that is translated into normalisation form C."""
    if not isinstance(instance, TranslatableMixin):
        return
    for field in instance._meta.concrete_fields:
        value = field.value_from_object(instance)
        if isinstance(field, StreamField):
            content = value.get_prep_value() if value else []
            stored = json.dumps(content, ensure_ascii=False, cls=DjangoJSONEncoder)
            if not unicodedata.is_normalized(FORM, stored):
                setattr(instance, field.name, unicodedata.normalize(FORM, stored))
        elif isinstance(field, (CharField, TextField)) and isinstance(value, str):
            setattr(instance, field.attname, unicodedata.normalize(FORM, value))


def connect() -> None:
    """Keep texts in one spelling; call once."""
    pre_save.connect(normalise_texts, dispatch_uid="normalise_texts")
