"""Files as common tools for translators write them: all their texts arrive."""

import pytest

from tests.translation_desk.exchange import FILES, make_open_day, target_of
from univercity.translation.units import UnitState, units_of
from univercity.translation_desk.exchange.apply import apply_import
from univercity.translation_desk.exchange.parsing import read_file
from univercity.translation_desk.exchange.plan import make_plan

TEXTS = {
    "Tag der offenen Tür": "Open day",
    "offene-tuer": "open-day",
    "Kommen Sie am 3. Juni zu uns. Der Eintritt ist frei.": (
        "Visit us on 3 June. Admission is free."
    ),
    'Mehr <a id="a1">im <b>Programm</b></a>.<br/>Bis bald!': (
        'More <a id="a1">in the <b>programme</b></a>.<br/>See you soon!'
    ),
}


@pytest.fixture
def translation(home, english):
    return make_open_day(home, english)


@pytest.mark.parametrize("path", sorted(FILES.iterdir()), ids=lambda path: path.name)
def test_texts_of_each_tool_arrive_and_are_to_be_reviewed(translation, admin_user, path):
    reading = read_file(path.name, path.read_bytes())

    plan, written = apply_import(reading, None)

    units = {unit.source: (unit.target, unit.state) for unit in units_of([translation])}
    assert plan.problems == []
    assert units == {source: (text, UnitState.UNREVIEWED) for source, text in TEXTS.items()}
    assert len(written) == 4


@pytest.mark.parametrize("path", sorted(FILES.iterdir()), ids=lambda path: path.name)
def test_second_import_of_a_file_changes_nothing(translation, path):
    reading = read_file(path.name, path.read_bytes())
    apply_import(reading, None)

    assert make_plan(reading, None).counts == {"unchanged": 4}


def test_file_without_its_header_belongs_to_the_translation_that_is_chosen(translation):
    data = (
        (FILES / "poedit.po").read_bytes().replace(b"X-WagtailLocalize-TranslationID", b"X-Other")
    )
    reading = read_file("datei.po", data)

    assert make_plan(reading, None).counts == {"unknown": 4}
    assert make_plan(reading, None, chosen=translation).counts == {"new": 4}
    assert target_of(translation, "Tag der offenen Tür") == ""
