"""From demo texts and references to what Django's and Wagtail's fields hold, in German."""

import json
import re
import uuid
from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin

from demo.texts import Ref, T

NAMESPACE = uuid.UUID("6f1d6a52-6f43-5c0b-9c35-0f4b2f9d5d10")
LINK_KEY = re.compile(r'(?<=linktype="page" id=")[^"]+')

#: Everything made or found so far, by its key in the demo.
Objects = dict[str, Any]


def stable_id(*parts: object) -> uuid.UUID:
    """Return an id that is the same at every load."""
    return uuid.uuid5(NAMESPACE, "/".join(map(str, parts)))


def german(value: Any, objects: Objects) -> Any:
    """Return the value of a simple field: the German text, or the object referred to."""
    if isinstance(value, Ref):
        return objects[value.key]
    if isinstance(value, T):
        return LINK_KEY.sub(lambda match: str(objects[match[0]].pk), value.de)
    return value


def stream_json(value: Any, objects: Objects, path: str) -> Any:
    """Return the JSON of a stream's value.

    Streams are written as lists of (block type, value), list blocks as plain lists; ids come from
    ``path``, the place of the value.
    """
    if isinstance(value, dict) and "rows" in value:
        return table_json(value, objects)
    if isinstance(value, dict):
        return {
            name: stream_json(child, objects, f"{path}/{name}") for name, child in value.items()
        }
    if isinstance(value, list):
        return [_item_json(child, objects, f"{path}/{at}") for at, child in enumerate(value)]
    value = german(value, objects)
    return value.pk if isinstance(value, Model) else value


def table_json(value: Any, objects: Objects) -> Any:
    """Return the JSON of a table, whose lists are plain ones."""
    if isinstance(value, dict):
        return {name: table_json(child, objects) for name, child in value.items()}
    if isinstance(value, list):
        return [table_json(child, objects) for child in value]
    return german(value, objects)


def _item_json(child: Any, objects: Objects, path: str) -> dict[str, Any]:
    block_type, value = child if isinstance(child, tuple) else ("item", child)
    return {
        "type": block_type,
        "value": stream_json(value, objects, path),
        "id": str(stable_id(path)),
    }


def set_fields(instance: Model, fields: dict[str, Any], objects: Objects, key: str) -> None:
    """Set the fields of an unsaved page or snippet, in German."""
    for name, value in fields.items():
        field = instance._meta.get_field(name)
        if field.one_to_many:
            rows = _rows(field.related_model, value, objects, f"{key}/{name}", instance)
            getattr(instance, name).set(rows)
        elif isinstance(field, StreamField):
            setattr(instance, name, json.dumps(stream_json(value, objects, f"{key}/{name}")))
        else:
            setattr(instance, name, german(value, objects))


def _rows(
    model: Any, rows: list[dict[str, Any]], objects: Objects, path: str, parent: Any
) -> Iterator[Model]:
    for at, row in enumerate(rows):
        instance = model(sort_order=at)
        if isinstance(instance, TranslatableMixin):
            instance.locale = parent.locale
            instance.translation_key = stable_id(path, at)
        set_fields(instance, row, objects, f"{path}/{at}")
        yield instance


def texts_in(value: Any) -> Iterator[T | Ref]:
    """Return every text and reference in the fields of an entry."""
    if isinstance(value, T | Ref):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from texts_in(child)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from texts_in(child)
