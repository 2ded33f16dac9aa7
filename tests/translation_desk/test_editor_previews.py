"""The frames of the translation editor: both languages in the real template, text by text."""

import json

import pytest

from roles.setup import set_up_roles
from roles.table import TRANSLATORS
from tests.accounts import make_account
from tests.factories import PersonFactory, StandardPageFactory
from tests.sample_content import figure, raw
from tests.translation_desk.desk import InTranslation, text_body
from univercity.translation_desk.editor.previews import Marked, mark, with_elements

LINKED = 'Mehr <a href="https://example.org/">hier</a> &amp; dort.'
AS_UNIT = 'Mehr <a id="a1">hier</a> &amp; dort.'


@pytest.fixture
def page(home, translate):
    translate(home, slug="home")
    set_up_roles()
    return StandardPageFactory(
        parent=home, title="Hinweise", slug="hinweise", body=text_body("Eins.", LINKED)
    )


@pytest.fixture
def work(page, english, client):
    client.force_login(make_account("uebersetzung", TRANSLATORS))
    return InTranslation(page, english)


def text_in(page, work, source):
    [place] = page.select(f'[data-unit="{work.unit(source).key}"]')
    return place


def test_german_is_shown_with_each_text_in_its_place(client, work):
    page = work.preview(client, "source")

    assert page.html["lang"] == "de"
    assert text_in(page, work, "Hinweise").parent.name == "h1"
    linked = text_in(page, work, AS_UNIT)
    assert linked.get_text() == "Mehr hier & dort."
    assert linked.a["href"] == "https://example.org/"


def test_english_is_shown_with_what_is_saved_and_marks_what_is_still_german(client, work):
    work.write("Eins.", text="One.")

    page = work.preview(client)

    assert page.html["lang"] == "en"
    assert text_in(page, work, "Eins.").get_text() == "One."
    assert not text_in(page, work, "Eins.").has_attr("lang")
    assert text_in(page, work, "Hinweise")["lang"] == "de"


def test_english_is_shown_with_what_is_typed_and_not_saved(client, work):
    page = work.preview(client, **{"Hinweise": "Notes", AS_UNIT: 'More <a id="a1">here</a>.'})

    assert text_in(page, work, "Hinweise").get_text() == "Notes"
    assert text_in(page, work, AS_UNIT).a["href"] == "https://example.org/"
    assert page.title.get_text().startswith("Notes")
    assert work.unit("Hinweise").target == ""
    assert work.target.draft_title == "Hinweise"


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "<b onclick='x'>One</b>", "<b>One"])
def test_what_is_no_text_is_not_shown(client, work, typed):
    page = work.preview(client, **{"Eins.": typed})

    assert text_in(page, work, "Eins.").get_text() == "Eins."


def test_alt_text_is_found_at_its_image(client, page, english, work):
    body = json.dumps(raw([("figure", figure("Reihen im Hörsaal"))]))
    work = InTranslation(StandardPageFactory(parent=page, title="Bild", body=body), english)

    preview = work.preview(client, "source")

    key = work.unit("Reihen im Hörsaal").key
    [image] = preview.select(f'[data-units~="{key}"]')
    assert (image.name, image["alt"]) == ("img", "Reihen im Hörsaal")


def test_sentence_that_stands_twice_is_one_text(client, page, english, work):
    body = text_body("Noch einmal.", "Noch einmal.")
    work = InTranslation(StandardPageFactory(parent=page, title="Doppelt", body=body), english)
    work.write("Noch einmal.", text="Once more.")

    places = work.preview(client).select(f'[data-unit="{work.unit("Noch einmal.").key}"]')

    assert [place.get_text() for place in places] == ["Once more.", "Once more."]


def test_frames_have_no_menu_for_editors_and_no_trace_of_marks(client, work):
    content = client.get(f"/admin/translation/{work.translation.pk}/preview/target/").content

    assert b"wagtail-userbar" not in content
    assert not any("\ue000" <= character <= "\ue019" for character in content.decode())


def test_snippet_is_shown_in_its_template(admin_client, english):
    work = InTranslation(PersonFactory(name="Ada", role="Physikerin"), english)
    work.write("Physikerin", text="Physicist")

    page = work.preview(admin_client)

    assert text_in(page, work, "Physikerin").get_text() == "Physicist"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>{}</p>", '<p><span data-unit="k" data-state="open">Text</span></p>'),
        ('<img alt="{}">', '<img alt="Text" data-units="k">'),
        ('<img alt="{}"/>', '<img alt="Text" data-units="k"/>'),
        ('<i a="{0}" b="{0}">', '<i a="Text" b="Text" data-units="k">'),
        ("<script>'{}'</script>", "<script>'Text'</script>"),
        ("<!-- {} -->", "<!-- Text -->"),
    ],
)
def test_marks_become_elements_where_there_can_be_one(html, expected):
    page = html.format(mark("Text", 0))

    assert with_elements(page, [Marked("k", "open")]) == expected
