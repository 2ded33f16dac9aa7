"""Every block, at every depth, is typed in the OpenAPI document, and answers what it says."""

import json
from typing import get_args, get_type_hints

import pytest
from django.utils import translation
from wagtail import blocks
from wagtail.models import get_page_models

import calendar_pages.serializers
import network.serializers
from calendar_pages.models import EventPage
from network.blocks import PrincipleStream
from network.models import PartnerPage
from tests.api.openapi import errors_of, page_schema, strict_schemas, walk
from tests.block_walk import menus
from tests.factories import (
    ImageFactory,
    StandardPageFactory,
)
from tests.sample_content import raw, story
from univercity.api.openapi.document import openapi_document
from univercity.content.media.documents import Document
from univercity.content.media.images import Image
from univercity.content.media.renditions import SETS
from univercity.content.representations.block_types import Undeclared, type_of
from univercity.content.representations.shapes import Licence, Readable, RenditionSets, SetName

#: Every menu by its class, as each class is typed once.
MENUS = {type(menu).__name__: menu for _path, menu in menus()}
#: Every block on offer by its class; all menus type it alike.
OFFERED = {
    type(block).__name__: block for menu in MENUS.values() for block in menu.child_blocks.values()
}
TYPES = "type", "$ref", "anyOf", "oneOf", "allOf", "const", "enum"


@pytest.mark.parametrize("version", ["v2", "v3"])
def test_page_with_every_block_answers_as_the_document_says(
    client, home, leitbild, calendar, translate, version
):
    page = StandardPageFactory(parent=home, body=json.dumps(raw(story(2, leitbild))))
    translate(home, slug="home")
    english = translate(page, slug="page")

    answers = [client.get(f"/api/{version}/pages/{key}/").json() for key in (page.pk, english.pk)]

    schema = strict_schemas()["StandardPageSchema"]["properties"]["body"]
    assert [errors_of(answer["body"], schema) for answer in answers] == [[], []]


def test_answer_that_is_not_as_the_document_says_is_found(client, home):
    page = StandardPageFactory(parent=home, body=json.dumps(raw([("lead", "Jede Woche.")])))
    answer = client.get(f"/api/v3/pages/{page.pk}/").json()

    answer["body"][0]["value"] = None
    answer["body"].append({"type": "surprise", "id": None, "value": ""})

    assert len(errors_of(answer, page_schema(answer))) == 2


def described_schemas():
    """Return the schemas of streams and of everything inside them, by name."""
    schemas = openapi_document()["components"]["schemas"]
    queue = [name for name in schemas if name.endswith("Item") or name.endswith("Block")]
    found = {}
    while queue:
        name = queue.pop()
        found[name] = schemas[name]
        refs = {part["$ref"].rpartition("/")[2] for part in walk(schemas[name]) if "$ref" in part}
        queue += refs - found.keys()
    return found


def test_nothing_inside_a_stream_is_without_a_type():
    untyped = [
        f"{name}.{key}"
        for name, schema in described_schemas().items()
        for part in walk(schema)
        for key, child in [*part.get("properties", {}).items(), ("items", part.get("items"))]
        if child is not None and not any(word in child for word in TYPES)
    ]

    assert untyped == []


def test_each_block_on_offer_is_in_the_union_of_its_menu():
    schemas = openapi_document()["components"]["schemas"]
    unions = {
        frozenset(schema["discriminator"]["mapping"])
        for name, schema in schemas.items()
        if schema.get("discriminator", {}).get("propertyName") == "type"
    }

    expected = {
        frozenset(menu.child_blocks) for menu in MENUS.values() if len(menu.child_blocks) > 1
    }
    assert unions == expected


def test_block_is_described_in_the_words_of_the_editor_in_english():
    schemas = openapi_document()["components"]["schemas"]

    with translation.override(None):
        words = {
            name: (str(block.meta.label), str(block.meta.description))
            for name, block in OFFERED.items()
        }
    found = {name: (schemas[name]["title"], schemas[name]["description"]) for name in words}
    assert found == words


