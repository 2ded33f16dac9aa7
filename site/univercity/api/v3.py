"""API v3: how Wagtail's schema generator reads the fields of our models."""

from collections.abc import Callable
from typing import Any

from django.db.models import Field, Model
from django.utils import translation
from wagtail.api.v3.schemas.generators import read
from wagtail.fields import RichTextField, StreamField

FieldSchemaFunction = Callable[[read.SchemaGenerator, Field[Any, Any]], read.FieldSchema]


def schema_in_page_language(schema_function: FieldSchemaFunction) -> FieldSchemaFunction:
    """Make the values of a field follow the language of the page, not that of the caller."""

    def wrapper(generator: read.SchemaGenerator, field: Field[Any, Any]) -> read.FieldSchema:
        annotation, default, resolver = schema_function(generator, field)
        resolve = getattr(resolver, "__func__", resolver)

        def resolve_localized(obj: Model, context: dict[str, Any]) -> Any:
            locale = getattr(obj, "locale", None)
            language = locale.language_code if locale else translation.get_language()
            with translation.override(language):
                return resolve(obj, context)

        return annotation, default, staticmethod(resolve_localized)

    return wrapper


def register_field_schemas() -> None:
    """Register before ``wagtail.api.v3.registry`` is imported, which builds all schemas at once."""
    generator = read.read_generator
    generator.register_field_schema(StreamField, schema_in_page_language(read.streamfield_schema))
    generator.register_field_schema(RichTextField, schema_in_page_language(read.rich_text_schema))
