"""The types by which API v3 describes and answers the fields of our models.

Wagtail's schema generator asks for them.
"""

from collections.abc import Callable
from typing import Annotated, Any, Literal, cast

import pydantic
from django.db.models import Field, Model
from django.utils import translation
from ninja.orm.fields import TYPES
from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema
from wagtail.api.v3.schemas.generators import read
from wagtail.fields import RichTextField, StreamField

from univercity.content.representations.block_types import type_of
from univercity.content.representations.shapes import Html

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


class AsAnswered:
    """Marks, inside ``Annotated``, a value that is described but not checked when it is served.

    The blocks made it by the same declaration. Checking it again would take time in every answer,
    and turn one stored value that no longer fits into an error for the whole page.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(
            lambda value, _check: value,
            handler(source),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value),
        )


def stream_schema(generator: read.SchemaGenerator, field: Field[Any, Any]) -> read.FieldSchema:
    """Type a StreamField by its blocks; its value is Wagtail's."""
    _annotation, _default, resolver = read.streamfield_schema(generator, field)
    stream_block = cast(StreamField, field).stream_block
    return cast(Any, Annotated)[type_of(stream_block), AsAnswered()], words_of(field), resolver


def rich_text_schema(generator: read.SchemaGenerator, field: Field[Any, Any]) -> read.FieldSchema:
    """Type a RichTextField as HTML; its value is Wagtail's."""
    _annotation, info, resolver = read.rich_text_schema(generator, field)
    return Html, words_of(field, info.json_schema_extra), resolver


def column_schema(generator: read.SchemaGenerator, field: Field[Any, Any]) -> read.FieldSchema:
    """Type any other column as it is stored: every answer has it, ``null`` only where it can be.

    Wagtail lets it be missing or ``null`` wherever its form may be left empty.
    """
    annotation: Any = codes_of(field) if field.choices else TYPES[field.get_internal_type()]
    is_text = field.max_length and not field.choices
    longest = {"maxLength": field.max_length} if is_text else None
    return annotation | None if field.null else annotation, words_of(field, longest), None


def codes_of(field: Field[Any, Any]) -> Any:
    """Return the codes of a choice; drafts may have none where it has no default."""
    codes = [str(code) for code, _label in field.flatchoices]
    chosen = codes if field.has_default() else ["", *codes]
    return cast(Any, Annotated)[cast(Any, Literal)[tuple(chosen)], AsAnswered()]


def words_of(field: Field[Any, Any], extra: dict[str, Any] | None = None) -> Any:
    """Return what the document says of a field that every answer has, in English."""
    with translation.override(None):
        return pydantic.Field(
            title=str(field.verbose_name),
            description=str(field.help_text) or None,
            json_schema_extra=extra,
        )


def register_field_schemas() -> None:
    """Register before ``wagtail.api.v3.registry`` is imported, which builds all schemas at once."""
    generator = read.read_generator
    generator.register_field_schema(StreamField, schema_in_page_language(stream_schema))
    generator.register_field_schema(RichTextField, schema_in_page_language(rich_text_schema))
    generator.register_field_schema(Field, column_schema)
