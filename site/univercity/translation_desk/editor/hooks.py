"""Where the editor stands in the admin, and what histories tell of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from univercity.content.snippets.public_at_once import PublicAtOnce
from univercity.translation_desk.editor import endpoints
from univercity.translation_desk.editor.overrides import OverrideView, ValuesView
from univercity.translation_desk.editor.previews import preview_source, preview_target
from univercity.translation_desk.editor.review import HANDED_IN, translation_of
from univercity.translation_desk.editor.views import EditorView


def edit_in_our_editor(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Answer for pages and snippets that are made from a translation.

    What wagtail-localize does with others stays: placeholders, and translations that are stopped.
    """
    if getattr(instance, "alias_of_id", None) or "localize-convert-to-alias" in request.POST:
        return None
    translation = translation_of(instance)
    if translation is None:
        return None
    response = EditorView.as_view()(request, translation=translation, target=instance)
    return response.render() if hasattr(response, "render") else response


def take_for_translated(request: HttpRequest, instance: Any) -> None:
    """Note that a version has texts of its own once somebody has edited it by hand."""
    if isinstance(instance, PublicAtOnce) and instance.in_source_language:
        instance.in_source_language = False
        instance.save()


def register_editor_urls() -> list[URLPattern]:
    at = "translation/<int:translation_id>/"
    name = "univercity_translation_"
    return [
        path(f"{at}text/", endpoints.save, name=f"{name}text"),
        path(f"{at}hints/", endpoints.hints, name=f"{name}hints"),
        path(f"{at}memory/", endpoints.memory, name=f"{name}similar"),
        path(f"{at}preview/source/", preview_source, name=f"{name}preview_source"),
        path(f"{at}preview/target/", preview_target, name=f"{name}preview_target"),
        path(f"{at}values/", ValuesView.as_view(), name=f"{name}values"),
        path(f"{at}override/<int:segment_id>/", OverrideView.as_view(), name=f"{name}override"),
    ]


def register_handing_in(actions: Any) -> None:
    @actions.register_action(HANDED_IN)
    class HandedInFormatter(LogFormatter):
        label = _("Hand in a translation")
        message = _("Translation handed in for review")

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data.get("comment", ""))
