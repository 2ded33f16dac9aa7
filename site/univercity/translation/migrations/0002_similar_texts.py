"""An index for similar texts on PostgreSQL; other databases are searched word by word."""

from typing import Any

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

NAME = "translation_string_trigram"


def add_index(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        table = apps.get_model("wagtail_localize", "String")._meta.db_table
        schema_editor.execute(f"CREATE INDEX {NAME} ON {table} USING gin (data gin_trgm_ops)")


def drop_index(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX {NAME}")


class Migration(migrations.Migration):
    dependencies = [("translation", "0001_initial")]

    operations = [TrigramExtension(), migrations.RunPython(add_index, drop_index)]
