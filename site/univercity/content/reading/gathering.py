"""Objects with what they refer to, read level by level: one query a level, however many models."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model, QuerySet
from modelcluster.fields import ParentalKey
from wagtail.models import Locale

from univercity.content.reading.statements import Part, Relation, Relations, fetch, relations_of
from univercity.content.reading.surroundings import surroundings

Receive = Callable[[list[Any]], Any]


class Gathering:
    """Rows to read, each with whom to give its objects to."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Part, Receive]] = []
        self.surroundings = surroundings()

    def add(self, part: Part, receive: Receive) -> None:
        """Read ``part`` with the next level, and what it relates to with those after it."""
        statement = part.statement

        def relate_and_give(found: list[Any]) -> None:
            self._relate_all(statement.model, found, statement.relations)
            receive(found)

        self._waiting.append((part, relate_and_give))

    def read_level(self) -> bool:
        """Read what waits, in one query; return whether there was anything."""
        if not self._waiting:
            return False
        level, self._waiting = self._waiting, []
        for (_part, receive), objects in zip(level, fetch(part for part, _ in level), strict=True):
            receive(objects)
        return True

    def _relate_all(self, model: type[Model], objects: list[Any], relations: Relations) -> None:
        for name, relation in relations.items():
            self.ask(objects, model._meta.get_field(name), relation)

    def ask(
        self, objects: list[Any], field: Any, relation: Relation, receive: Receive = len
    ) -> None:
        """Read a relation of ``objects`` of one model with the next level; set it on them.

        ``receive`` gets the objects that the relation leads to, except locales, which are known.
        """
        if field.related_model is Locale:
            for each in objects:
                field.set_cached_value(each, self.surroundings.locales[each.locale_id])
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

        def receive(found: list[Any]) -> None:
            set_targets(field, objects, found)
            then(found)

        self.look_up(field.related_model, ids, relation, receive)

    def look_up(self, model: Any, ids: set[Any], relation: Relation, then: Receive) -> None:
        """Read the objects of ``model`` with these ids and what ``relation`` asks for."""
        objects: list[Any] = []
        later: Relations = {}

        def receive(found: list[Any]) -> None:
            objects.extend(found)
            self._relate_all(model, found, later)
            then(found)

        if not ids:
            receive([])
            return
        self._waiting.append((Part(relation.statement(model, "pk"), {"ids": ids}), receive))
        for name, below in relation.relations.items():
            field: Any = model._meta.get_field(name)
            if field.one_to_many:  # found by the id of what is read beside it
                self._relate_children(field, ids, below, lambda: objects, len)
            elif not self._reads_beside(field, "pk", ids, below, objects):
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
        key = field.field
        rows: list[Any] = []
        later: Relations = {}

        def receive(found: list[Any]) -> None:
            rows.extend(found)
            by_parent: dict[Any, list[Any]] = {}
            for child in sorted_by(found, field.related_model._meta.ordering):
                by_parent.setdefault(getattr(child, key.attname), []).append(child)
            for parent in parents():
                own = by_parent.get(parent.pk, [])
                for child in own:
                    key.set_cached_value(child, parent)
                keep(parent, field, own)
            self._relate_all(field.related_model, found, later)
            then(found)

        if not ids:
            receive([])
            return
        children = relation.statement(field.related_model, key.name)
        self._waiting.append((Part(children, {"ids": ids}), receive))
        for name, below in relation.relations.items():
            leading: Any = field.related_model._meta.get_field(name)
            if not self._reads_beside(leading, key.name, ids, below, rows):
                later[name] = below

    def _reads_beside(
        self, field: Any, key: str, ids: set[Any], relation: Relation, rows: list[Any]
    ) -> bool:
        """Read what a foreign key of ``rows`` leads to in the same level as them, if possible.

        They are found by the ``ids`` in the field ``key``, and are there by then.
        """
        if field.one_to_many or field.related_model is Locale:
            return False

        def receive(found: list[Any]) -> None:
            set_targets(field, rows, found)
            self._relate_all(field.related_model, found, relation.relations)

        targets = relation.statement_of_targets(field, key)
        self._waiting.append((Part(targets, {"ids": ids}), receive))
        return True


def set_targets(field: Any, objects: Iterable[Any], targets: Iterable[Any]) -> None:
    """Set what a foreign key of ``objects`` leads to; ``None`` where it was left out."""
    by_pk = {each.pk: each for each in targets}
    for each in objects:
        field.set_cached_value(each, by_pk.get(getattr(each, field.attname)))


def together(queryset: QuerySet) -> list[Any]:
    """Return the objects of a queryset with all that it asks for beside them, level by level."""
    gathering = Gathering()
    objects = list(queryset.select_related(None).prefetch_related(None))
    for name, relation in relations_of(queryset).items():
        gathering.ask(objects, queryset.model._meta.get_field(name), relation)
    while gathering.read_level():
        pass
    return objects


def sorted_by(found: list[Any], ordering: Iterable[str]) -> list[Any]:
    """Return objects in the order of their model, which names fields only; nothing comes first."""
    names = [*ordering, "pk"]

    def key(each: Any) -> list[Any]:
        values = [getattr(each, name) for name in names]
        return [(value is not None, value) for value in values]

    return sorted(found, key=key)


def keep(parent: Any, field: Any, children: list[Any]) -> None:
    """Set the objects of a reverse relation.

    Child objects are held as in a page that comes from a form, others as ``prefetch_related`` does,
    which has to write a query for each parent.
    """
    name = field.get_accessor_name()
    if isinstance(field.field, ParentalKey):
        parent.__dict__.setdefault("_cluster_related_objects", {})[name] = children
        return
    queryset = getattr(parent, name).get_queryset()
    queryset._result_cache = children
    queryset._prefetch_done = True
    if not hasattr(parent, "_prefetched_objects_cache"):
        parent._prefetched_objects_cache = {}
    parent._prefetched_objects_cache[name] = queryset
