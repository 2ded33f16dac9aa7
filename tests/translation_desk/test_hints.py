"""Hints compare what texts mean, so that a good translation gets none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from univercity.translation_desk.hints.checks import Pair, Term, hints_for
from univercity.translation_desk.hints.figures import figures_in

RUB = Term("Ruhr-Universität Bochum", "Ruhr University Bochum", ("RUB University",))
NAME = Term("Bochum", "Bochum")


def codes(source, target, **facts):
    pair = Pair(source, target, source_language="de", target_language="en", **facts)
    return [hint.code for hint in hints_for(pair)]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Rund 3.500 Plätze", "About 3,500 places"),
        ("3,5 Prozent von 56.000", "3.5 per cent of 56,000"),
        ("Am 12.03.2027 um 18:30 Uhr", "On 12 March 2027 at 6.30 pm"),
        ("Am 12. März 2027, 18.30 Uhr", "On March 12th, 2027, 18:30"),
        ("Mittwochs 15–17 Uhr", "Wednesdays, 3–5 pm"),
        ("Mittags um 12 Uhr", "At noon"),
        ("12–13 Uhr", "12–1 pm"),
        ("Um 12:30 Uhr", "At 12.30 pm"),
        ("Um 0:30 Uhr", "At 12.30 a.m."),
        ("Bis 23:59 Uhr", "Until 11.59 PM"),
        ("Am 31.12.2027", "On 31/12/2027"),
        ("Bis zum 31. Dezember", "Until 31 December"),
        ("9 Uhr bis 24 Uhr", "9 am to midnight"),
        ("Am 4. Mai", "On 4 May"),
        ("Zwölf Partner", "12 partners"),
        ("3 Orte", "Three places"),
        ("Raum 0.12", "Room 0.12"),
        ("„So nicht“, sagte sie", "“Not like this”, she said"),
        ("Alle Bürger*innen", "All citizens"),
        ("Mehr <a id='a1'>hier</a>", "More <a id='a1'>here</a>"),
        ("Ruhr-Universität Bochum", "Ruhr University Bochum"),
        ("Schreiben Sie an post@example.org", "Write to post@example.org"),
        ("Bochum", "Bochum"),
        ("Die Bochumer Innenstadt", "The city centre"),
        ("Alles über Neubochum", "All about the new district"),
        ("BOCHUM im Sommer", "bochum in summer"),
        ("Fragen", ""),
    ],
)
def test_good_translation_gets_no_hint(german, english):
    assert codes(german, english, terms=(RUB, NAME)) == []


@pytest.mark.parametrize(
    ("german", "english", "code"),
    [
        ("Rund 3.500 Plätze", "About 3.500 places", "figure-missing"),
        ("12 Partner", "11 partners", "figure-missing"),
        ("Viele Partner", "40 partners", "figure-added"),
        ("Um 18:30 Uhr", "At 6.30 am", "figure-missing"),
        ("Um 12 Uhr", "At 12 am", "figure-missing"),
        ("Um 0 Uhr", "At 12 pm", "figure-missing"),
        ("Am 31. Dezember", "On 30 December", "figure-missing"),
        ("Am 12.03.2027", "On 3 December 2027", "figure-missing"),
        ("Ein Wort wie keines", "Ein Wort wie keines", "unchanged"),
        ("Die Ruhr-Universität Bochum", "The RUB University", "forbidden"),
        ("Die Ruhr-Universität Bochum", "The university", "term"),
        ("Die Ruhr-Universität Bochum", "The Ruhr University Bochumer", "term"),
        ("Für Bürger", "For citizen*s", "gender"),
        ("Für Studierende", "For Student:innen", "gender"),
        ("Für Studierende", "For StudentInnen", "gender"),
        ("Ein „Wort“", "A „word“", "quotes"),
        ("Hallo %(name)s", "Hello %(nam)s", "placeholder"),
        ("Siehe www.bochum.de", "See www.bochum.com", "address"),
        ("Ein Wort", "A  word", "spaces"),
        ("Ein Wort", "A word ", "spaces"),
    ],
)
def test_what_to_look_at_again_gets_a_hint(german, english, code):
    assert code in codes(german, english, terms=(RUB,))


def test_length_counts_what_readers_see():
    assert codes("<b>Vier</b>", "<b>Four</b> &amp;", max_length=6) == []
    assert codes("<b>Vier</b>", "<b>Four</b> &amp;", max_length=5) == ["length"]


@given(st.integers(0, 10**9), st.integers(0, 999))
def test_number_means_the_same_in_both_languages(whole, fraction):
    english = f"{whole:,}.{fraction:03}"
    german = english.translate(str.maketrans(",.", ".,"))

    values = [figures_in(german, "de"), figures_in(english, "en")]

    assert [[figure.value for figure in figures] for figures in values] == [
        [f"{whole}.{fraction:03}".rstrip("0").rstrip(".") or "0"]
    ] * 2


@given(st.text(), st.text())
def test_no_text_breaks_a_check(source, target):
    assert isinstance(codes(source, target, terms=(RUB,), max_length=10), list)
