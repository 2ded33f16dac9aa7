"""Translations that a tool does not call one yet, or has only copied from the source."""

import re

import pytest

from tests.translation_desk.exchange import (
    LINK,
    ONE,
    bring_in,
    content_of,
    outcome_of,
    outcomes,
    target_of,
    translated,
    unit_with,
)
from univercity.translation.units import write_unit

NAMESPACES = (
    'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff" '
    'xmlns:m="http://www.memsource.com/mxlf/2.0"'
)


def in_unit(content, inner, attributes=""):
    """Return XLIFF 1.2 in which the unit of ``ONE`` has attributes, and elements after its source.

    The namespaces are those of tools.
    """
    unit = re.compile(r">\s*<source>Eins.</source>")
    return unit.sub(f" {NAMESPACES} {attributes}><source>Eins.</source>{inner}", content)


def seg_defs(*confirmations):
    said = "".join(f'<sdl:seg id="{n}" conf="{each}"/>' for n, each in enumerate(confirmations))
    return f"<sdl:seg-defs>{said}</sdl:seg-defs>"


@pytest.mark.parametrize(
    ("inner", "attributes"),
    [
        (f"<target>One.</target>{seg_defs('Translated', 'Draft')}", ""),
        (f"<target>One.</target>{seg_defs('RejectedTranslation')}", ""),
        ("<target>One.</target>", 'mq:status="PartiallyEdited"'),
        ("<target>One.</target>", 'm:confirmed="0"'),
        ('<target state="translated" state-qualifier="rejected-grammar">One.</target>', ""),
        ('<target state="needs-review-translation">Eins.</target>', ""),
        ("<target>\n  Eins.\n</target>", ""),
        ('<target><mrk mtype="seg" mid="1">Eins.</mrk></target>', ""),
    ],
)
def test_translation_that_a_tool_has_not_finished_is_not_taken(translation, inner, attributes):
    assert outcome_of(in_unit(content_of(translation), inner, attributes), ONE) == "unfinished"


@pytest.mark.parametrize(
    ("inner", "attributes"),
    [
        (f"<target>Eins.</target>{seg_defs('Translated', 'ApprovedSignOff')}", ""),
        ("<target>Eins.</target>", 'mq:status="ManuallyConfirmed"'),
        ("<target>Eins.</target>", 'm:confirmed="1"'),
        ('<target state="needs-review-translation">One.</target>', ""),
        ("<target>One.</target>", 'approved="no"'),
    ],
)
def test_translation_that_a_tool_has_finished_is_taken(translation, inner, attributes):
    assert outcome_of(in_unit(content_of(translation), inner, attributes), ONE) == "new"


SENTENCES = (
    '<seg-source><mrk mtype="seg" mid="1">Mehr </mrk><mrk mtype="seg" mid="2">'
    '<g id="1">hier</g>.</mrk></seg-source>'
)


@pytest.mark.parametrize(
    ("state", "second", "outcome"),
    [
        ("", '<mrk mtype="seg" mid="2"><g id="1">hier</g>.</mrk>', "unfinished"),
        (' state="translated"', '<mrk mtype="seg" mid="2"><g id="1">hier</g>.</mrk>', "new"),
        ("", '<mrk mtype="seg" mid="2"><g id="1">here</g>.</mrk>', "new"),
        ("", '<mrk mtype="seg" mid="1"><g id="1">here</g>.</mrk>', "tags"),
    ],
)
def test_sentence_that_nobody_has_touched_makes_a_text_unfinished(
    translation, state, second, outcome
):
    target = f'<target{state}><mrk mtype="seg" mid="1">More </mrk>{second}</target>'
    content = re.sub(
        r"(<source>Mehr .*</source>)", rf"\1{SENTENCES}{target}", content_of(translation)
    )

    assert outcome_of(content, LINK) == outcome


def test_what_a_reviewer_has_deleted_in_trados_is_no_part_of_a_translation(translation):
    content = translated(
        content_of(translation),
        "Eins.",
        'One<mrk mtype="x-sdl-deleted"> only</mrk><mrk mtype="x-sdl-added">.</mrk>',
    )

    bring_in(content)

    assert target_of(translation, ONE) == "One."


def test_copy_with_other_spaces_in_xliff_2_is_not_taken(translation):
    content = content_of(translation, "xliff21").replace(
        "<source>Eins.</source>", "<source>Eins.</source><target>\n  Eins.\n</target>"
    )

    assert outcome_of(content, ONE) == "unfinished"


# PO has no word for a copy that is meant


def entry(source, target):
    return f'msgid "{source}"\nmsgstr "{target}"'


def test_copy_in_po_is_taken_where_the_site_has_no_translation(translation, admin_user):
    content = content_of(translation, "po").replace(entry("Satz", ""), entry("Satz", "Satz"))

    assert outcome_of(content, "Satz") == "new"

    write_unit(unit_with(translation, "Satz"), "Sentence", user=admin_user)
    content = content_of(translation, "po").replace(
        entry("Satz", "Sentence"), entry("Satz", "Satz")
    )
    bring_in(content, admin_user, overwrite=None)
    assert outcome_of(content, "Satz") == "unfinished"
    assert target_of(translation, "Satz") == "Sentence"


def test_po_that_was_filled_with_its_source_brings_nothing(translation):
    content = re.sub(
        r'msgid "(.+)"\nmsgstr ""', r'msgid "\1"\nmsgstr "\1"', content_of(translation, "po")
    )

    assert outcomes(content) == {"unfinished": 4}
    assert outcomes(content.replace(entry("Satz", "Satz"), entry("Satz", "Sentence"))) == {"new": 4}
