"""Files for translators: valid, the same each time, with all that a translator needs to know."""

import io
import json
import zipfile

import polib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation as languages
from lxml import etree
from wagtail_localize.models import Translation, TranslationSource

from tests.factories import StandardPageFactory
from tests.sample_content import raw, story
from tests.translation_desk.exchange import (
    change_source,
    content_of,
    make_translation,
    schema,
    unit_with,
)
from univercity.translation.units import approve, write_unit
from univercity.translation_desk.exchange.export import Format, export

X12 = "{urn:oasis:names:tc:xliff:document:1.2}"
X20 = "{urn:oasis:names:tc:xliff:document:2.0}"
LINK = (
    '<p>Mehr <a href="https://www.bochum.de/?a=1&amp;b=2">zur <b>Stadt</b></a>,'
    "<br/>H<sub>2</sub>O.</p>"
)
SENTENCE = 'Mehr <a id="a1">zur <b>Stadt</b></a>,<br/>H<sub>2</sub>O.'


@pytest.fixture
def translation(home, english):
    return make_translation(home, english, LINK, "<p>Zwei.</p>", title="Satz", slug="satz")


def unit_element(content, tag, key):
    root = etree.fromstring(content.encode())
    [found] = [element for element in root.iter(tag) if element.get("id") == key]
    return found


@pytest.fixture
def in_all_states(translation, admin_user):
    """A translation with a text in each state, one of them changed since it was translated."""
    change_source(translation, LINK, "<p>Vorher \x02 da.</p>", "<p>Drei.</p>", "<p>Vier.</p>")
    write_unit(unit_with(translation, "Vorher \x02 da."), "Before \x02 this.", user=admin_user)
    write_unit(unit_with(translation, SENTENCE), "No <i>element</i> as there.", user=admin_user)
    write_unit(unit_with(translation, "Drei."), '<a id="a9">Three.</a>', user=admin_user)
    write_unit(unit_with(translation, "Vier."), "Four.", user=admin_user, tool="DeepL")
    change_source(translation, LINK, "<p>Nachher \x02 da.</p>", "<p>Drei.</p>", "<p>Vier.</p>")
    return translation


def test_xliff_12_is_valid_and_has_inline_elements_with_their_attributes(translation):
    content = content_of(translation)

    schema("xliff-1.2.xsd").assertValid(etree.fromstring(content.encode()))
    source = unit_element(content, f"{X12}trans-unit", unit_with(translation, SENTENCE).key)[0]
    written = etree.tostring(source, with_tail=False, encoding=str)
    assert written.partition(">")[2] == (
        'Mehr <g id="1" ctype="x-html-a" xhtml:href="https://www.bochum.de/?a=1&amp;b=2">zur '
        '<g id="2" ctype="x-html-b">Stadt</g></g>,<x id="3" ctype="lb"/>'
        'H<g id="4" ctype="x-html-sub">2</g>O.</source>'
    )


def test_xliff_21_is_valid_and_keeps_the_html_aside(translation):
    content = content_of(translation, "xliff21")

    schema("xliff-core-2.0.xsd").assertValid(etree.fromstring(content.encode()))
    unit = unit_element(content, f"{X20}unit", unit_with(translation, SENTENCE).key)
    data = {each.get("id"): each.text for each in unit.iter(f"{X20}data")}
    link = unit.find(f"{X20}segment/{X20}source/{X20}pc")
    assert data[link.get("dataRefStart")] == '<a href="https://www.bochum.de/?a=1&amp;b=2">'
    assert data[link.get("dataRefEnd")] == "</a>"
    assert data[unit.find(f".//{X20}ph").get("dataRef")] == "<br/>"


@pytest.mark.parametrize("file_format", ["xliff12", "xliff21"])
def test_file_is_valid_whatever_the_texts_are_like(in_all_states, file_format):
    name = {"xliff12": "xliff-1.2.xsd", "xliff21": "xliff-core-2.0.xsd"}[file_format]

    schema(name).assertValid(etree.fromstring(content_of(in_all_states, file_format).encode()))


@pytest.mark.parametrize("file_format", ["xliff12", "xliff21"])
def test_page_with_every_block_is_a_valid_file(home, english, file_format):
    page = StandardPageFactory(parent=home, body=json.dumps(raw(story(1, home))))
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=english)
    name = {"xliff12": "xliff-1.2.xsd", "xliff21": "xliff-core-2.0.xsd"}[file_format]

    schema(name).assertValid(etree.fromstring(content_of(translation, file_format).encode()))


def test_po_is_read_by_other_programs(translation, admin_user):
    write_unit(unit_with(translation, "Zwei."), "Two.", user=admin_user)
    write_unit(unit_with(translation, SENTENCE), "Text", user=admin_user, tool="DeepL")

    file = polib.pofile(content_of(translation, "po"))

    texts = {entry.msgid: (entry.msgstr, entry.fuzzy) for entry in file}
    assert texts == {
        "Satz": ("", False),
        "satz": ("", False),
        SENTENCE: ("Text", True),
        "Zwei.": ("Two.", False),
    }
    assert file.metadata["X-WagtailLocalize-TranslationID"] == str(translation.uuid)
    assert file.metadata["Language"] == "en"


