"""The head of the editor and its side panels, as around each form of the admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.admin.models import EditingSession
from wagtail.admin.ui.editing_sessions import EditingSessionsModule
from wagtail.admin.ui.menus.pages import get_page_header_buttons
from wagtail.admin.ui.side_panels import PageStatusSidePanel
from wagtail.admin.widgets.button import ButtonWithDropdown
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation


def trail(target: Any, user: Any, title: str) -> Iterator[dict[str, Any]]:
    """Yield the way to a page, as far as the account may see it, or to a kind of snippet."""
    if isinstance(target, Page):
        for page in target.get_ancestors().filter(depth__gt=1):
            if may_explore(user, page):
                url = reverse("wagtailadmin_explore", args=[page.pk])
                yield {"url": url, "label": page.get_admin_display_title()}
    elif hasattr(target, "snippet_viewset"):
        url = reverse(target.snippet_viewset.get_url_name("list"))
        yield {"url": url, "label": capfirst(target._meta.verbose_name_plural)}
    yield {"url": "", "label": title}


def may_explore(user: Any, page: Page) -> bool:
    """Return whether the account has rights on a page, or on one above or below it."""
    granted = page_permission_policy.get_cached_permissions_for_user(user)
    paths = [permission.page.path for permission in granted]
    return user.is_superuser or any(
        page.path.startswith(path) or path.startswith(page.path) for path in paths
    )


def header_buttons(target: Any, user: Any, next_url: str) -> list[Any]:
    """Return the menu of a page: move, delete, take offline, history, files."""
    if not isinstance(target, Page):
        return []
    buttons = sorted(get_page_header_buttons(target, user, next_url, "edit"))
    label = {"aria-label": str(capfirst(target._meta.verbose_name))}
    return [
        ButtonWithDropdown(
            buttons=buttons,
            icon_name="dots-horizontal",
            attrs=label,
            classname="w-h-slim-header",
        )
    ]


def side_panels(target: Any, request: HttpRequest, translation: Translation) -> list[Any]:
    """Return the panel with the state of a page: public or not, locked or not."""
    if not isinstance(target, Page):
        return []
    panel = PageStatusSidePanel(
        target,
        request,
        show_schedule_publishing_toggle=False,
        live_object=target,
        locale=translation.target_locale,
    )
    panel.usage_url = None  # counting it takes a query, and it is in the menu of the page
    return [panel]


class OpenTranslation(EditingSessionsModule):
    """Without Wagtail's dialog about newer versions: each text is compared when it is saved."""

    template_name = "translation_desk/editor/sessions.html"


def open_session(target: Any, user: Any) -> OpenTranslation:
    """Note that an account has a page or snippet open; return what shows who else has."""
    EditingSession.cleanup()
    model = Page if isinstance(target, Page) else type(target)
    session = EditingSession.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(model),
        object_id=target.pk,
        last_seen_at=timezone.now(),
    )
    place = (model._meta.app_label, model._meta.model_name, quote(target.pk), session.pk)
    return OpenTranslation(
        session,
        reverse("wagtailadmin_editing_sessions:ping", args=place),
        reverse("wagtailadmin_editing_sessions:release", args=[session.pk]),
        other_sessions=[],
    )
