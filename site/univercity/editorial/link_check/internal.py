"""Links between the pages of this site, by Wagtail's reference index."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, ForeignKey, Model, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex, TranslatableMixin

from univercity.content.public_pages import public


@dataclass(frozen=True)
class Source:
    """Something that links, as a user who may edit it sees it."""

    title: str
    edit_url: str
    where: str  #: the field or block with the link


@dataclass(frozen=True)
class DeadLink(Source):
    """A link that leads to no public page."""

    target: str
    reason: str


def references_to_pages() -> QuerySet[ReferenceIndex]:
    """Return everything that refers to pages, without what an alias copies."""
    pages = ContentType.objects.get_for_model(Page)
    return ReferenceIndex.objects.filter(to_content_type=pages).exclude(model_path="alias_of")


def load_by_type(keys: Iterable[tuple[int, Any]]) -> dict[tuple[int, str], Model]:
    """Return objects by content type and id, in one query for each type."""
    ids: dict[int, set[Any]] = {}
    for type_id, pk in keys:
        ids.setdefault(type_id, set()).add(pk)
    found = {}
    for type_id, pks in ids.items():
        model: Any = ContentType.objects.get_for_id(type_id).model_class()
        for source in model._default_manager.filter(pk__in=pks):
            found[type_id, str(source.pk)] = source
    return found


def load_sources(references: Iterable[ReferenceIndex]) -> dict[tuple[int, str], Model]:
    """Return what refers, by content type and id."""
    return load_by_type((each.base_content_type_id, each.object_id) for each in references)


def find_links_to(page: Page, user: Any) -> tuple[list[Source], int]:
    """Return what links to ``page`` or below it and ``user`` may edit, and how much else does."""
    subtree = {str(pk) for pk in page.get_descendants(inclusive=True).values_list("pk", flat=True)}
    references = list(references_to_pages().filter(to_object_id__in=subtree))
    pages = ContentType.objects.get_for_model(Page).pk
    sources, finder = load_sources(references), AdminURLFinder(user)
    found: dict[tuple[int, str], Source | None] = {}
    for reference in references:
        key = (reference.base_content_type_id, reference.object_id)
        if key in found or key not in sources or (key[0] == pages and key[1] in subtree):
            continue
        url = finder.get_edit_url(sources[key])
        where = str(reference.describe_source_field())
        found[key] = Source(title_of(sources[key]), url, where) if url else None
    named = sorted(filter(None, found.values()), key=lambda source: source.title.lower())
    return named, len(found) - len(named)


def find_dead_links(user: Any) -> list[DeadLink]:
    """Return the links of public content to pages that are not public, where ``user`` may edit."""
    shown = public(Page.objects.live()).annotate(key=Cast("pk", CharField())).values("key")
    references = list(references_to_pages().exclude(to_object_id__in=shown))
    targets = {
        str(page.pk): page
        for page in Page.objects.filter(pk__in=[each.to_object_id for each in references])
    }
    keys = {page.translation_key for page in targets.values()}
    translations = public(Page.objects.live()).filter(translation_key__in=keys)
    readable = set(translations.values_list("translation_key", "locale_id"))
    sources, finder = load_sources(references), AdminURLFinder(user)
    dead = []
    for reference in references:
        source = sources.get((reference.base_content_type_id, reference.object_id))
        target = targets.get(reference.to_object_id)
        if source and leads_nowhere(reference, source, target, readable):
            url = finder.get_edit_url(source)
            if url:
                dead.append(describe(reference, source, url, target, user))
    return sorted(dead, key=lambda link: (link.title.lower(), link.where))


def leads_nowhere(
    reference: ReferenceIndex, source: Model, target: Page | None, readable: set[Any]
) -> bool:
    """Return whether visitors meet the link, and no page behind it in their language."""
    if isinstance(source, Page) and not source.live:
        return False
    if target is None:  # a foreign key was emptied when its page was deleted
        return not isinstance(reference.related_field, ForeignKey)
    language = source.locale_id if isinstance(source, TranslatableMixin) else None
    return (target.translation_key, language) not in readable


def describe(
    reference: ReferenceIndex, source: Model, url: str, target: Page | None, user: Any
) -> DeadLink:
    """Return the row of the report; drafts of others are not named."""
    if target is None:
        name, reason = _("a page that was deleted"), _("deleted")
    elif target.first_published_at or target.permissions_for_user(user).can_edit():
        name, reason = target.title, _("not public")
    else:
        name, reason = _("a draft"), _("not public")
    where = str(reference.describe_source_field())
    return DeadLink(title_of(source), url, where, name, reason)


def title_of(source: Model) -> str:
    """Return the name of a page or snippet for lists."""
    return source.get_admin_display_title() if isinstance(source, Page) else str(source)


def keep_links_to_deleted_page(instance: Page, **kwargs: Any) -> None:
    """Keep the references to a page that is being deleted, until what links is saved again.

    Wagtail forgets them with the page, and finds no trace of it in a block that it reads again.
    """
    references = list(references_to_pages().filter(to_object_id=str(instance.pk)))

    def restore() -> None:
        sources = load_sources(references)
        kept = [
            each for each in references if (each.base_content_type_id, each.object_id) in sources
        ]
        for reference in kept:
            reference.pk = None
        ReferenceIndex.objects.bulk_create(kept, ignore_conflicts=True)

    transaction.on_commit(restore)