def test_translators_read_where_a_text_stands_and_how_long_it_may_be(translation):
    unit = unit_with(translation, "Satz")
    notes = [
        note.text
        for note in unit_element(content_of(translation), f"{X12}trans-unit", unit.key)[1:]
    ]
    entry = next(
        each for each in polib.pofile(content_of(translation, "po")) if each.msgid == "Satz"
    )

    assert notes == ["Titel (≤ 255)"]
    assert entry.comment.splitlines()[0] == "Titel (≤ 255)"
    assert entry.occurrences == [("http://localhost/de/satz/#title", "")]


def test_states_tell_what_is_to_be_done(in_all_states):
    states = {
        "".join(unit[0].itertext()): (unit.find(f"{X12}target") is not None)
        and unit.find(f"{X12}target").get("state")
        for unit in etree.fromstring(content_of(in_all_states).encode()).iter(f"{X12}trans-unit")
    }

    assert states == {
        "Satz": False,
        "satz": False,
        "Mehr zur Stadt,H2O.": "translated",
        "Nachher  da.": False,
        "Drei.": "needs-review-translation",
        "Vier.": "needs-review-translation",
    }


def test_changed_text_comes_with_what_it_was_translated_as(in_all_states):
    unit = unit_with(in_all_states, "Nachher \x02 da.")
    element = unit_element(content_of(in_all_states), f"{X12}trans-unit", unit.key)
    entry = next(
        each for each in polib.pofile(content_of(in_all_states, "po")) if each.msgctxt == unit.key
    )

    before = element.find(f"{X12}alt-trans")
    assert before.get("alttranstype") == "previous-version"
    assert ["".join(each.itertext()) for each in before] == ["Vorher  da.", "Before  this."]
    assert (entry.previous_msgid, entry.msgstr) == ("Vorher \x02 da.", "Before \x02 this.")
    assert entry.fuzzy


@pytest.mark.parametrize("file_format", Format.values)
def test_same_content_makes_the_same_bytes_in_every_language(in_all_states, file_format):
    before = export([in_all_states], file_format)

    with languages.override("en"):
        after = export([Translation.objects.get(pk=in_all_states.pk)], file_format)

    assert after == before


def test_key_of_a_text_survives_another_order_of_blocks(translation):
    before = unit_with(translation, SENTENCE).key
    page = translation.source.get_source_instance()
    stream = page.body.get_prep_value()
    page.body = json.dumps(stream[::-1])
    page.save()
    TranslationSource.update_or_create_from_instance(page)

    assert unit_with(translation, SENTENCE).key == before


def test_sentence_that_stands_twice_in_a_text_is_translated_once(home, english):
    translation = make_translation(home, english, "<p>Ja.</p><p>Nein.</p><p>Ja.</p>")

    entries = polib.pofile(content_of(translation, "po"))

    assert [entry.msgid for entry in entries][2:] == ["Ja.", "Nein."]


def test_several_pages_are_one_xliff_and_an_archive_of_po(translation, home, english):
    other = make_translation(home, english, "<p>Eins.</p>", title="Andere")

    xliff = export([translation, other], "xliff12")
    archive = export([translation, other], "po")

    files = etree.fromstring(xliff.content).findall(f"{X12}file")
    assert [file.get("original") for file in files] == [str(translation.uuid), str(other.uuid)]
    with zipfile.ZipFile(io.BytesIO(archive.content)) as packed:
        assert packed.namelist() == [
            f"satz-{str(translation.uuid)[:8]}.en.po",
            f"andere-{str(other.uuid)[:8]}.en.po",
        ]
    assert archive == export([translation, other], "po")


def test_only_what_is_open_can_be_taken_out(translation, admin_user):
    for source in ("Satz", "satz", "Zwei."):
        write_unit(unit_with(translation, source), "x", user=admin_user, tool="DeepL")
    approve(translation, [unit_with(translation, "Satz"), unit_with(translation, "satz")], None)

    file = export([translation], "po", only_open=True)
    approve(translation, [unit_with(translation, "Zwei.")], None)
    write_unit(unit_with(translation, SENTENCE), SENTENCE, user=admin_user)

    assert [entry.msgid for entry in polib.pofile(file.content.decode())] == [SENTENCE, "Zwei."]
    assert export([translation], "po", only_open=True) is None


def test_queries_for_each_page_do_not_depend_on_how_many_texts_it_has(home, english):
    def count(pages, texts):
        made = [make_translation(home, english, *["<p>x.</p>"] * texts) for _ in range(pages)]
        rows = Translation.objects.filter(pk__in=[each.pk for each in made])
        export(rows.select_related("source__locale", "target_locale"), "xliff12")  # caches
        with CaptureQueriesContext(connection) as queries:
            export(rows.select_related("source__locale", "target_locale"), "xliff12")
        return len(queries)

    one = count(1, 1)
    assert count(1, 3) == one
    assert count(3, 1) - one == 2 * (count(2, 1) - one)
