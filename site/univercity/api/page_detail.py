"""The JSON of one page, as API v3 answers it, for a page in memory, saved or not."""

import copy
import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from ninja.responses import NinjaJSONEncoder
from wagtail.api.v3.registry import registry
from wagtail.models import Page

#: In place of the id of a page that has none yet.
NO_ID = 0


def page_content(page: Page, request: HttpRequest) -> dict[str, Any]:
    """Return the detail of ``page`` as it stands in memory, in the active language."""
    registration = registry.get(page._meta.label)
    assert registration and registration.read_schema  # noqa: S101 - Wagtail registers every type
    return registration.read_schema.model_validate(page, context={"request": request}).model_dump()


def page_answer(page: Page, request: HttpRequest) -> str:
    """Return the JSON that API v3 would answer for ``page`` as it stands in memory."""
    if page.pk is None:
        page = copy.copy(page)
        page.pk = page.id = NO_ID
    with translation.override(page.locale.language_code):
        content = page_content(page, request)
        return json.dumps(content, cls=NinjaJSONEncoder, indent=2, ensure_ascii=False)


class ApiMode:
    """Shows in the editor what API v3 would answer for a page."""

    name = "api"
    label = _("As API answer")

    def serve(self, page: Page, request: HttpRequest) -> HttpResponse:
        context = {"page": page, "answer": page_answer(page, request)}
        return TemplateResponse(request, "api/preview.html", context)


def offer_api_mode(thing: Any) -> list[ApiMode]:
    return [ApiMode()] if isinstance(thing, Page) else []
