"""Files that programs on their way have bent, and what is right in them."""

import io
import re
import zipfile

import pytest

from tests.translation_desk.exchange import (
    LINK,
    ONE,
    bring_in,
    content_of,
    make_sentences,
    outcome_of,
    outcomes,
    plan_of,
    problems,
    target_of,
    translated,
)
from univercity.translation_desk.exchange.formats.po import Reader
from univercity.translation_desk.exchange.parsing import read_file
from univercity.translation_desk.inline_elements import LONGEST, parse_html

OTHER = "0a9b1f1e-0000-4000-8000-000000000000"


@pytest.fixture
def xliff(translation):
    return translated(content_of(translation), "Eins.", "One – only.")


@pytest.fixture
def po(translation):
    return content_of(translation, "po").replace(
        'msgid "Eins."\nmsgstr ""', 'msgid "Eins."\nmsgstr "One – only."'
    )


# Encodings


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1252", "UTF-16", "unknown"])
def test_utf_8_that_says_to_be_something_else_is_read_as_what_it_is(translation, xliff, encoding):
    bring_in(xliff.replace("UTF-8", encoding))

    assert target_of(translation, ONE) == "One – only."


def test_po_in_utf_8_that_says_to_be_something_else_is_read_as_what_it_is(translation, po):
    bring_in(po.replace("charset=utf-8", "charset=ISO-8859-1"))

    assert target_of(translation, ONE) == "One – only."


def test_spaces_between_the_mark_of_utf_8_and_the_file_do_no_harm(xliff):
    assert problems("\ufeff\n " + xliff) == []


def test_escaped_bytes_in_po_make_characters(translation, po):
    bring_in(po.replace("–", r"\342\200\223").replace("only", r"\x6fnl\171"))

    assert target_of(translation, ONE) == "One – only."


def test_character_that_a_program_could_not_read_is_not_written(translation, xliff):
    assert outcome_of(xliff.replace("–", "\ufffd"), ONE) == "characters"


# What stands in another place than it should


def test_link_without_words_is_a_lost_link(translation):
    source = content_of(translation).partition("<source>Mehr ")[2].partition("</source>")[0]
    content = content_of(translation)

    empty = translated(content, f"Mehr {source}", 'More here<g id="1"/>.')
    spaces = translated(content, f"Mehr {source}", 'More here<g id="1"> </g>.')

    assert [outcome_of(each, LINK) for each in (empty, spaces)] == ["tags", "tags"]


def test_text_with_two_translations_in_one_unit_is_not_written(translation, xliff):
    second = "<target>Two.</target>"
    xliff2 = content_of(translation, "xliff21").replace(
        "<source>Eins.</source>", f"<source>Eins.</source><target>One.</target>{second}"
    )

    assert outcome_of(xliff.replace("</target>", f"</target>{second}"), ONE) == "tags"
    assert outcome_of(xliff2, ONE) == "tags"


def test_translation_that_names_another_language_is_not_written(translation, xliff):
    xliff2 = content_of(translation, "xliff21").replace(
        "<source>Eins.</source>", '<source>Eins.</source><target xml:lang="fr">Un.</target>'
    )
    french = xliff.replace("<target>", '<target xml:lang="fr">')

    for content in (french, french.replace(' target-language="en"', ""), xliff2):
        assert outcome_of(content, ONE) == "foreign"
    assert outcome_of(xliff.replace("<target>", '<target xml:lang="en-GB">'), ONE) == "new"


def test_texts_of_a_file_within_a_file_are_no_texts_of_it(translation, xliff):
    body = xliff.partition("<body>")[2].partition("</body>")[0].replace("One", "Another one")
    skeleton = f'<skl><internal-file form="xml">{body}</internal-file></skl>'
    inner = f'<file original="{OTHER}"><body>{body}</body></file>'

    for content in (
        xliff.replace("<header>", f"<header>{skeleton}"),
        xliff.replace("</header>", f"</header>{inner}"),
    ):
        assert outcomes(content) == {"new": 1, "empty": 3}


@pytest.mark.parametrize("file_format", ["xliff12", "xliff21", "po"])
def test_text_with_a_key_of_the_tool_is_the_one_that_reads_so(translation, xliff, po, file_format):
    content = {"xliff12": xliff, "xliff21": content_of(translation, "xliff21"), "po": po}[
        file_format
    ]
    content = content.replace(
        "<segment>\n        <source>Eins.</source>",
        "<segment><source>Eins.</source><target>One – only.</target>",
    )
    numbers = iter(range(99))
    content = re.sub(
        r'(<trans-unit|<unit) id="[^"]*"', lambda found: f'{found[1]} id="{next(numbers)}"', content
    )
    content = re.sub(r'msgctxt (?:"[^"]*"\n)+|resname="[^"]*"|name="[^"]*"', "", content)

    assert outcomes(content) == {"new": 1, "empty": 3}


def test_key_of_the_tool_does_not_tell_equal_texts_apart(home, english):
    translation = make_sentences(home, english)
    page = translation.source.get_source_instance()
    page.search_description = "Eins."
    page.save()
    translation.source.update_from_db()
    content = translated(content_of(translation), "Eins.", "One.")
    content = re.sub(r' (id="[^"]*\.[^"]*"|resname="[^"]*")', "", content)

    rows = [row for row in plan_of(content).rows if row.target_in_file]

    assert [row.outcome for row in rows] == ["unknown"]


# PO that gettext has worked on


def test_marks_of_an_entry_that_is_gone_are_not_those_of_the_next(translation, po):
    gone = '#, fuzzy\n#. Revision: 0123456789abcdef\n#~ msgid "Alt"\n#~ msgstr "Old"\n\n'
    start = po.rindex("\n\n", 0, po.index('msgid "Eins."')) + 2

    content = po[:start] + gone + po[start:]

    assert outcome_of(content, ONE) == "new"
    assert {row.entry.revision for row in plan_of(content).rows} == {"none"}


def test_entry_with_two_revisions_has_none(translation, po):
    rows = plan_of(po.replace("#. Revision: none", "#. Revision: none\n#. Revision: 01")).rows

    assert {row.entry.revision for row in rows} == {""}


def test_file_that_was_put_together_from_those_of_several_pages_is_refused(translation, po):
    name = "X-WagtailLocalize-TranslationID"
    content = po.replace(f'"{name}', f'"{name}: {OTHER}\\n"\n"{name}')

    assert (outcomes(content), problems(content)) == ({}, ["merged"])


def test_name_of_a_domain_does_no_harm(translation, po):
    content = po.replace("\n\n", '\n\ndomain "messages"\n\n', 1)

    assert (outcomes(content), problems(content)) == ({"new": 1, "empty": 3}, [])


# What would take very long


def test_text_of_very_many_lines_is_kept_no_longer_than_a_text_may_be():
    lines = 'msgid "a"\nmsgstr ""\n' + f'"{"x" * 100}"\n' * 1000

    [message] = Reader("datei.po").messages(lines)

    assert LONGEST < len(message.fields["msgstr"]) <= LONGEST + 100


def test_very_many_tags_are_read_at_once():
    tags = 50_000

    assert len(parse_html("<b>" * tags + "</i>" * tags)) == 2 * tags


# Archives


def packed(*names):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return content.getvalue()


def test_archive_without_files_or_with_a_file_without_a_name_is_told_so():
    nameless = packed("a.po").replace(b"a.po", b"\0.po")

    assert problems(packed("__MACOSX/a.po")) == ["no-texts"]
    assert [problem.code for problem in read_file("x.zip", nameless).problems] == ["archive"]
