"""``/api/v3/preview/``: what a token shows, without knowing which page that is."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Header, Query, Router
from wagtail.api.v3.auth import AllowAnonymous
from wagtail.api.v3.routers.pages import PageDetailSchema

from univercity.api.answers import NO_ID
from univercity.frontend_preview.reading import HEADER, open_preview, token_in

router = Router(tags=["preview"])


@router.get(
    "/",
    response=PageDetailSchema,
    summary="Page state of a preview token",
    operation_id="preview",
    auth=AllowAnonymous(),
)
def preview(
    request: HttpRequest,
    token: Annotated[
        str | None, Query(description="A preview token, where it cannot be sent as a header")
    ] = None,
    x_preview_token: Annotated[str | None, Header(alias=HEADER)] = None,
) -> Any:
    """Answer the one page state that a preview token opens; ``id`` is 0 before the first save."""
    page = open_preview(token_in(request, "token")).page
    if page.pk is None:
        page.pk = page.id = NO_ID
    return page
