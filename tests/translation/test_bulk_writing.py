"""Writing many texts at once does what writing each by itself does."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringTranslation

from tests.translation.test_localize import submit
from tests.translation_desk.exchange import make_translation
from univercity.translation.units import UnitState, units_of, write_unit, write_units

LINK = '<p>Zum <a href="https://www.bochum.de">Rathaus</a>.</p>'

__all__ = ["submit"]  # a fixture


@pytest.fixture
def make(home, english):
    """Return a function that makes a page of paragraphs and its translation."""

    def make_page(*paragraphs):
        return make_translation(home, english, *paragraphs)

    return make_page


def columns(translation):
    rows = StringTranslation.objects.filter(context__object=translation.source.object_id)
    names = ["translation_of__data", "data", "translation_type", "tool_name", "has_error"]
    return set(rows.values_list(*names))


def texts(translation, beginning="EN"):
    return [(unit, f"{beginning} {unit.source}") for unit in units_of([translation])]


def test_rows_are_those_of_writing_one_by_one(make, admin_user):
    together, apart = make("<p>Eins.</p>", LINK), make("<p>Eins.</p>", LINK)

    write_units(texts(together), user=admin_user, tool="Dummy", machine=True)
    for unit, text in texts(apart):
        write_unit(unit, text, user=admin_user, tool="Dummy", machine=True)

    def of_paragraphs(translation):
        return {row for row in columns(translation) if row[0] == "Eins." or "Rathaus" in row[0]}

    assert of_paragraphs(together) == of_paragraphs(apart)
    assert len(of_paragraphs(together)) == 2


def test_title_is_told_to_the_tree_of_pages(submit, home):
    translation = submit(home)

    write_units(texts(translation), user=None, tool="Dummy")

    assert translation.get_target_instance().draft_title == f"EN {home.title}"


def test_text_with_links_that_the_source_lacks_is_an_error(make):
    translation = make("<p>Eins.</p>", "<p>Zwei.</p>")
    wrong = [(unit, '<a id="a9">x</a>') for unit, _text in texts(translation)]

    write_units(wrong, user=None, tool="Dummy")

    assert {unit.state for unit in units_of([translation])} == {UnitState.ERROR}


def test_what_somebody_writes_meanwhile_stays(make, admin_user):
    translation = make("<p>Eins.</p>", "<p>Zwei.</p>")
    read_before = texts(translation)
    [one] = [unit for unit, _text in read_before if unit.source == "Eins."]
    write_unit(one, "By hand.", user=admin_user)

    written = write_units(read_before, user=None, tool="Dummy")

    assert one.key not in {unit.key for unit in written}
    assert ("Eins.", "By hand.", "manual", "", False) in columns(translation)
    assert ("Zwei.", "EN Zwei.", "manual", "Dummy", False) in columns(translation)


def test_queries_do_not_depend_on_the_number_of_texts(make):
    def queries(number):
        translation = make(*(f"<p>Satz {each} von {number}.</p>" for each in range(number)))
        found = texts(translation)
        with CaptureQueriesContext(connection) as first:
            write_units(found, user=None, tool="Dummy")
        with CaptureQueriesContext(connection) as second:
            write_units(texts(translation, "EN again"), user=None, tool="Dummy")
        return len(first), len(second)

    queries(1)  # fills the caches

    assert queries(2) == queries(20)
