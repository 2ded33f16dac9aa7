"""What would keep the demo from being served, told before anything is loaded."""

import errno
import socket
from typing import Any

from django.apps import apps
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

from demo.site_record import LOCAL_HOST

HIGHEST_PORT = 65535
OTHER_PORT = "Choose another one, such as: make demo PORT={port}"
OLDER_DATABASE = (
    "The demo's database was made by another version of this site. "
    "Delete the demo's data with: make fresh"
)


def read_port(text: str) -> int:
    """Return the port; raise ``CommandError`` where there is no such port, or it is not free."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= HIGHEST_PORT):
        advice = OTHER_PORT.format(port=8000)
        raise CommandError(f"There is no port “{text}”: they are 1 to {HIGHEST_PORT}. {advice}")
    port = int(text)
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server will do
        try:
            listener.bind((LOCAL_HOST, port))
            listener.listen()
        except OSError as error:
            busy = error.errno == errno.EADDRINUSE
            reason = "is in use" if busy else f"cannot be used ({error.strerror})"
            advice = OTHER_PORT.format(port=port + 1 if 1024 <= port < HIGHEST_PORT else 8000)
            raise CommandError(f"Port {port} {reason}. {advice}") from error
    return port


def needs_migration() -> bool:
    """Whether migrations are due; ``CommandError`` where they do not lead on from the database."""
    loader = MigrationLoader(connection)
    try:
        loader.check_consistent_history(connection)
    except InconsistentMigrationHistory as error:
        raise CommandError(OLDER_DATABASE) from error
    replaced = {key for each in loader.disk_migrations.values() for key in each.replaces}
    if set(loader.applied_migrations) - set(loader.disk_migrations) - replaced:
        raise CommandError(OLDER_DATABASE)
    due = set(loader.graph.nodes) - set(loader.applied_migrations)
    if not due and _lacks_columns():
        raise CommandError(OLDER_DATABASE)
    return bool(due)


def _lacks_columns() -> bool:
    """Whether a model has a column that is not there: its one migration was written anew."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        return any(
            model._meta.db_table not in tables or not _columns(model) <= _found(model, cursor)
            for model in apps.get_models(include_auto_created=True)
            if model._meta.can_migrate(connection)
        )


def _columns(model: type[Model]) -> set[str]:
    """Return the columns but for the key, which tables for searching in SQLite have unseen."""
    return {field.column for field in model._meta.local_concrete_fields if not field.primary_key}


def _found(model: type[Model], cursor: Any) -> set[str]:
    description = connection.introspection.get_table_description(cursor, model._meta.db_table)
    return {column.name for column in description}
