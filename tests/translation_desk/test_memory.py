"""What was translated once is offered again, on every page; people's words come first."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import String, Translation, TranslationSource

from tests.factories import StandardPageFactory
from tests.sample_content import raw
from univercity.translation.units import UnitState, approve, units_of, write_unit
from univercity.translation_desk.memory.matches import (
    TOOL,
    exact_matches,
    fill_from_memory,
    similar_matches,
)

GREETING = "Kommen Sie am Mittwoch in die Stadt."


@pytest.fixture
def submit(home, english):
    """Return a function that makes a page of sentences and its translation into English."""

    def submit_page(*sentences):
        body = json.dumps(raw([("text", f"<p>{sentence}</p>") for sentence in sentences]))
        page = StandardPageFactory(parent=home, body=body)
        source, _created = TranslationSource.update_or_create_from_instance(page)
        return Translation.objects.create(source=source, target_locale=english)

    return submit_page


def unit_with(translation, source):
    return next(unit for unit in units_of([translation]) if unit.source == source)


def states(translation):
    return {unit.source: (unit.state, unit.target, unit.tool) for unit in units_of([translation])}


def test_sentence_of_another_page_is_filled_and_marked(submit, admin_user):
    write_unit(unit_with(submit(GREETING), GREETING), "Come on Wednesday.", user=admin_user)
    page = submit(GREETING, "Neu.")

    fill_from_memory(page, admin_user)

    assert states(page)[GREETING] == (UnitState.UNREVIEWED, "Come on Wednesday.", TOOL)
    assert states(page)["Neu."] == (UnitState.OPEN, "", "")


def test_what_nobody_reviewed_is_not_filled_until_somebody_has(submit, admin_user):
    first, second = submit(GREETING), submit(GREETING)
    write_unit(unit_with(first, GREETING), "Come.", user=None, tool="Dummy", machine=True)

    assert fill_from_memory(second) == []
    approve(first, [unit_with(first, GREETING)], admin_user)

    assert [unit.source for unit in fill_from_memory(second)] == [GREETING]


def test_slug_of_another_page_is_never_filled(submit, admin_user):
    first = submit()
    slug = next(unit for unit in units_of([first]) if unit.path == "slug")
    write_unit(slug, "page", user=admin_user)
    second = submit()
    own = next(unit for unit in units_of([second]) if unit.path == "slug")
    Translation.objects.get(pk=second.pk).source.stringsegment_set.filter(pk=own.segment_id).update(
        string=slug.string_id
    )

    assert fill_from_memory(second) == []


def test_words_of_a_person_come_before_later_ones_of_a_machine(submit, admin_user, german, english):
    write_unit(unit_with(submit(GREETING), GREETING), "By hand.", user=admin_user)
    write_unit(unit_with(submit(GREETING), GREETING), "Later.", user=None, tool="X", machine=True)
    string = String.objects.get(data=GREETING)

    match = exact_matches([string.pk], german.pk, english.pk)[string.pk]

    assert (match.target, match.reviewed) == ("By hand.", True)


def test_similar_sentence_is_found_by_how_much_it_shares(submit, admin_user, german, english):
    near, far = "Kommen Sie am Donnerstag in die Stadt.", "Die Mensa ist geschlossen."
    page = submit(near, far)
    write_unit(unit_with(page, near), "Come on Thursday.", user=admin_user)
    write_unit(unit_with(page, far), "The canteen is closed.", user=admin_user)

    matches = similar_matches(GREETING, german.pk, english.pk)

    assert [match.target for match in matches] == ["Come on Thursday."]
    assert 0.7 < matches[0].similarity < 1


def test_soft_hyphens_and_spaces_make_no_difference(submit, admin_user, german, english):
    write_unit(unit_with(submit(GREETING), GREETING), "Come.", user=admin_user)

    [match] = similar_matches("Kommen Sie am Mitt\u00adwoch  in die Stadt.", german.pk, english.pk)

    assert match.similarity == 1


def test_same_translation_is_offered_once(submit, admin_user, german, english):
    for _ in range(3):
        write_unit(unit_with(submit(GREETING), GREETING), "Come.", user=admin_user)

    assert len(similar_matches(GREETING, german.pk, english.pk)) == 1


def test_look_ups_take_one_query_however_much_there_is(submit, admin_user, german, english):
    def measure(number):
        for index in range(number):
            page = submit(GREETING, f"{GREETING} {index}")
            write_unit(unit_with(page, GREETING), "Come.", user=admin_user)
        strings = list(String.objects.values_list("pk", flat=True))
        with CaptureQueriesContext(connection) as queries:
            assert exact_matches(strings, german.pk, english.pk)
            assert similar_matches(GREETING, german.pk, english.pk)
        return len(queries)

    assert (measure(1), measure(3)) == (2, 2)
