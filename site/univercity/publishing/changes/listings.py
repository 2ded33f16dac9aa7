"""Lists that show what changed, which no reference leads to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex, get_page_models

from univercity.publishing.changes.differences import PageChange
from univercity.publishing.changes.keys import in_languages, stream_fields_with_listings
from univercity.publishing.changes.public_pages import PublicPage, PublicPages
from univercity.publishing.changes.versions import Versions, page_versions


@dataclass(frozen=True)
class Listed:
    """A page whose card changed, appeared or vanished."""

    pk: int
    type: str
    language: str
    translation_key: str
    #: Pages that list it, or did before the change, among their own.
    listers: frozenset[int] = frozenset()


def listed_change(change: PageChange) -> Listed:
    state = change.state
    listers = frozenset(ids_that_list(change))
    return Listed(change.pk, state.type, state.language, state.translation_key, listers)


def listed_page(page: PublicPage) -> Listed:
    return Listed(page.pk, page.type, page.language, page.translation_key)


def find_listing_pages(
    listed: Collection[Listed], public: PublicPages
) -> tuple[set[str], list[PublicPage]]:
    """Return the lists with the given pages, as keys, and the public pages that show them."""
    listers = listers_by_index(listed)
    for page in listed:
        listers.setdefault(page.pk, set()).update(page.listers)
    ids = set().union(*listers.values())
    rows = Page.objects.filter(pk__in=ids).values_list("pk", "translation_key")
    keys = {pk: str(key) for pk, key in rows}
    groups = page_versions({page.translation_key for page in listed}, public) if listed else {}
    readers: dict[str, set[str]] = defaultdict(set)
    own = Q(pk=None)
    for page in listed:
        languages = languages_of(groups.get(page.translation_key), page.language)
        for listing in getattr(apps.get_model(page.type), "listed_in", ()):
            readers[listing] |= languages
        own_keys = {keys[pk] for pk in listers[page.pk] if pk in keys}
        if own_keys:
            own |= Q(translation_key__in=own_keys, locale__language_code__in=languages)
    lists = set().union(*(in_languages(listing, codes) for listing, codes in readers.items()))
    return lists, list(find_pages(readers, own, public))


def listers_by_index(listed: Iterable[Listed]) -> dict[int, set[int]]:
    """Return the pages that list the given ones among their own, by Wagtail's reference index."""
    paths = {
        page.pk: {name.replace(".", ".item.", 1) for name in relations}
        for page in listed
        if (relations := getattr(apps.get_model(page.type), "listed_on", ()))
    }
    found: dict[int, set[int]] = {}
    if paths:
        pages = ContentType.objects.get_for_model(Page)
        references = ReferenceIndex.objects.filter(
            base_content_type=pages, object_id__in=[str(pk) for pk in paths], to_content_type=pages
        )
        for pk, path, to in references.values_list("object_id", "model_path", "to_object_id"):
            if path in paths[int(pk)]:
                found.setdefault(int(pk), set()).add(int(to))
    return found


def languages_of(versions: Versions | None, language: str) -> set[str]:
    """Return the languages in whose lists a page stands: others only fall back on the source."""
    falls_back = language == settings.LANGUAGE_CODE
    return set((versions or Versions()).shown_in(language, falls_back))


def find_pages(
    readers: Mapping[str, set[str]], condition: Q, public: PublicPages
) -> Iterator[PublicPage]:
    """Yield the public pages that show lists, or meet the condition.

    ``readers`` are the languages whose lists changed, by key of the list.
    """
    for model in get_page_models() if readers else []:
        for listing in getattr(model, "listings", frozenset()) & readers.keys():
            condition |= Q(
                content_type__model=model._meta.model_name,
                content_type__app_label=model._meta.app_label,
                locale__language_code__in=readers[listing],
            )
        for name, by_block in stream_fields_with_listings(model).items():
            condition |= Q(pk__in=pages_with_blocks(model, name, by_block, readers))
    if condition != Q(pk=None):
        yield from public.find(condition)


def pages_with_blocks(
    model: Any, field: str, by_block: Mapping[str, set[str]], readers: Mapping[str, set[str]]
) -> Any:
    """Return a query for the pages whose stream holds a block with one of the lists.

    The text of the stream is searched: streams say which blocks they hold nowhere else.
    """
    condition = Q(pk=None)
    for block, listings in by_block.items():
        languages = {code for key in listings & readers.keys() for code in readers[key]}
        if languages:
            named = Q(stream_text__contains=f'"type": "{block}"')
            condition |= named & Q(locale__language_code__in=languages)
    pages = model._default_manager.annotate(stream_text=Cast(field, TextField()))
    return pages.filter(condition, live=True).values("pk")


def ids_that_list(change: PageChange) -> Iterator[int]:
    for relation in getattr(apps.get_model(change.state.type), "listed_on", ()):
        name, _dot, field = relation.partition(".")
        for state in (change.before, change.after):
            value = (state.data or {}).get(name) if state else None
            rows = [row[field] for row in value or []] if field else [value]
            yield from (pk for pk in rows if pk)
