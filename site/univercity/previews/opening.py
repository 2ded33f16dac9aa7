"""Issue a preview token for what an editor looks at, and open what a token shows.

A snippet is shown on a page: the first on which it stands and that may be seen.
"""

import datetime
import hashlib
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import ForeignKey
from django.http import HttpRequest
from django.urls import reverse
from modelcluster.models import get_serializable_data_for_fields, model_from_serializable_data
from wagtail.models import Page
from wagtail.permissions import policy_registry

from univercity.content.links.localized import previewed
from univercity.content.reading.surroundings import surroundings
from univercity.content.representations.problems import Kind, Problem
from univercity.previews.models import Frontend, PreviewToken
from univercity.previews.tokens import digest, is_signed
from univercity.publishing.signals import tick

HEADER = "X-Preview-Token"
PARAMETER = "preview_token"


class NowhereShown(Exception):
    """No page shows the snippet in its language."""


@dataclass(frozen=True)
class Issued:
    """A token, and where to open it."""

    row: PreviewToken
    text: str
    page: Page

    @property
    def address(self) -> str:
        """The address in the frontend, or that of our own HTML, relative to the site."""
        if self.row.frontend is None:
            return f"{reverse('univercity_preview')}?token={self.text}"
        path = urlsplit(self.page.full_url or "/").path
        return self.row.frontend.address_for(self.text, path, self.page.locale.language_code)


def issue(user: Any, thing: Any, frontend: Frontend | None, *, follows_form: bool) -> Issued:
    """Return the token for ``thing``, a page or snippet as it stands in memory.

    There is one for each account, thing and frontend, whose state is replaced where it follows a
    form; else one for each state. Raises ``NowhereShown`` for a snippet that no page shows.
    """
    page = thing if isinstance(thing, Page) else page_showing(thing, user)
    if page is None:
        raise NowhereShown
    state = state_of(thing)
    place = {"page": page} if page.pk else {"page": None, "parent": page.get_parent()}
    where = thing.pk or (f"below {page.get_parent().pk}" if thing is page else "new")
    kind = "form" if follows_form else fingerprint(state)
    row, text = PreviewToken.objects.issue(
        user,
        f"{frontend.pk if frontend else 0} {thing._meta.label_lower} {where} {kind}",
        frontend=frontend,
        subject_type=ContentType.objects.get_for_model(thing),
        subject_id=None if thing is page else thing.pk,
        title=str(thing)[:255],
        state=state,
        **place,
    )
    return Issued(row, text, page)


def state_of(thing: Any) -> dict[str, Any]:
    """Return the fields of ``thing``, as a revision keeps them."""
    if hasattr(thing, "serializable_data"):
        return dict(thing.serializable_data())
    return dict(get_serializable_data_for_fields(thing))


def fingerprint(state: dict[str, Any]) -> str:
    text = json.dumps(state, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Preview:
    """A page as its token shows it; ``page.pk`` is ``None`` while it is not saved yet."""

    row: PreviewToken
    page: Page


def token_in(request: HttpRequest, parameter: str = PARAMETER) -> str:
    """Return the token that a request carries, in its header before its address, or ``""``."""
    return request.headers.get(HEADER) or request.GET.get(parameter, "")


def preview_of(request: HttpRequest, page_id: int) -> Preview | None:
    """Return what the token of a request shows of a page; ``None`` where it carries none.

    Raises ``Problem`` for a token that opens nothing, or another page.
    """
    text = token_in(request)
    if not text:
        return None
    row = find(text)
    if row.page_id != page_id:
        raise Problem(Kind.PREVIEW_TOKEN_FOREIGN, "The preview token is for another page.")
    return open_row(row)


def open_preview(text: str) -> Preview:
    """Return what a token shows. Raises ``Problem`` where it opens nothing."""
    return open_row(find(text))


def find(text: str) -> PreviewToken:
    """Return the row of a token in force, whose owner still has the right to read what it opens."""
    row = None
    if is_signed(text):
        rows = PreviewToken.objects.select_related("user", "page", "parent", "frontend")
        row = rows.filter(digest=digest(text)).first()
    if row is None:
        raise Problem(Kind.PREVIEW_TOKEN_INVALID, "Nobody has a preview token like this.")
    if row.revoked_at or not may_still_read(row):
        raise Problem(Kind.PREVIEW_TOKEN_REVOKED, "The preview token is revoked.")
    if not row.is_valid:
        raise Problem(
            Kind.PREVIEW_TOKEN_EXPIRED, "The preview token is expired. Open the preview again."
        )
    return row


def may_still_read(row: PreviewToken) -> bool:
    """Return whether the account of a token could open the preview itself, now."""
    user, model = row.user, row.subject_type.model_class()
    if not user.is_active or not user.has_perm("wagtailadmin.access_admin") or model is None:
        return False
    if issubclass(model, Page):
        if row.page:
            return may_preview(row.page, user)
        return bool(row.parent and row.parent.permissions_for_user(user).can_add_subpage())
    action = "change" if row.subject_id else "add"
    policy = policy_registry.get_by_type(model)
    return policy.user_has_permission(user, action) and may_show(row.page, user)


def open_row(row: PreviewToken) -> Preview:
    """Return the page of a token; where it is for a snippet, that stands in for the stored one."""
    model: Any = row.subject_type.model_class()
    if not issubclass(model, Page):
        stored: Any = row.page
        page = stored.specific if stored.live else stored.get_latest_revision_as_object()
        stand_in(page, restore_snippet(row, model))
    elif row.page:
        page = row.page.specific.with_content_json(row.state)
    else:
        page = model.from_serializable_data(row.state)
    row.touch()
    return Preview(row, page)


def restore_snippet(row: PreviewToken, model: Any) -> Any:
    snippet = model_from_serializable_data(model, row.state)
    if snippet is None or (row.subject_id and not model.objects.filter(pk=row.subject_id).exists()):
        raise Problem(Kind.PREVIEW_TOKEN_INVALID, "What the preview token showed is deleted.")
    snippet.pk = row.subject_id
    key = model._meta.get_field("translation_key")
    snippet.translation_key = key.to_python(snippet.translation_key)
    return snippet


def stand_in(page: Page, snippet: Any) -> None:
    """Show ``snippet`` wherever the page shows the stored one, for the rest of the request."""
    previewed.set(snippet)
    for field in page._meta.concrete_fields:
        shows = isinstance(field, ForeignKey) and field.related_model is type(snippet)
        if shows and getattr(page, field.attname) == snippet.pk:
            setattr(page, field.name, snippet)


def page_showing(snippet: Any, user: Any) -> Page | None:
    """Return the page to preview ``snippet`` on, a public one before a draft of the user's."""
    candidates = snippet.pages_showing_it().order_by("-live", "depth", "pk")
    return next((page for page in candidates if may_show(page, user)), None)


def may_show(page: Page, user: Any) -> bool:
    """Return whether ``user`` may show ``page`` as it stands: everybody, if it is public."""
    return surroundings().is_public(page) or may_preview(page, user)


def may_preview(page: Page, user: Any) -> bool:
    """Return whether ``user`` may see the draft of ``page``, by the rule of Wagtail's own view."""
    permissions = page.permissions_for_user(user)
    return bool(permissions.can_edit() or permissions.can_publish())


def purge_expired(now: datetime.datetime, **kwargs: Any) -> None:
    """Delete the tokens, and with them the unsaved texts, that have long been of no use."""
    PreviewToken.objects.expired(now).delete()


def connect() -> None:
    """Follow the clock; call once."""
    tick.connect(purge_expired)
