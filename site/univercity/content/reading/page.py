"""Everything that a page shows, read before it is shown."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import translation
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, ReferenceIndex, TranslatableMixin

from univercity.content.reading.answer import kept
from univercity.content.reading.gathering import Gathering
from univercity.content.reading.references import references_of
from univercity.content.reading.shelf import Shelf, shelf_of_answer
from univercity.content.reading.statements import Given, Part, Relation, Relations, fetch, prepared

#: Where a page keeps what it refers to by Wagtail's index.
INDEXED = "_indexed_references"


def read_page(page: Any) -> None:
    """Read what ``page`` shows, once for an answer; without one, each part reads for itself.

    That is what its streams and texts refer to, its foreign keys and child objects, its parent and
    its versions in other languages. What the page holds already, as in a preview, stays.
    """
    answer = kept.get()
    if answer is None or page.pk is None:
        return
    known = answer.setdefault(read_page, {})
    if known.get(page.pk) is page:
        return
    pages = {page.pk: page} | answer.pop(read_together, {})
    known.update(pages)
    read_what_is_shown(list(pages.values()))


def read_together(pages: Iterable[Any]) -> None:
    """Let the first of ``pages`` that is read have all others read with it, in as many queries."""
    answer = kept.get()
    if answer is not None:
        answer[read_together] = {page.pk: page for page in pages}


def read_what_is_shown(new: list[Any]) -> None:
    shelf, gathering = shelf_of_answer(), Gathering()
    for page in new:
        expect_references(shelf, page)
    ask_for_parents(gathering, new)
    gathering.add(index_of(new), lambda found: keep_references(new, found))
    images = []
    for model in dict.fromkeys(map(type, new)):
        alike = [page for page in new if type(page) is model]
        images += ask_for_targets(gathering, shelf, alike)
        ask_for_children(gathering, shelf, alike)
    shelf.read(gathering)
    for page, field in images:
        [image] = shelf.get(field.related_model, [getattr(page, field.attname)])
        field.set_cached_value(page, image)


def expect_references(shelf: Shelf, page: Any) -> None:
    shelf.expect([(Page, page.pk)])
    with translation.override(page.locale.language_code):
        shelf.expect(references_of(page))
        for lists in page.shown_lists:
            shelf.expect(lists(page))


def indexed_references(page: Page) -> list[tuple[int, str]]:
    """Return what ``page`` refers to by Wagtail's index, without a query where it was read.

    That is the id of a content type and the id of an object; some stand there several times.
    """
    if INDEXED not in page.__dict__:
        [found] = fetch([index_of([page])])
        keep_references([page], found)
    references: list[tuple[int, str]] = page.__dict__[INDEXED]
    return references


def keep_references(pages: list[Any], found: list[tuple[str, int, str]]) -> None:
    by_page: dict[str, list[tuple[int, str]]] = {}
    for object_id, *reference in found:
        by_page.setdefault(object_id, []).append((reference[0], reference[1]))
    for page in pages:
        setattr(page, INDEXED, by_page.get(str(page.pk), []))


def index_of(pages: list[Any]) -> Part:
    content_type = ContentType.objects.get_for_model(Page)
    keys = [str(page.pk) for page in pages]
    # PostgreSQL takes any array for ten values: for one it would plan anew each time.
    lookup, given = ("exact", keys[0]) if len(keys) == 1 else ("among", keys)
    return Part(references_in_index(lookup), {"type": content_type.pk, "keys": given})


@prepared
def references_in_index(lookup: str) -> QuerySet:
    of_pages = ReferenceIndex.objects.filter(
        base_content_type=Given("type"), **{f"object_id__{lookup}": Given("keys")}
    )
    return of_pages.values_list("object_id", "to_content_type_id", "to_object_id")


def specific_page(page: Any) -> Any:
    """Return ``page`` of its own type, with the locale and the page above that it knows."""
    [[specific]] = fetch([Part(page_of_type(page.specific_class), {"pk": page.pk})])
    specific.locale = page.locale
    if hasattr(page, "_cached_parent_obj"):
        specific._cached_parent_obj = page._cached_parent_obj
    return specific


@prepared
def page_of_type(model: Any) -> QuerySet:
    return model._base_manager.filter(pk=Given("pk"))


def ask_for_parents(gathering: Gathering, pages: list[Any]) -> None:
    """Read the pages above those of ``pages`` that do not know theirs yet."""
    unknown: dict[str, list[Any]] = {}
    for page in pages:
        if not hasattr(page, "_cached_parent_obj"):
            unknown.setdefault(page.path[: -page.steplen], []).append(page)

    def receive(found: list[Any]) -> None:
        for parent in found:
            for page in unknown[parent.path]:
                page._cached_parent_obj = parent

    if unknown:
        gathering.add(Part(pages_at(), {"paths": list(unknown)}), receive)


@prepared
def pages_at() -> QuerySet:
    return Page.objects.filter(path__among=Given("paths")).select_related("locale")


def ask_for_targets(gathering: Gathering, shelf: Shelf, pages: list[Any]) -> list[tuple[Any, Any]]:
    """Read what the foreign keys of ``pages``, all of one type, lead to.

    Returns those whose images will be on the ``shelf``, where streams find theirs, too: pages and
    fields.
    """
    images = []
    for field, relation in targets_of(type(pages[0])):
        asking = [page for page in pages if not field.is_cached(page)]
        chosen = {getattr(page, field.attname) for page in asking} - {None}
        if chosen and field.related_model is get_image_model():
            shelf.expect((field.related_model, pk) for pk in chosen)
            images += [(page, field) for page in asking if getattr(page, field.attname)]
            asking = [page for page in asking if not getattr(page, field.attname)]
        elif issubclass(field.related_model, Page):
            shelf.expect((Page, pk) for pk in chosen)
        gathering.ask(asking, field, relation)
    return images


def ask_for_children(gathering: Gathering, shelf: Shelf, pages: list[Any]) -> None:
    """Read the child objects of ``pages``, all of one type, each with what it leads to."""
    for field, relation, keys in children_of(type(pages[0])):
        name = field.get_accessor_name()
        asking = [page for page in pages if name not in held_by(page)]

        def expect_pages(rows: list[Any], keys: list[Any] = keys) -> None:
            for key in keys:
                shelf.expect((key.related_model, getattr(row, key.attname)) for row in rows)

        gathering.ask(asking, field, relation, expect_pages)


def held_by(page: Any) -> dict[str, Any]:
    """Return the child objects that a page in memory holds, by relation."""
    held: dict[str, Any] = page.__dict__.get("_cluster_related_objects", {})
    return held


@cache
def targets_of(model: Any) -> list[tuple[Any, Relation]]:
    """Return the foreign keys of a page type, each with what to read of it."""
    return [(field, Relation(None, below(field.related_model))) for field in foreign_keys(model)]


def below(model: Any) -> Relations:
    return {"locale": Relation()} if issubclass(model, TranslatableMixin) else {}


@cache
def children_of(model: Any) -> list[tuple[Any, Relation, list[Any]]]:
    """Return the child relations of a page type, each with its keys that lead to pages."""
    found = []
    for relation in get_all_child_relations(model):
        if relation.related_model._meta.app_label == Page._meta.app_label:
            continue
        keys = list(foreign_keys(relation.related_model))
        pages = [key for key in keys if issubclass(key.related_model, Page)]
        snippets = {key.name: Relation() for key in keys if key not in pages}
        found.append((relation, Relation(None, snippets), pages))
    return found


def foreign_keys(model: Any) -> Iterator[Any]:
    """Yield the foreign keys that a model has beside those of Wagtail."""
    wagtails = {field.name for field in Page._meta.get_fields()}
    for field in model._meta.concrete_fields:
        own = field.many_to_one and field.name not in wagtails
        if own and field.related_model is not Locale and not isinstance(field, ParentalKey):
            yield field
