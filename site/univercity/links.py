"""Links to pages in the reader's language, looked up together."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.utils import translation
from wagtail.models import Page
from wagtail.query import PageQuerySet

from univercity.public_pages import public


class LocalizedPages:
    """Pages by id, each in the active language if that translation is public, else as chosen.

    The first look-up reads all of them with their translations, in as many queries for one page
    as for many, so that values read together (all blocks of a kind in a stream) share it.
    """

    def __init__(self, page_ids: Iterable[Any], queryset: PageQuerySet | None = None):
        self._page_ids = {int(page_id) for page_id in page_ids if page_id}
        self._queryset = queryset

    def get(self, page_id: Any) -> Page | None:
        """Return the page to link to, or ``None`` where no version of it is public."""
        page_id = int(page_id)
        if page_id not in self._page_ids:
            return LocalizedPages([page_id], self._queryset).get(page_id)
        versions = self._versions.get(page_id, {})
        chosen = next((page for page in versions.values() if page.pk == page_id), None)
        return versions.get(translation.get_language()) or chosen

    @cached_property
    def _versions(self) -> dict[int, dict[str, Page]]:
        """Public versions of each page: page id, then language code."""
        if not self._page_ids:
            return {}
        chosen = Page.objects.filter(pk__in=self._page_ids)
        queryset = Page.objects.all() if self._queryset is None else self._queryset
        pages = queryset.filter(translation_key__in=chosen.values("translation_key"))
        by_key: dict[Any, dict[str, Page]] = {}
        for page in public(pages.live()).select_related("locale", "content_type"):
            by_key.setdefault(page.translation_key, {})[page.locale.language_code] = page
        keys = {page.pk: key for key, found in by_key.items() for page in found.values()}
        hidden = self._page_ids - keys.keys()
        if hidden:  # chosen pages that are not public, but may have a public translation
            keys.update(chosen.filter(pk__in=hidden).values_list("pk", "translation_key"))
        return {page_id: by_key.get(keys.get(page_id), {}) for page_id in self._page_ids}


def localized(page: Page) -> Page | None:
    """Return the version of ``page`` to link to in the active language, if one is public.

    Pages that a block read together with others carry their shared look-up.
    """
    pages: LocalizedPages = getattr(page, "localized_pages", None) or LocalizedPages([page.pk])
    return pages.get(page.pk)


def card_queryset(model: type[Page]) -> PageQuerySet:
    """Return the pages of a type with everything that their cards show."""
    pages = model.objects.all()
    return pages.for_cards() if hasattr(pages, "for_cards") else pages


def localized_card(page: Page) -> Page | None:
    """Return the version of ``page`` as ``localized`` does, with everything that its card shows."""
    if not hasattr(page, "localized_pages"):  # comes from a form, not from a stream read as a whole
        page.localized_pages = LocalizedPages([page.pk], card_queryset(type(page)))
    return localized(page)
