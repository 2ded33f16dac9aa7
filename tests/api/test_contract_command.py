"""The command check_contract: which live pages it names, and what it says."""

import io
import json
import os

import pytest
from django.core.management import CommandError, call_command
from django.db.models import JSONField, Value

from home.models import StandardPage
from tests.api.openapi import with_field, with_schema
from tests.factories import SharedContentFactory, StandardPageFactory
from tests.sample_content import raw
from univercity.api.openapi.contract_pages import hit_pages
from univercity.api.openapi.document import SNAPSHOT, openapi_text


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
