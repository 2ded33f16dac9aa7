"""The pages, images, documents and snippets that pages show, by id; each read once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import DraftStateMixin, Page

from univercity.content.reading.answer import kept
from univercity.content.reading.gathering import Gathering
from univercity.content.reading.references import Reference, ShownList, references_of
from univercity.content.reading.statements import Given, Part, Relation, prepared
from univercity.content.reading.surroundings import Surroundings


@dataclass
class Versions:
    """A chosen page or snippet, public or not, and its public versions by language code."""

    chosen: Any
    public: dict[str, Any] = field(default_factory=dict)

    @property
    def chosen_if_public(self) -> Any:
        return self.public.get(self.chosen.locale.language_code)


class Shelf:
    """What was read, by model and id: files as they are, pages and snippets as ``Versions``."""

    def __init__(self, stays: bool = False) -> None:
        """Make an empty shelf, which ``stays`` for further look-ups or serves one."""
        self._stays = stays
        self._found: dict[Any, dict[int, Any]] = {}
        self._wanted: dict[Any, set[int]] = {}
        self._lists: dict[ShownList, list[Any]] = {}
        self._wanted_lists: set[ShownList] = set()

    def expect(self, references: Iterable[Reference]) -> None:
        """Read these too, as soon as something has to be read."""
        for reference in references:
            if isinstance(reference, tuple):
                model, pk = reference
                if pk not in self._found.get(model, {}):
                    self._wanted.setdefault(model, set()).add(pk)
            elif reference not in self._lists:
                self._wanted_lists.add(reference)

    def listed(self, shown: ShownList) -> list[Any]:
        """Return the members of a list, each with all that it asks for beside it."""
        if shown not in self._lists:
            self.expect([shown])
            self.read(Gathering())
        return self._lists[shown]

    def get(self, model: Any, ids: Iterable[int]) -> list[Any]:
        """Return what stands behind each id; ``None`` where there is nothing."""
        ids = list(ids)
        if any(pk not in self._found.get(model, {}) for pk in ids):
            self.expect((model, pk) for pk in ids)
            self.read(Gathering())
        return [self._found[model][pk] for pk in ids]

    def read(self, gathering: Gathering) -> None:
        """Read what is expected and whatever that shows in turn, along with ``gathering``."""
        reading = True
        while reading:
            wanted, self._wanted = self._wanted, {}
            lists, self._wanted_lists = self._wanted_lists, set()
            for shown in lists:
                self._ask_for_list(gathering, shown)
            for model, ids in wanted.items():
                self._found.setdefault(model, {}).update(dict.fromkeys(ids))
                self._ask_for(gathering, model, ids)
            reading = gathering.read_level() or bool(self._wanted or self._wanted_lists)

    def _ask_for(self, gathering: Gathering, model: Any, ids: set[int]) -> None:
        if model in (get_image_model(), get_document_model()):
            gathering.look_up(model, ids, files(model), lambda found: self._put_files(model, found))
        else:
            around = gathering.surroundings
            versions = Part(versions_of(model, around.closed_lengths), {"ids": ids})
            gathering.add(versions, lambda found: self._put_versions(model, found, around))

    def _ask_for_list(self, gathering: Gathering, shown: ShownList) -> None:
        def put(found: list[Any]) -> None:
            self._lists[shown] = shown.arrange(found)

        gathering.add(shown.part(), put)

    def _put_files(self, model: Any, found: list[Any]) -> None:
        self._found[model].update({each.pk: each for each in found})

    def _put_versions(self, model: Any, found: list[Any], around: Surroundings) -> None:
        by_key: dict[Any, dict[str, Any]] = {}
        public = [each for each in found if is_public(each, around)]
        for each in public:
            by_key.setdefault(each.translation_key, {})[each.locale.language_code] = each
        for each in found:
            self._found[model][each.pk] = Versions(each, by_key.get(each.translation_key, {}))
        if self._stays and not issubclass(model, Page):
            for each in public:
                self.expect(references_of(each))


def is_public(version: Any, around: Surroundings) -> bool:
    """Return whether a version that was read may be shown."""
    return around.is_public(version) if isinstance(version, Page) else is_public_snippet(version)


def is_public_snippet(snippet: Any) -> bool:
    if isinstance(snippet, DraftStateMixin):
        return snippet.live
    return not getattr(snippet, "in_source_language", False)


def card_queryset(model: Any) -> QuerySet:
    """Return the objects of a model with everything that their cards show."""
    objects = model.objects.all()
    return objects.for_cards() if hasattr(objects, "for_cards") else objects


@cache
def files(model: Any) -> Relation:
    """Return what to read of images, which come with their renditions, or of documents."""
    return Relation(None, {"renditions": Relation()} if model is get_image_model() else {})


@prepared
def versions_of(model: Any, closed_lengths: frozenset[int]) -> QuerySet:
    """Select the chosen pages or snippets in all languages; cards name public pages only."""
    base = Page if issubclass(model, Page) else model
    keys = base.objects.order_by().filter(pk__among=Given("ids")).values("translation_key")
    return card_queryset(model).filter(translation_key__in=keys).select_related("locale")


def shelf_of_answer() -> Shelf:
    """Return what was read for the answer at hand; an empty shelf where none is being made."""
    answer = kept.get()
    return Shelf() if answer is None else answer.setdefault(Shelf, Shelf(stays=True))
