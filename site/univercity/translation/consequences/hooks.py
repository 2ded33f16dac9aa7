"""Does to translations what was chosen for them, and says what became of the others."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from univercity.translation.consequences.effects import Act, followers, take_along

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


@hooks.register("after_unpublish_page")
def unpublish_translations(request: HttpRequest, page: Page) -> None:
    act_on_translations("unpublish", request, page)


@hooks.register("after_delete_page")
def delete_translations(request: HttpRequest, page: Page) -> None:
    act_on_translations("delete", request, page)


@hooks.register("after_move_page")
def move_translations(request: HttpRequest, page: Page) -> None:
    moved = Page.objects.get(pk=page.pk)
    act_on_translations("move", request, moved, moved.get_parent())


@hooks.register("after_bulk_action")
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
