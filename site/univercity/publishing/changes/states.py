"""What a page, an image or a snippet was like before a change, kept to be compared with after."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from modelcluster.models import get_serializable_data_for_fields
from wagtail.blocks import RichTextBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.models import AbstractDocument
from wagtail.fields import RichTextField, StreamField
from wagtail.models import (
    COMMENTS_RELATION_NAME,
    DraftStateMixin,
    Page,
    ReferenceIndex,
    TranslatableMixin,
)

from univercity.publishing.changes.public_pages import PublicPages, type_label

#: Fields that say nothing to visitors.
BOOKKEEPING = {
    "alias_of",
    "approved_go_live_at",
    "comments",
    "content_type",
    "created_at",
    "depth",
    "draft_title",
    "expire_at",
    "expired",
    "first_published_at",
    "go_live_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
    "owner",
    "path",
    "uploaded_by_user",
    "url_path",
    "wagtail_admin_comments",
}
#: Set by Wagtail on its own, long after the file was uploaded.
FILE_FACTS = {"file_hash", "file_size"}


@dataclass
class PageState:
    """A page at one moment."""

    type: str
    language: str
    translation_key: str
    path: str  #: in the tree
    url_path: str
    title: str
    url: str | None = None  #: absolute; ``None`` while the page is not public
    published_at: str = ""
    data: dict[str, Any] | None = None  #: content by field; ``None`` where only the address counts
    #: What referred to a page that is being deleted, as :func:`references_to` has it.
    references: list[list[Any]] = field(default_factory=list)


@dataclass
class ThingState:
    """An image, a document, a snippet or anything else but a page, at one moment."""

    language: str  #: empty for what has none
    translation_key: str
    public: bool
    published_at: str
    data: dict[str, Any]
    references: list[list[Any]] = field(default_factory=list)


def read_pages(
    page_ids: Iterable[Any], with_data: bool = False, public: PublicPages | None = None
) -> dict[int, PageState]:
    """Return the state of each page that exists; with its content one page costs a few queries."""
    public = public or PublicPages()
    pages: Any = Page.objects.filter(pk__in=page_ids)
    if with_data:
        pages = pages.specific().select_related("locale", for_specific_subqueries=True)
    else:
        pages = pages.select_related("locale")
    return {page.pk: page_state(page, public, with_data) for page in pages}


def read_page(page: Page) -> PageState | None:
    """Return the state of a page as it is stored, with its content."""
    stored = type(page)._base_manager.filter(pk=page.pk).select_related("locale").first()
    return stored and page_state(stored.specific, PublicPages(), with_data=True)


def page_state(page: Page, public: PublicPages, with_data: bool) -> PageState:
    return PageState(
        type=type_label(page),
        language=page.locale.language_code,
        translation_key=str(page.translation_key),
        path=page.path,
        url_path=page.url_path,
        title=page.title,
        url=public.url_of(page),
        published_at=str(page.last_published_at or ""),
        data=content_of(page) if with_data else None,
    )


def content_of(page: Page) -> dict[str, Any]:
    """Return the content of a page that is not to be saved."""
    setattr(page, COMMENTS_RELATION_NAME, [])  # else they are read, to be left out
    return without_bookkeeping(page.serializable_data())


def read_thing(model: type[Model], pk: Any) -> ThingState | None:
    """Return the state of an object that is no page, or ``None`` where there is none."""
    thing = model._base_manager.filter(pk=pk).first()
    return thing_state(thing) if thing else None


def thing_state(thing: Any) -> ThingState:
    translatable = isinstance(thing, TranslatableMixin)
    drafts = isinstance(thing, DraftStateMixin)
    data = without_bookkeeping(get_serializable_data_for_fields(thing))
    if isinstance(thing, AbstractDocument):
        data["is_private"] = thing.collection.get_view_restrictions().exists()
    return ThingState(
        language=thing.locale.language_code if translatable else "",
        translation_key=str(thing.translation_key) if translatable else "",
        public=thing.live if drafts else True,
        published_at=str(thing.last_published_at or "") if drafts else "",
        data=data,
    )


def without_bookkeeping(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in BOOKKEEPING}


def references_to(model: type[Model], pk: Any) -> list[list[Any]]:
    """Return what refers to an object: type and id, type of its own model, and place in it."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(model), to_object_id=str(pk)
    )
    names = ("base_content_type_id", "object_id", "content_type_id", "model_path")
    return [list(row) for row in references.values_list(*names)]


def is_fact(model: type[Model], model_path: str) -> bool:
    """Return whether a place of a model lies in its facts, which lists show, not in long texts."""
    name = model_path.split(".")[0]
    named = {each.name: each for each in model._meta.get_fields()}
    return not isinstance(named.get(name), (StreamField, RichTextField))


def is_mere_link(model: type[Model], model_path: str) -> bool:
    """Return whether a place of a model is in a rich text, which links and shows nothing else."""
    name, *rest = model_path.split(".")
    field = model._meta.get_field(name)
    if not isinstance(field, StreamField):
        return isinstance(field, RichTextField)
    block: Any = field.stream_block
    for each in rest:
        if isinstance(block, TypedTableBlock):  # the path counts columns, which are of any type
            return False
        block = block.child_block if each == "item" else block.child_blocks[each]
    return isinstance(block, RichTextBlock)


def facts(model: type[Model], data: dict[str, Any]) -> dict[str, Any]:
    """Return what of a page's content lists and cards may show: all but its long texts."""
    return {name: value for name, value in data.items() if is_fact(model, name)}
