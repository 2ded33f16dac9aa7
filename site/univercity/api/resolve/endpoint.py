"""``/api/v3/resolve/``: what is at a public path."""

import json
from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Query, Router
from ninja.responses import NinjaJSONEncoder
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth

from univercity.api.openapi.failures import MissingAnswer, failure
from univercity.api.parameters import read_moment
from univercity.api.resolve.answer import Shown, page_verdict
from univercity.api.resolve.resolver import Redirection, Resolver, read_public_path
from univercity.api.resolve.schemas import Question, Verdict
from univercity.api.resolve.states import State
from univercity.http_cache.dependencies import ANY_CONTENT, depends_on, depends_on_page
from univercity.previews.opening import HEADER
from univercity.publishing.changes.keys import REDIRECTS, SITE, TREE
from univercity.translation.state import target_languages

router = Router(tags=["resolve"])

PERMANENT = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}


@router.get(
    "/",
    response=Verdict,
    openapi_extra={"responses": {"404": failure(404, MissingAnswer)}},
    url_name="resolve",
    summary="What is at a public path",
    operation_id="resolve",
    auth=[BearerTokenAuth(), AllowAnonymous()],
)
def resolve_path(
    request: HttpRequest,
    question: Query[Question],
    x_preview_token: Annotated[str | None, Header(alias=HEADER)] = None,
) -> HttpResponse:
    """Answer the page at a public path, or where the HTML site redirects to from there.

    A page comes in its own language, whatever the caller's is: links, dates and labels follow it.
    """
    asked = read_public_path(question.path, request, question.locale)
    moment = read_moment("at", question.at) if question.at is not None else None
    state = State(draft=question.version == "draft", moment=moment)
    hidden = state.sees_hidden_pages(request)
    found = Resolver(request, asked, hidden=hidden).find(fall_back=question.fallback is not None)
    if isinstance(found, Redirection):
        depends_on(request, REDIRECTS, SITE)
        return redirect_answer(found)
    page = state.of_page(request, found.page)
    if found.is_fallback:  # until something else is at the path
        depends_on(request, REDIRECTS, TREE)
    if moment:  # its content of then is in no index
        depends_on(request, ANY_CONTENT)
    depends_on_page(request, page, tells_translation=True)
    page.locale = found.page.locale  # read already
    shown = Shown(
        page=page,
        above=found.above,
        requested_locale=asked.language,
        outdated={
            code for code, _name in target_languages() if getattr(found.page, f"outdated_{code}")
        },
        is_fallback=found.is_fallback,
        version=question.version,
        at=state.moment,
    )
    return as_json(page_verdict(request, shown), language=page.locale.language_code)


def redirect_answer(redirection: Redirection) -> HttpResponse:
    permanent = redirection.status in PERMANENT
    verdict = {"kind": "redirect", **asdict(redirection), "permanent": permanent}
    return as_json(verdict)


def as_json(verdict: dict[str, Any], language: str | None = None) -> HttpResponse:
    """Return the answer; ninja would read each value a second time through its schema."""
    response = HttpResponse(
        json.dumps(verdict, cls=NinjaJSONEncoder, ensure_ascii=False),
        content_type="application/json; charset=utf-8",
    )
    if language:
        response["Content-Language"] = language
    return response
