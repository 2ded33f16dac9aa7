"""The rules by which texts, links and images are checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from univercity.editorial.content_checks.rules import (
    Kind,
    check,
    reading_ease,
    sentences_of,
    syllables_of,
    words_of,
)

LANGUAGES = st.sampled_from(["de", "en"])


def found(html, language="de"):
    return [(finding.kind, finding.text) for finding in check(html, language).findings]


# Sentences and readability


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("de", "Kommen Sie! Es wird schön.", ["Kommen Sie!", "Es wird schön."]),
        ("de", "Am 4. September geht es los.", ["Am 4. September geht es los."]),
        ("de", "Seit 2014. Und weiter.", ["Seit 2014.", "Und weiter."]),
        ("de", "Wir sind z. B. hier, d. h. da.", ["Wir sind z B hier, d h da."]),
        ("de", "Der UniverCity e. V. lädt ein.", ["Der UniverCity e V lädt ein."]),
        ("de", "„Warum?“ Sie fragt.", ["„Warum?“", "Sie fragt."]),
        ("en", "Ask Dr. Who. Then go.", ["Ask Dr Who.", "Then go."]),
        ("en", "No stop at the end", ["No stop at the end"]),
        ("de", " … ", []),
    ],
)
def test_text_is_split_into_sentences(language, text, sentences):
    assert sentences_of(text, language) == sentences


@pytest.mark.parametrize(
    ("language", "word", "number"),
    [
        ("de", "Bochum", 2),
        ("de", "Universität", 5),
        ("de", "Häuser", 2),
        ("en", "nice", 1),
        ("en", "table", 2),
        ("en", "university", 5),
        ("de", "RUB", 1),
        ("de", "pst", 1),
    ],
)
def test_syllables_are_counted(language, word, number):
    assert syllables_of(word, language) == number


@given(st.text(), LANGUAGES)
def test_no_word_is_lost_between_sentences(text, language):
    def letters(value):
        return [character for character in value if character.isalnum()]

    assert letters("".join(sentences_of(text, language))) == letters(text)


@given(st.lists(st.text(), max_size=5), LANGUAGES)
def test_reading_ease_has_limits(texts, language):
    ease = reading_ease(texts, language)

    assert ease is None or 0 <= ease <= 100


@given(st.lists(st.sampled_from(["Licht", "Wissenschaft", "ist", "Universität"]), min_size=50))
def test_reading_ease_does_not_depend_on_the_length_of_the_text(words):
    text = " ".join(words) + "."

    assert reading_ease([text] * 3, "de") == reading_ease([text], "de")


def test_simple_text_is_easier_than_that_of_an_office():
    simple = "Wir gehen ins Haus. Es ist schön dort. Komm mit uns." * 10
    office = (
        "Die Inanspruchnahme von Verwaltungsdienstleistungen unterliegt einer Genehmigungspflicht. "
    ) * 10

    assert reading_ease([simple], "de") > 60
    assert reading_ease([office], "de") < 30


# Findings, in German and English


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "hier"),
        ("de", "Mehr …"),
        ("de", "Klicken Sie hier!"),
        ("en", "here"),
        ("en", "Read more »"),
        ("de", "https://www.bochum.de"),
        ("en", "www.bochum.de"),
    ],
)
def test_link_text_that_says_nothing_is_found(language, text):
    text = text.rstrip("!")

    assert found(f'<main><a href="/x">{text}</a></main>', language) == [(Kind.LINK_TEXT, text)]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/x">Mehr über das Leitbild</a>',
        '<a href="/x" aria-label="Programm der Nacht">hier</a>',
        '<a href="/x"><img alt="Zum Programm" src="x.png"> mehr</a>',
        "<a>hier</a>",
    ],
)
def test_link_text_that_names_its_target_is_fine(link):
    assert found(f"<main>{link}</main>") == []


@pytest.mark.parametrize(
    ("language", "alt"),
    [
        ("de", "Bild von einem Labor"),
        ("de", "foto: Ada"),
        ("en", "Image of a lab"),
        ("de", "IMG_2034"),
        ("en", "campus.JPG"),
    ],
)
def test_alt_text_that_describes_nothing_is_found(language, alt):
    assert found(f'<main><img src="x" alt="{alt}"></main>', language) == [(Kind.ALT_TEXT, alt)]


@pytest.mark.parametrize("alt", ["", "Studierende im Labor", "Bildung in Bochum"])
def test_alt_text_that_describes_or_is_left_empty_is_fine(alt):
    assert found(f'<main><img src="x" alt="{alt}"></main>') == []


def test_skipped_and_empty_headings_are_found():
    html = "<main><h1>A</h1><h2>B</h2><h4>C</h4><h5>D</h5><h2></h2><h3>E</h3></main>"

    assert found(html) == [(Kind.EMPTY_HEADING, "<h2>"), (Kind.HEADING_ORDER, "C")]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("ACHTUNG NEUER TERMIN", True),
        ("RUB UND HSBO", False),
        ("UNIVERSITÄTSKLINIKUM", False),
        ("Achtung NEUER TERMIN", False),
    ],
)
def test_text_in_capitals_is_found(text, is_found):
    assert found(f"<main><p>{text}</p></main>") == ([(Kind.CAPITALS, text)] if is_found else [])


def test_sentence_of_more_than_25_words_is_found():
    long, short = " ".join(["Wort"] * 26) + ".", " ".join(["Wort"] * 25) + "."

    assert found(f"<main><p>{short} {long}</p></main>") == [(Kind.LONG_SENTENCE, long)]


def test_words_of_nested_paragraphs_count_once():
    html = "<main><blockquote><p>Wer fragt, gehört dazu.</p></blockquote></main>"

    assert check(html, "de").words == 4


def test_words_within_a_word_stay_together():
    assert check("<main><p>H<sub>2</sub>O ist nass.</p></main>", "de").words == 3


def test_hard_text_is_found():
    text = "Verwaltungsdienstleistungsinanspruchnahme erfordert Genehmigungsverfahren. " * 20

    assert (Kind.READABILITY, "0 / 100") in found(f"<main><p>{text}</p></main>")


def test_only_the_main_part_of_a_page_is_checked():
    html = '<header><a href="/">hier</a></header><main><p>Gut.</p></main>'

    assert found(html) == []


@pytest.mark.filterwarnings("ignore::bs4.MarkupResemblesLocatorWarning")  # so ".xml" does
@given(st.text(), LANGUAGES)
def test_any_text_can_be_checked(text, language):
    result = check(text, language)

    assert result.words >= 0
    assert words_of("") == []
