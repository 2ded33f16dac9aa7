"""``/api/v3/resolve/``: what is at a public path."""

import json
from dataclasses import asdict
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Header, Query, Router
from ninja.responses import NinjaJSONEncoder
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.models import Page

from univercity.api.access.authentication import access_of
from univercity.api.openapi.document import MissingAnswer, failure
from univercity.api.parameters import read_moment
from univercity.api.readable import readable_pages
from univercity.api.resolve.answer import Shown, page_verdict
from univercity.api.resolve.drafts import (
    draft_for,
    require_account,
    require_reader_of_drafts,
    require_right_to_draft,
)
from univercity.api.resolve.history import page_at
from univercity.api.resolve.lookup import read_public_path
from univercity.api.resolve.schemas import Question, Verdict
from univercity.api.resolve.verdicts import Redirection, Resolver
from univercity.content.reading.page import specific_page
from univercity.content.representations.problems import Kind, Problem
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


class State:
    """The state in which a page is asked for: public now, as a draft, or public at a moment."""

    def __init__(self, *, draft: bool, moment: datetime | None):
        if moment and draft:
            detail = "at answers what the public sees; it cannot be combined with version=draft."
            raise Problem(Kind.INVALID_PARAMETER, detail, parameter="at")
        self.draft = draft
        self.moment = moment
        self.now = timezone.now()

    def sees_hidden_pages(self, request: HttpRequest) -> bool:
        """Return whether to look for pages that are not public, too.

        Raises :class:`Problem` (401) where nobody known asks for what needs an account.
        """
        needs_account = self.draft or (self.moment is not None and self.moment > self.now)
        if self.draft:
            require_reader_of_drafts(request)
        elif needs_account:
            require_account(request)
        return needs_account or (self.moment is not None and access_of(request).reads_drafts)

    def of_page(self, request: HttpRequest, page: Page) -> Page:
        """Return ``page`` in this state, of its own type; raise :class:`Problem` if refused."""
        if self.draft:
            return draft_for(request, page)
        if self.moment is None:
            specific: Page = specific_page(page)
            return specific
        if not readable_pages(request).filter(pk=page.pk).exists():
            require_right_to_draft(request, page)
        return page_at(request, page, self.moment, self.now)


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
