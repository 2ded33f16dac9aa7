"""Rows of several models in one query."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connections
from django.db.models import F, Func, IntegerField, JSONField, Model, QuerySet, Value

#: A function of PostgreSQL takes a hundred arguments, one of SQLite 127.
MOST_ARGUMENTS = 100

#: What JSON has no type for, and ``to_python`` of the field reads from text.
WRITTEN_AS_TEXT = {"DateField", "DateTimeField", "DecimalField", "TimeField", "UUIDField"}

#: What would lose its form as JSON, so PostgreSQL writes it as text.
KEPT_AS_TEXT = {"DecimalField", "JSONField"}


class Row(Func):
    """The columns of a row as a JSON array of arrays."""

    output_field = JSONField()

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        return self._arrays(compiler, "JSON_ARRAY", "{}")

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        return self._arrays(compiler, "JSONB_BUILD_ARRAY", "{}::text")

    def _arrays(self, compiler: Any, function: str, as_text: str) -> tuple[str, list[Any]]:
        columns, params = [], []
        for column in self.source_expressions:
            sql, column_params = compiler.compile(column)
            kept = column.output_field.get_internal_type() in KEPT_AS_TEXT
            columns.append(as_text.format(sql) if kept else sql)
            params += column_params
        arrays = [
            f"{function}({', '.join(columns[start : start + MOST_ARGUMENTS])})"
            for start in range(0, len(columns), MOST_ARGUMENTS)
        ]
        return f"{function}({', '.join(arrays)})", params


@cache
def readers(model: type[Model], alias: str) -> list[Any]:
    """Return, for each column of ``model``, what makes its value of that in a JSON array."""
    return [reader(field, connections[alias]) for field in model._meta.concrete_fields]


def reader(field: Any, connection: Any) -> Any:
    """Return what the database backend and the field do with a value, in this order."""
    column = field.cached_col
    converters = [
        *connection.ops.get_db_converters(column),
        *field.get_db_converters(connection),
    ]
    from_text = field.get_internal_type() in WRITTEN_AS_TEXT

    def read(value: Any) -> Any:
        for convert in converters:
            value = convert(value, column, connection)
        return field.to_python(value) if from_text and isinstance(value, str) else value

    return read


def fetch(querysets: Iterable[QuerySet]) -> list[list[Any]]:
    """Return the objects of each queryset, all read in one query, with their annotations.

    What ``select_related``, ``prefetch_related`` and ``order_by`` ask for is left out, and slices
    are not supported.
    """
    querysets = list(querysets)
    found: list[list[Any]] = [[] for _ in querysets]
    if not querysets:
        return found
    parts = [rows_of(number, queryset) for number, queryset in enumerate(querysets)]
    for number, arrays in parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]:
        found[number].append(make(querysets[number], [value for row in arrays for value in row]))
    return found


def rows_of(number: int, queryset: QuerySet) -> QuerySet:
    names = [field.attname for field in queryset.model._meta.concrete_fields]
    names += queryset.query.annotations
    plain = queryset.order_by().select_related(None).prefetch_related(None)
    parts = {
        "reading_number": Value(number, output_field=IntegerField()),
        "reading_row": Row(*map(F, names)),
    }
    return plain.annotate(**parts).values_list("reading_number", "reading_row")


def make(queryset: QuerySet, values: list[Any]) -> Any:
    """Return an object of its values; annotations, which come after the fields, stay as JSON."""
    model: Any = queryset.model
    names = [field.attname for field in model._meta.concrete_fields]
    stored, annotated = values[: len(names)], values[len(names) :]
    read = readers(model, queryset.db)
    stored = [convert(value) for convert, value in zip(read, stored, strict=True)]
    instance = model.from_db(queryset.db, names, stored)
    for name, value in zip(queryset.query.annotations, annotated, strict=True):
        setattr(instance, name, value)
    return instance
