"""Full-text search in API v3, on SQLite and PostgreSQL alike."""

import json
import re
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.accounts import make_account
from tests.api.walks import get, titles, walk
from tests.factories import (
    CalendarPageFactory,
    EventPageFactory,
    PartnerPageFactory,
    StandardPageFactory,
)
from tests.fuzzing import examples
from tests.sample_content import raw
from univercity.api.endpoints.search import excerpt, marked

SEARCH = "/api/v3/search/"


def add_page(home, title, text="", **fields):
    body = json.dumps(raw([("text", f"<p>{text}</p>")]))
    return StandardPageFactory(parent=home, title=title, body=body, **fields)


def test_search_finds_pages_with_all_words_in_any_text(client, home, network):
    add_page(home, "Eins", "Das Planetarium am Abend")
    add_page(home, "Zwei", "Das Planetarium am Morgen")
    PartnerPageFactory(parent=network, title="Drei", introduction="<p>Sternwarte</p>")

    assert titles(client, f"{SEARCH}?q=planetarium") == ["Zwei", "Eins"]
    assert titles(client, f"{SEARCH}?q=Abend+PLANETARIUM") == ["Eins"]
    assert titles(client, f"{SEARCH}?q=Sternwarte") == ["Drei"]
    assert titles(client, f"{SEARCH}?q=Planet") == []


def test_search_finds_words_whose_accents_are_letters_of_their_own(client, home):
    add_page(home, "Universität")

    assert titles(client, f"{SEARCH}?q=Universita%CC%88t") == ["Universität"]


def test_words_in_the_title_count_more_than_newer_pages(client, home):
    add_page(home, "Planetarium")
    add_page(home, "Ausflug", "Ins Planetarium")
    add_page(home, "Fahrt", "Zum Planetarium")

    for limit in (1, 2, 100):
        found = titles(client, f"{SEARCH}?q=Planetarium&limit={limit}")
        assert found == ["Planetarium", "Fahrt", "Ausflug"]


def test_hits_stay_in_place_while_pages_are_added(client, home):
    for number in range(4):
        add_page(home, f"Seite {number}", "Planetarium")
    first = get(client, f"{SEARCH}?q=Planetarium&limit=2")

    add_page(home, "Planetarium Planetarium", "Planetarium")

    found = [*first["items"], *walk(client, first["next"])]
    assert [item["title"] for item in found] == [f"Seite {number}" for number in (3, 2, 1, 0)]


@pytest.mark.parametrize(
    ("types", "found"),
    [
        ("type=home.StandardPage", ["Seite"]),
        ("type=network.PartnerPage&type=calendar_pages.EventPage", ["Vortrag", "Partner"]),
        ("type=home.HomePage", []),
    ],
)
def test_search_can_be_limited_to_types(client, home, network, calendar, types, found):
    add_page(home, "Seite", "Planetarium")
    PartnerPageFactory(parent=network, title="Partner", introduction="Planetarium")
    EventPageFactory(parent=calendar, title="Vortrag", lead="Planetarium")

    assert titles(client, f"{SEARCH}?q=Planetarium&{types}") == found


def test_search_is_in_one_language_with_its_own_words(client, home, translate):
    german = add_page(home, "Sternwarte", "Der Himmel über Bochum")
    body = json.dumps(raw([("text", "<p>The sky above Bochum</p>")]))
    translate(german, title="Observatory", body=body)

    assert titles(client, f"{SEARCH}?q=Bochum&locale=de") == ["Sternwarte"]
    assert titles(client, f"{SEARCH}?q=Bochum&locale=en") == ["Observatory"]
    assert titles(client, f"{SEARCH}?q=the+sky&locale=en") == ["Observatory"]
    assert titles(client, f"{SEARCH}?q=Himmel&locale=en") == []
    assert titles(client, f"{SEARCH}?q=Himmel&locale=en&fallback=de") == []


def test_small_words_of_one_language_are_words_in_the_other(client, home):
    """A search for German must not drop what is no content in English."""
    add_page(home, "Es war so", "Was war das Will")

    assert titles(client, f"{SEARCH}?q=Was+war") == ["Es war so"]


