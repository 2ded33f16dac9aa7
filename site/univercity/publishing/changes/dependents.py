"""Who shows what changed: pages that refer to it, directly or through snippets and cards.

The way back through Wagtail's reference index is gone level by level, in as many queries for one
page that refers to something as for many.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from wagtail.models import Page, ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from univercity.content.site_settings import SiteSettings
from univercity.publishing.changes.differences import PageChange, ThingChange
from univercity.publishing.changes.public_pages import PublicPage, PublicPages
from univercity.publishing.changes.states import is_fact, is_mere_link
from univercity.publishing.changes.versions import (
    Versions,
    is_translatable,
    page_versions,
    snippet_falls_back,
    snippet_versions,
)

Node = tuple[int, str]  #: base content type and id


@dataclass(frozen=True)
class Target:
    """Something that is shown differently, for those who refer to it."""

    languages: frozenset[str] | None  #: of the readers who meet it; ``None``: all
    itself: bool = True  #: else another version of it, which is chosen in its place
    facts: bool = True  #: whether a card or list shows the difference
    place: bool = True  #: whether a mere link shows it: title or address

    def shows(self, language: str, in_facts: bool) -> bool:
        """Return whether readers of a page in ``language`` see it.

        Fields show exactly what was chosen; links and blocks the version in the page's language.
        """
        if self.languages is None or language in self.languages:
            return True
        return self.itself and self.facts and in_facts


@dataclass(frozen=True)
class Reference:
    """A place where something refers to a target."""

    node: Node
    model: type[Model]
    in_facts: bool
    is_link: bool  #: and shows neither card nor facts
    target: Target

    def shows(self, language: str) -> bool:
        """Return whether readers of what refers to the target see the difference there."""
        if self.is_link and not self.target.place:
            return False
        return self.target.shows(language, self.in_facts)

    def readers_among(self, languages: frozenset[str]) -> frozenset[str]:
        """Return those of the languages in which this is shown whose readers see the difference."""
        return frozenset(filter(self.shows, languages))


@dataclass
class Dependents:
    """What shows the changes of a transaction."""

    public: PublicPages
    pages: dict[int, PublicPage] = field(default_factory=dict)
    listed_anew: dict[int, PublicPage] = field(default_factory=dict)  #: whose cards changed
    snippets: set[tuple[type[Model], str]] = field(default_factory=set)
    menu_languages: set[str] = field(default_factory=set)
    _seen: set[tuple[Node, Target]] = field(default_factory=set)

    def follow(self, targets: dict[Node, Target], known: list[Reference]) -> None:
        """Collect who shows ``targets``, level by level; ``known`` are references in no index."""
        references = [*known, *self._references_to(targets)]
        while references:
            targets = self._take(references)
            references = list(self._references_to(targets))

    def _references_to(self, targets: dict[Node, Target]) -> Iterator[Reference]:
        ids = defaultdict(list)
        for node, target in targets.items():
            if (node, target) not in self._seen:
                self._seen.add((node, target))
                ids[node[0]].append(node[1])
        condition = Q(pk=None)
        for type_id, object_ids in ids.items():
            condition |= Q(to_content_type=type_id, to_object_id__in=object_ids)
        if not ids:
            return
        for row in ReferenceIndex.objects.filter(condition).exclude(model_path="alias_of"):
            target = targets[row.to_content_type_id, row.to_object_id]
            place = (row.base_content_type_id, row.object_id, row.content_type_id, row.model_path)
            yield from as_reference(place, target)

    def _take(self, references: Iterable[Reference]) -> dict[Node, Target]:
        """Keep who shows the targets, and return those that are targets in their turn."""
        by_model: dict[type[Model], list[Reference]] = defaultdict(list)
        for reference in references:
            by_model[Page if issubclass(reference.model, Page) else reference.model].append(
                reference
            )
        targets: dict[Node, Target] = {}
        for model, found in by_model.items():
            if model is Page:
                targets |= self._take_pages(found)
            elif model is SiteSettings:
                self._take_menus(found)
            elif model in get_snippet_models() and is_translatable(model):
                targets |= self._take_snippets(model, found)
        return targets

    def _take_pages(self, references: list[Reference]) -> dict[Node, Target]:
        ids = {reference.node[1] for reference in references}
        pages = {str(page.pk): page for page in self.public.find(Q(pk__in=ids))}
        anew = {}
        for reference in references:
            page = pages.get(reference.node[1])
            if page and reference.shows(page.language):
                self.pages[page.pk] = page
                if reference.in_facts and reference.target.facts:
                    anew[page.pk] = page
        fresh = {pk: page for pk, page in anew.items() if pk not in self.listed_anew}
        self.listed_anew |= fresh
        return self._targets_of_cards(list(fresh.values()))

    def _targets_of_cards(self, pages: list[PublicPage]) -> dict[Node, Target]:
        """Return pages whose cards changed, in every version by which they may be chosen.

        Neither their titles nor the cards of those that refer to them are different.
        """
        groups = page_versions((page.translation_key for page in pages), self.public)
        targets: dict[Node, Target] = {}
        for page in pages:
            versions = groups[page.translation_key]
            card = Target(versions.shown_in(page.language), facts=False, place=False)
            add(targets, page_type(), str(page.pk), versions, card)
        return targets

    def _take_snippets(self, model: type[Model], references: list[Reference]) -> dict[Node, Target]:
        ids = {reference.node[1] for reference in references}
        snippets: Any = model._default_manager.filter(pk__in=ids).select_related("locale")
        rows = {str(snippet.pk): snippet for snippet in snippets}
        groups = snippet_versions(model, (str(row.translation_key) for row in rows.values()))
        targets: dict[Node, Target] = {}
        for reference in references:
            snippet = rows.get(reference.node[1])
            if snippet is None:
                continue
            language = snippet.locale.language_code
            versions = groups[str(snippet.translation_key)]
            shown = versions.shown_in(language, snippet_falls_back(model, language))
            readers = reference.readers_among(shown)
            if language in versions.public and readers:
                self.snippets.add((model, str(snippet.pk)))
                add(targets, reference.node[0], str(snippet.pk), versions, Target(readers))
        return targets

    def _take_menus(self, references: list[Reference]) -> None:
        ids = {reference.node[1] for reference in references if reference.target.place}
        settings = SiteSettings.objects.filter(pk__in=ids).select_related("locale")
        languages = {str(row.pk): row.locale.language_code for row in settings}
        groups = settings_versions()
        for reference in references:
            language = languages.get(reference.node[1])
            if language and reference.target.place:
                falls_back = snippet_falls_back(SiteSettings, language)
                shown = groups.shown_in(language, falls_back)
                self.menu_languages |= reference.readers_among(shown)


def add(
    targets: dict[Node, Target], type_id: int, pk: str, versions: Versions, target: Target
) -> None:
    """Add something and its other versions, which are chosen in its place."""
    for version in versions.ids | {pk}:
        other = Target(target.languages, version == pk, target.facts, target.place)
        known = targets.get((type_id, version))
        targets[type_id, version] = merged(known, other) if known else other


def merged(one: Target, other: Target) -> Target:
    languages = None
    if one.languages is not None and other.languages is not None:
        languages = one.languages | other.languages
    return Target(
        languages,
        one.itself or other.itself,
        one.facts or other.facts,
        one.place or other.place,
    )


def as_reference(row: Iterable[Any], target: Target) -> Iterator[Reference]:
    base_type, object_id, type_id, model_path = row
    model = ContentType.objects.get_for_id(type_id).model_class()
    if model:
        place = is_fact(model, model_path), is_mere_link(model, model_path)
        yield Reference((base_type, object_id), model, *place, target)


def page_type() -> int:
    return ContentType.objects.get_for_model(Page).pk


def settings_versions() -> Versions:
    """Return in which languages the site has settings of its own."""
    own = SiteSettings.objects.filter(in_source_language=False)
    return Versions(public=set(own.values_list("locale__language_code", flat=True)))


def targets_of_page_changes(
    changes: list[PageChange], public: PublicPages
) -> tuple[dict[Node, Target], list[Reference]]:
    """Return changed pages as targets, and the references to those that were deleted."""
    groups = page_versions((change.state.translation_key for change in changes), public)
    changes = [change for change in changes if change.facts_changed]  # others show nothing else
    targets: dict[Node, Target] = {}
    known: list[Reference] = []
    for change in changes:
        state = change.state
        versions = groups.get(state.translation_key, Versions())
        target = Target(
            versions.shown_in(state.language), True, change.facts_changed, change.place_changed
        )
        add(targets, page_type(), str(change.pk), versions, target)
        for row in state.references:
            known.extend(as_reference(row, target))
    return targets, known


def targets_of_thing_changes(
    changes: list[ThingChange],
) -> tuple[dict[Node, Target], list[Reference]]:
    """Return changed images, documents and snippets as targets, as for pages."""
    targets: dict[Node, Target] = {}
    known: list[Reference] = []
    by_model: dict[type[Model], list[ThingChange]] = defaultdict(list)
    for change in changes:
        by_model[change.model].append(change)
    for model, found in by_model.items():
        type_id = ContentType.objects.get_for_model(model).pk
        groups: dict[str, Versions] = {}
        if is_translatable(model):
            groups = snippet_versions(model, (each.state.translation_key for each in found))
        for change in found:
            versions = groups.get(change.state.translation_key, Versions())
            language = change.state.language
            falls_back = bool(language) and snippet_falls_back(model, language)
            target = Target(versions.shown_in(language, falls_back) if language else None)
            add(targets, type_id, change.pk, versions, target)
            for row in change.state.references:
                known.extend(as_reference(row, target))
    return targets, known
