"""Texts inside tables, sections and columns travel into the English page."""

import json

import pytest
from wagtail_localize.models import StringSegment, TranslationSource

from tests.factories import StandardPageFactory
from tests.sample_content import figure as figure_value
from tests.sample_content import listed, raw, stored, story, table
from tests.translation.test_localize import submit, translate_all

__all__ = ["submit"]  # a fixture


@pytest.fixture
def english_page(home, submit):
    """A translated page whose section has columns, with an image in one of them."""
    column = stored([("figure", figure_value("Ein Beet", "Der Garten"))])
    other = stored([("text", "<p>Daneben wächst <b>Wissen</b>.</p>")])
    section = stored([("columns", {"columns": listed(column, other)})])
    body = [
        ("section", {"content": section, "background": "dark", "width": "page"}),
        ("table", table("<p>Zu Fuß</p>")),
    ]
    page = StandardPageFactory(parent=home, slug="seite", body=json.dumps(raw(body)))
    translate_all(submit(home))
    return translate_all(submit(page))


def test_english_page_shows_what_was_translated_at_every_depth(client, english_page):
    shown = client.get("/en/seite/").content.decode()

    for text in ("[Ein Beet]", "[Der Garten]", "[Daneben wächst <b>Wissen</b>.]"):
        assert text in shown
    for text in ("[Orte]", "[Plätze]", "[Blue Square]", "[Zu Fuß]", "[Mit der U-Bahn]"):
        assert text in shown


def test_api_has_what_was_translated_at_every_depth(client, english_page):
    body = client.get(f"/api/v3/pages/{english_page.pk}/").json()["body"]

    [section, translated_table] = (block["value"] for block in body)
    [columns] = section["content"]
    [figure] = columns["value"]["columns"][0]
    assert figure["value"]["image"]["alt"] == "[Ein Beet]"
    assert [column["heading"] for column in translated_table["columns"]] == [
        "[Ort]",
        "[Plätze]",
        "[Anfahrt]",
    ]
    assert translated_table["rows"][0]["values"][:2] == ["[Blue Square]", 120.0]


def test_translation_editor_opens_with_every_block(admin_client, home, submit):
    page = StandardPageFactory(parent=home, body=json.dumps(raw(story(1, home))))
    submit(home)

    target = submit(page).get_target_instance()

    response = admin_client.get(f"/admin/pages/{target.pk}/edit/")
    assert response.status_code == 200
    assert "Mit der U-Bahn" in response.content.decode()


def test_translations_of_a_table_stay_where_its_rows_move(home, submit):
    body = raw([("table", table("<p>Zu Fuß</p>"))])
    page = StandardPageFactory(parent=home, body=json.dumps(body))
    translate_all(submit(home))
    translation = submit(page)
    translate_all(translation)
    body[0]["value"]["rows"].reverse()
    page.body = json.dumps(body)
    page.save_revision().publish()

    TranslationSource.objects.get(pk=translation.source_id).update_from_db()
    translation.refresh_from_db()
    translation.save_target(publish=False)

    translated = translation.get_target_instance().get_latest_revision_as_object()
    first_cells = [row["values"][0] for row in translated.body[0].value.row_data]
    assert first_cells == ["[Planetarium]", "[Blue Square]"]


def test_numbers_and_telephone_numbers_are_no_work_for_translators(home, submit):
    link = {"label": "Anrufen", "page": None, "url": "", "phone": "+49 234 123456"}
    body = raw([("button_group", {"buttons": listed(link)}), ("table", table("<p>x</p>"))])
    page = StandardPageFactory(parent=home, body=json.dumps(body))
    submit(home)

    source = submit(page).source

    texts = StringSegment.objects.filter(source=source).values_list("string__data", flat=True)
    assert {"+49 234 123456", "120.0"} & set(texts) == set()
