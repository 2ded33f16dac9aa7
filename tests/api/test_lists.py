"""What all lists of API v3 promise: order and cursor, members, language, nothing hidden."""

import datetime
import json
from typing import Any, NotRequired

import pytest
from typing_extensions import TypedDict
from wagtail.models import PageViewRestriction

from network.models import PartnerPage
from tests.api.walks import get, walk
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    PartnerPageFactory,
    StandardPageFactory,
)
from univercity.api.lists.selection import select, selection_of
from univercity.content.representations.problems import Problem

LISTS = [
    "/api/v3/partners/?",
    "/api/v3/events/?",
    "/api/v3/search/?q=Licht",
    "/api/v3/sitemap/?",
]
each_list = pytest.mark.parametrize("address", LISTS)


def test_fields_leave_only_the_members_that_are_named(client, network):
    PartnerPageFactory(parent=network, title="Hochschule", website="https://hs.example")

    items = walk(client, "/api/v3/partners/?fields=title,website,logo.alt")

    assert items == [{"title": "Hochschule", "website": "https://hs.example", "logo": None}]


def test_fields_reach_into_lists_and_objects(client, event):
    EventDateFactory(page=event, start_date=datetime.date(2026, 11, 27))

    items = walk(client, "/api/v3/events/?fields=dates.start,locale")

    assert items == [{"dates": [{"start": "2026-11-27T18:30:00+01:00"}], "locale": "de"}]


def test_unknown_field_is_named_with_those_that_are_known(client, home):
    problem = get(client, "/api/v3/partners/?fields=titel,logo.nothing,title", status=422)

    assert "logo.nothing, titel" in problem["detail"]
    assert {"title", "logo", "logo.alt"} <= set(problem["known"])


class Inner(TypedDict):
    a: int
    b: int


class Outer(TypedDict):
    one: Inner
    several: list[Inner]
    may_be: NotRequired[Inner | None]
    plain: dict[str, int]


VALUE: Any = {
    "one": {"a": 1, "b": 2},
    "several": [{"a": 3, "b": 4}, {"a": 5, "b": 6}],
    "may_be": None,
    "plain": {"x": 7},
}


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ("one", {"one": {"a": 1, "b": 2}}),
        ("one.a,several.b", {"one": {"a": 1}, "several": [{"b": 4}, {"b": 6}]}),
        ("one.a,one", {"one": {"a": 1, "b": 2}}),
        ("one,one.a", {"one": {"a": 1, "b": 2}}),
        ("may_be.a", {"may_be": None}),
        ("plain", {"plain": {"x": 7}}),
    ],
)
def test_selection_keeps_what_is_named(fields, left):
    assert select(Outer, fields)(VALUE) == left


@pytest.mark.parametrize("fields", ["", ",", "one.", "one.c", "plain.x", ".one", "one.a.b"])
def test_selection_refuses_what_is_not_there(fields):
    with pytest.raises(Problem):
        select(Outer, fields)


def test_every_member_of_a_selection_may_be_missing():
    selection = selection_of(Outer)

    assert selection.__required_keys__ == frozenset()
    assert selection.__annotations__["several"].__args__[0].__required_keys__ == frozenset()


def test_openapi_tells_complete_items_from_selected_ones(client, home):
    document = get(client, "/api/v3/openapi.json")
    schemas = document["components"]["schemas"]
    answer = document["paths"]["/api/v3/partners/"]["get"]["responses"]["200"]
    names = [
        option["$ref"].rsplit("/", 1)[1]
        for option in answer["content"]["application/json"]["schema"]["anyOf"]
    ]

    assert names == ["PartnerList", "PartnerListSelection"]
    complete = schemas["PartnerEntryShape"]
    assert complete["required"] == list(complete["properties"])
    selected = schemas["PartnerEntryShapeSelection"]
    assert list(selected["properties"]) == list(complete["properties"])
    assert "required" not in selected


@each_list
def test_unknown_locale_is_refused(client, home, address):
    get(client, f"{address}&locale=fr", status=422)
    get(client, f"{address}&locale=de")


@pytest.mark.parametrize("address", LISTS[:3])
def test_fallback_can_only_be_the_source_language(client, home, address):
    get(client, f"{address}&locale=de&fallback=en", status=422)


@pytest.fixture
def one_of_two_translated(client, home, network, calendar, translate):
    """A partner and an event in both languages, and one of each in German only."""
    for index in (1, 2):
        partner = PartnerPageFactory(parent=network, title=f"Licht {index} HS")
        event = EventPageFactory(parent=calendar, title=f"Licht {index}")
        EventDateFactory(page=event)
        if index == 1:
            translate(partner)
            EventDateFactory(page=translate(event))


@pytest.mark.parametrize("address", LISTS[:3])
def test_list_is_in_one_language_unless_the_source_may_stand_in(
    client, one_of_two_translated, address
):
    def languages(parameters):
        items = walk(client, f"{address}&limit=1&{parameters}")
        return {item["title"]: item["locale"] for item in items if "Licht" in item["title"]}

    german = languages("locale=de")
    english = languages("locale=en")
    mixed = languages("locale=en&fallback=de")

    assert set(german.values()) == {"de"}
    assert english and set(english.values()) == {"en"}
    untranslated = {title: "de" for title in german if f"[{title}]" not in english}
    assert untranslated
    assert mixed == english | untranslated


def hide(page, how):
    """Take ``page`` away from visitors."""
    if how == "restricted":
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    elif how == "below a restricted page":
        above = page.get_parent()
        PageViewRestriction.objects.create(page=above, restriction_type="login")
    else:
        page.unpublish()


@each_list
@pytest.mark.parametrize("how", ["restricted", "below a restricted page", "unpublished"])
def test_what_is_not_public_is_in_no_list(client, network, calendar, address, how):
    hidden = [
        PartnerPageFactory(parent=network, title="Licht Kanarie"),
        EventPageFactory(parent=calendar, title="Licht Kanarie"),
    ]
    EventDateFactory(page=hidden[1])
    assert "Kanarie" in json.dumps(walk(client, address))

    for page in hidden:
        hide(page, how)

    assert "Kanarie" not in json.dumps(walk(client, address))


@each_list
def test_draft_of_a_public_page_is_in_no_list(client, network, calendar, address):
    partner = PartnerPageFactory(parent=network, title="Licht")
    event = EventPageFactory(parent=calendar, title="Licht")
    EventDateFactory(page=event)
    for page in (partner, event, StandardPageFactory(parent=network.get_parent(), title="Licht")):
        page.title = "Licht Kanarie"
        page.save_revision()

    found = json.dumps(walk(client, address))

    assert "Licht" in found
    assert "Kanarie" not in found


def test_hidden_translation_lets_the_source_stand_in(client, network, translate):
    partner = PartnerPageFactory(parent=network, title="Hochschule", status="active")
    translate(partner).unpublish()

    items = walk(client, "/api/v3/partners/?locale=en&fallback=de")

    assert [(item["title"], item["locale"]) for item in items] == [("Hochschule", "de")]
    assert PartnerPage.objects.count() == 2
