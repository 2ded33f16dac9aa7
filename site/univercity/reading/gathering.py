"""Objects with what they refer to, read level by level: one query a level, however many models."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Prefetch, QuerySet
from wagtail.models import Locale

from univercity.reading.answer import kept
from univercity.reading.rows import fetch

Receive = Callable[[list[Any]], Any]


@dataclass
class Relation:
    """What to read of a relation: its objects, and in turn their relations by name."""

    queryset: QuerySet | None
    relations: dict[str, "Relation"]


def relations_of(queryset: QuerySet) -> dict[str, Relation]:
    """Return what ``select_related`` and ``prefetch_related`` of a queryset ask for."""
    joined = queryset.query.select_related
    relations = nested(joined if isinstance(joined, dict) else {})
    for lookup in queryset._prefetch_related_lookups:
        chosen = lookup if isinstance(lookup, Prefetch) else Prefetch(lookup)
        level = relations
        *above, last = chosen.prefetch_through.split("__")
        for name in above:
            level = level.setdefault(name, Relation(None, {})).relations
        found = level.setdefault(last, Relation(None, {}))
        if chosen.queryset is not None:
            found.queryset = chosen.queryset
            found.relations |= relations_of(chosen.queryset)
    return relations


def nested(joined: dict[str, Any]) -> dict[str, Relation]:
    return {name: Relation(None, nested(below)) for name, below in joined.items()}


class Gathering:
    """Querysets to read, each with whom to give its objects to."""

    def __init__(self) -> None:
        self._waiting: list[tuple[QuerySet, Receive]] = []
        self._locales = locales_of_answer()

    def add(self, queryset: QuerySet, receive: Receive) -> None:
        """Read ``queryset`` with the next level, and what it relates to with those after it."""
        relations = relations_of(queryset)

        def relate_and_give(found: list[Any]) -> None:
            self._relate_all(queryset.model, found, relations)
            receive(found)

        self._waiting.append((queryset, relate_and_give))

    def read_level(self) -> bool:
        """Read what waits, in one query; return whether there was anything."""
        if not self._waiting:
            return False
        level, self._waiting = self._waiting, []
        querysets = [queryset for queryset, _receive in level]
        found = fetch(querysets if self._locales else [*querysets, Locale.objects.all()])
        if not self._locales:
            self._locales.update({locale.pk: locale for locale in found.pop()})
        for (_queryset, receive), objects in zip(level, found, strict=True):
            receive(objects)
        return True

    def _relate_all(
        self, model: type[Model], objects: list[Any], relations: dict[str, Relation]
    ) -> None:
        for name, relation in relations.items():
            self.ask(objects, model._meta.get_field(name), relation)

    def ask(
        self, objects: list[Any], field: Any, relation: Relation, receive: Receive = len
    ) -> None:
        """Read a relation of ``objects`` of one model with the next level; set it on them.

        ``receive`` gets the objects that the relation leads to, except locales, which are few:
        all are read with the first level.
        """
        if field.related_model is Locale and self._locales:
            for each in objects:
                field.set_cached_value(each, self._locales[each.locale_id])
        elif field.one_to_many:
            ids = {each.pk for each in objects}
            self._relate_children(field, ids, relation, lambda: objects, receive)
        else:
            self._relate_targets(field, objects, relation, receive)

    def _relate_targets(
        self, field: Any, objects: list[Any], relation: Relation, then: Receive
    ) -> None:
        """Read what a foreign key leads to; ``None`` where the relation leaves it out."""
        ids = {getattr(each, field.attname) for each in objects} - {None}
        model = field.related_model
        targets: list[Any] = []
        queryset = model._default_manager.all() if relation.queryset is None else relation.queryset

        def receive(found: list[Any]) -> None:
            targets.extend(found)
            by_pk = {each.pk: each for each in found}
            for each in objects:
                field.set_cached_value(each, by_pk.get(getattr(each, field.attname)))
            self._relate_all(model, found, later)
            then(found)

        later = {}
        self._waiting.append((queryset.filter(pk__in=ids), receive))
        for name, below in relation.relations.items():
            below_field: Any = model._meta.get_field(name)
            if below_field.one_to_many:  # found by the id of what is read beside it
                self._relate_children(below_field, ids, below, lambda: targets, len)
            else:
                later[name] = below

    def _relate_children(
        self,
        field: Any,
        ids: set[Any],
        relation: Relation,
        parents: Callable[[], Iterable[Any]],
        then: Receive,
    ) -> None:
        """Read the rows whose foreign key leads to objects; ``parents`` are there by then."""
        name, key = field.get_accessor_name(), field.field
        children = field.related_model._default_manager.all()
        queryset = children if relation.queryset is None else relation.queryset

        def receive(found: list[Any]) -> None:
            by_parent: dict[Any, list[Any]] = {}
            for child in sorted_by(found, field.related_model._meta.ordering):
                by_parent.setdefault(getattr(child, key.attname), []).append(child)
            for parent in parents():
                own = by_parent.get(parent.pk, [])
                for child in own:
                    key.set_cached_value(child, parent)
                keep(parent, name, own)
            self._relate_all(field.related_model, found, relation.relations)
            then(found)

        self._waiting.append((queryset.filter(**{f"{key.name}__in": ids}), receive))


def together(queryset: QuerySet) -> list[Any]:
    """Return the objects of a queryset with all that it asks for beside them, level by level."""
    gathering = Gathering()
    objects = list(queryset.select_related(None).prefetch_related(None))
    for name, relation in relations_of(queryset).items():
        gathering.ask(objects, queryset.model._meta.get_field(name), relation)
    while gathering.read_level():
        pass
    return objects


def locales_of_answer() -> dict[int, Locale]:
    """Return the locales by id, as far as they were read for this answer; to be filled."""
    answer = kept.get()
    return {} if answer is None else answer.setdefault(Locale, {})


def sorted_by(found: list[Any], ordering: Iterable[str]) -> list[Any]:
    """Return objects in the order of their model, which names fields only; nothing comes first."""
    names = [*ordering, "pk"]

    def key(each: Any) -> list[Any]:
        values = [getattr(each, name) for name in names]
        return [(value is not None, value) for value in values]

    return sorted(found, key=key)


def keep(parent: Any, name: str, children: list[Any]) -> None:
    """Set the objects of a reverse relation, as ``prefetch_related`` does."""
    queryset = getattr(parent, name).get_queryset()
    queryset._result_cache = children
    queryset._prefetch_done = True
    if not hasattr(parent, "_prefetched_objects_cache"):
        parent._prefetched_objects_cache = {}
    parent._prefetched_objects_cache[name] = queryset
