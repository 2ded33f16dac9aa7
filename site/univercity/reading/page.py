"""Everything that a page shows, read before it is shown."""

from collections.abc import Iterator
from typing import Any

from django.utils import translation
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, TranslatableMixin

from univercity.reading.answer import kept
from univercity.reading.gathering import Gathering, Relation
from univercity.reading.references import references_of
from univercity.reading.shelf import Shelf, shelf_of_answer, with_openness


def read_page(page: Any) -> None:
    """Read what ``page`` shows, once for an answer; without one, each part reads for itself.

    That is what its streams and texts refer to, its foreign keys and child objects, its parent and
    its versions in other languages. What the page holds already, as in a preview, stays.
    """
    answer = kept.get()
    if answer is None or page.pk is None:
        return
    pages = answer.setdefault(read_page, {})
    if pages.get(page.pk) is page:
        return
    pages[page.pk] = page
    shelf, gathering = shelf_of_answer(), Gathering()
    shelf.expect([(Page, page.pk)])
    shelf.expect(references_of(page))
    with translation.override(page.locale.language_code):
        for queryset, receive in page.reads_along():
            gathering.add(queryset, receive)
    ask_for_parent(gathering, page)
    ask_for_targets(gathering, shelf, page)
    ask_for_children(gathering, shelf, page)
    shelf.read(gathering)


def ask_for_parent(gathering: Gathering, page: Any) -> None:
    above = with_openness(Page.objects.filter(path=page.path[: -page.steplen]))

    def receive(found: list[Any]) -> None:
        if found:
            page._cached_parent_obj = found[0]

    gathering.add(above.select_related("locale"), receive)


def ask_for_targets(gathering: Gathering, shelf: Shelf, page: Any) -> None:
    """Read what the foreign keys of the page's own type lead to."""
    for field in own_foreign_keys(type(page)):
        if field.is_cached(page):
            continue
        chosen = getattr(page, field.attname)
        model: Any = field.related_model
        below = {"renditions": Relation(None, {})} if model is get_image_model() else {}
        if issubclass(model, TranslatableMixin):
            below = {"locale": Relation(None, {})}
        if issubclass(model, Page) and chosen:
            shelf.expect([(Page, chosen)])
        gathering.ask([page], field, Relation(None, below))


def ask_for_children(gathering: Gathering, shelf: Shelf, page: Any) -> None:
    """Read the child objects of the page's own type, each with what it leads to."""
    held = page.__dict__.get("_cluster_related_objects", {})
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        if name in held or relation.related_model._meta.app_label == Page._meta.app_label:
            continue
        keys = list(own_foreign_keys(relation.related_model))
        pages = [key for key in keys if issubclass(key.related_model, Page)]
        snippets = {key.name: Relation(None, {}) for key in keys if key not in pages}

        def expect_pages(rows: list[Any], pages: list[Any] = pages) -> None:
            for key in pages:
                shelf.expect((key.related_model, getattr(row, key.attname)) for row in rows)

        gathering.ask([page], relation, Relation(None, snippets), expect_pages)


def own_foreign_keys(model: Any) -> Iterator[Any]:
    """Yield the foreign keys that a model has beside those of Wagtail."""
    wagtails = {field.name for field in Page._meta.get_fields()}
    for field in model._meta.concrete_fields:
        own = field.many_to_one and field.name not in wagtails
        if own and field.related_model is not Locale and not isinstance(field, ParentalKey):
            yield field
