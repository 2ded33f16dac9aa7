"""Pages as visitors can open them: live, not restricted, with an address."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction, Site

FIELDS = ("pk", "path", "url_path", "live", "translation_key", "content_type_id", "locale")


@dataclass(frozen=True)
class PublicPage:
    """A page that visitors can open."""

    pk: int
    type: str  #: label of its model, as in "home.HomePage"
    language: str
    translation_key: str
    path: str  #: in the tree
    url: str  #: absolute


class PublicPages:
    """Finds public pages; reads restrictions, roots and versions once, so use it briefly."""

    def __init__(self) -> None:
        self._roots = SimpleNamespace()  # where Wagtail keeps the roots of the site
        #: What ``groups.page_versions`` has read, by translation key.
        self.versions: dict[str, Any] = {}

    @cached_property
    def _closed(self) -> tuple[str, ...]:
        return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))

    def url_of(self, page: Page) -> str | None:
        """Return the absolute address of ``page``, or ``None`` where it is not public."""
        if not page.live or page.path.startswith(self._closed):
            return None
        address: str | None = page.get_full_url(self._roots)
        return address

    def find(self, *conditions: Q) -> list[PublicPage]:
        """Return the public pages that meet the conditions, in two queries at most."""
        pages = Page.objects.filter(*conditions, live=True).select_related("locale")
        found = []
        for page in pages.only(*FIELDS, "locale__language_code").order_by("path"):
            url = self.url_of(page)
            if url:
                found.append(
                    PublicPage(
                        pk=page.pk,
                        type=type_label(page),
                        language=page.locale.language_code,
                        translation_key=str(page.translation_key),
                        path=page.path,
                        url=url,
                    )
                )
        return found


def type_label(page: Page) -> str:
    """Return the label of the page's own model, without reading the page."""
    model = ContentType.objects.get_for_id(page.content_type_id).model_class()
    return (model or Page)._meta.label


def below(paths: Iterable[str]) -> Q:
    """Return the condition for pages below those at ``paths`` in the tree, without themselves."""
    condition = Q(pk=None)
    for path in paths:
        condition |= Q(path__startswith=path) & ~Q(path=path)
    return condition


def root_url() -> str:
    """Return the address of the site without a path and without a slash at its end."""
    paths = Site.get_site_root_paths()
    return paths[0].root_url if paths else ""
