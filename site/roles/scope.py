"""What belongs to a partner editor."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from network.models import PartnerPage
from univercity.content.public_pages import public

WRITING = {"add", "change"}
USING = {"add", "change", "choose"}
MOST_DIGITS = 19  #: of what databases take for a number; ids are shorter


def is_confined(user: Any) -> bool:
    """Return whether ``user`` has rights on nothing but partners' pages, or on no page at all."""
    if user.is_superuser:
        return False
    partner = ContentType.objects.get_for_model(PartnerPage).pk
    rights = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return all(right.page.content_type_id == partner for right in rights)


def own_pages(user: Any) -> QuerySet[Page]:
    """Return the pages of the user's institution, drafts included."""
    return policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, WRITING)


def may_read_draft(user: Any, page: Page) -> bool:
    """Return whether the user may read what is not public of a page: partner editors, of own."""
    if not user.has_perm("wagtailadmin.access_admin") or not is_confined(user):
        return True  # what Wagtail lets them see
    rights = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return any(page.path.startswith(right.page.path) for right in rights)


def linkable_pages(user: Any) -> Q:
    """Return a condition for the pages that the user may link to: public ones and own drafts."""
    shown = public(Page.objects.live())
    return Q(pk__in=shown.values("pk")) | Q(pk__in=own_pages(user).values("pk"))


def own_files(user: Any, model: type[Model]) -> QuerySet[Any]:
    """Return the images or documents that the user may keep or use."""
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, USING)


def holds_all(owned: QuerySet[Any], ids: Iterable[Any]) -> bool:
    """Return whether all objects with these ids are in ``owned``; not if there is a wrong id."""
    wanted = {str(pk) for pk in ids}
    if not all(pk.isdecimal() and len(pk) < MOST_DIGITS for pk in wanted):
        return False
    return owned.filter(pk__in=wanted).count() == len(wanted)
