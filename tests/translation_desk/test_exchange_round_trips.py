"""Any text, and any file however broken: nothing is lost, and nothing fails."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail_localize.models import String, StringSegment, StringTranslation

from tests.fuzzing import examples
from tests.translation_desk.exchange import (
    FILES,
    content_of,
    make_open_day,
    outcome_of,
    plan_of,
    translated,
    unit_with,
)
from tests.translation_desk.exchange_texts import html_texts
from univercity.translation.units import write_unit
from univercity.translation_desk.exchange.export import Format
from univercity.translation_desk.exchange.parsing import read_file
from univercity.translation_desk.exchange.plan import make_plan
from univercity.translation_desk.inline_elements import codes, meanings, normal_html, parse_html


@pytest.fixture
def open_day(home, english):
    return make_open_day(home, english)


# Any text


@settings(
    max_examples=examples(60),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(html=html_texts(), file_format=st.sampled_from(Format.values))
def test_any_text_survives_the_way_out_and_back(translation, html, file_format):
    source = f"Text {html}."
    string = String.objects.create(
        locale=translation.source.locale, data=source, data_hash=String._get_data_hash(source)
    )
    segment = StringSegment.objects.filter(context__path__startswith="body").first()
    StringSegment.objects.filter(pk=segment.pk).update(string=string)
    try:
        exported = content_of(translation, file_format)
        unit = unit_with(translation, source)
        write_unit(unit, source, user=None)
        complete = content_of(translation, file_format)
        StringTranslation.objects.all().delete()
        row = next(row for row in plan_of(complete).rows if row.found.unit.source == source)

        assert outcome_of(exported, source) == "empty"
        assert row.outcome == "new"
        assert row.text == normal_html(source)
    finally:
        StringSegment.objects.filter(pk=segment.pk).update(string=segment.string_id)
        string.delete()


# Any file

BROKEN = {
    "empty": (b"", "empty-file"),
    "white": (b" \n\r\n", "empty-file"),
    "not-xml": (b"<xliff", "not-xml"),
    "html": (b"<!DOCTYPE html><html><body>Fehler</body></html>", "not-xliff"),
    "other-xml": (b"<rss version='2.0'/>", "not-xliff"),
    "wrong-namespace": (b"<xliff xmlns='urn:other' version='1.2'/>", "not-xliff"),
    "later-version": (
        b"<xliff xmlns='urn:oasis:names:tc:xliff:document:3.0' version='3.0'/>",
        "not-xliff",
    ),
    "no-units": (
        b"<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'/>",
        "no-texts",
    ),
    "binary": (bytes(range(256)), "encoding"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "encoding"),
    "prose": (b"Sehr geehrte Damen und Herren,", "not-po"),
    "latin": ('msgid "Tür"\nmsgstr "x"'.encode("latin-1"), "encoding"),
    "broken-archive": (b"PK\x03\x04 and no more", "archive"),
    "unknown-encoding": (b"<?xml version='1.0' encoding='utf-99'?><xliff/>", "not-xml"),
    "wrong-encoding": (
        "<?xml version='1.0' encoding='utf-8'?><xliff>ü</xliff>".encode("latin-1"),
        "not-xml",
    ),
    "deep": (b"<xliff>" + b"<g>" * 100_000, "not-xml"),
    "entity": (
        b"<!DOCTYPE xliff [<!ENTITY a 'b'>]><xliff version='1.2'><file>&a;</file></xliff>",
        "entities",
    ),
    "entity-from-a-file": (
        b"<!DOCTYPE xliff [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
        b"<xliff version='1.2'><file original='&a;'/></xliff>",
        "not-xml",
    ),
    "parameter-entity": (
        b"<!DOCTYPE xliff [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]><xliff version='1.2'/>",
        "entities",
    ),
    "many-laughs": (
        b"<!DOCTYPE xliff [<!ENTITY a0 'ha'>"
        + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 30))
        + b"]><xliff version='1.2'><file original='&a29;'>&a29;</file></xliff>",
        "not-xml",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_file_that_cannot_be_read_says_why(name):
    data, code = BROKEN[name]

    reading = read_file("datei", data)

    assert [problem.code for problem in reading.problems] == [code]
    assert not any(section.entries for section in reading.sections)
    assert str(reading.problems[0]).startswith("datei")


def zipped(**files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()


def test_files_of_an_archive_are_read_and_each_that_is_broken_is_named(translation):
    content = translated(content_of(translation), "Eins.", "One.")
    data = zipped(**{"a/gut.xlf": content, "b/schlecht.xlf": "<xliff", "__MACOSX/._gut.xlf": "x"})

    plan = plan_of(data)

    assert plan.counts == {"new": 1, "empty": 3}
    assert [(problem.code, problem.file) for problem in plan.problems] == [
        ("not-xml", "b/schlecht.xlf")
    ]


@pytest.mark.parametrize(
    "data", [b"x" * 2_000_001, zipped(a=b"0" * 2_000_001), zipped(a=b"", b=b" " * 2_000_001)]
)
def test_file_that_is_too_large_also_once_unpacked_is_refused(settings, data):
    settings.TRANSLATION_FILE_MAX_BYTES = 2_000_000

    assert [problem.code for problem in read_file("x", data).problems] == ["too-large"]


def test_archive_of_very_many_files_is_refused():
    data = zipped(**{str(number): b"" for number in range(1001)})

    assert [problem.code for problem in read_file("x", data).problems] == ["too-many"]


def test_good_entries_of_a_broken_po_file_are_kept(translation):
    content = content_of(translation, "po").replace(
        'msgid "Eins."\nmsgstr ""', 'msgid "Eins."\nmsgstr "One."'
    )
    broken = (
        content.replace('msgid "Satz"\n', "msgid Satz\n")
        + 'msgctxt "x"\nmsgid "no end"\n\nmsgid "one"\nmsgid_plural "two"\nmsgstr[0] "x"\n\nmsgctxt'
    )

    plan = plan_of(broken)

    assert plan.counts == {"new": 1, "empty": 2, "unusable": 1}
    assert [problem.code for problem in plan.problems] == ["syntax"] * 3
    assert [problem.line for problem in plan.problems] == sorted(
        problem.line for problem in plan.problems
    )


MUTATIONS = st.lists(
    st.tuples(st.integers(0, 100_000), st.sampled_from("cdrx"), st.binary(min_size=1, max_size=4)),
    min_size=1,
    max_size=4,
)


def mutate(data, mutations):
    """Cut off, delete, repeat or replace bytes of a file."""
    for place, kind, piece in mutations:
        at = place % (len(data) + 1)
        if kind == "c":
            data = data[: max(at, 200)]
        elif kind == "d":
            data = data[:at] + data[at + len(piece) * 9 :]
        elif kind == "r":
            data = data[:at] + data[at - 99 : at] + data[at:]
        else:
            data = data[:at] + piece + data[at + len(piece) :]
    return data


@settings(
    max_examples=examples(400),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    file=st.sampled_from(sorted(FILES.iterdir())),
    mutations=MUTATIONS,
)
def test_file_with_any_damage_is_read_and_breaks_no_text(open_day, file, mutations):
    data = mutate(file.read_bytes(), mutations)

    plan = make_plan(read_file(file.name, data), None)

    for row in plan.to_write(None):
        assert codes(parse_html(row.text, strict=True)) == codes(row.found.source)
        assert meanings(row.entry.source, row.found.source) is not None
    assert all(str(problem) for problem in plan.problems)


@pytest.mark.parametrize("file", sorted(FILES.iterdir()), ids=lambda path: path.name)
def test_cut_off_file_writes_at_most_whole_texts(open_day, file):
    data = file.read_bytes()
    whole = {row.text for row in make_plan(read_file(file.name, data), None).rows}
    for end in range(0, len(data), 61):
        rows = make_plan(read_file(file.name, data[:end]), None).to_write(None)
        assert {row.text for row in rows} <= whole
