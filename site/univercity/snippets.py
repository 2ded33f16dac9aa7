"""Snippets in the reader's language, looked up together."""

from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils import translation

from univercity.reading.shelf import shelf_of_answer

#: In a preview: a snippet as it stands in a form, shown in place of the stored one.
previewed: ContextVar[Any] = ContextVar("previewed snippet", default=None)


def is_version_of(shown: Any, snippet: Any) -> bool:
    """Return whether ``shown``, which may be ``None``, is ``snippet`` in some language."""
    return type(shown) is type(snippet) and shown.translation_key == snippet.translation_key


def localized_snippet(snippet: Any) -> Any:
    """Return the version of ``snippet`` to show: active, else source language, if public."""
    versions = getattr(snippet, "versions", None)
    if versions is None:  # comes from a form, not from a stream read as a whole
        [versions] = shelf_of_answer().get(type(snippet), [snippet.pk])
    public = dict(versions.public) if versions else {}
    shown = previewed.get()
    if is_version_of(shown, snippet):
        public[shown.locale.language_code] = shown
    return public.get(translation.get_language()) or public.get(settings.LANGUAGE_CODE)


def first_public(model: type[Model]) -> Any:
    """Return an example for the preview of a block: the first public snippet, or ``None``."""
    return model.objects.filter(live=True).order_by("pk").first()  # type: ignore[attr-defined]
