"""Which pages a request to the API may read."""

from django.http import HttpRequest
from wagtail.api.querysets import get_public_pages_queryset
from wagtail.models import Page
from wagtail.query import PageQuerySet


def readable_pages(request: HttpRequest, model: type[Page] = Page) -> PageQuerySet:
    """Return the pages of a type that ``request`` may read: live, public, of its site."""
    return get_public_pages_queryset(request, model)
