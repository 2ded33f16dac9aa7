"""What may be asked of an account before it reads or changes translations.

Each demand is a function that raises ``Refused``, whose message people read.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Locale, LockableMixin, Page
from wagtail.permissions import policy_registry

from univercity.translation_desk.guards.subjects import Subject

Demand = Callable[[HttpRequest, Subject], None]


class Refused(PermissionDenied):
    """A demand is not met; the message says which."""


def may(permission: str) -> Demand:
    """Ask for a permission by its full name."""

    def demand(request: HttpRequest, subject: Subject) -> None:
        if not request.user.has_perm(permission):
            raise Refused(_("Your account has no right to do this. Ask an administrator for it."))

    return demand


def when(field: str, *demands: Demand) -> Demand:
    """Ask for ``demands`` where a field of the form is filled in."""

    def demand(request: HttpRequest, subject: Subject) -> None:
        if request.POST.get(field):
            for inner in demands:
                inner(request, subject)

    return demand


def source_language(request: HttpRequest, subject: Subject) -> None:
    """The source is in the one language that content is written in."""
    if subject.source.locale.language_code != settings.LANGUAGE_CODE:
        raise Refused(
            _("Content is written in German and translated from it, never the other way.")
        )


def editable_source(request: HttpRequest, subject: Subject) -> None:
    """The account may change the source, and so read its drafts."""
    if not may_change(request.user, subject.source):
        raise Refused(_("You may not edit the page or snippet that is to be translated."))


def editable_subtree(request: HttpRequest, subject: Subject) -> None:
    """The account may change all pages below the source."""
    if isinstance(subject.source, Page):
        below = subject.source.get_descendants()
        editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(
            request.user, "change"
        )
        if below.exclude(pk__in=editable.values("pk")).exists():
            raise Refused(_("You may not edit all pages below this one."))


def editable_targets(request: HttpRequest, subject: Subject) -> None:
    """The account may change each version that exists, and make each that is missing."""
    targets_allowed = all(may_change(request.user, target) for target in subject.targets)
    places_allowed = all(may_make(request.user, subject.source, lang) for lang in subject.new_in)
    if not (targets_allowed and places_allowed):
        raise Refused(_("You may not edit the translation, or make one at this place."))


def unlocked_targets(request: HttpRequest, subject: Subject) -> None:
    """No version is locked by somebody else, or for a workflow."""
    if any(is_locked(request.user, target) for target in subject.targets):
        raise Refused(_("The translation is locked. Whoever has locked it can unlock it."))


def publishable_targets(request: HttpRequest, subject: Subject) -> None:
    """The account may publish each version."""
    if not all(may_publish(request.user, target) for target in subject.targets):
        raise Refused(_("You may not publish the translation. Submit it for approval."))


def known_kind(request: HttpRequest, subject: Subject) -> None:
    """The account may see snippets of the kind in the admin."""
    policy = policy_registry.get_by_type(subject.model)
    if not policy.user_has_any_permission(request.user, {"add", "change", "delete", "view"}):
        raise Refused(_("You may not see snippets of this kind."))


def nobody(request: HttpRequest, subject: Subject) -> None:
    """The view is not offered."""
    raise Refused(_("This page of the admin is not offered."))


def may_change(user: Any, instance: Any) -> bool:
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    return policy_registry.get_by_type(type(instance)).user_has_permission(user, "change")


def may_publish(user: Any, instance: Any) -> bool:
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_publish()
    action = "publish" if isinstance(instance, DraftStateMixin) else "change"
    return policy_registry.get_by_type(type(instance)).user_has_permission(user, action)


def may_make(user: Any, source: Any, locale: Locale) -> bool:
    """Return whether ``user`` may make the version of ``source`` in a language.

    The first page of a language has nothing above it. Whoever may add languages makes it.
    """
    if not isinstance(source, Page):
        return policy_registry.get_by_type(type(source)).user_has_permission(user, "change")
    keys = source.get_ancestors().filter(depth__gt=1).values("translation_key")
    place = Page.objects.filter(translation_key__in=keys, locale=locale).order_by("-depth").first()
    if place is None:
        return user.has_perm("wagtailcore.add_locale")
    policy = policy_registry.get_by_type(Page)
    return policy.user_has_permission_for_instance(user, "add", place)


def is_locked(user: Any, instance: Any) -> bool:
    lock = instance.get_lock() if isinstance(instance, LockableMixin) else None
    return bool(lock and lock.for_user(user))
