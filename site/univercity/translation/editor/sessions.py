"""Who else has a translation open, as Wagtail's own forms show it, and together with them."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.admin.ui.editing_sessions import EditingSessionsModule
from wagtail.models import Page


class OpenTranslation(EditingSessionsModule):
    """Without Wagtail's dialog about newer versions: each text is compared when it is saved."""

    template_name = "translation/editor/sessions.html"


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
