"""Rows of several models in one query."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import connections
from django.db.models.base import ModelState

from univercity.reading.statements import Part, Statement


def fetch(parts: Iterable[Part]) -> list[list[Any]]:
    """Return the objects of each part, all read in one query, with their annotations."""
    parts = list(parts)
    found: list[list[Any]] = [[] for _ in parts]
    texts, params = [], []
    for number, (statement, given) in enumerate(parts):
        if statement.sql:
            texts.append(statement.sql)
            params += statement.params({**given, "number": number})
    if not texts:
        return found
    with connections[parts[0].statement.alias].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(texts), params)
        rows = cursor.fetchall()
    listed = ",".join(f"[{number},{row}]" for number, row in rows)
    for number, arrays in json.loads(f"[{listed}]"):
        found[number].append(make(parts[number].statement, sum(arrays[1:], arrays[0])))
    return found


def make(statement: Statement, values: list[Any]) -> Any:
    """Return an object with its annotations, or the values as they are if only they were asked."""
    for number, read in statement.readers:
        values[number] = read(values[number])
    if not statement.makes_objects:
        return tuple(values)
    instance = stored_object(statement.model, statement.alias)
    instance.__dict__.update(zip(statement.names, values, strict=True))
    for name in statement.converted:
        setattr(instance, name, instance.__dict__[name])
    return instance


def stored_object(model: Any, alias: str) -> Any:
    """Return an object of the database ``alias`` whose columns are all deferred yet.

    Made as unpickling makes one: ``__init__`` and its signals, which also serve new objects, take
    longer than everything else that is done for a row.
    """
    instance = model.__new__(model)
    instance._state = ModelState()
    instance._state.adding, instance._state.db = False, alias
    return instance
