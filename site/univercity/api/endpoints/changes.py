"""``/api/v3/changes/``: what changed in public since a client last asked."""

from datetime import datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth

from univercity.api.lists.languages import Language
from univercity.api.openapi.failures import failure
from univercity.api.parameters import read_moment
from univercity.content.representations.problems import Kind, Problem
from univercity.http_cache.dependencies import depends_on
from univercity.publishing.changes.keys import CHANGE_LOG
from univercity.publishing.changes.settling import oldest_known
from univercity.publishing.cursors import CURSOR, cursor_after, position_of
from univercity.publishing.models import Change, ChangeLogHead

router = Router(tags=["changes"])

MOST = 500
CursorOrMoment = Annotated[
    str,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": CURSOR},
                {"type": "string", "format": "date-time"},
            ]
        }
    ),
]


class ChangesParameters(Schema):
    since: CursorOrMoment = Field(
        "",
        description="A cursor (`next` of an earlier answer) or a moment (RFC 3339 with offset, "
        "included). Without it the answer is empty and says where the log stands now.",
    )
    locale: Language | SkipJsonSchema[None] = Field(
        None, description="Only what is in this language; the sitemap is in none."
    )
    limit: int = Field(100, ge=1, le=MOST)


class ChangeItem(Schema):
    """What happened at one public address. Only the last change of an address counts."""

    time: datetime = Field(description="When it was entered, UTC")
    kind: Literal["published", "changed", "unpublished", "deleted"] = Field(
        description="`unpublished` and `deleted`: nothing public is here any more. A page that "
        "moved is `unpublished` at its former address and `published` at the new one."
    )
    page: int | None = Field(description="Id of the page; `null` for redirects and the sitemap")
    type: str = Field(description="Type of the page, as in `home.HomePage`; empty for the sitemap")
    locale: str | None
    path: str = Field(description="The public path, as `/resolve/?path=` takes it")
    url: str = Field(description="The absolute public address")
    keys: list[str] = Field(description="Surrogate keys of what was changed, the cause of this")


class Changes(Schema):
    """A part of the log, the oldest first."""

    items: list[ChangeItem]
    next: str = Field(description="Give it as `since` to go on; keep it until the next build")
    more: bool = Field(description="Whether there is more to read at once")


@router.get(
    "/",
    response=Changes,
    openapi_extra={"responses": {"410": failure(410)}},
    summary="What changed since a moment or cursor",
    operation_id="changes",
    auth=[BearerTokenAuth(), AllowAnonymous()],
)
def list_changes(request: HttpRequest, parameters: Query[ChangesParameters]) -> dict[str, Any]:
    """Addresses that were published, changed or vanished, for builds that renew only those."""
    depends_on(request, CHANGE_LOG)
    head = ChangeLogHead.objects.filter(pk=1).first() or ChangeLogHead(pk=1)
    if not parameters.since:
        return {"items": [], "next": cursor_after(head.position), "more": False}
    # What is entered while this answers has a higher position, and comes next time.
    changes = since_point(parameters.since, head).filter(position__lte=head.position)
    if parameters.locale:
        changes = changes.filter(language=parameters.locale)
    limit = parameters.limit
    rows = list(changes[: limit + 1])
    more = len(rows) > limit
    last = rows[limit - 1].position if more else head.position
    return {"items": map(item, rows[:limit]), "next": cursor_after(last), "more": more}


def since_point(since: str, head: ChangeLogHead) -> Any:
    """Return the changes after a cursor or since a moment, the oldest first."""
    position = position_of(since)
    if position is not None and position <= head.position:
        if position < head.pruned_to:
            raise forgotten()
        return Change.objects.filter(position__gt=position)
    moment = read_moment("since", since, "a cursor of an earlier answer or a moment with offset")
    if moment < oldest_known(timezone.now()):
        raise forgotten()
    return Change.objects.filter(time__gte=moment)


def forgotten() -> Problem:
    return Problem(
        Kind.CHANGES_FORGOTTEN,
        "Read everything anew from /api/v3/sitemap/, then go on from the next cursor that "
        "/api/v3/changes/ answers without since.",
    )


def item(change: Change) -> dict[str, Any]:
    parts = urlsplit(change.url)
    return {
        "time": change.time,
        "kind": change.kind,
        "page": change.page_id,
        "type": change.page_type,
        "locale": change.language or None,
        "path": f"{parts.path}?{parts.query}" if parts.query else parts.path,
        "url": change.url,
        "keys": change.keys,
    }
