"""The units that translators work on: their state, what stood there before, where they stand."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from tests.factories import StandardPageFactory
from tests.sample_content import raw
from univercity.translation.units import UnitState, approve, units_of, write_unit
from univercity.translation_desk.places import place_of


def body(*texts):
    return json.dumps(raw([("text", text) for text in texts]))


@pytest.fixture
def page(home):
    return StandardPageFactory(parent=home, title="Satz", body=body("<p>Eins.</p><p>Zwei.</p>"))


@pytest.fixture
def translation(page, english):
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.create(source=source, target_locale=english)


def unit_with(translation, source):
    [unit] = [unit for unit in units_of([translation]) if unit.source == source]
    return unit


def test_texts_come_in_the_order_of_the_page_and_are_open(translation, page):
    units = [(unit.source, unit.state) for unit in units_of([translation])]

    assert units == [
        ("Satz", UnitState.OPEN),
        (page.slug, UnitState.OPEN),
        ("Eins.", UnitState.OPEN),
        ("Zwei.", UnitState.OPEN),
    ]


def test_text_of_a_person_is_done_and_that_of_a_tool_is_to_be_reviewed(translation, admin_user):
    write_unit(unit_with(translation, "Eins."), "One.", user=admin_user)
    write_unit(unit_with(translation, "Zwei."), "Two.", user=admin_user, tool="Dummy", machine=True)

    one, two = unit_with(translation, "Eins."), unit_with(translation, "Zwei.")

    assert (one.target, one.state) == ("One.", UnitState.DONE)
    assert (two.target, two.tool, two.state) == ("Two.", "Dummy", UnitState.UNREVIEWED)


def test_approval_ends_with_the_text_that_was_approved(translation, admin_user):
    write_unit(unit_with(translation, "Eins."), "One.", user=admin_user, tool="Dummy")
    approve(translation, [unit_with(translation, "Eins.")], admin_user)
    assert unit_with(translation, "Eins.").state == UnitState.DONE

    write_unit(unit_with(translation, "Eins."), "Won.", user=admin_user, tool="Dummy")

    assert unit_with(translation, "Eins.").state == UnitState.UNREVIEWED


def test_approval_is_for_the_texts_it_was_given_for(translation, admin_user):
    for source in ("Eins.", "Zwei."):
        write_unit(unit_with(translation, source), "x", user=None, tool="DeepL")

    approve(translation, [unit_with(translation, "Eins.")], admin_user)

    states = [unit_with(translation, source).state for source in ("Eins.", "Zwei.")]
    assert states == [UnitState.DONE, UnitState.UNREVIEWED]


def test_text_with_an_unknown_link_is_an_error(translation, admin_user):
    write_unit(unit_with(translation, "Eins."), '<a id="a9">One.</a>', user=admin_user)

    unit = unit_with(translation, "Eins.")

    assert (unit.state, bool(unit.error)) == (UnitState.ERROR, True)


def test_changed_sentence_is_open_beside_what_it_was_translated_as(translation, page, admin_user):
    write_unit(unit_with(translation, "Eins."), "One.", user=admin_user)
    write_unit(unit_with(translation, "Zwei."), "Two.", user=admin_user)
    stream = page.body.get_prep_value()
    stream[0]["value"] = "<p>Eins mehr.</p><p>Zwei.</p>"
    page.body = json.dumps(stream)
    TranslationSource.update_or_create_from_instance(page)

    changed, same = unit_with(translation, "Eins mehr."), unit_with(translation, "Zwei.")

    assert changed.state == UnitState.OPEN
    assert (changed.previous.source, changed.previous.target) == ("Eins.", "One.")
    assert (same.state, same.previous) == (UnitState.DONE, None)


def test_queries_stay_the_same_for_more_translations_and_texts(home, english):
    def count(pages, texts):
        translations = []
        for _ in range(pages):
            page = StandardPageFactory(parent=home, body=body(*["<p>Eins.</p>"] * texts))
            source, _created = TranslationSource.update_or_create_from_instance(page)
            translations.append(Translation.objects.create(source=source, target_locale=english))
        with CaptureQueriesContext(connection) as queries:
            assert units_of(translations)
        return len(queries)

    assert (count(1, 1), count(3, 3)) == (2, 2)


def test_place_of_a_text_is_told_by_the_labels_of_the_editor(translation, page):
    paths = StringSegment.objects.filter(source=translation.source).order_by("order")
    places = [
        place_of(page, path)
        for path in dict.fromkeys(paths.values_list("context__path", flat=True))
    ]

    assert [str(place) for place in places] == ["Titel", "Kurztitel", "Inhalt › Text"]
    assert places[0].max_length == 255
    assert places[2].block_id == page.body.get_prep_value()[0]["id"]
