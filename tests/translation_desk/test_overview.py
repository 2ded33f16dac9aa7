"""The report on the state of translations: rows, languages, filters, order, totals."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page

from home.models import StandardPage
from tests.translation_desk.team import give, hand_to_translation, home, team, write_page

__all__ = ["home", "team"]  # fixtures

REPORT = "/admin/reports/translations/"
TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


@pytest.fixture
def section(team, home, commit, english):
    """A section with one page in progress and one that is missing in English."""
    section = write_page(commit, home, "Bereich")
    for title in ("Begonnen", "Offen"):
        write_page(commit, section, title)
    begun = StandardPage.objects.get(title="Begonnen", locale__language_code="de")
    hand_to_translation(commit, english, section, begun)
    return section


@pytest.fixture
def begun(section):
    return StandardPage.objects.get(title="Begonnen", locale=section.locale)


@pytest.fixture
def read(client, team):
    """Return a function that reads the rows of the report as people do."""

    def read_report(user=team.lead, address=REPORT, **query):
        client.force_login(user)
        response = client.get(address, query)
        assert response.status_code == 200
        soup = BeautifulSoup(response.content, "html.parser")
        rows = [row.select("td") for row in soup.select("tbody tr:has(td.title)")]
        return [
            [cell.get_text(" ", strip=True) for cell in row if not cell.find("input")]
            for row in rows
        ]

    return read_report


def titles(rows):
    return [row[0] for row in rows]


def test_report_has_a_row_for_each_page_and_says_how_far_it_is(read, section):
    rows = {row[0]: row[2] for row in read()}

    assert rows["Offen"] == "Fehlt"
    assert rows["Begonnen"].startswith("In Arbeit 0 von 4 Texten")
    assert rows["Startseite"].startswith("Aktuell")


def test_report_has_a_column_for_each_language(client, team, section, commit):
    commit(Locale.objects.create, language_code="fr")
    client.force_login(team.lead)

    response = client.get(REPORT)

    assert [column.name for column in response.context["table"].columns.values()] == [
        "choose",
        "title",
        "type",
        "state_en",
        "state_fr",
        "last_published_at",
    ]
    assert titles_of(client.get(REPORT, {"state": "missing", "language": french_pk()})) == [
        "Startseite",
        "Bereich",
        "Begonnen",
        "Offen",
    ]


def french_pk():
    return Locale.objects.get(language_code="fr").pk


def titles_of(response):
    return [row.title for row in response.context["object_list"]]


def test_report_shows_who_translates_and_until_when(read, begun, team, english, commit):
    give(commit, begun, english, assignee=team.translator, due=TODAY() - DAY, priority="urgent")

    [row] = read(q="Begonnen")

    assert "uebersetzung" in row[2]
    assert "Überfällig" in row[2]
    assert "Dringend" in row[2]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": ["missing"]}, ["Offen"]),
        ({"state": ["missing", "in_progress"]}, ["Bereich", "Begonnen", "Offen"]),
        ({"due": "overdue"}, ["Begonnen"]),
        ({"due": "soon"}, []),
        ({"due": "some"}, ["Begonnen"]),
        ({"assignee": "nobody", "state": ["missing"]}, ["Offen"]),
        ({"q": "offen"}, ["Offen"]),
        ({"published": "draft"}, []),
        ({"state": ["missing"], "due": "overdue"}, []),
    ],
)
def test_report_is_filtered(read, begun, team, english, commit, query, found):
    give(commit, begun, english, assignee=team.translator, due=TODAY() - DAY)

    assert titles(read(**query)) == found


@pytest.mark.parametrize(
    ("days", "fitting"), [(-1, ["overdue"]), (0, ["soon"]), (7, ["soon"]), (8, [])]
)
def test_what_is_due_today_is_soon_and_not_overdue(
    read, begun, team, english, commit, days, fitting
):
    give(commit, begun, english, assignee=team.translator, due=TODAY() + days * DAY)

    found = {due: titles(read(due=due)) for due in ("overdue", "soon")}

    assert [due for due in found if found[due]] == fitting


def test_report_is_filtered_by_assignee_type_and_section(
    read, begun, section, team, english, commit
):
    give(commit, begun, english, assignee=team.translator)
    standard = ContentType.objects.get_for_model(StandardPage).pk

    assert titles(read(assignee=team.translator.pk)) == ["Begonnen"]
    assert titles(read(content_type=standard)) == ["Bereich", "Begonnen", "Offen"]
    assert titles(read(section=section.path)) == ["Bereich", "Begonnen", "Offen"]


def test_search_finds_titles_of_translations(read, begun, english):
    Page.objects.filter(translation_key=begun.translation_key, locale=english).update(
        draft_title="Started"
    )

    assert titles(read(q="start")) == ["Startseite", "Begonnen"]


@pytest.mark.parametrize(
    ("ordering", "first"),
    [("title", "Begonnen"), ("-title", "Startseite"), ("state_en", "Offen"), ("", "Startseite")],
)
def test_report_is_sorted(read, section, ordering, first):
    assert titles(read(ordering=ordering))[0] == first


def test_report_that_is_empty_says_so(client, team, section):
    client.force_login(team.lead)

    content = client.get(REPORT, {"q": "gibt es nicht"}).content.decode()

    assert "Hier passt nichts zu den Filtern." in content


def test_totals_are_counted_for_each_section(client, team, section):
    client.force_login(team.lead)

    response = client.get(REPORT)
    totals = response.context["totals"]

    assert [(each.title, each.shares[0].current, each.shares[0].needed) for each in totals] == [
        ("Startseite", 1, 1),
        ("Bereich", 0, 3),
    ]
    [(_locale, share)] = response.context["in_total"]
    assert (share.current, share.needed, share.percent) == (1, 4, 25)


def test_totals_follow_the_filters(client, team, section):
    client.force_login(team.lead)

    totals = client.get(REPORT, {"state": "missing"}).context["totals"]

    assert [(each.title, each.shares[0].needed) for each in totals] == [("Bereich", 1)]
