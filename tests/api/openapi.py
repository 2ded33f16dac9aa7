"""The OpenAPI document as a yardstick for answers."""

import copy
from functools import cache

from jsonschema import Draft202012Validator
from wagtail.fields import StreamField

from univercity.api.openapi.document import openapi_document

REF = "#/components/schemas/"


@cache
def strict_schemas():
    """Return the schemas by name, in which an object may only hold what is described."""
    schemas = copy.deepcopy(openapi_document()["components"]["schemas"])
    for schema in walk(schemas):
        if schema.get("type") == "object" and "properties" in schema:
            schema.setdefault("additionalProperties", False)
    return schemas


def walk(value):
    """Yield each dict at any depth."""
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from walk(child)
    elif isinstance(value, list):
        for child in value:
            yield from walk(child)


def errors_of(value, schema):
    """Return what in ``value`` is not as ``schema`` of the document says: where and what."""
    whole = {**schema, "components": {"schemas": strict_schemas()}}
    found = Draft202012Validator(whole).iter_errors(value)
    return [f"{error.json_path}: {error.message[:300]}" for error in deepest(found)]


def deepest(errors):
    """Yield what is wrong inside a union for its member of the right ``type``."""
    for error in errors:
        members = [list(group) for group in by_member(error)]
        right = [
            group for group in members if not any(e.validator in ("const", "enum") for e in group)
        ]
        if len(right) == 1:
            yield from deepest(right[0])
        else:
            yield error


def by_member(error):
    groups = {}
    for child in error.context:
        groups.setdefault(child.relative_schema_path[0], []).append(child)
    return groups.values()


def page_schema(answer):
    """Return the schema for the detail of a page."""
    model = answer["meta"]["type"].partition(".")[2]
    return {"$ref": f"#/components/schemas/{model}Schema"}


def stream_names(page):
    """Return the names of the streams among the fields that the API answers."""
    offered = {field.name for field in page.api_fields}
    fields = (field for field in page._meta.get_fields() if isinstance(field, StreamField))
    return [field.name for field in fields if field.name in offered]


def without_block(document, name):
    """Return ``document`` as it is when a block class is gone from all menus."""
    changed = copy.deepcopy(document)
    del changed["components"]["schemas"][name]
    for schema in changed["components"]["schemas"].values():
        if "discriminator" in schema:
            schema["oneOf"] = [item for item in schema["oneOf"] if item["$ref"] != REF + name]
            mapping = schema["discriminator"]["mapping"]
            schema["discriminator"]["mapping"] = {
                key: ref for key, ref in mapping.items() if ref != REF + name
            }
    return changed


def with_schema(name, **keywords):
    """Return the document with keywords of one component changed."""
    changed = copy.deepcopy(openapi_document())
    changed["components"]["schemas"][name].update(keywords)
    return changed


def with_field(name, field, schema):
    """Return the document with one field of a component changed."""
    fields = openapi_document()["components"]["schemas"][name]["properties"]
    return with_schema(name, properties={**fields, field: schema})
