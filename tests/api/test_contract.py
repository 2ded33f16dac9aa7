"""What check_contract says of a changed OpenAPI document, and which pages it names."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.api.openapi import REF, walk, with_field, with_schema, without_block
from tests.fuzzing import examples
from univercity.api.openapi.contract import compare_documents
from univercity.api.openapi.contract_pages import hit_blocks
from univercity.api.openapi.document import openapi_document
from univercity.api.openapi.schema_changes import Change


def changes_to(new):
    return [(change.breaking, str(change)) for change in compare_documents(openapi_document(), new)]


def test_document_does_not_differ_from_itself():
    assert compare_documents(openapi_document(), openapi_document()) == []


def test_block_that_is_gone_breaks():
    changes = changes_to(without_block(openapi_document(), "QuoteBlock"))

    gone = (True, "QuoteBlock: is gone; generated clients know it by this name")
    assert gone in changes
    assert (True, "StoryItem: can no longer be QuoteBlock") in changes
    assert all(breaking for breaking, _what in changes)


def test_component_with_another_name_is_recognised():
    document = openapi_document()
    schemas = {
        ("CiteShape" if name == "QuoteShape" else name): schema
        for name, schema in document["components"]["schemas"].items()
    }

    changes = changes_to({**document, "components": {"schemas": schemas}})

    renamed = "QuoteShape: is now called CiteShape; generated clients know it by this name"
    assert (True, renamed) in changes


@pytest.mark.parametrize(
    ("new", "breaking", "what"),
    [
        (
            lambda: with_field("QuoteShape", "role", {"type": "integer", "title": "Role"}),
            True,
            "QuoteShape.role: can no longer be string",
        ),
        (
            lambda: with_field(
                "FocalPointShape", "x", {"anyOf": [{"type": "number"}, {"type": "null"}]}
            ),
            True,
            "FocalPointShape.x: may also be null",
        ),
        (
            lambda: with_schema("QuoteShape", required=["text", "person"]),
            True,
            "QuoteShape.role: may be missing",
        ),
        (
            lambda: with_field(
                "NoticeShape", "kind", {"type": "string", "enum": ["info", "warning"]}
            ),
            True,
            'NoticeShape.kind: can no longer be "success"',
        ),
        (
            lambda: with_field(
                "NoticeShape",
                "kind",
                {"type": "string", "enum": ["info", "warning", "success", "tip"]},
            ),
            False,
            'NoticeShape.kind: may be "tip"; '
            "clients show codes they do not know as they do without one",
        ),
        (
            lambda: with_field("QuoteShape", "year", {"type": "integer"}),
            False,
            "QuoteShape.year: is new",
        ),
    ],
)
def test_change_is_told_in_plain_words(new, breaking, what):
    assert (breaking, what) in changes_to(new())


def taking_notes(fields, required):
    """Return the document with an operation to which clients send a note."""
    changed = copy.deepcopy(openapi_document())
    note = {"type": "object", "properties": {name: {"type": "string"} for name in fields}}
    changed["components"]["schemas"]["Note"] = {**note, "required": required}
    content = {"application/json": {"schema": {"$ref": REF + "Note"}}}
    post = {"requestBody": {"content": content}, "responses": {}}
    changed["paths"]["/api/v3/notes/"] = {"post": post}
    return changed


@pytest.mark.parametrize(
    ("fields", "required", "breaking", "what"),
    [
        (["text", "kind", "colour"], ["text"], False, "Note.colour: is new"),
        (["text", "kind"], ["text", "kind"], True, "Note.kind: is never missing"),
    ],
)
def test_what_clients_send_may_not_be_asked_for_more(fields, required, breaking, what):
    before = taking_notes(["text", "kind"], ["text"])

    changes = compare_documents(before, taking_notes(fields, required))

    assert [(change.breaking, str(change)) for change in changes] == [(breaking, what)]


def places(document, keyword):
    """Return every dict in the components and operations that has ``keyword``."""
    parts = [document["components"]["schemas"], document["paths"]]
    return [part for part in walk(parts) if isinstance(part.get(keyword), (dict, list))]


class Example(dict):
    """A document, of which Hypothesis says no more than that it is one."""

    def __repr__(self):
        return "<OpenAPI document>"


def draw_place(draw, keyword, enough=lambda place: True):
    document = Example(copy.deepcopy(openapi_document()))
    found = [place for place in places(document, keyword) if place[keyword] and enough(place)]
    return document, found[draw(st.integers(0, len(found) - 1))]


@st.composite
def removals(draw):
    """The document without one part of it."""
    keyword = draw(st.sampled_from(["properties", "enum", "oneOf", "responses", "parameters"]))
    document, place = draw_place(draw, keyword)
    part = place[keyword]
    key = draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
    del part[key]
    return document


@st.composite
def removed_names(draw):
    """The document without one component or one address."""
    document = Example(copy.deepcopy(openapi_document()))
    part = draw(st.sampled_from([document["components"]["schemas"], document["paths"]]))
    del part[draw(st.sampled_from(sorted(part)))]
    return document


@st.composite
def additions(draw):
    """The document with one more part, which nobody has to send."""
    keyword = draw(st.sampled_from(["properties", "enum", "oneOf", "responses", "parameters"]))
    document, place = draw_place(draw, keyword, lambda place: is_extensible(place, keyword))
    part = place[keyword]
    if isinstance(part, dict):
        part["added"] = {"type": "string"} if keyword == "properties" else {"description": "Added"}
    else:
        part.append(
            {
                "enum": "added",
                "oneOf": {"$ref": REF + "Added"},
                "parameters": {"in": "query", "name": "added", "schema": {"type": "string"}},
            }[keyword]
        )
    return document


def is_extensible(place, keyword):
    """Return whether more may come: a union without discriminator is closed."""
    return keyword != "oneOf" or "discriminator" in place


@settings(max_examples=examples(40))
@given(st.one_of(removals(), removed_names()))
def test_every_removal_breaks(document):
    changes = compare_documents(openapi_document(), document)

    assert any(change.breaking for change in changes)


@settings(max_examples=examples(40))
@given(additions())
def test_every_addition_is_additive(document):
    changes = compare_documents(openapi_document(), document)

    assert changes
    assert [str(change) for change in changes if change.breaking] == []


@settings(max_examples=examples(15))
@given(removals())
def test_what_breaks_one_way_is_seen_the_other_way_too(document):
    assert compare_documents(document, openapi_document())


def test_change_inside_a_part_hits_every_block_that_has_it():
    change = Change(True, "RowShape.values", "can no longer be array")
    other = Change(False, "QuoteShape.year", "is new")

    assert hit_blocks(openapi_document(), [change, other]) == {"table"}


def test_block_that_holds_others_is_not_hit_by_them():
    change = Change(True, "QuoteShape.role", "is gone")

    assert hit_blocks(openapi_document(), [change]) == {"quote"}
