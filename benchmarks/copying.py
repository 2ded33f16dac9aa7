"""Copies of rows, written past the models: ten thousand pages in seconds."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import connection, models

#: Rows that are sent to the database at once.
BATCH = 1000
Row = dict[str, Any]


def columns_of(model: type[models.Model]) -> list[str]:
    return [field.column for field in model._meta.local_concrete_fields]


def quoted(names: Iterable[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, names))


def read_rows(model: type[models.Model], **where: Any) -> list[Row]:
    """Return rows as the database has them, by column."""
    names = columns_of(model)
    condition = " AND ".join(f"{connection.ops.quote_name(name)} = %s" for name in where)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        sql = f"SELECT {quoted(names)} FROM {table} WHERE {condition}"  # noqa: S608 - our names
        cursor.execute(sql, list(where.values()))
        return [dict(zip(names, map(as_stored, row), strict=True)) for row in cursor.fetchall()]


def as_stored(value: Any) -> Any:
    """Undo what Python's driver of SQLite makes of times, which it does not take back."""
    is_time = isinstance(value, datetime.date | datetime.time)
    return str(value) if is_time and connection.vendor == "sqlite" else value


def write_rows(model: type[models.Model], rows: list[Row]) -> None:
    """Insert rows that hold the same columns each."""
    if not rows:
        return
    names = list(rows[0])
    table = connection.ops.quote_name(model._meta.db_table)
    places = ", ".join(["%s"] * len(names))
    sql = f"INSERT INTO {table} ({quoted(names)}) VALUES ({places})"  # noqa: S608 - our names
    with connection.cursor() as cursor:
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            cursor.executemany(sql, [[row[name] for name in names] for row in batch])


def for_database(model: type[models.Model], name: str, value: Any) -> Any:
    """Return a value of the field ``name`` as its column has it."""
    field = model._meta.get_field(name)
    return field.get_db_prep_save(value, connection)