def test_document_is_the_same_in_every_language(client, home):
    english = client.get("/api/v3/openapi.json", headers={"Accept-Language": "en"})
    german = client.get("/api/v3/openapi.json", headers={"Accept-Language": "de"})

    assert german.json() == english.json() == openapi_document()


def test_document_can_be_switched_off(client, home, settings):
    settings.WAGTAILAPI_DOCS_ENABLED = False

    assert client.get("/api/v3/openapi.json").status_code == 404


def test_block_that_does_not_say_what_it_answers_is_refused():
    with pytest.raises(Undeclared):
        type_of(blocks.RawHTMLBlock())


def test_named_sets_of_renditions_are_those_of_the_site():
    assert set(get_args(SetName)) == SETS.keys()
    assert set(get_type_hints(RenditionSets)) == {*SETS, "original"}


@pytest.mark.parametrize(
    ("codes", "choices"),
    [
        (network.serializers.Kind, PartnerPage.Kind),
        (network.serializers.Status, PartnerPage.Status),
        (calendar_pages.serializers.Kind, EventPage.Kind),
        (calendar_pages.serializers.Status, EventPage.Status),
        (Licence, Image.Licence),
        (Readable, Document.Accessibility),
    ],
)
def test_codes_in_answers_are_those_to_choose_from(codes, choices):
    assert list(get_args(codes)) == choices.values


def test_columns_of_pages_are_never_missing_and_null_only_where_stored_so():
    schemas = openapi_document()["components"]["schemas"]

    for model in get_page_models():
        schema = schemas.get(f"{model.__name__}Schema", {"properties": {}})
        for name in schema["properties"].keys() - {"id", "meta"}:
            assert name in schema["required"], (model, name)
            column = next((field for field in model._meta.fields if field.name == name), None)
            if column and not column.is_relation:
                can_be_null = {"type": "null"} in schema["properties"][name].get("anyOf", ())
                assert can_be_null == column.null, (model, name)


def test_image_carries_focal_point_and_original(client, home):
    image = ImageFactory()
    image.focal_point_x, image.focal_point_y = image.width // 2, 0
    image.focal_point_width, image.focal_point_height = image.width, image.height // 4
    image.save()
    page = StandardPageFactory(parent=home, teaser_image=image)

    answer = client.get(f"/api/v3/pages/{page.pk}/").json()["teaser_image"]

    half = image.width // 2 / image.width
    high = round(image.height // 4 / image.height, 4)
    assert answer["focal_point"] == {"x": half, "y": 0.0, "width": 1.0, "height": high}
    (original,) = answer["renditions"]["original"]
    assert (original["width"], original["height"]) == (image.width, image.height)
    assert original["src"].startswith("http")


def test_text_that_was_never_stored_is_empty_and_not_null(home, client):
    body = [{"type": "quote", "value": {"text": "Wer fragt, gehört dazu."}, "id": "1"}]
    page = StandardPageFactory(parent=home, body=json.dumps(body))

    answer = client.get(f"/api/v3/pages/{page.pk}/").json()

    assert answer["body"][0]["value"] == {
        "text": "Wer fragt, gehört dazu.",
        "person": "",
        "role": "",
    }


def test_stored_value_that_no_longer_fits_does_not_break_the_page(home, client):
    notice = {"kind": "rumour", "heading": "Neues", "text": "<p>x</p>"}
    page = StandardPageFactory(parent=home, body=json.dumps(raw([("notice", notice)])))

    answer = client.get(f"/api/v3/pages/{page.pk}/").json()

    assert answer["body"][0]["value"]["kind"] == "rumour"


def test_items_of_principles_carry_what_their_stream_adds():
    schema = openapi_document()["components"]["schemas"]["PrincipleBlock"]

    added = set(get_type_hints(get_args(type_of(PrincipleStream()))[0]))
    assert {"number", "anchor"} < added == schema["properties"].keys()
