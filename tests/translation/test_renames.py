"""What is renamed keeps its translations."""

import json

import pytest
from django.apps import apps
from wagtail_localize.models import TranslationContext, TranslationSource

from calendar_pages.models import EventDate
from home.models import StandardPage
from tests.factories import EventDateFactory, EventPageFactory, StandardPageFactory
from tests.sample_content import listed, raw, stored
from tests.translation.test_localize import submit, translate_all
from univercity.translation.renames import rename_in_translations

__all__ = ["submit"]  # a fixture

MODEL = "home.StandardPage"


def body():
    """Return the same kinds of block at the top, in a section, and in columns of a section."""
    heading = {"text": "Oben", "level": "2"}
    item = {"title": "Wann?", "text": "<p>Heute <a href='https://a.example/x.y'>hier</a></p>"}
    column = stored([("heading", {"text": "Spalte", "level": "3"})])
    content = stored(
        [("heading", {"text": "Innen", "level": "3"}), ("columns", {"columns": listed(column)})]
    )
    return raw(
        [
            ("heading", heading),
            ("accordion", {"heading": "Fragen", "items": listed(item)}),
            ("section", {"content": content, "background": "dark", "width": "page"}),
        ]
    )


@pytest.fixture
def translation(home, submit):
    page = StandardPageFactory(parent=home, body=json.dumps(body()))
    translate_all(submit(home))
    translation = submit(page)
    translate_all(translation)
    return translation


def run(operation, backwards=False):
    code = operation.reverse_code if backwards else operation.code
    code(apps, None)


def at(*names):
    """Return the block of the field ``body`` at a path of types."""
    block = StandardPage.body.field.stream_block
    for name in names:
        block = block.child_block if name == "item" else block.child_blocks[name]
    return block


def rename_child(monkeypatch, parent, old, new):
    """Give a child of a block another name for the test."""
    children = {new if key == old else key: child for key, child in parent.child_blocks.items()}
    monkeypatch.setattr(parent, "child_blocks", children)


@pytest.fixture
def renamed_title(translation, monkeypatch):
    """The title of an entry of an accordion is renamed, in the block and in what pages store."""
    rename_child(monkeypatch, at("accordion", "items", "item"), "title", "question")
    content = body()
    [entry] = content[1]["value"]["items"]
    entry["value"]["question"] = entry["value"].pop("title")
    page = translation.source.get_source_instance()
    StandardPage.objects.filter(pk=page.pk).update(body=json.dumps(content))


def test_field_of_a_block_keeps_its_translations(translation, renamed_title):
    before = translation.get_progress()

    items = "body.accordion.items.item"
    run(rename_in_translations(MODEL, f"{items}.title", f"{items}.question"))
    TranslationSource.objects.get(pk=translation.source_id).update_from_db()

    assert translation.get_progress() == before
    assert before[0] == before[1] > 0


def test_without_the_operation_the_translation_is_lost(translation, renamed_title):
    total, translated = translation.get_progress()

    TranslationSource.objects.get(pk=translation.source_id).update_from_db()

    assert translation.get_progress() == (total, translated - 1)


RENAMES = [
    ("body.heading.text", "body.heading.words"),
    ("body.accordion.items.item.text", "body.accordion.items.item.answer"),
    ("body.section.content.heading", "body.section.content.title"),
    (
        "body.section.content.columns.columns.item.heading.text",
        "body.section.content.columns.columns.item.heading.words",
    ),
    ("body.section", "body.part"),
    ("body", "content"),
    ("title", "name"),
]


def state(translation):
    contexts = TranslationContext.objects.filter(object=translation.source.object)
    source = TranslationSource.objects.get(pk=translation.source_id)
    content = json.loads(source.content_json)
    return (
        sorted(contexts.values_list("pk", "path", "field_path", "path_id")),
        {name: json.loads(value) if name == "body" else value for name, value in content.items()},
    )


@pytest.mark.parametrize(("old", "new"), RENAMES, ids=lambda path: path)
def test_rename_is_taken_back_by_its_reverse(translation, old, new):
    before = state(translation)
    operation = rename_in_translations(MODEL, old, new)

    run(operation)
    between = TranslationContext.objects.filter(object=translation.source.object)
    assert between.filter(field_path__startswith=new).exists()
    run(operation, backwards=True)

    assert state(translation) == before


def test_paths_in_the_index_fit_the_paths(translation):
    run(rename_in_translations(MODEL, "body.heading.text", "body.heading.words"))

    for context in TranslationContext.objects.all():
        assert context.path_id == TranslationContext._get_path_id(context.path)


def test_other_blocks_of_the_same_name_are_left_alone(translation):
    run(rename_in_translations(MODEL, "body.heading.text", "body.heading.words"))

    contexts = TranslationContext.objects.filter(object=translation.source.object)
    paths = sorted(contexts.values_list("field_path", flat=True))
    assert "body.heading.words" in paths
    assert "body.section.content.heading.text" in paths
    assert "body.accordion.items.item.text" in paths


def test_field_of_rows_keeps_its_translations(home, calendar, submit):
    event = EventPageFactory(parent=calendar)
    EventDateFactory(page=event, title="Was Sterne erzählen")
    translate_all(submit(home))
    translate_all(submit(calendar))
    translation = submit(event)
    translate_all(translation)
    key = EventDate.objects.get(page=event).translation_key

    run(rename_in_translations("calendar_pages.EventPage", "dates.*.title", "dates.*.headline"))

    context = TranslationContext.objects.get(field_path="dates.headline")
    assert context.path == f"dates.{key}.headline"
    [row] = json.loads(TranslationSource.objects.get(pk=translation.source_id).content_json)[
        "dates"
    ]
    assert row["headline"] == "Was Sterne erzählen"


def test_only_the_last_part_is_renamed():
    with pytest.raises(ValueError, match="last part"):
        rename_in_translations(MODEL, "body.quote.text", "content.quote.text")
