"""Passages in another language, marked in the editor and kept by translation."""

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail_localize.models import StringSegment

from tests.factories import StandardPageFactory
from tests.sample_content import raw
from univercity.content.links.rich_text import FEATURES
from univercity.translation_desk.editor.codes import elements

PASSAGE = '<span lang="en">Open <b>Day</b></span>'


@pytest.fixture
def page(home):
    text = f"<p>Der {PASSAGE} ist am Freitag.</p>"
    return StandardPageFactory(parent=home, slug="tag", body=json.dumps(raw([("text", text)])))


def test_passage_survives_the_editor():
    converter = ContentstateConverter(FEATURES)

    stored = converter.to_database_format(converter.from_database_format(f"<p>{PASSAGE}</p>"))

    assert 'lang="en"' in stored
    assert stored.count("Open") == 1


def test_editor_has_a_button_for_it(admin_client, page):
    content = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert "PASSAGE-EN" in content
    assert "Passage auf Englisch" in content


def test_passage_is_shown_with_its_language(client, page):
    assert PASSAGE in client.get(page.url).content.decode()


def test_passage_stays_inside_its_sentence(home, page, publish_in_english, client):
    publish_in_english(home)
    english_page = publish_in_english(page)

    [segment] = StringSegment.objects.filter(context__path__startswith="body.")
    text = segment.string.data

    assert text == 'Der <span id="span1">Open <b>Day</b></span> ist am Freitag.'
    [code, _bold] = elements(text, json.loads(segment.attrs))
    assert (code.opening, code.about) == ('<span id="span1">', "en")
    assert PASSAGE in client.get(english_page.url).content.decode()
    assert PASSAGE in json.dumps(
        client.get(f"/api/v3/pages/{english_page.pk}/").json(), ensure_ascii=False
    ).replace('\\"', '"')
