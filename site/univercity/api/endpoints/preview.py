"""``/api/v3/preview/``: what a token shows, without knowing which page that is."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Header, Query, Router
from wagtail.api.rich_text import RichTextOutputFormat
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.api.v3.routers import pages
from wagtail.models import Page

from univercity.api.access.readable import public_pages
from univercity.api.page_detail import NO_ID
from univercity.api.resolve.answer import Shown, page_verdict
from univercity.api.resolve.endpoint import as_json
from univercity.api.resolve.schemas import PageVerdict
from univercity.http_cache.dependencies import depends_on_page
from univercity.previews.opening import HEADER, open_preview, preview_of, token_in
from univercity.translation.state import outdated_translations_of

router = Router(tags=["preview"])


@router.get(
    "/",
    response=PageVerdict,
    url_name="preview",
    summary="The page state that a preview token opens",
    operation_id="preview",
    auth=AllowAnonymous(),
)
def preview(
    request: HttpRequest,
    token: Annotated[
        str | None, Query(description="A preview token, where it cannot be sent as a header")
    ] = None,
    rich_text_format: Annotated[RichTextOutputFormat | None, Query()] = None,
    x_preview_token: Annotated[str | None, Header(alias=HEADER)] = None,
) -> HttpResponse:
    """Answer what ``/resolve/`` would; the ``id`` of a page is 0 before it is first saved."""
    page = open_preview(token_in(request, "token")).page
    above = list(public_pages_above(request, page))
    outdated = outdated_translations_of(page)
    if page.pk is None:
        page.pk = page.id = NO_ID
    locale = page.locale.language_code
    shown = Shown(
        page=page,
        above=above,
        requested_locale=locale,
        outdated=outdated,
        version="draft",
    )
    return as_json(page_verdict(request, shown), language=locale)


def public_pages_above(request: HttpRequest, page: Page) -> list[Page]:
    """Return the pages above ``page`` that anybody may read, the home page first."""
    above = public_pages(request).ancestor_of(page).order_by("depth")
    return list(above.select_related("locale", "content_type"))


# Wagtail's page detail, which also shows what a preview token opens.

PATH = "/{page_id}/"


def get_page(
    request: HttpRequest,
    page_id: int,
    version: Annotated[Literal["live", "draft"] | None, Query()] = "live",
    rich_text_format: Annotated[RichTextOutputFormat | None, Query()] = None,
    preview_token: Annotated[
        str | None, Query(description="A preview token, where it cannot be sent as a header")
    ] = None,
    x_preview_token: Annotated[str | None, Header(alias=HEADER)] = None,
) -> Any:
    """Answer a public page, or with a preview token the one page state that it opens."""
    preview = preview_of(request, page_id)
    if preview:
        return preview.page
    page = pages.get_page(request, page_id, version, rich_text_format)
    depends_on_page(request, page)
    return page


def open_page_detail() -> None:
    """Put the operation in place of Wagtail's; call once, before the URLs of the API are read."""
    view = pages.router.path_operations[PATH]
    view.operations = [operation for operation in view.operations if "GET" not in operation.methods]
    pages.router.get(
        PATH,
        response=pages.PageDetailSchema,
        url_name="detail_page",
        summary="Page detail",
        operation_id="pages_detail",
        auth=[BearerTokenAuth(), AllowAnonymous()],
    )(get_page)
