"""What publishing German does to English texts: nothing by itself, and what is to do is known."""

import pytest
from wagtail.test.utils.form_data import nested_form_data
from wagtail_localize.models import (
    StringTranslation,
    Translation,
)
from wagtail_localize.operations import translate_object

from calendar_pages.models import Venue
from home.models import StandardPage
from tests.factories import (
    PersonFactory,
    StandardPageFactory,
    VenueFactory,
)
from tests.forms import page_form, text_stream
from tests.sample_content import raw
from tests.sentences import (
    ITEM,
    again,
    numbered,
    open_texts,
    paragraphs,
    state_of,
    stream,
    units,
)
from univercity.translation.models import TranslationState
from univercity.translation.units import UnitState, approve, units_of, write_unit


@pytest.fixture
def page(home, publish_in_english):
    page = StandardPageFactory(parent=home, body=stream(paragraphs("Eins.", "Zwei.")))
    publish_in_english(home)
    return page


def person_block(person):
    persons = [{"type": "item", "value": person.pk, "id": ITEM}]
    return ("person", {"heading": "Rat", "persons": persons})


def test_changed_sentence_is_open_and_english_stays_as_it_is(
    page, publish_in_english, publish_german
):
    english = publish_in_english(page)

    publish_german(page, body=stream(paragraphs("Eins.", "Drei.")))

    assert open_texts(page) == ["Drei."]
    assert again(english).body[0].value.source == english.body[0].value.source
    assert again(english).latest_revision_id == english.latest_revision_id
    [unit] = [unit for unit in units(page) if unit.state == UnitState.OPEN]
    assert unit.previous.target == "English Zwei."


def test_blocks_are_in_the_order_of_german_and_no_german_text_is_among_them(
    page, publish_in_english, publish_german
):
    publish_german(page, body=numbered((1, "Eins."), (2, "Zwei."), (3, "Drei.")))
    english = publish_in_english(again(page))

    publish_german(page, body=numbered((3, "Drei."), (4, "Vier."), (1, "Eins.")))

    shown = [block.value.source for block in again(english).body]
    assert shown == ["<p>English Drei.</p>", "<p>English Eins.</p>", "<p>English Zwei.</p>"]
    assert state_of(page) == TranslationState.OUTDATED_TEXT


def test_person_that_is_newly_shown_is_submitted(page, publish_in_english, publish_german):
    publish_in_english(page)
    person = PersonFactory()

    publish_german(page, body=stream(paragraphs("Eins."), person_block(person)))

    assert Translation.objects.filter(source__object_id=person.translation_key).exists()


def test_alias_of_the_same_language_changes_nothing(page, publish_in_english, publish_german):
    publish_in_english(page)
    page.create_alias(update_slug="zweite")

    publish_german(page, title="Neu")

    assert state_of(page) == TranslationState.OUTDATED_TEXT
    assert StandardPage.objects.filter(locale=page.locale, title="Neu").count() == 2


def test_corrected_snippet_has_open_texts(english, commit):
    venue = commit(VenueFactory, access_note="Eingang im Hof")
    commit(translate_object, venue, [english])
    venue.access_note, venue.street = "Eingang vorn", "Neue Straße 1"

    commit(venue.save)

    assert "Eingang vorn" in open_texts(venue)
    assert Venue.objects.get(locale=english).street == "Neue Straße 1"


def test_minor_edit_keeps_the_translation_and_who_made_it(
    page, publish_in_english, publish_german, admin_user
):
    english = publish_in_english(page)

    publish_german(page, minor=True, body=stream(paragraphs("Eins!", "Zwei.")))

    assert open_texts(page) == []
    assert state_of(page) == TranslationState.CURRENT
    row = StringTranslation.objects.get(translation_of__data="Eins!")
    assert (row.data, row.tool_name, row.translation_type) == ("English Eins.", "", "manual")
    assert again(english).body[0].value.source == "<p>English Eins.</p><p>English Zwei.</p>"


def test_minor_edit_keeps_what_was_to_be_reviewed_and_what_was_approved(
    page, publish_in_english, publish_german, admin_user
):
    publish_in_english(page)
    [translation] = Translation.objects.filter(source__object_id=page.translation_key)
    for unit in units_of([translation]):
        write_unit(unit, unit.target, user=None, tool="Dummy", machine=True)
    approved = [unit for unit in units_of([translation]) if unit.source == "Eins."]
    approve(translation, approved, admin_user)

    publish_german(page, minor=True, body=stream(paragraphs("Eins!", "Zwei!")))

    states = {unit.source: unit.state for unit in units(page)}
    assert (states["Eins!"], states["Zwei!"]) == (UnitState.DONE, UnitState.UNREVIEWED)


def test_minor_edit_does_not_close_what_an_earlier_change_left_open(
    page, publish_in_english, publish_german
):
    publish_in_english(page)
    publish_german(page, body=stream(paragraphs("Eins.", "Etwas anderes.")))

    publish_german(page, minor=True, body=stream(paragraphs("Eins!", "Etwas anderes.")))

    assert open_texts(page) == ["Etwas anderes."]
    assert state_of(page) == TranslationState.OUTDATED_TEXT


def test_new_text_is_open_after_a_minor_edit_too(page, publish_in_english, publish_german):
    publish_in_english(page)

    publish_german(page, minor=True, body=stream(paragraphs("Eins!", "Zwei.", "Ganz neu.")))

    assert len(open_texts(page)) == 1
    assert state_of(page) == TranslationState.OUTDATED_TEXT


def test_editor_publishes_a_minor_edit_in_the_admin(
    admin_client, page, publish_in_english, publish_german, commit
):
    publish_in_english(page)
    publish_german(page)  # only what is public offers it
    address = f"/admin/pages/{page.pk}/edit/"
    assert 'value="minor-edit"' in admin_client.get(address).content.decode()
    form = page_form(
        page.title, slug=page.slug, introduction="", body=text_stream("<p>Eins!</p><p>Zwei.</p>")
    )
    form = nested_form_data({**form, "action-publish": "minor-edit"})
    form["body-0-id"] = raw([("text", "")])[0]["id"]

    commit(admin_client.post, address, form)

    assert "Eins!" in [unit.source for unit in units(page)]
    assert "Eins!" not in open_texts(page)


def test_page_without_translation_offers_no_minor_edit(admin_client, page, publish_german):
    publish_german(page)

    content = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert 'value="minor-edit"' not in content
