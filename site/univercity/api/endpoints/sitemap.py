"""``/api/v3/sitemap/``: every public page in every language, for static builds."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router
from pydantic.json_schema import SkipJsonSchema
from typing_extensions import TypedDict
from wagtail.models import Page

from univercity.api.access.readable import published_pages
from univercity.api.lists.languages import Language
from univercity.api.lists.paging import Listing, ListParameters
from univercity.api.lists.selection import Fields, list_answer, selection_from
from univercity.content.representations.shapes import PageLinkShape, page_link_shape
from univercity.http_cache.dependencies import depends_on_lists
from univercity.http_cache.views import alternate_addresses, versions_by_key
from univercity.publishing.changes.keys import ALL_PAGES


class AlternateShape(TypedDict):
    hreflang: str  #: language, or "x-default" for readers of none of the others
    href: str  #: absolute


class SitemapEntryShape(PageLinkShape):
    """A public page; ``href`` is the path to resolve, without the host."""

    url: str  #: absolute
    last_change: str | None  #: of its publication, RFC 3339 in UTC
    alternates: list[AlternateShape]  #: the page in every language, itself included


class SitemapParameters(ListParameters):
    fields: Fields = selection_from(SitemapEntryShape)
    locale: Language | SkipJsonSchema[None] = Field(
        None, description="Only pages in this language; all languages if left out."
    )


# By the place in the tree: home page first, and each page before those below it.
SITEMAP = Listing("sitemap", SitemapEntryShape, order=("path",))
router = Router(tags=["site"])


@router.get(
    "/",
    response=list_answer("Sitemap", SitemapEntryShape),
    operation_id="list_sitemap",
    summary="Every public page of every language with its last change",
)
def list_sitemap(
    request: HttpRequest, response: HttpResponse, parameters: Query[SitemapParameters]
) -> Any:
    """List all public pages, in the order of the tree, language after language."""
    readable = published_pages(request)
    depends_on_lists(request, ALL_PAGES, language=parameters.locale)
    pages = readable.select_related("locale").defer_streamfields()
    if parameters.locale:
        pages = pages.filter(locale__language_code=parameters.locale)

    def to_items(rows: list[Page]) -> list[SitemapEntryShape]:
        versions = versions_by_key(rows, readable)
        return [entry_shape(page, versions[page.translation_key], request) for page in rows]

    return SITEMAP.answer(request, response, parameters, pages, to_items)


def entry_shape(page: Page, versions: list[Page], request: HttpRequest) -> SitemapEntryShape:
    changed = page.last_published_at or page.latest_revision_created_at
    return {
        **page_link_shape(page),
        "url": page.get_full_url(request),
        "last_change": changed.isoformat().replace("+00:00", "Z") if changed else None,
        "alternates": [
            {"hreflang": language, "href": address}
            for language, address in alternate_addresses(versions, request).items()
        ],
    }
