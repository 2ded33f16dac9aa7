"""Links to pages in the reader's language, looked up together."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils import translation
from wagtail.models import Page


class LocalizedPages:
    """Pages by id, each in the active language if that translation is public, else as chosen.

    The first look-up reads all of them with their translations, in as many queries for one page
    as for many, so that values read together (all blocks of a kind in a stream) share it.
    """

    def __init__(self, page_ids: Iterable[Any], queryset: QuerySet[Any] | None = None):
        self._page_ids = {int(page_id) for page_id in page_ids if page_id}
        self._queryset = queryset

    def get(self, page_id: Any) -> Page | None:
        """Return the page to link to, or ``None`` where no version of it is public."""
        page_id = int(page_id)
        if page_id not in self._page_ids:
            return LocalizedPages([page_id], self._queryset).get(page_id)
        versions = self._versions.get(self._keys.get(page_id), {})
        chosen = next((page for page in versions.values() if page.pk == page_id), None)
        return versions.get(translation.get_language()) or chosen

    @cached_property
    def _keys(self) -> dict[int, Any]:
        """Translation key of each page."""
        pages = Page.objects.filter(pk__in=self._page_ids)
        return dict(pages.values_list("pk", "translation_key"))

    @cached_property
    def _versions(self) -> dict[Any, dict[str, Page]]:
        """Public versions of each page: translation key, then language code."""
        if not self._page_ids:
            return {}
        queryset = Page.objects.all() if self._queryset is None else self._queryset
        pages = queryset.filter(translation_key__in=self._keys.values()).live().public()
        versions: dict[Any, dict[str, Page]] = {}
        for page in pages.select_related("locale", "content_type").defer_streamfields():
            versions.setdefault(page.translation_key, {})[page.locale.language_code] = page
        return versions


def localized(page: Page) -> Page | None:
    """Return the version of ``page`` to link to in the active language, if one is public.

    Pages that a block read together with others carry their shared look-up.
    """
    pages: LocalizedPages = getattr(page, "localized_pages", None) or LocalizedPages([page.pk])
    return pages.get(page.pk)
