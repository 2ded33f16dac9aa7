"""``/api/v3/preview/``: what a token shows, without knowing which page that is."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Header, Query, Router
from wagtail.api.rich_text import RichTextOutputFormat
from wagtail.api.v3.auth import AllowAnonymous
from wagtail.models import Page

from univercity.api.access.readable import public_pages
from univercity.api.page_detail import NO_ID
from univercity.api.resolve.answer import Shown, page_verdict
from univercity.api.resolve.endpoint import as_json
from univercity.api.resolve.schemas import PageVerdict
from univercity.previews.opening import HEADER, open_preview, token_in
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
