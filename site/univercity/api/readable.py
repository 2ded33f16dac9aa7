"""Which pages a request to the API may read."""

from django.http import HttpRequest
from wagtail.models import Page
from wagtail.query import PageQuerySet

from univercity.api.open_pages import pages_open_to


def readable_pages(request: HttpRequest, model: type[Page] = Page) -> PageQuerySet:
    """Return the pages of a type that ``request`` may read: live, public, of its site."""
    return pages_open_to(request, model)
