"""Texts with inline elements: HTML of the site and codes of files mean the same."""

import pytest
from hypothesis import given

from tests.translation_desk.exchange_texts import html_texts
from univercity.translation_desk.inline_elements import (
    Kind,
    MalformedText,
    Mark,
    decode,
    join,
    meanings,
    normal_html,
    numbered_like,
    parse_html,
    revision,
    tidy,
    to_html,
    visible,
)

OPEN, CLOSE, EMPTY = Kind.OPEN, Kind.CLOSE, Kind.EMPTY


def without_codes(text):
    return tuple(part if isinstance(part, str) else Mark(part.kind, part.id) for part in text)


@given(html_texts())
def test_html_that_is_read_is_written_as_it_was(html):
    assert to_html(parse_html(html, strict=True)) == html


@given(html_texts())
def test_codes_of_a_file_get_their_meaning_from_the_order_in_the_source_text(html):
    source = parse_html(html)

    known = meanings(without_codes(source), source)

    assert decode(without_codes(source), known) == source


def test_file_may_name_codes_otherwise_and_cut_elements_into_two():
    source = parse_html("Ein <b>Satz</b> <br/>mehr")
    in_file = ("Ein ", Mark(EMPTY, "x7"), "Satz", Mark(EMPTY, "x8"), " ", Mark(EMPTY, "x9"), "mehr")

    known = meanings(in_file, source)

    target = (Mark(EMPTY, "x9"), "more ", Mark(EMPTY, "x7"), "sentence", Mark(EMPTY, "x8"))
    assert to_html(decode(target, known)) == "<br/>more <b>sentence</b>"


@pytest.mark.parametrize(
    "other", ["Ein <b>Wort</b>", "Ein Satz", "Ein <b>Satz</b>!", "Ein<b> Satz</b>"]
)
def test_other_source_text_has_no_meanings(other):
    assert meanings(without_codes(parse_html("Ein <b>Satz</b>")), parse_html(other)) is None


def test_source_text_may_be_wrapped_and_decomposed():
    wrapped = ("\n   Die Gro\u0308ße\n   zählt.\n",)

    assert meanings(wrapped, ("Die Größe zählt.",)) == {}


def test_html_in_a_file_must_have_the_elements_of_the_source():
    assert meanings(parse_html("Ein <i>Satz</i>"), parse_html("Ein <b>Satz</b>")) is None


def test_unknown_codes_are_refused():
    with pytest.raises(MalformedText):
        decode((Mark(EMPTY, "9"),), {})


@pytest.mark.parametrize(
    "html", ["<b>auf", "zu</b>", "<b><i>quer</b></i>", "<!-- x -->", "<![x]", "<!DOCTYPE x>"]
)
def test_tags_that_make_no_sense_are_refused_or_mended(html):
    with pytest.raises(MalformedText):
        parse_html(html, strict=True)

    assert to_html(parse_html(html)) == normal_html(normal_html(html))


def test_crossed_elements_are_refused():
    one, two = parse_html("<b></b><i></i>")[0], parse_html("<b></b><i></i>")[2]
    crossed = (one, two, Mark(CLOSE, one.id, one.code), Mark(CLOSE, two.id, two.code))

    with pytest.raises(MalformedText):
        to_html(crossed)


def test_elements_of_a_translation_have_the_ids_of_those_of_the_source():
    source = parse_html('<a id="a1">eins</a> <b>zwei</b> <b>drei</b>')
    target = parse_html('<b>two</b> <i>new</i> <a id="a1">one</a> <b>three</b>')

    ids = [part.id for part in numbered_like(target, source) if isinstance(part, Mark)]

    assert ids == ["2", "2", "t2", "t2", "1", "1", "3", "3"]


def test_line_breaks_and_outer_spaces_of_tools_are_removed_and_others_kept():
    target = ("\n  One\n  sentence,\u00a0please.  \n",)

    assert tidy(target, ("Ein Satz.",)) == ("One sentence,\u00a0please.",)
    assert tidy(("a\nb",), ("c\nd",)) == ("a\nb",)


def test_visible_text_is_what_readers_see():
    assert visible(parse_html("Q&amp;A <b>hier</b><br/>neu")) == "Q&A hier\nneu"


def test_fingerprint_tells_texts_apart_and_not_their_writing():
    assert revision("Caf\u00e9 <br>x") == revision("Cafe\u0301 <br/>x")
    assert len({revision(""), revision("a"), revision("b")}) == 3


def test_neighbouring_strings_are_one():
    assert join(["a", "", "b", Mark(OPEN, "1"), "c"]) == ("ab", Mark(OPEN, "1"), "c")