def test_hit_shows_the_words_where_they_stand(client, home):
    add_page(
        home, "Ferne Sterne", "Wort " * 80 + "Wo Sterne &lt;b&gt;leuchten&lt;/b&gt;, ist Nacht."
    )

    hit = walk(client, f"{SEARCH}?q=leuchten+sterne")[0]

    assert hit["highlighted_title"] == "Ferne <mark>Sterne</mark>"
    assert hit["excerpt"].startswith("… Wort Wort")
    assert hit["excerpt"].endswith(
        "Wo <mark>Sterne</mark> &lt;b&gt;<mark>leuchten</mark>&lt;/b&gt;, ist Nacht."
    )


def test_hit_in_the_title_alone_shows_how_the_text_begins(client, home):
    add_page(home, "Sterne", "Der Anfang der Seite")

    assert walk(client, f"{SEARCH}?q=Sterne")[0]["excerpt"] == "Der Anfang der Seite"


def test_hit_is_a_link(client, home, calendar):
    event = EventPageFactory(parent=calendar, title="Sternstunde")

    assert walk(client, f"{SEARCH}?q=Sternstunde&fields=id,type,title,locale,href") == [
        {
            "id": event.pk,
            "type": "calendar_pages.EventPage",
            "title": "Sternstunde",
            "locale": "de",
            "href": event.url,
        }
    ]


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20", "?q=%22-%27*()", "?q=" + "x" * 201])
def test_search_without_a_word_is_refused(client, home, query):
    get(client, f"{SEARCH}{query}", status=422)


def test_search_for_an_unknown_type_is_refused(client, home):
    get(client, f"{SEARCH}?q=x&type=wagtailcore.Page", status=422)


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@example('Licht" OR title:* NEAR(a b) ^x')
@example("Licht & !a | (b <-> c):*")
@example("a " * 100)
@example("AND OR NOT")
@example("²³ ½ ǅ İ ß\x00 𝔘 ﬁ")
@given(st.text(min_size=1, max_size=200))
def test_search_answers_whatever_is_asked(client, home, text):
    response = client.get(SEARCH, {"q": text})

    is_a_search = re.search(r"[^\W_]", text) and "\0" not in text
    assert response.status_code == (200 if is_a_search else 422)


TEXTS = st.text(st.sampled_from("ab <>&'\"_ä\n"), max_size=400)


@given(TEXTS, st.lists(st.sampled_from(["a", "b", "ab", "ä"]), min_size=1, max_size=3))
def test_marked_text_is_the_text_escaped(text, words):
    html = marked(text, words)

    plain = re.sub("</?mark>", "", html)
    for entity, character in {"lt": "<", "gt": ">", "quot": '"', "#x27": "'", "amp": "&"}.items():
        plain = plain.replace(f"&{entity};", character)
    assert plain == text
    assert "<" not in re.sub("</?mark>", "", html)


@given(TEXTS, st.lists(st.sampled_from(["a", "b", "ab", "ä"]), min_size=1, max_size=3))
def test_excerpt_is_short_and_holds_a_word_if_the_text_does(text, words):
    html = excerpt(text, words)

    assert ("<mark>" in html) == ("<mark>" in marked(text, words))
    assert len(re.sub("&[a-z0-9#]+;", "x", re.sub("</?mark>", "", html))) <= 200 + 4


def test_excerpt_of_one_endless_word_is_cut():
    assert excerpt("x" * 1000, ["y"]) == "x" * 200 + " …"


def test_words_are_marked_in_any_case_and_with_their_accents():
    assert marked("UNIVERSITÄT, Universität", ["universität"]) == (
        "<mark>UNIVERSITÄT</mark>, <mark>Universität</mark>"
    )


def test_page_types_of_the_search_are_those_of_the_site(client, home):
    CalendarPageFactory(parent=home, title="Planetarium")

    assert titles(client, f"{SEARCH}?q=Planetarium&type=calendar_pages.CalendarPage") == [
        "Planetarium"
    ]


@pytest.mark.parametrize("text", [" ", "\x0c", '"', '""', 'Licht"schein', "-", "_", "*", "\u3000"])
def test_stock_search_answers_what_holds_no_word_or_quotes(client, home, text):
    client.force_login(make_account("admin", is_superuser=True))
    addresses = ["/api/v2/pages/?search=", "/api/v3/pages/?search=", "/api/v3/documents/?search="]

    for address in [*addresses, "/admin/images/?q=", "/admin/pages/search/?q="]:
        assert client.get(address + quote(text)).status_code == 200, address
