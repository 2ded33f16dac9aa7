"""The OpenAPI document of API v3, the same in every process and language."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe
from ninja.responses import NinjaJSONEncoder
from wagtail.api.v3.urls import api

from univercity.api.openapi.failures import failure_schemas
from univercity.api.parameters import FILTERED, MOST_CHARACTERS, columns_of

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


# What operations accept, more precisely than django-ninja can tell.

BEARER = "BearerTokenAuth"
#: Host and port, as in www.example.org:8000.
HOST = r"^[^:\u0000]*(:[0-9]{1,5})?$"
NO_NULL_CHARACTER = r"^[^\u0000]*$"
#: The largest number that SQLite and PostgreSQL take, for example of rows to skip.
LARGEST = 2**63 - 1


def describe_security(document: dict[str, Any]) -> None:
    """Say that a token is optional where anybody may ask, and needed everywhere else."""
    for operation in operations_of(document):
        schemes = {name for scheme in operation.get("security", ()) for name in scheme}
        if schemes != {BEARER}:
            operation["security"] = [{}, {BEARER: []}]
    schemes = document["components"]["securitySchemes"]
    document["components"]["securitySchemes"] = {BEARER: schemes[BEARER]}


def of_wagtail() -> dict[tuple[str, str], dict[str, Any]]:
    """Return what Wagtail checks itself, by operation and parameter."""
    paged = ("sites_list", "locales_list", "pages_revisions_list", *FILTERED)
    languages = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return {
        **{(name, "limit"): {"maximum": settings.WAGTAILAPI_LIMIT_MAX} for name in paged},
        **{(name, "offset"): {"maximum": LARGEST} for name in paged},
        **{(name, "order"): orders(name) for name in FILTERED if name != "snippets_list"},
        ("pages_list", "locale"): {"enum": languages},
        ("pages_list", "site"): {"pattern": HOST},
        ("pages_find", "site"): {"pattern": HOST},
        ("pages_revisions_list", "user_id"): {"type": "integer", "minimum": 0, "maximum": LARGEST},
    }


def orders(operation_id: str) -> dict[str, Any]:
    """Return the columns by which a list of Wagtail can be ordered, whatever it holds."""
    find_model, further = FILTERED[operation_id]
    columns = sorted(columns_of(find_model(HttpRequest(), {}), further))
    both = [*columns, *(f"-{name}" for name in columns)]
    some = {"type": "array", "items": {"type": "string", "enum": both}}
    return {"anyOf": [{"type": "string", "const": "random"}, some]}


def describe_parameters(document: dict[str, Any]) -> None:
    precise = of_wagtail()
    for operation in operations_of(document):
        for parameter in operation["parameters"]:
            schema = without_null(parameter["schema"])
            precisely = precise.get((operation["operationId"], parameter["name"]), {})
            parameter["schema"] = {**schema, **precisely}
            parameter.pop("examples", None)  # a list, as in its schema, where OpenAPI has a map
            if parameter["in"] == "query":
                bound_texts(parameter["schema"])


def operations_of(document: dict[str, Any]) -> Iterable[dict[str, Any]]:
    for view in document["paths"].values():
        yield from view.values()


def without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return ``schema`` without ``null``, which no address can hold; a parameter is left out."""
    if "anyOf" not in schema:
        return schema
    options = [option for option in schema["anyOf"] if option != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    return {**rest, **options[0]} if len(options) == 1 else {**rest, "anyOf": options}


def bound_texts(schema: dict[str, Any]) -> None:
    """Say what every text in an address is limited to, at any depth of ``schema``."""
    for inner in [*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else ())]:
        bound_texts(inner)
    if schema.get("type") == "string" and schema.keys().isdisjoint({"enum", "const", "format"}):
        schema.setdefault("maxLength", MOST_CHARACTERS)
        schema.setdefault("pattern", NO_NULL_CHARACTER)
