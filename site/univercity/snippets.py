"""Snippets in the reader's language, looked up together."""

from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils import translation

from univercity.reading.shelf import shelf_of_answer


def localized_snippet(snippet: Any) -> Any:
    """Return the version of ``snippet`` to show: active, else source language, if public."""
    versions = getattr(snippet, "versions", None)
    if versions is None:  # comes from a form, not from a stream read as a whole
        [versions] = shelf_of_answer().get(type(snippet), [snippet.pk])
    public = versions.public if versions else {}
    return public.get(translation.get_language()) or public.get(settings.LANGUAGE_CODE)


def first_public(model: type[Model]) -> Any:
    """Return an example for the preview of a block: the first public snippet, or ``None``."""
    return model.objects.filter(live=True).order_by("pk").first()  # type: ignore[attr-defined]
