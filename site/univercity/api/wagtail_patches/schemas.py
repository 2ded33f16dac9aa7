"""Type values of ``api_fields`` in API v3 as their serializers are annotated.

Wagtail has an official way for model fields (``register_field_schema``, see ``univercity.api.v3``),
but none for values of serializers.
"""

from typing import get_type_hints

import pydantic
from wagtail.api import APIField
from wagtail.api.v3.schemas.generators import read

from univercity.content.representations.fields import PageField

of_wagtail = read.read_generator._custom_serializer_schema


def connect() -> None:
    """Replace the method; call once, before ``wagtail.api.v3.registry`` builds all schemas."""
    read.read_generator._custom_serializer_schema = serializer_schema


def serializer_schema(api_field: APIField) -> read.FieldSchema:
    """Leave out that the value may be ``null`` where the annotation does not say so.

    Wagtail adds it to whatever a serializer is annotated with, and clients have to reckon with it.
    Test: ``test_value_of_a_serializer_is_null_only_where_it_says_so``.
    """
    annotation, default, resolver = of_wagtail(api_field)
    if isinstance(api_field.serializer, PageField):
        hints = get_type_hints(api_field.serializer.to_representation, include_extras=True)
        annotation, default = hints["return"], pydantic.Field()
    return annotation, default, resolver
