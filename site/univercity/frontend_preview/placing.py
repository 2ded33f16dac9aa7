"""Pages that show a snippet, so that it can be previewed where readers will see it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet

from univercity.reading.surroundings import surroundings

#: A person can stand in shared content, and that on a page.
STEPS = 2


def pages_referring_to(snippet: Any) -> PageQuerySet:
    """Return the pages on which any version of ``snippet`` stands, in the snippet's language."""
    model = type(snippet)
    versions = model.objects.filter(translation_key=snippet.translation_key)
    keys = [str(pk) for pk in versions.values_list("pk", flat=True)]
    page_ids = set(_find_pages(model, keys, STEPS))
    return Page.objects.filter(pk__in=page_ids, locale_id=snippet.locale_id)


def _find_pages(model: type[Model], keys: list[str], steps: int) -> Iterable[str]:
    content_type = ContentType.objects.get_for_model(model)
    page_type = ContentType.objects.get_for_model(Page)
    found = ReferenceIndex.objects.filter(to_content_type=content_type, to_object_id__in=keys)
    others: dict[ContentType, list[str]] = {}
    for reference in found.select_related("base_content_type"):
        if reference.base_content_type == page_type:
            yield reference.object_id
        else:
            others.setdefault(reference.base_content_type, []).append(reference.object_id)
    for base_type, ids in others.items() if steps > 1 else ():
        base_model = base_type.model_class()
        if base_model:
            yield from _find_pages(base_model, ids, steps - 1)


def page_showing(snippet: Any, user: Any) -> Page | None:
    """Return the page to preview ``snippet`` on, a public one before a draft of the user's."""
    candidates = snippet.pages_showing_it().order_by("-live", "depth", "pk")
    return next((page for page in candidates if may_show(page, user)), None)


def may_show(page: Page, user: Any) -> bool:
    """Return whether ``user`` may show ``page`` as it stands: everybody, if it is public."""
    return surroundings().is_public(page) or may_preview(page, user)


def may_preview(page: Page, user: Any) -> bool:
    """Return whether ``user`` may see the draft of ``page``, by the rule of Wagtail's own view."""
    permissions = page.permissions_for_user(user)
    return bool(permissions.can_edit() or permissions.can_publish())
