"""Who may read what is not public."""

from django.http import HttpRequest
from wagtail.models import Page

from univercity.api.problems import Kind, Problem
from univercity.api.readable import readable_pages


def require_account(request: HttpRequest) -> None:
    """Raise :class:`Problem` (401) where nobody stands behind ``request``.

    Called before any page is looked up, so that the answer tells nothing of drafts.
    """
    if not request.user.is_authenticated:
        detail = "Drafts, the future and the past of hidden pages need a token that may read them."
        raise Problem(Kind.AUTHENTICATION_REQUIRED, detail)


def require_right_to_draft(request: HttpRequest, page: Page) -> None:
    """Raise :class:`Problem` unless ``request`` may read ``page`` in every state.

    That is the right to edit it. A page that is not public is as if missing (404) for others.
    """
    require_account(request)
    if page.permissions_for_user(request.user).can_edit():
        return
    if readable_pages(request).filter(pk=page.pk).exists():
        raise Problem(Kind.NOT_ALLOWED, "Reading the draft asks for the right to edit the page.")
    raise Problem(Kind.NOT_FOUND, "No page that you may read is here.", nearest=None)


def draft_for(request: HttpRequest, page: Page) -> Page:
    """Return the latest draft of ``page``; raise :class:`Problem` where ``request`` may not."""
    require_right_to_draft(request, page)
    draft: Page = page.get_latest_revision_as_object()
    return draft
