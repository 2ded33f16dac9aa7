"""Which language the texts of a page are in, who wrote them, and whether they are out of date.

wagtail-localize keeps each source text of a page as a segment with its path, such as
``body.<block id>.heading``, and each translation with its kind, by text and path. A path whose
present source text had no translation when the page was published shows an older one (*stale*), or
the source text itself where there was none at all (*fallback*).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail.models import Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from univercity.content.reading.shelf import shelf_of_answer
from univercity.content.reading.statements import Given, Part, fetch, prepared
from univercity.translation.content_paths import value_at
from univercity.translation.models import TranslationBasis

Place = tuple[UUID, str]  #: key of the object, and path in it
Made = tuple[str, datetime]  #: kind of a translation, and when there was one first
Origin = Literal["fallback", "machine", "human", "source"]
#: From the one that a reader must be warned of most.
ORIGINS: list[Origin] = ["fallback", "machine", "human", "source"]


class Provenance(TypedDict):
    lang: str  #: BCP 47, of the text
    origin: Origin
    stale: bool  #: the source text changed since the translation was made


@dataclass
class PageProvenance:
    """The provenance of all texts of a page, in ``everywhere`` or else by path."""

    everywhere: Provenance | None = None
    by_path: dict[str, Provenance] = field(default_factory=dict)

    def of_field(self, name: str) -> Provenance | None:
        """Return that of a field of the page itself; ``None`` where it has no text of its own."""
        return self.everywhere or self.by_path.get(name)

    def of_items(self, item_ids: set[str]) -> dict[str, Provenance]:
        """Return that of stream items by id: of the texts that stand in no item inside them."""
        if self.everywhere:
            return dict.fromkeys(item_ids, self.everywhere)
        texts: dict[str, list[Provenance]] = defaultdict(list)
        for path, provenance in self.by_path.items():
            owner = next((part for part in reversed(path.split(".")) if part in item_ids), None)
            if owner:
                texts[owner].append(provenance)
        return {item_id: combine(provenances) for item_id, provenances in texts.items()}


def combine(provenances: Iterable[Provenance]) -> Provenance:
    """Return the worst origin; the source language only where every text is in it."""
    provenances = list(provenances)
    translated = [item["lang"] for item in provenances if item["lang"] != settings.LANGUAGE_CODE]
    return {
        "lang": translated[0] if translated else provenances[0]["lang"],
        "origin": min((item["origin"] for item in provenances), key=ORIGINS.index),
        "stale": any(item["stale"] for item in provenances),
    }


def read_provenance(
    page: Page, shown_at: datetime | None, shared_content: Iterable[int] = ()
) -> PageProvenance:
    """Return the provenance of ``page`` with texts of ``shown_at``, in one query.

    ``shared_content`` are ids of the shared contents that the page shows; theirs is included. A
    page without segments costs another query, one that changed since it was handed to translation
    two or three for its source.
    """
    language = page.locale.language_code
    if language == settings.LANGUAGE_CODE:
        return PageProvenance({"lang": language, "origin": "source", "stale": False})
    shown = {page.translation_key: shown_at}
    shared = shelf_of_answer().get(apps.get_model("univercity.SharedContent"), shared_content)
    for content in (versions.chosen for versions in shared if versions):
        shown[content.translation_key] = content.last_published_at
    texts = read_texts(shown, page.locale_id)
    if page.translation_key not in texts.sources:
        return PageProvenance(by_hand(page, shown_at))
    return PageProvenance(by_path=Judgement(language, texts, shown).judge())


def by_hand(page: Page, shown_at: datetime | None) -> Provenance:
    """Return the provenance of a page that is written without wagtail-localize."""
    versions = Page.objects.filter(translation_key=page.translation_key)
    sources = versions.filter(locale__language_code=settings.LANGUAGE_CODE)
    source = sources.values_list("last_published_at").first()
    language = page.locale.language_code
    if source is None:
        return {"lang": language, "origin": "source", "stale": False}
    stale = bool(source[0] and shown_at and shown_at < source[0])
    return {"lang": language, "origin": "human", "stale": stale}


@dataclass(frozen=True)
class Source:
    """A source that was handed to translation into a language."""

    pk: int
    handed_over_at: datetime
    published_at: datetime | None  #: ``None`` where it was not, as a draft is


@dataclass(frozen=True)
class Texts:
    """What wagtail-localize knows of the texts of some sources and of their translations."""

    sources: dict[UUID, Source]  #: by key of the translated object
    segments: dict[Place, set[int]]  #: present source texts
    made: dict[Place, dict[int, Made]]  #: by source text
    untranslated: set[Place]  #: where the versions on show have source text


@prepared
def sources_handed_over() -> QuerySet:
    published = [
        model.objects.filter(
            translation_key=OuterRef("source__object_id"),
            locale__language_code=settings.LANGUAGE_CODE,
        ).values("last_published_at")[:1]
        for model in (Page, apps.get_model("univercity.SharedContent"))
    ]
    rows = Translation.objects.filter(
        enabled=True, target_locale=Given("locale"), source__object_id__among=Given("keys")
    )
    rows = rows.annotate(published_at=Coalesce(*(Subquery(query) for query in published)))
    return rows.values_list(
        "source__object_id", "source_id", "source__last_updated_at", "published_at"
    )


@prepared
def present_segments() -> QuerySet:
    segments = StringSegment.objects.filter(source__object_id__among=Given("keys"))
    return segments.values_list("source_id", "source__object_id", "context__path", "string_id")


@prepared
def translated_strings() -> QuerySet:
    known = StringTranslation.objects.filter(
        locale=Given("locale"), context__object_id__among=Given("keys"), has_error=False
    )
    return known.values_list(
        "context__object_id",
        "context__path",
        "translation_of_id",
        "translation_type",
        "created_at",
    )


@prepared
def bases_of_versions() -> QuerySet:
    bases = TranslationBasis.objects.filter(
        locale=Given("locale"), source__object_id__among=Given("keys")
    )
    return bases.values_list("source__object_id", "source_id", "made_at", "pk", "fallbacks")


def read_texts(shown: dict[UUID, datetime | None], locale_id: int) -> Texts:
    """Return what is known of the texts in a language, of the versions ``shown`` by key."""
    given = {"keys": list(shown), "locale": locale_id}
    wanted = [sources_handed_over(), present_segments(), translated_strings(), bases_of_versions()]
    found_sources, found_segments, known, bases = fetch(
        Part(statement, given) for statement in wanted
    )
    sources = {key: Source(*row) for key, *row in found_sources}
    segments: dict[Place, set[int]] = defaultdict(set)
    for source, key, path, string in found_segments:
        if key in sources and sources[key].pk == source:
            segments[key, path].add(string)
    made: dict[Place, dict[int, Made]] = defaultdict(dict)
    for key, path, string, kind, created_at in known:
        if key in sources:
            made[key, path][string] = (kind, created_at)
    bases = [row for row in bases if row[0] in sources and sources[row[0]].pk == row[1]]
    return Texts(sources, segments, made, untranslated_places(bases, shown))


def untranslated_places(bases: list[Any], shown: dict[UUID, datetime | None]) -> set[Place]:
    """Return where the versions of the times ``shown`` have source text, by their last bases."""
    last: dict[UUID, tuple[datetime, int, list[str]]] = {}
    for key, _source, made_at, pk, paths in bases:
        shown_at = shown[key]
        if shown_at and made_at <= shown_at:
            last[key] = max(last.get(key, (made_at, pk, paths)), (made_at, pk, paths))
    return {(key, path) for key, (_made_at, _pk, paths) in last.items() for path in paths}


@dataclass
class Judgement:
    """Weighs the segments of a page and what it shows against their translations."""

    language: str
    texts: Texts
    shown: dict[UUID, datetime | None]  #: when the texts on show were published or saved

    def judge(self) -> dict[str, Provenance]:
        """Return the provenance of each path that has a source text."""
        changed = self.changed_since_hand_over()
        in_source_text = {
            path: fallback(settings.LANGUAGE_CODE) for _key, path in self.texts.untranslated
        }
        return in_source_text | {
            place[1]: self.weigh(place, strings, place in changed)
            for place, strings in self.texts.segments.items()
        }

    def weigh(self, place: Place, strings: set[int], changed: bool) -> Provenance:
        """Return the provenance of one path with the present source ``strings``."""
        untranslated = place in self.texts.untranslated
        if untranslated and len(strings) == 1:
            return fallback(settings.LANGUAGE_CODE)
        shown_at = self.shown[place[0]]
        made = self.texts.made[place]
        older = [made[string] for string in made if string not in strings]
        texts = [fallback(settings.LANGUAGE_CODE)] if untranslated else []
        for string in strings:
            kind, created_at = made.get(string, ("", None))
            if created_at and not (shown_at and created_at > shown_at):
                texts.append(self.translated(kind, stale=False))
            else:
                latest = max(older, key=lambda made: made[1], default=("", None))
                texts.append(self.translated(latest[0], stale=True))
        whole = combine(texts)
        return {**whole, "stale": whole["stale"] or changed}

    def translated(self, kind: str, *, stale: bool) -> Provenance:
        by_machine = kind == StringTranslation.TRANSLATION_TYPE_MACHINE
        return {
            "lang": self.language,
            "origin": "machine" if by_machine else "human",
            "stale": stale,
        }

    def changed_since_hand_over(self) -> set[Place]:
        """Return the places whose source text is published anew, but not yet translated.

        Reads the sources only where one was published after it was handed to translation.
        """
        newer = {}
        for key, source in self.texts.sources.items():
            if source.published_at and source.published_at > source.handed_over_at:
                row = TranslationSource.objects.get(pk=source.pk)
                newer[key] = (json.loads(row.content_json), present_content(row))
        return {
            (key, path)
            for key, path in self.texts.segments
            if key in newer and value_at(newer[key][0], path) != value_at(newer[key][1], path)
        }


def present_content(row: TranslationSource) -> dict[str, Any]:
    """Return a source as it is published now, in the form in which wagtail-localize stores it."""
    content: dict[str, Any] = json.loads(
        json.dumps(row.get_source_instance().serializable_data(), cls=DjangoJSONEncoder)
    )
    return content


def fallback(language: str) -> Provenance:
    """Return the provenance of a text of the source language in place of a translation."""
    return {"lang": language, "origin": "fallback", "stale": False}
