"""Wagtail's page detail of API v3, which also shows what a preview token opens."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Header, Query
from wagtail.api.rich_text import RichTextOutputFormat
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.api.v3.routers import pages

from univercity.answer_cache.dependencies import depends_on_page
from univercity.frontend_preview.reading import HEADER, preview_of

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
