"""All text is handed to translators, and comes back: every block, every field, every letter."""

import itertools
import json
import unicodedata

import pytest
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField
from wagtail.images.blocks import ImageBlock
from wagtail.models import TranslatableMixin, get_translatable_models
from wagtail_localize.fields import TranslatableField, get_translatable_fields
from wagtail_localize.models import StringSegment, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from calendar_pages.models import EventTopic
from tests.block_walk import OUR_APPS, all_blocks, stream_fields
from tests.factories import EventPageFactory, ImageFactory, StandardPageFactory, TopicFactory
from tests.sample_content import raw
from tests.translation.test_localize import submit, translate_all

__all__ = ["submit"]  # a fixture

TEXT = (blocks.CharBlock, blocks.TextBlock)
NUMBERS = itertools.count()


def numbered(prefix):
    return f"{prefix} {next(NUMBERS)}"


def filled(block, image):
    """Return what ``block`` would store with a text of its own in each place for text."""
    if isinstance(block, ImageBlock):
        return {"image": image.pk, "alt_text": numbered("Alt"), "decorative": False}
    if isinstance(block, TypedTableBlock):
        return table(block, image)
    if isinstance(block, blocks.StructBlock):
        return {name: filled(child, image) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        item = filled(block.child_block, image)
        return [{"type": "item", "value": item, "id": numbered("item")}]
    if isinstance(block, blocks.StreamBlock):
        return [
            {"type": name, "value": filled(child, image), "id": numbered("block")}
            for name, child in block.child_blocks.items()
        ]
    if isinstance(block, blocks.RichTextBlock):
        return f"<p>{numbered('Text')}</p>"
    if isinstance(block, TEXT) and not isinstance(block, (blocks.URLBlock, blocks.EmailBlock)):
        return numbered("Text")
    return block.get_prep_value(block.get_default())


def table(block, image):
    columns = [{"type": name, "heading": numbered("Text")} for name in block.child_blocks]
    cells = [filled(child, image) for child in block.child_blocks.values()]
    return {"caption": numbered("Text"), "columns": columns, "rows": [{"values": cells}]}


def texts_in(value):
    """Return the texts that ``filled`` put into a value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return {text for item in value for text in texts_in(item)}
    text = str(value).removeprefix("<p>").removesuffix("</p>")
    return {text} if text.startswith(("Text", "Alt")) else set()


def synchronised_texts(block, value):
    """Return the texts in fields that their blocks declare as the same in every language."""
    if isinstance(block, ImageBlock):
        return set()
    if isinstance(block, blocks.StructBlock):
        names = block.meta.synchronised
        own = {text for name in names for text in texts_in(value[name])}
        inner = (synchronised_texts(block.child_blocks[name], value[name]) for name in value)
        return own.union(*inner)
    if isinstance(block, blocks.ListBlock):
        return {t for item in value for t in synchronised_texts(block.child_block, item["value"])}
    if isinstance(block, blocks.StreamBlock):
        children = ((block.child_blocks[item["type"]], item["value"]) for item in value)
        return {text for child, inner in children for text in synchronised_texts(child, inner)}
    return set()


def strings(segments):
    return {item.string.data for item in segments if isinstance(item, StringSegmentValue)}


# Everything is extracted


@pytest.mark.parametrize("field", list(stream_fields()), ids=str)
def test_every_text_of_every_block_is_extracted_or_declared_synchronised(field, db):
    image = ImageFactory()
    stored = filled(field.stream_block, image)

    segments = StreamFieldSegmentExtractor(field).handle_stream_block(
        field.stream_block.to_python(stored)
    )

    synchronised = synchronised_texts(field.stream_block, stored)
    assert strings(segments) == texts_in(stored) - synchronised


def our_translatable_models():
    return [
        model
        for model in get_translatable_models(include_subclasses=True)
        if model._meta.app_label in OUR_APPS and not model._meta.abstract
    ]


@pytest.mark.parametrize("model", our_translatable_models(), ids=lambda model: model.__name__)
def test_every_text_of_every_model_is_translated_or_declared_synchronised(model):
    fields = {field.field_name: field for field in get_translatable_fields(model)}
    declared = {field.field_name for field in getattr(model, "override_translatable_fields", [])}

    for field in model._meta.get_fields():
        is_ours = getattr(field, "model", None) is model
        if not is_ours or not getattr(field, "editable", False) or field.auto_created:
            continue
        assert not isinstance(field, ParentalManyToManyField), field  # rows are translated instead
        is_text = isinstance(field, (models.TextField, RichTextField)) or (
            isinstance(field, models.CharField) and not field.choices
        )
        is_address = isinstance(field, (models.URLField, models.EmailField))
        if is_text and not is_address and field.name not in declared:
            assert isinstance(fields[field.name], TranslatableField), field


@pytest.mark.parametrize("model", our_translatable_models(), ids=lambda model: model.__name__)
def test_rows_with_texts_are_translated(model):
    """A row that is not translatable is copied: it may hold facts only."""
    for relation in model._meta.related_objects:
        if not isinstance(relation, models.ManyToOneRel) or not hasattr(
            relation.remote_field, "model"
        ):
            continue
        row = relation.related_model
        is_child = type(relation.remote_field).__name__ == "ParentalKey"
        if is_child and row._meta.app_label in OUR_APPS and not issubclass(row, TranslatableMixin):
            texts = [
                field.name
                for field in row._meta.concrete_fields
                if isinstance(field, (models.CharField, models.TextField)) and not field.choices
            ]
            assert texts == [], row


def test_rich_text_offers_no_images_whose_alt_texts_would_be_lost():
    features = {
        feature
        for _path, block in all_blocks()
        if isinstance(block, blocks.RichTextBlock)
        for feature in block.features or ["image"]
    }

    assert features & {"image", "embed"} == set()


# What is special


def body_strings(source):
    rows = StringSegment.objects.filter(source=source, context__path__startswith="body")
    return list(rows.order_by("order").values_list("string__data", flat=True))


def test_field_that_a_block_declares_synchronised_stays_as_in_german(home, submit):
    quote = {"text": "Wer fragt, gehört dazu.", "person": "Dr. Ada Beispiel", "role": "Physikerin"}
    page = StandardPageFactory(parent=home, body=json.dumps(raw([("quote", quote)])))
    translate_all(submit(home))

    translation = submit(page)

    assert body_strings(translation.source) == ["Wer fragt, gehört dazu.", "Physikerin"]
    value = translate_all(translation).body[0].value
    assert (value["text"], value["person"]) == ("[Wer fragt, gehört dazu.]", "Dr. Ada Beispiel")


@pytest.mark.parametrize("stored", [{}, {"text": None}], ids=["missing", "null"])
def test_text_that_stored_content_does_not_have_keeps_no_page_from_translation(
    home, submit, stored
):
    heading = {"level": "2", **stored}
    quote = {"text": "Hallo", "person": None, "role": None}
    figure = {"caption": "Nur Text"}
    texts = [("lead", None), ("text", None)]
    body = raw([("heading", heading), ("quote", quote), *texts, ("figure", figure)])
    page = StandardPageFactory(parent=home, title="Titel", body=json.dumps(body))
    translate_all(submit(home))

    translation = submit(page)
    TranslationSource.objects.get(pk=translation.source_id).update_from_db()

    assert body_strings(translation.source) == ["Hallo", "Nur Text"]
    assert translate_all(translation).title == "[Titel]"


def test_wagtail_localize_alone_fails_at_a_missing_text():
    """While this holds, localize_patches/extraction.py is needed."""
    stock = StreamFieldSegmentExtractor.handle_block.__wrapped__

    with pytest.raises(TypeError):
        stock(StreamFieldSegmentExtractor(None), blocks.CharBlock(), None)


SPECIAL = "Wissen\u00adschaft und\u00a0„Neugier“ ‚hier‘ & <da> – z.\u202fB. 100\u202f%"


def test_soft_hyphens_spaces_and_quotes_come_back_as_they_are(home, submit):
    html = "<p>CO<sub>2</sub>\u00a0in Wissen\u00adschaft &amp; <b>Kunst</b> m<sup>2</sup></p>"
    body = raw([("lead", SPECIAL), ("text", html)])
    page = StandardPageFactory(parent=home, body=json.dumps(body))
    translate_all(submit(home))

    english_page = translate_all(submit(page))

    assert english_page.body[0].value == f"[{SPECIAL}]"
    assert english_page.body[1].value.source == html.replace("<p>", "<p>[").replace("</p>", "]</p>")


DECOMPOSED = unicodedata.normalize("NFD", "Größe")


def test_text_pasted_from_macos_is_stored_in_one_spelling(home):
    body = json.dumps(raw([("lead", DECOMPOSED), ("text", f"<p>{DECOMPOSED}</p>")]))

    page = StandardPageFactory(parent=home, title=DECOMPOSED, teaser=DECOMPOSED, body=body)

    page.refresh_from_db()
    assert (page.title, page.teaser, page.body[0].value) == ("Größe", "Größe", "Größe")
    assert page.body[1].value.source == "<p>Größe</p>"


# What is connected


def test_topic_that_is_taken_off_is_taken_off_in_english_too(home, calendar, submit):
    event = EventPageFactory(parent=calendar)
    row = EventTopic.objects.create(page=event, topic=TopicFactory(), locale=event.locale)
    translate_all(submit(home))
    translate_all(submit(calendar))
    translation = submit(event)
    assert translate_all(translation).topics.count() == 1
    row.delete()

    TranslationSource.objects.get(pk=translation.source_id).update_from_db()
    translation.refresh_from_db()

    assert translate_all(translation).topics.count() == 0


def test_translations_stay_with_blocks_that_change_places(home, submit):
    body = raw([("lead", "Eins"), ("text", "<p>Zwei</p>"), ("lead", "Drei")])
    page = StandardPageFactory(parent=home, body=json.dumps(body))
    translate_all(submit(home))
    translation = submit(page)
    translate_all(translation)
    page.body = json.dumps(list(reversed(body)))
    page.save_revision().publish()

    TranslationSource.objects.get(pk=translation.source_id).update_from_db()
    translation.refresh_from_db()

    total, translated = translation.get_progress()
    assert total == translated
    translation.save_target(publish=False)
    english_page = translation.get_target_instance().get_latest_revision_as_object()
    assert [str(block.value) for block in english_page.body][::2] == ["[Drei]", "[Eins]"]
