"""Translation of media: texts are translated, files are shared and can be exchanged."""

import json

import pytest
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)
from wagtail_localize.operations import translate_object

from tests.factories import DocumentFactory, StandardPageFactory
from tests.sample_content import media, raw


@pytest.fixture
def translation(home, english, django_capture_on_commit_callbacks):
    """The translation of a page with each block of images, films, sound and files."""
    body = json.dumps(raw(media(0, "<p>Hier wird gebaut.</p>", {"label": "Mehr", "page": home.pk})))
    page = StandardPageFactory(parent=home, body=body)
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(page, [english])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=english,
            context=segment.context,
            data=f"[{segment.string.data}]",
        )
    return translation


def english_blocks(translation):
    """Return the values of the translated page's body by block type."""
    translation.save_target(publish=False)
    page = translation.get_target_instance().get_latest_revision_as_object()
    return {block.block_type: block for block in page.body}


def answer(block):
    return block.block.get_api_representation(block.value)


def test_texts_of_media_are_translated(translation):
    blocks = english_blocks(translation)

    gallery = answer(blocks["gallery"])["images"]
    assert [image["image"]["alt"] for image in gallery] == ["[Szene 0.0]", "[Szene 0.1]"]
    assert answer(blocks["hosted_video"])["transcript"] == "<p>[Guten Abend!]</p>"
    assert answer(blocks["instagram"])["text"] == "[Kakteen im Gewächshaus.]"
    assert blocks["image_with_text"].value["image"].contextual_alt_text == "[Werkstatt 0]"


def test_files_and_durations_of_media_stay_the_same(translation):
    source = translation.source.get_source_instance()
    german = {block.block_type: block for block in source.body}
    english = english_blocks(translation)

    for name in ("hosted_video", "sign_language_video", "audio"):
        assert answer(english[name])["sources"] == answer(german[name])["sources"]
        assert answer(english[name])["duration"] == answer(german[name])["duration"]


def test_captions_can_be_exchanged_for_those_in_english(translation):
    captions = DocumentFactory(filename="film-en.vtt", language="en")
    segment = OverridableSegment.objects.get(
        source=translation.source, context__path__endswith=".captions"
    )
    SegmentOverride.objects.create(
        locale=translation.target_locale, context=segment.context, data_json=json.dumps(captions.pk)
    )

    video = answer(english_blocks(translation)["hosted_video"])

    assert (video["captions"]["id"], video["captions"]["language"]) == (captions.pk, "en")


def test_translator_sees_which_files_can_be_exchanged(translation):
    paths = OverridableSegment.objects.filter(source=translation.source).values_list(
        "context__path", flat=True
    )

    names = {path.rsplit(".", 1)[1] for path in paths}
    assert {"image", "poster", "file", "captions", "document"} <= names
