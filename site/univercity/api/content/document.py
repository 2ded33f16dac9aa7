"""The OpenAPI document of API v3, the same in every process and language."""

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe
from ninja.responses import NinjaJSONEncoder
from wagtail.api.v3.urls import api

from univercity.api.content.accepted import describe_parameters, describe_security
from univercity.api.content.failures import failure_schemas

#: The reviewed document: what clients were generated from.
SNAPSHOT = Path(__file__).parent / "openapi.json"


@cache
def openapi_text() -> str:
    """Return the document as JSON; its words are English, as the code has them.

    django-ninja leaves labels lazy, so that they would be in the language of who asks.
    """
    with translation.override(None):
        document = api.get_openapi_schema()
        describe_security(document)
        describe_parameters(document)
        document["components"]["schemas"] |= failure_schemas()
        return json.dumps(document, cls=NinjaJSONEncoder, ensure_ascii=False, indent=2) + "\n"


def openapi_document() -> dict[str, Any]:
    return cast(dict[str, Any], json.loads(openapi_text()))


@require_safe
def openapi_json(request: HttpRequest) -> HttpResponse:
    """Answer the document, unless ``WAGTAILAPI_DOCS_ENABLED`` is off, as Wagtail has it."""
    if not getattr(settings, "WAGTAILAPI_DOCS_ENABLED", True):
        raise Http404
    return HttpResponse(openapi_text(), content_type="application/json")
