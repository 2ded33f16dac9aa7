"""What check_contract says of a changed OpenAPI document, and which pages it names."""

import copy
import io
import json
import os

import pytest
from django.core.management import CommandError, call_command
from django.db.models import JSONField, Value
from hypothesis import given, settings
from hypothesis import strategies as st

from home.models import StandardPage
from tests.content import raw
from tests.factories import SharedContentFactory, StandardPageFactory
from tests.openapi import walk
from univercity.api.content.contract import compare_documents
from univercity.api.content.contract_pages import hit_blocks, hit_pages
from univercity.api.content.document import SNAPSHOT, openapi_document, openapi_text
from univercity.api.content.schema_changes import Change

REF = "#/components/schemas/"


def without_block(document, name):
    """Return ``document`` as it is when a block class is gone from all menus."""
    changed = copy.deepcopy(document)
    del changed["components"]["schemas"][name]
    for schema in changed["components"]["schemas"].values():
        if "discriminator" in schema:
            schema["oneOf"] = [item for item in schema["oneOf"] if item["$ref"] != REF + name]
            mapping = schema["discriminator"]["mapping"]
            schema["discriminator"]["mapping"] = {
                key: ref for key, ref in mapping.items() if ref != REF + name
            }
    return changed


def with_schema(name, **keywords):
    """Return the document with keywords of one component changed."""
    changed = copy.deepcopy(openapi_document())
    changed["components"]["schemas"][name].update(keywords)
    return changed


def with_field(name, field, schema):
    """Return the document with one field of a component changed."""
    fields = openapi_document()["components"]["schemas"][name]["properties"]
    return with_schema(name, properties={**fields, field: schema})


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
        (
            lambda: with_field("HomePageCreateSchema", "colour", {"type": "string"}),
            False,
            "HomePageCreateSchema.colour: is new",
        ),
        (
            lambda: with_schema("HomePageCreateSchema", required=["meta", "title", "slug"]),
            True,
            "HomePageCreateSchema.slug: is never missing",
        ),
    ],
)
def test_change_is_told_in_plain_words(new, breaking, what):
    assert (breaking, what) in changes_to(new())


def places(document, keyword):
    """Return every dict in the components and operations that has ``keyword``."""
    parts = [document["components"]["schemas"], document["paths"]]
    return [part for part in walk(parts) if isinstance(part.get(keyword), (dict, list))]


def draw_place(draw, keyword, enough=lambda place: True):
    document = copy.deepcopy(openapi_document())
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
    document = copy.deepcopy(openapi_document())
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


@settings(max_examples=40)
@given(st.one_of(removals(), removed_names()))
def test_every_removal_breaks(document):
    changes = compare_documents(openapi_document(), document)

    assert any(change.breaking for change in changes)


@settings(max_examples=40)
@given(additions())
def test_every_addition_is_additive(document):
    changes = compare_documents(openapi_document(), document)

    assert changes
    assert [str(change) for change in changes if change.breaking] == []


@settings(max_examples=15)
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


@pytest.fixture
def quoting(home):
    """Live pages with a quote: plain, in a section, in shared content; and a draft."""
    quote = ("quote", {"text": "Wer fragt, gehört dazu.", "person": "Ada", "role": ""})
    section = {"content": raw([quote]), "background": "light", "width": "page"}
    shared = SharedContentFactory(body=json.dumps(raw([quote])))
    bodies = {
        "plain": [quote],
        "section": [("section", section)],
        "shared": [("shared_content", {"content": shared.pk})],
        "none": [("lead", "Jede Woche.")],
    }
    for slug, body in bodies.items():
        StandardPageFactory(parent=home, title=slug, slug=slug, body=json.dumps(raw(body)))
    draft = json.dumps(raw([quote]))
    StandardPageFactory(parent=home, title="draft", slug="draft", live=False, body=draft)


def test_live_pages_are_named_with_the_blocks_that_break(quoting):
    found = {page.title: (page.language, page.blocks) for page in hit_pages({"quote", "video"})}

    expected = ("de", ("quote",))
    assert found == {"plain": expected, "section": expected, "shared": expected}


def test_block_that_is_gone_from_the_code_is_still_found(home):
    body = [{"type": "bygone", "value": {"text": "Es war einmal"}, "id": "1"}]
    page = StandardPageFactory(parent=home, title="Alt", slug="alt")
    StandardPage.objects.filter(pk=page.pk).update(body=Value(body, JSONField()))

    (found,) = hit_pages({"bygone"})

    assert str(found) == f"Alt (de) {page.full_url}: bygone"


def check(tmp_path, document):
    """Run the command against ``document``; return what it says, and its error if there is one."""
    path = tmp_path / "earlier.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    output, error = io.StringIO(), ""
    try:
        call_command("check_contract", against=path, stdout=output)
    except CommandError as raised:
        error = str(raised)
    return output.getvalue(), error


def test_command_accepts_what_is_additive(tmp_path, db):
    earlier = with_schema("QuoteShape", required=["text", "person"])

    output, error = check(tmp_path, earlier)

    assert (output, error) == (
        "Additive:\n  QuoteShape.role: is never missing\n"
        "Nothing breaks clients made from earlier.json.\n",
        "",
    )


def test_command_fails_on_what_breaks_and_names_the_pages(tmp_path, quoting):
    earlier = with_field("QuoteShape", "year", {"type": "integer"})

    output, error = check(tmp_path, earlier)

    assert error == "1 breaking changes since earlier.json."
    assert "Breaking:\n  QuoteShape.year: is gone\nLive pages with blocks that break:" in output
    assert "plain (de) http" in output


def test_command_says_where_no_page_is_hit(tmp_path, home):
    output, error = check(tmp_path, with_field("QuoteShape", "year", {"type": "integer"}))

    assert output.endswith("No live page is hit.\n")
    assert error


def test_command_refuses_what_is_no_document(tmp_path):
    path = tmp_path / "broken.json"
    path.write_text("{", encoding="utf-8")

    with pytest.raises(CommandError, match="is no OpenAPI document"):
        call_command("check_contract", against=path)


def test_reviewed_document_is_that_of_the_code():
    """After a wanted change: WRITE_SNAPSHOTS=1, read the difference and what the command says."""
    if os.environ.get("WRITE_SNAPSHOTS"):
        SNAPSHOT.write_text(openapi_text(), encoding="utf-8")

    assert SNAPSHOT.read_text(encoding="utf-8") == openapi_text()
