"""The frames of the editor: the source, and the translation with what is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail.models import PreviewableMixin
from wagtail_localize.strings import StringValue

from univercity.translation.editor import codes
from univercity.translation.editor.preview.instances import Pair
from univercity.translation.editor.preview.marks import Marked, with_elements
from univercity.translation.editor.rights import translation_for
from univercity.translation.places import Kind

#: Wagtail's menu for editors, which has no place in a frame of the editor.
USERBAR = re.compile(
    r"<!-- Wagtail user bar embed code -->.*?<!-- end Wagtail user bar embed code -->", re.DOTALL
)


def preview_source(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show the page or snippet that is translated."""
    translation, _target = translation_for(request, translation_id, to_change=False)
    pair = Pair(translation)
    return serve(pair.source(), request, pair.texts)


def preview_target(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show the translation; what is posted stands in place of what is stored."""
    translation, _target = translation_for(request, translation_id, to_change=False)
    pair = Pair(translation)
    return serve(pair.target(unsaved_texts(request.POST)), request, pair.texts)


def unsaved_texts(posted: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of a form as HTML by key, without those whose codes are wrong."""
    texts = {}
    for name, typed in posted.items():
        if name.startswith("text-"):
            try:
                text = codes.from_screen(typed, Kind.LINES)
                StringValue.from_translated_html(text)
            except ValueError:  # of which MalformedText is one
                continue
            texts[name.removeprefix("text-")] = text
    return texts


def serve(instance: Any, request: HttpRequest, texts: list[Marked]) -> HttpResponse:
    if not isinstance(instance, PreviewableMixin):
        raise Http404
    response = instance.make_preview_request(request, instance.default_preview_mode)
    if response.get("Content-Type", "").startswith("text/html"):
        page = USERBAR.sub("", response.content.decode(response.charset))
        style = static("univercity/css/translation-frame.css")
        link = format_html('<link rel="stylesheet" href="{}"></head>', style)
        response.content = with_elements(page, texts).replace("</head>", link, 1)
        del response["Content-Length"]  # that of the page before
    return response
