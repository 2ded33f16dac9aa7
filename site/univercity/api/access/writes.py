"""What keeps a token from changing something, beyond what its account may do anyway.

Wagtail's actions ask for the rights of the account; they know no scope, and of locks only some.
"""

from typing import Any

from django.shortcuts import get_object_or_404
from wagtail import hooks
from wagtail.coreutils import resolve_model_string
from wagtail.models import Page

from univercity.api.access.authentication import Access
from univercity.api.models import TokenScope
from univercity.content.representations.problems import Kind, Problem
from univercity.translation.gate import find_translation

#: Leave the page itself as it is.
COPYING = {"pages_actions_copy", "pages_actions_create_alias"}
#: Make a new revision, which an alias has not.
REVISING = {"pages_update", "pages_actions_publish", "pages_actions_revert"}
#: Bring texts that the next update from the source would write over, where the page is translated.
BRINGING_TEXTS = {"pages_update", "pages_actions_revert"}
#: Change what stands below the page, whatever they are told.
WITH_DESCENDANTS = {"pages_delete", "pages_actions_delete", "pages_actions_move"}


def check_write(operation_id: str, access: Access, values: dict[str, Any]) -> None:
    """Raise ``Problem`` where the token, a lock, or a rule of the site refuses a change.

    Functions of the hook ``check_publication_by_api`` get the page before it is published, and may
    raise ``Problem``, too.
    """
    scope = access.scope
    if scope is None or not scope.writes:
        raise Problem(Kind.OUTSIDE_SCOPE, "The token only reads; see its scope.")
    if not access.user.has_perm("wagtailadmin.access_admin"):
        raise Problem(Kind.NOT_ALLOWED, "Only accounts of the admin write.")
    if not operation_id.startswith("pages_"):
        if scope.is_limited:
            raise Problem(Kind.OUTSIDE_SCOPE, "The token writes some pages, and this is no page.")
        return
    check_places(scope, values)
    if "page_id" in values:
        check_page(operation_id, access, scope, values)


def check_page(
    operation_id: str, access: Access, scope: TokenScope, values: dict[str, Any]
) -> None:
    page = get_object_or_404(Page, pk=values["page_id"])
    check_is_no_root(page)
    if page.alias_of_id and operation_id in REVISING:
        raise Problem(Kind.CONFLICT, "The page is an alias. Change its source, or convert it.")
    check_reach(operation_id, scope, page, values)
    if operation_id in BRINGING_TEXTS and find_translation(page):
        raise Problem(Kind.CONFLICT, "The page is a translation, which is made in the admin.")
    if operation_id not in COPYING:
        check_unlocked(access.user, page)
    if publishes(operation_id, values):
        for refuse in hooks.get_hooks("check_publication_by_api"):
            refuse(page)


def publishes(operation_id: str, values: dict[str, Any]) -> bool:
    meta = getattr(values.get("data"), "meta", None)
    return operation_id == "pages_actions_publish" or getattr(meta, "action", "") == "publish"


def check_places(scope: TokenScope, values: dict[str, Any]) -> None:
    """Check where something goes, whose type may be another, and the type of a new page."""
    data = values.get("data")
    meta = getattr(data, "meta", None)
    for place in (getattr(data, "destination_id", None), getattr(meta, "parent_id", None)):
        if place:
            check_is_no_root(get_object_or_404(Page, pk=place))
            if not scope.limit(Page.objects.filter(pk=place), by_type=False).exists():
                raise unreached(place)
    model = getattr(meta, "type", None)
    if model and not scope.holds_type(resolve_model_string(model)):
        raise Problem(Kind.OUTSIDE_SCOPE, f"The token does not write {model}.")


def check_reach(operation_id: str, scope: TokenScope, page: Page, values: dict[str, Any]) -> None:
    """Check the page, and all below it where they change with it."""
    pages = Page.objects.filter(pk=page.pk)
    if operation_id in WITH_DESCENDANTS or getattr(values.get("data"), "recursive", False):
        pages = page.get_descendants(inclusive=True)
    if scope.is_limited and scope.limit(pages).count() < pages.count():
        raise unreached(page.pk)


def check_is_no_root(page: Page) -> None:
    if page.is_root():
        raise Problem(Kind.NOT_ALLOWED, "The root of all sites is no page and no place for one.")


def unreached(page_id: int) -> Problem:
    return Problem(Kind.OUTSIDE_SCOPE, f"Page {page_id}, or one below it, is out of reach.")


def check_unlocked(user: Any, page: Page) -> None:
    if page.workflow_in_progress:
        raise Problem(Kind.LOCKED, "The page waits for approval. Take it back in the admin.")
    lock = page.get_lock()
    if lock and lock.for_user(user):
        raise Problem(Kind.LOCKED, "The page is locked. Unlock it in the admin.")
