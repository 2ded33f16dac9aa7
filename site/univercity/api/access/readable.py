"""Which pages a request to the API may read."""

from collections.abc import Iterable

from django.db.models import Q
from django.http import HttpRequest
from wagtail.api.validators import SiteFilterValidator
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from univercity.api.access.authentication import Access, access_of
from univercity.content.public_pages import public
from univercity.content.reading.surroundings import surroundings

#: Rights of an account on a page, one of which lets it read the draft, as in the admin.
READING_DRAFTS = ("change", "publish")


def readable_pages(request: HttpRequest, model: type[Page] = Page) -> PageQuerySet:
    """Return the pages of a type that ``request`` may read.

    Without a token that are the live, public ones of its site; a token reads the same unless it
    is made for drafts, and then what its account may change as well. Its scope limits both.
    Raises ``ValueError`` where ``?site=`` fits several sites.
    """
    access = access_of(request)
    pages = public_pages(request, model)
    if access.reads_drafts:
        either = Q(pk__in=pages.values("pk")) | Q(pk__in=editable_pages(access).values("pk"))
        pages = model._default_manager.filter(either)
    return access.scope.limit(pages) if access.scope else pages


def published_pages(request: HttpRequest, model: type[Page] = Page) -> PageQuerySet:
    """Return the pages of a type that lists show to ``request``: no drafts, whatever its token."""
    pages = readable_pages(request, model).live()
    # An account may change pages that are in no site, the root of all for one.
    return of_site(request, pages) if access_of(request).reads_drafts else pages


def readable_among(request: HttpRequest, site: Site, pages: Iterable[Page]) -> set[int]:
    """Return the ids of those ``pages`` that may be read.

    That is what ``readable_pages`` says; it is asked for a token only.
    """
    if access_of(request).token:
        ids = [page.pk for page in pages]
        return set(readable_pages(request).filter(pk__in=ids).values_list("pk", flat=True))
    around = surroundings()
    roots = tuple(home.path for home in around.homes_of(site))
    return {page.pk for page in pages if around.is_public(page) and page.path.startswith(roots)}


def public_pages(request: HttpRequest, model: type[Page] = Page) -> PageQuerySet:
    """Return the live, public pages of a type, of the site asked for, whoever asks.

    Stands in for Wagtail's ``get_public_pages_queryset``, which reads all view restrictions and
    their pages each time, and opens restricted pages to sessions that have passed them.
    """
    pages = public(of_site(request, model._default_manager.live()))
    if "search" in request.GET:  # which understands columns, and nothing that is computed of them
        return model._default_manager.filter(pk__in=pages.values("pk"))
    return pages


def of_site(request: HttpRequest, pages: PageQuerySet) -> PageQuerySet:
    """Narrow ``pages`` to those of the site asked for; all others have no address there."""
    site = SiteFilterValidator(site=request.GET.get("site"), request=request).site_obj
    if not site:
        return pages.none()
    in_site = Q()
    for home in surroundings().homes_of(site):
        in_site |= Q(path__startswith=home.path)
    return pages.filter(in_site)


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
