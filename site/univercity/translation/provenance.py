"""Which language the texts of a page are in, who wrote them, and whether they are out of date.

wagtail-localize keeps each source text of a page as a segment with its path, such as
``body.<block id>.heading``, and each translation with its kind, by text and path. A path whose
present source text has no translation shows an older translation (*stale*), or the source text
itself where the page was published without one (*fallback*).
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
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from univercity.translation.content_paths import value_at

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
    """Return the provenance of ``page`` with texts of ``shown_at``, in at most four queries.

    ``shared_content`` are ids of the shared contents that the page shows; theirs is included.
    """
    language = page.locale.language_code
    if language == settings.LANGUAGE_CODE:
        return PageProvenance({"lang": language, "origin": "source", "stale": False})
    shown = {page.translation_key: shown_at}
    shared_content = list(shared_content)
    if shared_content:
        rows = apps.get_model("univercity.SharedContent").objects.filter(pk__in=shared_content)
        shown |= dict(rows.values_list("translation_key", "last_published_at"))
    translations = find_translations(page, list(shown))
    if page.translation_key not in translations:
        return PageProvenance(by_hand(page, shown_at))
    judgement = Judgement(language, translations, shown)
    return PageProvenance(by_path=judgement.judge(page.locale_id))


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


def find_translations(page: Page, keys: list[UUID]) -> dict[UUID, Translation]:
    """Return the translations into the language of ``page`` by key, with when the source changed.

    That is ``source_published_at``; ``None`` where it was not published as a draft is.
    """
    published = [
        model.objects.filter(
            translation_key=OuterRef("source__object_id"),
            locale__language_code=settings.LANGUAGE_CODE,
        ).values("last_published_at")[:1]
        for model in (Page, apps.get_model("univercity.SharedContent"))
    ]
    rows: Any = Translation.objects.filter(
        enabled=True, target_locale=page.locale, source__object_id__in=keys
    )
    rows = rows.select_related("source").annotate(
        source_published_at=Coalesce(*(Subquery(query) for query in published))
    )
    return {row.source.object_id: row for row in rows}


@dataclass
class Judgement:
    """Weighs the segments of a page and what it shows against their translations."""

    language: str
    translations: dict[UUID, Translation]  #: by key of the translated object
    shown: dict[UUID, datetime | None]  #: when the texts on show were published or saved

    def judge(self, locale_id: int) -> dict[str, Provenance]:
        """Return the provenance of each path that has a source text."""
        sources = {row.source_id: key for key, row in self.translations.items()}
        segments: dict[tuple[UUID, str], set[int]] = defaultdict(set)
        rows = StringSegment.objects.filter(source__in=sources)
        for source, path, string in rows.values_list("source_id", "context__path", "string_id"):
            segments[sources[source], path].add(string)
        made: dict[tuple[UUID, str], dict[int, tuple[str, datetime]]] = defaultdict(dict)
        known = StringTranslation.objects.filter(
            locale=locale_id, context__object__in=self.translations, has_error=False
        ).values_list(
            "context__object", "context__path", "translation_of", "translation_type", "updated_at"
        )
        for key, path, string, kind, updated_at in known:
            made[key, path][string] = (kind, updated_at)
        changed = self.changed_since_hand_over(segments)
        return {
            place[1]: self.weigh(place, strings, made[place], place in changed)
            for place, strings in segments.items()
        }

    def weigh(
        self,
        place: tuple[UUID, str],
        strings: set[int],
        made: dict[int, tuple[str, datetime]],
        changed: bool,
    ) -> Provenance:
        """Return the provenance of one path with the present source ``strings``."""
        shown_at = self.shown[place[0]]
        handed_over = self.translations[place[0]].source.last_updated_at
        older = [made[string] for string in made if string not in strings]
        texts = []
        for string in strings:
            kind, updated_at = made.get(string, ("", None))
            if updated_at:
                not_yet_shown = bool(older and shown_at and updated_at > shown_at)
                texts.append(self.translated(kind, stale=not_yet_shown))
            elif shown_at and shown_at >= handed_over:
                texts.append(fallback(settings.LANGUAGE_CODE))
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

    def changed_since_hand_over(self, places: Iterable[tuple[UUID, str]]) -> set[tuple[UUID, str]]:
        """Return the places whose source text is published anew, but not yet translated.

        Reads the sources only where one was published after it was handed to translation.
        """
        newer = {}
        for key, row in self.translations.items():
            published_at = row.source_published_at
            if published_at and published_at > row.source.last_updated_at:
                newer[key] = (json.loads(row.source.content_json), present_content(row))
        return {
            (key, path)
            for key, path in places
            if key in newer and value_at(newer[key][0], path) != value_at(newer[key][1], path)
        }


def present_content(row: Translation) -> dict[str, Any]:
    """Return the source of a translation as it is published now, as wagtail-localize stores it."""
    source = row.source.get_source_instance()
    content: dict[str, Any] = json.loads(
        json.dumps(source.serializable_data(), cls=DjangoJSONEncoder)
    )
    return content


def fallback(language: str) -> Provenance:
    """Return the provenance of a text of the source language in place of a translation."""
    return {"lang": language, "origin": "fallback", "stale": False}
