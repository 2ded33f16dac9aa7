"""Addresses in content, found in its fields whatever blocks they hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag

from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from univercity.editorial.models import MAX_LENGTH, ExternalLink, LinkUse

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
#: Names under which blocks keep the text of the link beside its address.
TEXT_NAMES = ("label", "text", "title", "name")


@dataclass(frozen=True)
class Found:
    """An address in content."""

    url: str
    text: str
    path: str


def find_addresses(source: models.Model) -> Iterator[Found]:
    """Yield the addresses of other sites in a page or snippet."""
    for field in source._meta.concrete_fields:
        value = getattr(source, field.attname)
        if isinstance(field, StreamField):
            for child in field.stream_block.get_prep_value(value):
                yield from find_in(child["value"], "", f"{field.name}.{child['type']}")
        elif isinstance(field, (RichTextField, models.URLField)):
            yield from find_in(value, "", field.name)
    for relation in get_all_child_relations(type(source)):
        name = relation.get_accessor_name()
        for child in getattr(source, name).all():
            for found in find_addresses(child):
                yield Found(found.url, found.text, relation.name)


def find_in(value: Any, text: str, path: str) -> Iterator[Found]:
    """Yield the addresses in a stored value of a field or block."""
    if isinstance(value, dict):
        names = [value.get(name) for name in TEXT_NAMES]
        text = next((name for name in names if isinstance(name, str) and name), "")
        for part in value.values():
            yield from find_in(part, text, path)
    elif isinstance(value, list):
        for part in value:
            yield from find_in(part, text, path)
    elif isinstance(value, str) and ADDRESS.fullmatch(value):
        yield Found(value, text, path)
    elif isinstance(value, str) and "<a " in value:
        for anchor in BeautifulSoup(value, "html.parser").find_all("a", href=ADDRESS):
            yield Found(anchor["href"], anchor.get_text(" ", strip=True), path)


def collect_from(source: models.Model) -> None:
    """Keep which addresses stand in a page or snippet; none, while it is not public."""
    found: dict[str, Found] = {}
    if getattr(source, "live", True):
        for each in find_addresses(source):
            url = urldefrag(each.url).url
            if len(url.encode()) <= MAX_LENGTH:
                found.setdefault(url, each)
    with transaction.atomic():
        place = {"source_type": type_of(source), "source_id": source.pk}
        LinkUse.objects.filter(**place).delete()
        links = [ExternalLink(url=url) for url in found]
        ExternalLink.objects.bulk_create(links, ignore_conflicts=True)
        LinkUse.objects.bulk_create(
            LinkUse(link=link, text=found[link.url].text[:255], path=found[link.url].path, **place)
            for link in ExternalLink.objects.filter(url__in=found)
        )


def type_of(source: models.Model) -> ContentType:
    """Return the content type of a snippet; that of ``Page`` for pages of every type."""
    return ContentType.objects.get_for_model(Page if isinstance(source, Page) else source)


def collect_all() -> None:
    """Read all content, and forget what stands nowhere any more."""
    for model in [*get_page_models(), *get_snippet_models()]:
        if model is not Page:
            for source in model._default_manager.iterator():
                collect_from(source)
    for model in [Page, *get_snippet_models()]:
        uses = LinkUse.objects.filter(source_type=ContentType.objects.get_for_model(model))
        uses.exclude(source_id__in=model._default_manager.values("pk")).delete()
    ExternalLink.objects.filter(uses=None).delete()
