"""The state in which a page is asked for: public now, as a draft, or public at a moment.

What is known of the past are the entries that Wagtail logs of every publication, with the revision
that went live. Only such revisions are shown: a draft that was never published stays hidden, and
the past of a page is open to those only who may read it today. What is planned asks for the right
to its draft, because a text is not public before its time.
"""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from univercity.api.access.authentication import access_of
from univercity.api.access.readable import may_read_drafts, readable_pages
from univercity.content.reading.page import specific_page
from univercity.content.representations.problems import Kind, Problem
from univercity.previews.opening import find, open_row, token_in

PUBLISHED = {"wagtail.publish", "wagtail.publish.scheduled"}
UNPUBLISHED = {"wagtail.unpublish", "wagtail.unpublish.scheduled"}
RESTRICTED = {"wagtail.view_restriction.create", "wagtail.view_restriction.edit"}
OPENED = {"wagtail.view_restriction.delete"}


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


# Who may read what is not public.


def require_account(request: HttpRequest) -> None:
    """Raise :class:`Problem` unless ``request`` has a token that is made for drafts.

    Called before any page is looked up, so that the answer tells nothing of drafts.
    """
    access = access_of(request)
    if access.token is None:
        detail = "Drafts, the future and the past of hidden pages need a token that may read them."
        raise Problem(Kind.AUTHENTICATION_REQUIRED, detail)
    if not access.reads_drafts:
        detail = "The token reads public pages only; an administrator can widen it to drafts."
        raise Problem(Kind.OUTSIDE_SCOPE, detail)


def require_right_to_draft(request: HttpRequest, page: Page) -> None:
    """Raise :class:`Problem` unless ``request`` may read ``page`` in every state.

    That is the right to edit it. A page that is not public is as if missing (404) for others.
    """
    require_account(request)
    if may_read_drafts(request, page):
        return
    if readable_pages(request).filter(pk=page.pk).exists():
        raise Problem(Kind.NOT_ALLOWED, "Reading the draft asks for the right to edit the page.")
    raise Problem(Kind.NOT_FOUND, "No page that you may read is here.", nearest=None)


def require_reader_of_drafts(request: HttpRequest) -> None:
    """Raise :class:`Problem` without a token for drafts and without a preview token in force."""
    text = token_in(request)
    if text:
        find(text)
    else:
        require_account(request)


def draft_for(request: HttpRequest, page: Page) -> Page:
    """Return the draft of ``page``; raise :class:`Problem` where ``request`` may not read it.

    That is the state which a preview token opens, else the latest.
    """
    text = token_in(request)
    if text:
        return previewed_page(request, text, page)
    require_right_to_draft(request, page)
    draft: Page = page.get_latest_revision_as_object()
    return draft


def previewed_page(request: HttpRequest, text: str, page: Page) -> Page:
    """Return what a preview token shows of ``page``; others that are hidden are as if missing."""
    row = find(text)
    if row.page_id == page.pk:
        return open_row(row).page
    if readable_pages(request).filter(pk=page.pk).exists():
        raise Problem(Kind.PREVIEW_TOKEN_FOREIGN, "The preview token is for another page.")
    raise Problem(Kind.NOT_FOUND, "No page that you may read is here.", nearest=None)


# What was public at a moment of the past, or is planned to be.


def page_at(request: HttpRequest, page: Page, moment: datetime, now: datetime) -> Page:
    """Return ``page`` as it was or is planned to be public at ``moment``.

    Its address and place in the tree are today's. Raises :class:`Problem`: 404 where it is not
    public then, 422 where history does not reach, 401 or 403 for the future without the right.
    """
    if moment > now:
        require_right_to_draft(request, page)
        return planned_page(page, moment)
    return published_page(page, moment)


def planned_page(page: Page, moment: datetime) -> Page:
    due = page.revisions.filter(approved_go_live_at__lte=moment)
    revision = due.order_by("-approved_go_live_at").first()
    if revision is None and not page.live:
        raise not_public("It is not planned to be public by then.")
    planned = restore(page, revision) if revision else page.specific
    if planned.expire_at and planned.expire_at <= moment:
        raise not_public(f"It expires at {planned.expire_at.isoformat()}.")
    return planned


def published_page(page: Page, moment: datetime) -> Page:
    entry = last_publication(page, moment)
    revision = Revision.objects.filter(pk=entry.revision_id).first()
    if revision is None:
        raise unknown("The revision that was public then has been deleted.")
    if revision.created_at > entry.timestamp:
        raise unknown("The revision that was public then has been overwritten.")
    return restore(page, revision)


def last_publication(page: Page, moment: datetime) -> PageLogEntry:
    """Return the log entry of the publication whose result was public at ``moment``."""
    above = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    entries = PageLogEntry.objects.filter(
        page__path__in=above,
        action__in=PUBLISHED | UNPUBLISHED | RESTRICTED | OPENED,
        timestamp__lte=moment,
    ).order_by("timestamp", "pk")
    last, restricted = None, {}
    for entry in entries:
        if entry.action in RESTRICTED | OPENED:
            restricted[entry.page_id] = entry.action in RESTRICTED
        elif entry.page_id == page.pk:
            last = entry
    if any(restricted.values()):
        raise not_public("It was not open to everybody then.")
    if last is None:
        raise before_history(page, moment)
    if last.action in UNPUBLISHED:
        raise not_public("It was taken offline before.")
    return last


def before_history(page: Page, moment: datetime) -> Problem:
    """Return the reason why no publication is known up to ``moment``."""
    first = page.first_published_at
    if first and first > moment:
        return not_public(f"It was first published at {first.astimezone(UTC).isoformat()}.")
    return unknown("No publication is logged up to then.")


def restore(page: Page, revision: Revision) -> Page:
    """Return ``page`` with the content of ``revision``, at its address of today."""
    restored: Page = page.with_content_json(revision.content)
    restored.slug, restored.url_path = page.slug, page.url_path
    return restored


def not_public(reason: str) -> Problem:
    return Problem(Kind.NOT_FOUND, f"The page is not public at that time. {reason}", nearest=None)


def unknown(reason: str) -> Problem:
    return Problem(Kind.HISTORY_DOES_NOT_REACH, f"The page at that time is not known. {reason}")
