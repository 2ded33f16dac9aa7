"""Pages and documents that the editor shows in choosers and rich text, read together."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from wagtail.documents import get_document_model
from wagtail.models import Page


class EditorPages:
    """Pages of their own types, with their parents; the first look-up reads all of them."""

    def __init__(self, page_ids: Iterable[Any]):
        self._page_ids = {int(page_id) for page_id in page_ids if page_id}

    def get(self, page_id: Any) -> Page | None:
        return self._pages.get(int(page_id))

    @cached_property
    def _pages(self) -> dict[int, Page]:
        pages = list(Page.objects.filter(pk__in=self._page_ids).specific(defer=True))
        paths = {page.path[: -page.steplen] for page in pages}
        parents = {page.path: page for page in Page.objects.filter(path__in=paths)}
        for page in pages:
            page._cached_parent_obj = parents.get(page.path[: -page.steplen])
        return {page.pk: page for page in pages}


class EditorTargets:
    """What several rich texts link to, for the editor."""

    def __init__(self, page_ids: Iterable[Any], document_ids: Iterable[Any]):
        self.pages = EditorPages(page_ids)
        self._document_ids = set(document_ids)

    @cached_property
    def documents(self) -> dict[int, Any]:
        documents = get_document_model().objects
        return documents.in_bulk(self._document_ids) if self._document_ids else {}


shared_targets: ContextVar[EditorTargets | None] = ContextVar(
    "targets of the rich text", default=None
)


@contextmanager
def sharing(targets: EditorTargets) -> Iterator[None]:
    """Let the rich text converted within look up its links in ``targets``."""
    token = shared_targets.set(targets)
    try:
        yield
    finally:
        shared_targets.reset(token)
