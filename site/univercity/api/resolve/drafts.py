"""Who may read what is not public."""

from django.http import HttpRequest
from wagtail.models import Page

from univercity.api.access.authentication import access_of
from univercity.api.readable import may_read_drafts, readable_pages
from univercity.content.representations.problems import Kind, Problem
from univercity.previews.opening import find, open_row, token_in


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
