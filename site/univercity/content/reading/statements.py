"""Selections of rows whose SQL is written once in a process, and asked for with other values.

Django builds and compiles a queryset anew each time, which takes longer than the database does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property, lru_cache, wraps
from inspect import getattr_static
from typing import Any, NamedTuple, ParamSpec
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import (
    Expression,
    F,
    Field,
    ForeignObject,
    Func,
    IntegerField,
    Lookup,
    Prefetch,
    QuerySet,
    TextField,
)
from django.db.models.base import ModelState
from django.db.models.query_utils import DeferredAttribute

Shape = ParamSpec("Shape")
Read = Callable[[Any], Any]

#: A function of PostgreSQL takes a hundred arguments, one of SQLite 127.
MOST_ARGUMENTS = 100

#: What JSON has no type for, and ``to_python`` of the field reads from text.
WRITTEN_AS_TEXT = {
    "DateField",
    "DateTimeField",
    "DecimalField",
    "FloatField",
    "TimeField",
    "UUIDField",
}

#: What would lose its form as JSON, so PostgreSQL writes it as text.
KEPT_AS_TEXT = {"DecimalField", "FloatField", "JSONField"}

#: Shapes of one selection that are kept: languages, days, levels at which pages are closed ...
MOST_SHAPES = 256


def reader(expression: Any, connection: Any) -> Read | None:
    """Return what the database backend and the field do with a value, in this order."""
    field = expression.output_field
    converters = [
        *connection.ops.get_db_converters(expression),
        *expression.get_db_converters(connection),
    ]
    from_text = field.get_internal_type() in WRITTEN_AS_TEXT
    if not converters and not from_text:
        return None

    def read(value: Any) -> Any:
        for convert in converters:
            value = convert(value, expression, connection)
        return field.to_python(value) if from_text and isinstance(value, str) else value

    return read


class Given(Expression):
    """A value that is named when the queryset is written, and given when it is read."""

    def __init__(self, name: str, output_field: Field[Any, Any] | None = None):
        super().__init__(output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return "%s", [self]


@ForeignObject.register_lookup
@Field.register_lookup
class Among(Lookup):
    """``field__among=Given("ids")``: one value holds all ids, so their number changes no SQL."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return self._around(compiler, connection, "{} IN (SELECT value FROM JSON_EACH({}))")

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return self._around(compiler, connection, "{} = ANY({})")

    def _around(self, compiler: Any, connection: Any, template: str) -> tuple[str, list[Any]]:
        column, column_params = self.process_lhs(compiler, connection)
        values, value_params = self.process_rhs(compiler, connection)
        return template.format(column, values), [*column_params, *value_params]


class Row(Func):
    """The columns of a row as the text of a JSON array of arrays."""

    output_field = TextField()

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        return self._arrays(compiler, "JSON_ARRAY", "{}")

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        sql, params = self._arrays(compiler, "JSON_BUILD_ARRAY", "{}::text")
        return f"{sql}::text", params

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


class Statement:
    """The SQL of a queryset: a number, which says whose rows they are, and each row as JSON.

    What ``select_related``, ``prefetch_related`` and ``order_by`` ask for is left out; slices and
    ``only`` are not supported.
    """

    def __init__(self, queryset: QuerySet):
        self.queryset = queryset
        self.model: Any = queryset.model
        self.alias: str = queryset.db
        fields = [field.attname for field in fields_of(queryset)]
        #: Attributes of the objects, in the order of the columns.
        self.names = [*fields, *queryset.query.annotations]
        #: Those that a field makes into something else when they are set, such as streams.
        self.converted = [
            name
            for name in fields
            if not isinstance(getattr_static(self.model, name), DeferredAttribute)
        ]
        #: What makes a value of that in a JSON array, by column, where they differ.
        self.readers: list[tuple[int, Read]] = []
        self.sql: str | None = None
        #: Whether its rows become objects; tuples of values where ``values_list`` was asked for.
        self.makes_objects = queryset._fields is None
        columns = queryset._fields or self.names
        plain = queryset.order_by()
        if self.makes_objects:
            plain = plain.select_related(None).prefetch_related(None)
        rows = plain.annotate(
            reading_number=Given("number", IntegerField()), reading_row=Row(*map(F, columns))
        ).values_list("reading_number", "reading_row")
        with suppress(EmptyResultSet):
            self.sql, self._params = rows.query.get_compiler(self.alias).as_sql()
        row = rows.query.annotations["reading_row"]
        for number, expression in enumerate(row.get_source_expressions()):
            if read := reader(expression, connections[self.alias]):
                self.readers.append((number, read))

    @cached_property
    def relations(self) -> Relations:
        """What the queryset asks to be read beside its rows, with SQL of its own."""
        return relations_of(self.queryset)

    def params(self, given: dict[str, Any]) -> list[Any]:
        """Return the parameters with everything that was left to be given."""
        is_sqlite = connections[self.alias].vendor == "sqlite"
        convert = as_sqlite_parameter if is_sqlite else as_postgresql_parameter
        return [
            convert(given[param.name]) if isinstance(param, Given) else param
            for param in self._params
        ]


