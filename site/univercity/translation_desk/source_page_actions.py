"""Unpublishing, moving and deleting translations together with their source page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin import messages
from wagtail.models import Page

Act = Literal["unpublish", "move", "delete"]


@dataclass(frozen=True)
class Follower:
    """A translation, and whether the account may let it go along."""

    page: Page
    allowed: bool


def is_source(page: Page) -> bool:
    return not page.alias_of_id and page.locale.language_code == settings.LANGUAGE_CODE


def translations_of(page: Page) -> Iterable[Page]:
    """Return the pages in other languages with the key of ``page``, which may be gone."""
    versions = Page.objects.filter(translation_key=page.translation_key)
    return versions.exclude(locale=page.locale_id).select_related("locale").order_by("locale_id")


def followers(act: Act, page: Page, user: Any, destination: Page | None = None) -> list[Follower]:
    """Return the translations that an act on a source page concerns.

    With ``move``, ``destination`` is where the source goes.
    """
    if not is_source(page):
        return []
    versions = translations_of(page)
    if act == "unpublish":
        return [
            Follower(version, version.permissions_for_user(user).can_unpublish())
            for version in versions
            if version.live
        ]
    if act == "delete":
        return [
            Follower(version, version.permissions_for_user(user).can_delete())
            for version in versions
        ]
    return [
        Follower(version, may_move(version, destination, user))
        for version in versions
        if destination and not is_below(version, destination)
    ]


def is_below(version: Page, destination: Page) -> bool:
    """Return whether a translation already stands below a version of ``destination``."""
    return bool(version.get_parent().translation_key == destination.translation_key)


def destination_of(version: Page, destination: Page) -> Page | None:
    """Return the version of ``destination`` in the language of a translation."""
    found: Page | None = destination.get_translation_or_none(version.locale)
    return found


def may_move(version: Page, destination: Page, user: Any) -> bool:
    there = destination_of(version, destination)
    return bool(there and version.permissions_for_user(user).can_move_to(there.specific))


def take_along(act: Act, version: Page, user: Any, destination: Page | None = None) -> None:
    """Do to a translation what was done to its source.

    Raises :class:`django.core.exceptions.ValidationError` where its address is taken there.
    """
    version = version.specific
    if act == "unpublish":
        UnpublishPageAction(version, user=user).execute()
    elif act == "delete":
        DeletePageAction(version, user=user).execute()
    elif destination:
        there = destination_of(version, destination)
        if there is None or not Page._slug_is_available(version.slug, there, page=version):
            raise ValidationError(version.slug)
        MovePageAction(version, there, pos="last-child", user=user).execute()


# In the admin: what was chosen for translations is done to them, and the others are named.

#: Field of the confirmation forms: ids of the translations that go along.
FIELD = "translations"


def act_on_translations(
    act: Act, request: HttpRequest, page: Page, destination: Page | None = None
) -> None:
    """Take along what was chosen and may be; name what stays as it is."""
    chosen = set(request.POST.getlist(FIELD))
    for follower in followers(act, page, request.user, destination):
        name = {
            "title": follower.page.get_admin_display_title(),
            "language": follower.page.locale.get_display_name(),
        }
        if not follower.allowed or str(follower.page.pk) not in chosen:
            messages.warning(request, stays(act) % name)
            continue
        try:
            take_along(act, follower.page, request.user, destination)
        except ValidationError:
            text = _("“%(title)s” (%(language)s) stays: its address is taken there.")
            messages.error(request, text % name)
        else:
            messages.success(request, went_along(act) % name)


def stays(act: Act) -> str:
    return {
        "unpublish": _("“%(title)s” (%(language)s) stays public, without its source."),
        "move": _("“%(title)s” (%(language)s) stays where it is."),
        "delete": _("“%(title)s” (%(language)s) stays, without its source."),
    }[act]


def went_along(act: Act) -> str:
    return {
        "unpublish": _("“%(title)s” (%(language)s) went offline, too."),
        "move": _("“%(title)s” (%(language)s) was moved, too."),
        "delete": _("“%(title)s” (%(language)s) was deleted, too."),
    }[act]


def unpublish_translations(request: HttpRequest, page: Page) -> None:
    act_on_translations("unpublish", request, page)


def delete_translations(request: HttpRequest, page: Page) -> None:
    act_on_translations("delete", request, page)


def move_translations(request: HttpRequest, page: Page) -> None:
    moved = Page.objects.get(pk=page.pk)
    act_on_translations("move", request, moved, moved.get_parent())


def name_translations_left_behind(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Name the translations of what was unpublished, moved or deleted together with others."""
    for page in objects:
        if not isinstance(page, Page):
            continue
        if action_type == "move":
            moved = Page.objects.get(pk=page.pk)
            act_on_translations("move", request, moved, moved.get_parent())
        elif action_type in ("unpublish", "delete"):
            act_on_translations(action_type, request, page)  # type: ignore[arg-type]
