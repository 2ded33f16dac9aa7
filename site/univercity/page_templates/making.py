"""Making a page from a template."""

from typing import Any

from wagtail.actions.copy_page import CopyPageAction
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from univercity.page_templates.models import PageTemplate
from univercity.slugs import slugify

LONGEST_SLUG = 250  #: leaves room for a number
#: Facts about the prepared page that do not hold for its copies.
FRESH = {
    "go_live_at": None,
    "expire_at": None,
    "locked": False,
    "locked_by": None,
    "locked_at": None,
    "seo_title": "",
}


def make_page(template: PageTemplate, parent: Page, title: str, user: Any) -> Page:
    """Return a new draft below ``parent`` with the latest draft content of the template.

    Raises :class:`django.core.exceptions.PermissionDenied` where ``user`` may not add it.
    """
    prepared = template.page.get_latest_revision_as_object()
    slug = slugify(title) or template.page.slug
    names = {
        "title": title,
        "draft_title": title,
        "slug": find_available_slug(parent, slug[:LONGEST_SLUG]),
        **FRESH,
    }
    action = CopyPageAction(
        prepared, to=parent, update_attrs=names, copy_revisions=False, keep_live=False, user=user
    )
    page: Page = action.execute()
    return page