def fields_of(queryset: QuerySet) -> list[Field[Any, Any]]:
    """Return the fields of the model but those that ``defer`` leaves out."""
    left_out, _deferred = queryset.query.deferred_loading
    return [field for field in queryset.model._meta.concrete_fields if field.name not in left_out]


def as_sqlite_parameter(value: Any) -> Any:
    """Return a given value as SQLite takes it."""
    if isinstance(value, (list, set)):
        return json.dumps([as_sqlite_parameter(each) for each in value])
    return value.hex if isinstance(value, UUID) else value


def as_postgresql_parameter(value: Any) -> Any:
    """Return a given value as PostgreSQL takes it: many in one as the text of an array.

    A list would get a type by the size of its numbers, and a statement be prepared for each type.
    """
    if not isinstance(value, (list, set)):
        return value
    texts = (str(each).replace("\\", r"\\").replace('"', r"\"") for each in value)
    return "{" + ",".join(f'"{text}"' for text in texts) + "}"


class Part(NamedTuple):
    """A statement and what is given for it."""

    statement: Statement
    given: dict[str, Any]


def part_of(queryset: QuerySet) -> Part:
    """Return the rows of a queryset that is written for this once."""
    return Part(Statement(queryset), {})


def prepared(write: Callable[Shape, QuerySet]) -> Callable[Shape, Statement]:
    """Decorate what writes a queryset: it is called once for the same (hashable) arguments.

    The arguments must say everything that the SQL depends on and that is not given, such as the
    language, the day and the levels at which pages are closed.
    """

    @wraps(write)
    def statement(*shape: Any) -> Statement:
        return Statement(write(*shape))  # type: ignore[call-arg]

    return lru_cache(MOST_SHAPES)(statement)  # type: ignore[return-value]


class Relation:
    """What to read of a relation: its objects, and in turn their relations by name.

    Keeps its SQL, so those that are asked for often should be kept themselves.
    """

    def __init__(self, queryset: QuerySet | None = None, relations: Relations | None = None):
        self.queryset = queryset
        self.relations = {} if relations is None else relations
        self._statements: dict[Any, Statement] = {}

    def statement(self, model: Any, key: str) -> Statement:
        """Return the objects of ``model`` whose field ``key`` is among the ids given."""
        if (model, key) not in self._statements:
            narrowed = self._objects(model).filter(**{f"{key}__among": Given("ids")})
            self._statements[model, key] = Statement(narrowed)
        return self._statements[model, key]

    def statement_of_targets(self, field: Any, key: str) -> Statement:
        """Return what the foreign key ``field`` leads to in rows whose ``key`` is among the ids."""
        if (field, key) not in self._statements:
            objects = self._objects(field.related_model)
            rows = field.model._default_manager.order_by().filter(**{f"{key}__among": Given("ids")})
            narrowed = objects.filter(pk__in=rows.values(field.attname))
            self._statements[field, key] = Statement(narrowed)
        return self._statements[field, key]

    def _objects(self, model: Any) -> QuerySet:
        return model._default_manager.all() if self.queryset is None else self.queryset


Relations = dict[str, Relation]


def relations_of(queryset: QuerySet) -> Relations:
    """Return what ``select_related`` and ``prefetch_related`` of a queryset ask for."""
    joined = queryset.query.select_related
    relations = nested(joined if isinstance(joined, dict) else {})
    for lookup in queryset._prefetch_related_lookups:
        chosen = lookup if isinstance(lookup, Prefetch) else Prefetch(lookup)
        level = relations
        *above, last = chosen.prefetch_through.split("__")
        for name in above:
            level = level.setdefault(name, Relation()).relations
        found = level.setdefault(last, Relation())
        if chosen.queryset is not None:
            found.queryset = chosen.queryset
            found.relations |= relations_of(chosen.queryset)
    return relations


def nested(joined: dict[str, Any]) -> Relations:
    return {name: Relation(None, nested(below)) for name, below in joined.items()}


# Rows of several models in one query.


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
