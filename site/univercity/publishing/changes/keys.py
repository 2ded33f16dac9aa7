"""Surrogate keys: names of what an answer depends on, by which caches drop it.

An answer carries the keys of what it shows; a change sends those of what it changed. The sender
does the far-reaching work: whatever changes, it also names the pages that show it, however
indirectly. So a page has one key, which stands for all that is at its address, and the answer for
it names no other page.

What there is in each language (lists, settings, menu) has a key for each language besides its own.
``list-events-de`` is sent when readers of German see another list; ``list-events`` is sent with
any of them.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.blocks import Block, StreamBlock
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site
from wagtail.snippets.models import get_snippet_models

from univercity.content.reading.page import indexed_references
from univercity.content.site_settings import SiteSettings

SETTINGS = "settings"  #: footer, contact and social media of the site
NAVIGATION = "navigation"  #: its menu
SITE = "site"  #: hosts, languages and the root of the tree: what every answer depends on
REDIRECTS = "redirects"  #: and the public addresses that they lead to, or that take their place
TREE = "tree"  #: which pages there are and where, public or not; what stands in for another page
ALL_PAGES = "list-pages"  #: every list of pages of any type: sitemap, search, stock lists
CHANGE_LOG = "changes"
TAGS = "tags"  #: of images and documents, which are saved after them
SEARCH_INDEX = "search-index"  #: where a task writes it after the publication


def surrogate_keys(instance: Model) -> set[str]:
    """Return the keys of answers that show ``instance`` itself; none for what is never shown."""
    if isinstance(instance, SiteSettings):
        return {SETTINGS, NAVIGATION}
    if isinstance(instance, (Site, Locale)):
        return {SITE}
    if isinstance(instance, Redirect):
        return {REDIRECTS}
    key = key_of(type(instance), instance.pk)
    return {key} if key else set()


def in_language(key: str, language: str) -> str:
    """Return the key of a list, the settings or the menu as readers of one language see it."""
    return f"{key}-{language}"


def in_languages(key: str, languages: Iterable[str]) -> set[str]:
    """Return the keys to send when readers of ``languages`` see something else."""
    return {in_language(key, language) for language in languages} | ({key} if languages else set())


def translation_key_of(key: str) -> str:
    """Return the key of what is known of the translation of a page or snippet with ``key``."""
    return f"translation-{key}"


def list_of(model: type[Model]) -> str:
    """Return the key of the list of all images, or of all documents."""
    return f"list-{model._meta.model_name}s"


def key_of(model: type[Model], pk: Any) -> str:
    """Return the key of an object by model and primary key; empty for what is never shown."""
    if issubclass(model, Page):
        return f"page-{pk}"
    if issubclass(model, get_image_model()):
        return f"image-{pk}"
    if issubclass(model, get_document_model()):
        return f"document-{pk}"
    if model in get_snippet_models():
        return f"snippet-{model._meta.label_lower}-{pk}"
    return ""


def keys_of_page(page: Page) -> set[str]:
    """Return the keys of an answer that shows ``page``, in one query at most.

    They name the page, the files and snippets that it refers to by Wagtail's reference index, and,
    in its language, the listings that it shows, navigation and settings. ``page`` must be of its
    specific class; what was read of it together with its content is not read again.
    """
    language = page.locale.language_code
    around = {SETTINGS, NAVIGATION, *listings_of(page)}
    keys = {f"page-{page.pk}", SITE, *(in_language(key, language) for key in around)}
    for content_type_id, object_id in indexed_references(page):
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model and not issubclass(model, Page):
            keys.add(key_of(model, object_id))
    return keys - {""}


def listings_of(page: Page) -> set[str]:
    """Return the keys of the listings that ``page`` shows: those of its type and of its blocks."""
    listings = set(getattr(page, "listings", ()))
    for field, by_block in stream_fields_with_listings(type(page)).items():
        for name in block_names(getattr(page, field).raw_data):
            listings |= by_block.get(name, set())
    return listings


def block_names(value: Any) -> set[str]:
    """Return the names of all blocks in the stored value of a stream, at any depth."""
    if isinstance(value, dict):
        names = {value["type"]} if {"type", "value"} <= value.keys() else set()
        return names.union(*map(block_names, value.values()))
    if isinstance(value, (str, int, float)) or value is None:
        return set()
    return set().union(*map(block_names, value))


@cache
def stream_fields_with_listings(model: type[Model]) -> dict[str, dict[str, set[str]]]:
    """Return which blocks show listings: name of the stream field, name of the block, keys."""
    found = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, StreamField):
            by_block: dict[str, set[str]] = {}
            collect_listings(field.stream_block, by_block)
            if by_block:
                found[field.name] = by_block
    return found


def collect_listings(block: Block, by_block: dict[str, set[str]]) -> None:
    """Add the listings of the blocks below ``block`` by the name that a stream gives them."""
    children = dict(getattr(block, "child_blocks", {}))
    if isinstance(block, StreamBlock):
        for name, child in children.items():
            if getattr(child, "listings", None):
                by_block.setdefault(name, set()).update(child.listings)
    if hasattr(block, "child_block"):
        children["item"] = block.child_block
    for child in children.values():
        collect_listings(child, by_block)
