"""Snippets in the reader's language, looked up together."""

from collections.abc import Iterable
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils import translation
from wagtail.models import DraftStateMixin

#: In a preview: a snippet as it stands in a form, shown in place of the stored one.
previewed: ContextVar[Any] = ContextVar("previewed snippet", default=None)


class LocalizedSnippets:
    """Chosen snippets of a model, each in the active or else in the source language, if public.

    The first look-up reads all of them, in as many queries for one snippet as for many, so that
    values read together (all blocks of a kind in a stream) share it.
    """

    def __init__(self, chosen: Iterable[Any]):
        self._chosen = list(chosen)

    def get(self, snippet: Any) -> Any:
        """Return the version of ``snippet`` to show, or ``None`` where none is public."""
        versions = self._versions.get(snippet.translation_key, {})
        return versions.get(translation.get_language()) or versions.get(settings.LANGUAGE_CODE)

    @cached_property
    def _versions(self) -> dict[Any, dict[str, Any]]:
        """Public versions of each snippet: translation key, then language code."""
        by_key: dict[Any, dict[str, Any]] = {}
        for version in self._read():
            by_key.setdefault(version.translation_key, {})[version.locale.language_code] = version
        shown = previewed.get()
        if any(is_version_of(shown, snippet) for snippet in self._chosen):
            by_key.setdefault(shown.translation_key, {})[shown.locale.language_code] = shown
        return by_key

    def _read(self) -> list[Any]:
        if not self._chosen:
            return []
        model: Any = type(self._chosen[0])
        snippets = model.objects.all()
        if hasattr(snippets, "for_cards"):
            snippets = snippets.for_cards()
        if issubclass(model, DraftStateMixin):
            snippets = snippets.filter(live=True)
        keys = {snippet.translation_key for snippet in self._chosen}
        return list(snippets.filter(translation_key__in=keys).select_related("locale"))


def is_version_of(shown: Any, snippet: Any) -> bool:
    """Return whether ``shown``, which may be ``None``, is ``snippet`` in some language."""
    return type(shown) is type(snippet) and shown.translation_key == snippet.translation_key


def localized_snippet(snippet: Any) -> Any:
    """Return the version of ``snippet`` to show in the active language, if one is public.

    Snippets that a block read together with others carry their shared look-up.
    """
    snippets = getattr(snippet, "localized_snippets", None) or LocalizedSnippets([snippet])
    return snippets.get(snippet)


def first_public(model: type[Model]) -> Any:
    """Return an example for the preview of a block: the first public snippet, or ``None``."""
    return model.objects.filter(live=True).order_by("pk").first()  # type: ignore[attr-defined]
