"""Replace what Wagtail's operations of API v3 on pages read, find and show."""

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Header, Query
from wagtail.api.rich_text import RichTextOutputFormat
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.api.v3.routers import pages
from wagtail.api.validators import SiteFilterValidator

from univercity.api.access.authentication import access_of
from univercity.api.access.operations import wagtail_pages
from univercity.api.resolve.lookup import find_page
from univercity.http_cache.dependencies import depends_on_page
from univercity.previews.opening import HEADER, preview_of

FIND = "/find/"
DETAIL = "/{page_id}/"


def connect() -> None:
    """Replace functions and operations; call once, before the URLs of the API are read."""
    BearerTokenAuth.authenticate = authenticate_found
    # Wagtail shows a token whatever its account may change, and nothing that is public beside it.
    # Test: test_trap_6_token_without_rights_reads_what_is_public
    pages.get_pages_queryset = wagtail_pages
    [find] = pages.router.path_operations[FIND].operations
    find.view_func = with_public_path(find.view_func)
    replace_page_detail()


@wraps(BearerTokenAuth.authenticate)
def authenticate_found(self: BearerTokenAuth, request: HttpRequest, token: str) -> Any:
    """Believe the middleware, which has looked the token up, with its scope, for all of the API.

    Wagtail knows neither scopes nor tokens that expire, and would ask the database again. Tests:
    ``test_trap_6_bogus_token_is_refused`` and ``test_token_that_has_expired_opens_nothing``.
    """
    access = access_of(request)
    request.user = access.user
    return access.token


def with_public_path(find: Callable[..., Any]) -> Callable[..., Any]:
    """Call ``find`` with the id of the page at ``html_path``; it still decides who may read it.

    Wagtail's knows the paths of the source language only, without its prefix
    (https://github.com/wagtail/wagtail/issues/6679). Test:
    ``test_trap_1_page_is_found_by_the_path_that_the_browser_shows``.
    """

    @wraps(find)
    def find_by_public_path(
        request: HttpRequest, *, id: int | None = None, html_path: str | None = None, **rest: Any
    ) -> Any:
        if html_path:
            site = SiteFilterValidator(site=rest.get("site"), request=request).site_obj
            page = find_page(site, html_path)
            id = page.pk if page else id
        return find(request, id=id, html_path=None, **rest)

    return find_by_public_path


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


def replace_page_detail() -> None:
    """Put ``get_page`` in place of Wagtail's operation, which has no parameter for such a token.

    Test: ``test_trap_9_preview_token_opens_one_page_for_an_hour``.
    """
    view = pages.router.path_operations[DETAIL]
    view.operations = [operation for operation in view.operations if "GET" not in operation.methods]
    pages.router.get(
        DETAIL,
        response=pages.PageDetailSchema,
        url_name="detail_page",
        summary="Page detail",
        operation_id="pages_detail",
        auth=[BearerTokenAuth(), AllowAnonymous()],
    )(get_page)
