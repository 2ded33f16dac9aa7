"""A page as the public saw it at a moment of the past, or as it is planned to be.

What is known of the past are the entries that Wagtail logs of every publication, with the revision
that went live. Only such revisions are shown: a draft that was never published stays hidden, and
the past of a page is open to those only who may read it today. What is planned asks for the right
to its draft, because a text is not public before its time.
"""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest
from wagtail.models import Page, PageLogEntry, Revision

from univercity.api.resolve.drafts import require_right_to_draft
from univercity.content.representations.problems import Kind, Problem

PUBLISHED = {"wagtail.publish", "wagtail.publish.scheduled"}
UNPUBLISHED = {"wagtail.unpublish", "wagtail.unpublish.scheduled"}
RESTRICTED = {"wagtail.view_restriction.create", "wagtail.view_restriction.edit"}
OPENED = {"wagtail.view_restriction.delete"}


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
