"""Digests of a source: one of its texts, one of everything else."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    TemplateSegment,
    Translation,
    TranslationSource,
)

from univercity.translation.content_paths import child
from univercity.translation.units import Unit, UnitState


@dataclass
class SourceTexts:
    """Where a source has which texts, and in which markup."""

    segments: list[tuple[int, int]] = field(default_factory=list)  #: context and string
    strings: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    templates: dict[str, int] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Changes with each text, wherever the blocks around it stand."""
        return digest_of(self.strings)


def digest_of(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def read_texts(sources: Iterable[int]) -> dict[int, SourceTexts]:
    """Return the texts of sources by id, in two queries."""
    found = {source: SourceTexts() for source in sources}
    segments = StringSegment.objects.filter(source__in=found).order_by("order")
    names = ("source_id", "context_id", "context__path", "string_id")
    for source, context, path, string in segments.values_list(*names):
        found[source].segments.append((context, string))
        found[source].strings[path].append(string)
    templates = TemplateSegment.objects.filter(source__in=found)
    for source, path, template in templates.values_list(
        "source_id", "context__path", "template_id"
    ):
        found[source].templates[path] = template
    return found


def digest_of_sources(units: Iterable[Unit]) -> str:
    """Return the digest of the source texts of units, as ``SourceTexts`` has it."""
    strings: dict[str, list[int]] = defaultdict(list)
    for unit in sorted(units, key=lambda unit: unit.order):
        strings[unit.path].append(unit.string_id)
    return digest_of(strings)


def digest_of_targets(translation: Translation, units: Iterable[Unit]) -> str:
    """Return a digest of what a version has of its own if it is made now, in one query.

    That is the texts in its language, which are those of ``units``, and the links and images that
    were chosen for it. What is wrong does not go into a version.
    """
    texts: dict[str, list[str]] = defaultdict(list)
    for unit in sorted(units, key=lambda unit: unit.order):
        texts[unit.path].append("" if unit.state == UnitState.ERROR else unit.target)
    chosen = SegmentOverride.objects.filter(
        locale=translation.target_locale_id,
        context__object=translation.source.object_id,
        has_error=False,
    )
    return digest_of([texts, dict(chosen.values_list("context__path", "data_json"))])


def digest_of_facts(source: TranslationSource, texts: SourceTexts) -> str:
    """Return a digest of what a translation shares with its source: all but the texts."""
    content_type = ContentType.objects.get_for_id(source.specific_content_type_id)
    names = {
        translatable.field_name
        for translatable in get_translatable_fields(content_type.model_class())
    }
    stored = json.loads(source.content_json)
    content = {name: parsed(value) for name, value in stored.items() if name in names}
    for path in {*texts.strings, *texts.templates}:
        blank(content, path.split("."))
    return digest_of([without_keys(content), texts.templates])


def parsed(value: Any) -> Any:
    """Return a StreamField as the list that it is."""
    return json.loads(value) if isinstance(value, str) and value.startswith("[{") else value


def blank(value: Any, path: list[str]) -> None:
    """Take the text at ``path`` out of a value; a table, which has paths of its own, as a whole."""
    holder: Any = None
    key = ""
    for name in path:
        inner = value.get(name) if isinstance(value, dict) else child(value, name)
        if inner is None:
            break
        if isinstance(value, dict):
            holder, key = value, name
        elif isinstance(value, list):
            row = next(row for row in value if name in (row.get("id"), row.get("translation_key")))
            if "value" in row:
                holder, key = row, "value"
        value = inner
    if holder is not None:
        holder[key] = None


def without_keys(value: Any) -> Any:
    """Return a value without the primary keys of child rows, which say nothing."""
    if isinstance(value, dict):
        return {name: without_keys(inner) for name, inner in value.items() if name != "pk"}
    return [without_keys(item) for item in value] if isinstance(value, list) else value
