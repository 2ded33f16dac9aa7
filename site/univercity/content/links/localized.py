"""Links to pages in the reader's language, looked up together."""

from collections.abc import Iterable
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils import translation
from wagtail.models import Page

from univercity.content.reading.shelf import Versions, shelf_of_answer


class LocalizedPages:
    """Pages of a type by id, each in the active language if that translation is public, else as
    chosen, with everything that the cards of the type show.

    The first look-up reads all of them with their translations, along with everything else that
    the answer at hand is known to show.
    """

    def __init__(self, page_ids: Iterable[Any], model: type[Page] = Page):
        self._page_ids = {int(page_id) for page_id in page_ids if page_id}
        self._model = model

    def get(self, page_id: Any) -> Page | None:
        """Return the page to link to, or ``None`` where no version of it is public."""
        page_id = int(page_id)
        if page_id not in self._page_ids:
            return LocalizedPages([page_id], self._model).get(page_id)
        versions = self._versions[page_id]
        if versions is None:
            return None
        translated = versions.public.get(translation.get_language() or "")
        page: Page | None = translated or versions.chosen_if_public
        return page

    def chosen(self, page_id: Any) -> Page | None:
        """Return exactly the page with this id, public or not, if it is of the type."""
        versions = self._versions.get(int(page_id)) if page_id else None
        return versions and versions.chosen

    @cached_property
    def _versions(self) -> dict[int, Versions | None]:
        ids = sorted(self._page_ids)
        return dict(zip(ids, shelf_of_answer().get(self._model, ids), strict=True))


def localized(page: Page) -> Page | None:
    """Return the version of ``page`` to link to in the active language, if one is public.

    Pages that a block read together with others carry their shared look-up.
    """
    pages: LocalizedPages = getattr(page, "localized_pages", None) or LocalizedPages([page.pk])
    return pages.get(page.pk)


def localized_card(page: Page) -> Page | None:
    """Return the version of ``page`` as ``localized`` does, with everything that its card shows."""
    if not hasattr(page, "localized_pages"):  # comes from a form, not from a stream read as a whole
        page.localized_pages = LocalizedPages([page.pk], type(page))
    return localized(page)


# Snippets in the reader's language, looked up together.

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
