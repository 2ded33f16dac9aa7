"""What is translated: pages and snippets, each with its versions in other languages."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin

from univercity.content.snippets.public_at_once import PublicAtOnce


def snippet_models() -> list[type[Model]]:
    """Return the translatable models that are neither pages nor parts of something else."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, TranslatableMixin)
        and not issubclass(model, Page)
        and not any(isinstance(each, ParentalKey) for each in model._meta.fields)
    ]


def translated_models() -> list[type[Model]]:
    """Return the models whose objects have a state: pages as one, and each kind of snippet."""
    return [Page, *snippet_models()]


@dataclass
class Version:
    """A page or snippet in one language."""

    pk: Any
    content_type_id: int
    is_placeholder: bool
    live: bool
    published_at: datetime | None
    revised_at: datetime | None  #: when the public revision was saved


@dataclass
class Source:
    """An object in the source language; ``versions`` are the others by locale."""

    key: uuid.UUID
    pk: Any
    content_type_id: int
    published_at: datetime | None
    versions: dict[int, Version] = field(default_factory=dict)


class Languages:
    """The locales that there are; read once for many objects."""

    def __init__(self) -> None:
        codes = dict(Locale.objects.values_list("pk", "language_code"))
        self.source = next((pk for pk, code in codes.items() if code == settings.LANGUAGE_CODE), 0)
        self.targets = sorted(set(codes) - {self.source})


def read_sources(
    model: type[Model], keys: Iterable[uuid.UUID], languages: Languages
) -> dict[uuid.UUID, Source]:
    """Return the sources among objects of a model by translation key, in one query."""
    found: dict[uuid.UUID, dict[int, Version]] = defaultdict(dict)
    for row in read_rows(model, keys):
        found[row["translation_key"]][row["locale_id"]] = as_version(model, row)
    sources = {}
    for key, versions in found.items():
        own = versions.pop(languages.source, None)
        if own and not own.is_placeholder:
            sources[key] = Source(key, own.pk, own.content_type_id, own.published_at, versions)
    return sources


def read_rows(model: type[Model], keys: Iterable[uuid.UUID]) -> Iterable[dict[str, Any]]:
    names = ["pk", "translation_key", "locale_id"]
    objects: Any = model._default_manager.filter(translation_key__in=keys)
    if issubclass(model, DraftStateMixin):
        names += ["live", "last_published_at", "live_revision__created_at"]
    if issubclass(model, PublicAtOnce):
        names.append("in_source_language")
    if issubclass(model, Page):
        names += ["content_type_id", "alias_of_id"]
        # An alias within a language has a key of its own.
        objects = objects.filter(depth__gt=1)
    return objects.order_by().values(*names)


def as_version(model: type[Model], row: dict[str, Any]) -> Version:
    return Version(
        pk=row["pk"],
        content_type_id=row.get("content_type_id") or ContentType.objects.get_for_model(model).pk,
        is_placeholder=row.get("alias_of_id") is not None,
        live=row.get("live", not row.get("in_source_language", False)),
        published_at=row.get("last_published_at"),
        revised_at=row.get("live_revision__created_at"),
    )
