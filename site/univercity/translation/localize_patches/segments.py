"""Store what is taken out of a page for translation, all rows of a kind together.

wagtail-localize asks the database for each text by itself, which is most of what handing over a
page costs. No thread upstream is known.
"""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

#: The columns in which rows of a kind differ within one source.
COLUMNS: dict[type[models.Model], tuple[str, ...]] = {
    StringSegment: ("context_id", "order", "string_id", "attrs"),
    TemplateSegment: ("context_id", "order", "template_id"),
    RelatedObjectSegment: ("context_id", "order", "object_id"),
    OverridableSegment: ("context_id", "order", "data_json"),
}
KINDS = {
    TemplateSegmentValue: TemplateSegment,
    RelatedObjectSegmentValue: RelatedObjectSegment,
    OverridableSegmentValue: OverridableSegment,
}


@transaction.atomic
def refresh_segments(source: TranslationSource) -> None:
    """Replace ``TranslationSource.refresh_segments``: what is the same keeps its rows.

    The result is the same (``test_segments_are_those_that_wagtail_localize_stores``). Test:
    ``test_queries_do_not_depend_on_the_number_of_texts``.
    """
    instance = source.as_instance()
    by_kind = defaultdict(list)
    for value in extract_segments(instance):
        by_kind[KINDS.get(type(value), StringSegment)].append(value)
    paths = {value.path for values in by_kind.values() for value in values}
    contexts = contexts_at(source, instance, paths)
    contents = {
        StringSegment: strings_of(source, by_kind[StringSegment]),
        TemplateSegment: templates_of(by_kind[TemplateSegment]),
        RelatedObjectSegment: objects_of(by_kind[RelatedObjectSegment]),
        OverridableSegment: ([as_json(value.data)] for value in by_kind[OverridableSegment]),
    }
    for kind, content in contents.items():
        rows = [
            (contexts[value.path], value.order, *columns)
            for value, columns in zip(by_kind[kind], content, strict=True)
        ]
        store(kind, source, rows)


def store(kind: type[models.Model], source: TranslationSource, rows: list[tuple]) -> None:
    """Leave the rows of a kind that are among ``rows``, and only these."""
    names = COLUMNS[kind]
    stored = kind._default_manager.filter(source=source)
    known = {tuple(row): pk for pk, *row in stored.values_list("pk", *names)}
    gone = known.keys() - set(rows)
    if gone:
        stored.filter(pk__in=[known[row] for row in gone]).delete()
    new = [row for row in dict.fromkeys(rows) if row not in known]
    kind._default_manager.bulk_create(
        kind(source=source, **dict(zip(names, row, strict=True))) for row in new
    )


def contexts_at(source: TranslationSource, instance: Any, paths: Iterable[str]) -> dict[str, int]:
    """Return the ids of the contexts at paths, made where they are missing."""
    by_id = {TranslationContext._get_path_id(path): path for path in paths}
    contexts = TranslationContext.objects.filter(object_id=source.object_id, path_id__in=by_id)
    missing = by_id.keys() - set(contexts.values_list("path_id", flat=True))
    TranslationContext.objects.bulk_create(
        (new_context(source, instance, by_id[path_id]) for path_id in missing),
        ignore_conflicts=True,  # somebody else may hand over the same page
    )
    return dict(contexts.values_list("path", "pk"))


def new_context(source: TranslationSource, instance: Any, path: str) -> TranslationContext:
    context = TranslationContext(
        object_id=source.object_id, path=path, path_id=TranslationContext._get_path_id(path)
    )
    context.save = lambda **fields: None  # it would save the path of the field by itself
    context.get_field_path(instance)
    return context


def strings_of(source: TranslationSource, values: list[Any]) -> Iterator[list[Any]]:
    texts = {String._get_data_hash(value.string.data): value.string.data for value in values}
    strings = String.objects.filter(locale=source.locale_id, data_hash__in=texts)
    ids = ids_of(
        strings,
        "data_hash",
        {
            key: String(locale_id=source.locale_id, data_hash=key, data=text)
            for key, text in texts.items()
        },
    )
    for value in values:
        yield [ids[String._get_data_hash(value.string.data)], as_json(value.attrs)]


def templates_of(values: list[Any]) -> Iterator[list[Any]]:
    wanted = {
        key_of_template(value): Template(
            uuid=key_of_template(value),
            template=value.template,
            template_format=value.format,
            string_count=value.string_count,
        )
        for value in values
    }
    ids = ids_of(Template.objects.filter(uuid__in=wanted), "uuid", wanted)
    return ([ids[key_of_template(value)]] for value in values)


def key_of_template(value: TemplateSegmentValue) -> uuid.UUID:
    return uuid.uuid5(uuid.uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)


def objects_of(values: list[Any]) -> Iterator[list[Any]]:
    wanted = {
        value.translation_key: TranslatableObject(
            content_type=value.content_type, translation_key=value.translation_key
        )
        for value in values
    }
    objects = TranslatableObject.objects.filter(translation_key__in=wanted)
    ids = ids_of(objects, "translation_key", wanted)
    return ([ids[value.translation_key]] for value in values)


def ids_of(stored: models.QuerySet, key: str, wanted: dict[Any, Any]) -> dict[Any, Any]:
    """Return primary keys by ``key``, after making those of ``wanted`` that are missing."""
    ids = dict(stored.values_list(key, "pk")) if wanted else {}
    missing = [made for value, made in wanted.items() if value not in ids]
    if missing:
        stored.model._default_manager.bulk_create(missing, ignore_conflicts=True)
        ids = dict(stored.values_list(key, "pk"))
    return ids


def as_json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)


def connect() -> None:
    """Have wagtail-localize store texts so; call once."""
    TranslationSource.refresh_segments = refresh_segments
