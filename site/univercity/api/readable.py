"""Which pages a request to the API may read."""

import copy

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.http import HttpRequest
from wagtail.api.querysets import get_public_pages_queryset
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from univercity.api.access.authentication import Access, access_of

#: Rights of an account on a page, one of which lets it read the draft, as in the admin.
READING_DRAFTS = ("change", "publish")


def readable_pages(request: HttpRequest, model: type[Page] = Page) -> PageQuerySet:
    """Return the pages of a type that ``request`` may read.

    Without a token that are the live, public ones of its site; a token reads the same unless it
    is made for drafts, and then what its account may change as well. Its scope limits both.
    Raises ``ValueError`` where ``?site=`` fits several sites.
    """
    access = access_of(request)
    pages = get_public_pages_queryset(without_user(request), model)
    if access.reads_drafts:
        either = Q(pk__in=pages.values("pk")) | Q(pk__in=editable_pages(access).values("pk"))
        pages = model._default_manager.filter(either)
    return access.scope.limit(pages) if access.scope else pages


def editable_pages(access: Access) -> PageQuerySet:
    """Return the pages whose drafts the account of a token may read."""
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_any_permission_for(access.user, READING_DRAFTS)


def may_read_drafts(request: HttpRequest, page: Page) -> bool:
    """Return whether ``request`` may read what is not published of ``page``."""
    access = access_of(request)
    if access.scope is None or not access.reads_drafts:
        return False
    return access.scope.limit(editable_pages(access)).filter(pk=page.pk).exists()


def without_user(request: HttpRequest) -> HttpRequest:
    """Return the request as of somebody unknown: no login opens a restricted page here."""
    Site.find_for_request(request)  # kept with the request, so that its copies ask no more
    anonymous = copy.copy(request)
    anonymous.user = AnonymousUser()
    return anonymous
