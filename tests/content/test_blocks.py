"""Every block of every menu: documented for editors, previewed, rendered, readable in the API."""

import json

import pytest
from django.apps import apps
from django.contrib.auth.models import AbstractUser
from django.utils import translation
from wagtail import blocks
from wagtail.documents.models import AbstractDocument
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.images.models import AbstractImage
from wagtail.models import DraftStateMixin, LockableMixin

from tests.api.openapi import errors_of
from tests.block_walk import OUR_APPS, help_of, menus
from tests.factories import (
    CalendarPageFactory,
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    LeitbildPageFactory,
    PartnerIndexPageFactory,
    PartnerPageFactory,
    PersonFactory,
    SharedContentFactory,
    VenueFactory,
    find_home,
)
from tests.publications import translate_snippet


def stream_blocks():
    """Yield the top block of each StreamField of our models."""
    for label in OUR_APPS:
        for model in apps.get_app_config(label).get_models():
            for field in model._meta.get_fields():
                if isinstance(field, StreamField):
                    yield field.stream_block


def blocks_on_offer():
    """Return every block that an editor can insert, each class once, by name."""
    return {
        type(block).__name__: block
        for stream in stream_blocks()
        for block in stream.child_blocks.values()
    }


def nested(block):
    """Yield the blocks inside ``block``, at any depth, but not those of Wagtail's image block."""
    if isinstance(block, ImageBlock):
        return
    children = getattr(block, "child_blocks", {}).values()
    for child in [*children, *filter(None, [getattr(block, "child_block", None)])]:
        yield child
        yield from nested(child)


BLOCKS = blocks_on_offer()
#: By its class, each block that a menu offers at any depth: a menu, and its name there.
OFFERED = {
    type(block).__name__: (menu, name)
    for _path, menu in menus()
    for name, block in menu.child_blocks.items()
}
TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.ChoiceBlock, blocks.URLBlock)
EACH_BLOCK = pytest.mark.parametrize("name", BLOCKS)
LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])


@pytest.fixture(scope="module")
def choices(kept):
    """What blocks choose from in their previews."""
    with kept():
        home = find_home()
        LeitbildPageFactory(parent=home)
        calendar, network = CalendarPageFactory(parent=home), PartnerIndexPageFactory(parent=home)
        PersonFactory(image=ImageFactory())
        VenueFactory(latitude="51.48", longitude="7.21")
        translate_snippet(SharedContentFactory())
        PartnerPageFactory(parent=network, logo=ImageFactory())
        EventDateFactory(page=EventPageFactory(parent=calendar))
        yield


@EACH_BLOCK
def test_block_tells_the_editor_what_it_is(name):
    meta = BLOCKS[name].meta

    assert all([meta.label, meta.icon, meta.group, meta.description, meta.template])


@EACH_BLOCK
def test_each_field_of_a_block_has_a_label_and_help(name):
    fields = [child for child in nested(BLOCKS[name]) if child.name]

    assert [field.name for field in fields if not field.label] == []
    assert [field.name for field in fields if not help_of_field(field)] == []


def help_of_field(block):
    """Return the help text of a field, or the description of one that a menu offers."""
    return help_of(block) or (block.meta.group and block.meta.description)


#: Records that no form edits.
WRITTEN_BY_THE_SITE = {
    "ApprovalState",
    "Change",
    "ChangeLogHead",
    "ContentCheck",
    "ExternalLink",
    "Job",
    "LinkUse",
    "PreviewToken",
    "TokenScope",
    "PendingChange",
    "PendingPurge",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookEvent",
}


@pytest.mark.parametrize("label", OUR_APPS)
def test_each_field_of_a_model_has_help(label):
    without_help = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config(label).get_models()
        if model.__name__ not in WRITTEN_BY_THE_SITE
        for field in model._meta.local_fields
        if field.editable and not field.help_text and not is_of_the_framework(field)
    ]

    assert without_help == []


def is_of_the_framework(field):
    """Return whether Django or Wagtail brings the field, its label and what is to say of it."""
    tree = ("page", "page_ptr", "locale", "translation_key", "sort_order", "id")
    models = (AbstractUser, AbstractDocument, AbstractImage, LockableMixin, DraftStateMixin)
    inherited = {field for model in models for field in model._meta.get_fields()}
    names = {base.name for base in inherited} | {"filter_spec", "image"}
    return field.name in tree or (
        field.name in names and field.model._meta.app_label == "univercity"
    )


@EACH_BLOCK
def test_block_has_a_preview(name):
    assert BLOCKS[name].is_previewable


@LANGUAGES
@EACH_BLOCK
def test_preview_of_a_block_is_rendered_as_html_and_json(name, language, choices, db, rf):
    block = BLOCKS[name]
    value = block.get_preview_value()

    with translation.override(language):
        html = block.render(value, {"request": rf.get("/")})
        answer = json.loads(json.dumps(block.get_api_representation(value, {})))

    assert html.strip()
    assert texts(answer) - known_only_to_api(answer) <= words_of(html)


@EACH_BLOCK
def test_block_that_is_still_empty_can_be_previewed(name, choices, db, rf):
    block = BLOCKS[name]
    value = empty_value(block)

    block.render(value, {"request": rf.get("/")})
    json.dumps(block.get_api_representation(value, {}))


def item_of(menu, name):
    """Return what ``menu`` answers for the preview of one of its blocks, as pure JSON."""
    stream = menu.to_python([])
    stream.append((name, menu.child_blocks[name].get_preview_value()))
    return json.loads(json.dumps(menu.get_api_representation(stream, {})))[0]


@LANGUAGES
@pytest.mark.parametrize("block_class", OFFERED)
def test_preview_of_a_block_answers_as_the_document_says(block_class, language, choices, db):
    with translation.override(language):
        item = item_of(*OFFERED[block_class])

    assert errors_of(item, {"$ref": f"#/components/schemas/{block_class}"}) == []


def empty_value(block):
    """Return what an unfinished draft holds: nothing in any field."""
    if not isinstance(block, blocks.StructBlock):
        return block.to_python("")
    fields = block.child_blocks.items()
    empty = {name: "" if isinstance(field, TEXT_BLOCKS) else None for name, field in fields}
    lists = {name: [] for name, field in fields if isinstance(field, blocks.ListBlock)}
    nested_values = {
        name: dict.fromkeys(field.child_blocks)
        for name, field in fields
        if isinstance(field, blocks.StructBlock)
    }
    return block.to_python({**empty, **lists, **nested_values})


def texts(answer):
    """Return the texts of an API answer that a reader sees."""
    if isinstance(answer, dict):
        names = ("text", "heading", "person", "role", "title", "caption", "kicker", "statement")
        own = {value for key, value in answer.items() if key in names and isinstance(value, str)}
        return own.union(*(texts(value) for value in answer.values()))
    if isinstance(answer, list):
        return set().union(*(texts(item) for item in answer))
    return set()


def known_only_to_api(answer):
    """Return what HTML does not show: titles of images, films and captions; and empty texts."""
    files = [item for item in walk(answer) if "renditions" in item or "size" in item]
    shown = [item["document"] for item in walk(answer) if "document" in item]
    return {item["title"] for item in files if item not in shown} | {""}


def walk(answer):
    if isinstance(answer, dict):
        yield answer
    for item in answer.values() if isinstance(answer, dict) else answer:
        if isinstance(item, (dict, list)):
            yield from walk(item)


class words_of(str):
    """The text of a page, as a set that contains each of its parts."""

    def __ge__(self, parts):
        return all(part.replace("<p>", "").replace("</p>", "") in self for part in parts)
