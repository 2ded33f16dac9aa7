"""Which pages are open to whom, for the API endpoints of Wagtail and for ours."""

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.api.v2 import views as views_v2
from wagtail.api.v3 import querysets as querysets_v3
from wagtail.api.validators import SiteFilterValidator
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from univercity.public_pages import public, shape_of_tree


def closed_to(request: HttpRequest) -> QuerySet:
    """Return the restrictions that turn ``request`` away, as their ``accept_request`` decides.

    The session is left alone where none was sent, so that answers do not vary by cookies.
    """
    kinds = PageViewRestriction
    restrictions = kinds.objects.exclude(restriction_type=kinds.NONE)
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        passed = request.session.get(kinds.passed_view_restrictions_session_key, [])
        restrictions = restrictions.exclude(restriction_type=kinds.PASSWORD, pk__in=passed)
    elif "Authorization" not in request.headers:
        return restrictions
    user = request.user
    if not user.is_authenticated:
        return restrictions
    restrictions = restrictions.exclude(restriction_type=kinds.LOGIN)
    if user.is_superuser:
        return restrictions.exclude(restriction_type=kinds.GROUPS)
    own = kinds.groups.through.objects.filter(group__user=user).values("pageviewrestriction")
    return restrictions.exclude(restriction_type=kinds.GROUPS, pk__in=own)


def pages_open_to(request: HttpRequest, model: type[Page] = Page) -> PageQuerySet:
    """Return the live pages of a type, of the site asked for, that nothing closes to ``request``.

    Raises ``ValueError`` where ``?site=`` names several sites. Stands in for Wagtail's
    ``get_public_pages_queryset``, which reads all restrictions and their pages each time.
    """
    site = SiteFilterValidator(site=request.GET.get("site"), request=request).site_obj
    pages = model._default_manager.live()
    if not site:
        return pages.none()
    _lengths, roots = shape_of_tree()
    in_site = Q()
    for path in roots[site.root_page.translation_key]:
        in_site |= Q(path__startswith=path)
    return public(pages.filter(in_site), closed_to(request))


def connect() -> None:
    """Let both APIs of Wagtail select pages with ``pages_open_to``."""
    views_v2.get_public_pages_queryset = pages_open_to
    querysets_v3.get_public_pages_queryset = pages_open_to
