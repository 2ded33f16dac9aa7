"""The report on the state of translations: what is exported, who sees what, what it costs."""

import csv
import datetime
import io

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from wagtail.models import Page

from home.models import StandardPage
from roles.setup import set_up_roles
from tests.accounts import editors_of, make_account
from tests.factories import PartnerPageFactory, PersonFactory, StandardPageFactory, add_pages
from tests.translation_desk.team import give, hand_to_translation, home, team
from tests.translation_desk.test_overview import REPORT, begun, read, section, titles
from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation_desk.assignments.models import TranslationJob

__all__ = ["begun", "home", "read", "section", "team"]  # fixtures


def titles_of(response):
    return [row.title for row in response.context["object_list"]]


# Export


def test_export_has_real_columns_and_exactly_the_filtered_rows(
    client, begun, team, english, commit
):
    give(commit, begun, english, assignee=team.translator, due=datetime.date(2027, 2, 24))
    client.force_login(team.lead)

    answer = client.get(REPORT, {"state": "in_progress", "export": "csv"})

    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert [row["Titel"] for row in rows] == ["Bereich", "Begonnen"]
    assert rows[1]["Adresse"] == "/startseite/bereich/begonnen/"
    assert rows[1]["Englisch: Zustand"] == "In Arbeit"
    assert (rows[1]["Englisch: Texte"], rows[1]["Englisch: Nicht übersetzte Texte"]) == ("4", "4")
    assert rows[1]["Englisch: Zugewiesen an"] == "uebersetzung"
    assert rows[1]["Englisch: Fällig am"] == "2027-02-24"


def test_export_for_excel_has_dates_and_numbers(client, begun, team, english, commit):
    give(commit, begun, english, due=datetime.date(2027, 2, 24))
    client.force_login(team.lead)

    answer = client.get(REPORT, {"q": "Begonnen", "export": "xlsx"})

    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    headings, values = ([cell.value for cell in row] for row in sheet.iter_rows())
    row = dict(zip(headings, values, strict=True))
    assert row["Englisch: Texte"] == 4
    assert row["Englisch: Fällig am"] == datetime.date(2027, 2, 24)


# Rights


def test_partner_sees_own_pages_and_no_names(client, network, team, english, commit):
    own = commit(PartnerPageFactory, parent=network, title="Museum", short_name="DBM")
    commit(PartnerPageFactory, parent=network, title="Fremd", short_name="RUB")
    set_up_roles()  # which makes the groups of partners
    partner = make_account("museum", editors_of(own))
    hand_to_translation(commit, english, own)
    give(commit, own, english, assignee=team.translator)
    client.force_login(partner)

    response = client.get(REPORT)

    assert titles_of(response) == ["Museum"]
    content = response.content.decode()
    assert "uebersetzung" not in content.replace("/handbuch/uebersetzung/", "")
    assert "Fremd" not in content
    assert response.context["actions"] == []


def test_translator_sees_pages_by_their_english_version(read, team, begun):
    assert "Begonnen" in titles(read(user=team.translator))


def test_snippets_are_on_a_page_of_their_own(read, team, commit, english):
    person = commit(PersonFactory, name="Ada Beispiel", role="Leiterin")
    hand_to_translation(commit, english, person)

    [row] = read(address=f"{REPORT}person/")

    assert row[0] == "Ada Beispiel"
    assert row[1].startswith("In Arbeit")


def test_snippets_are_only_for_who_may_change_them(client, team):
    client.force_login(make_account("pruefung", "Prüfung"))

    assert client.get(f"{REPORT}person/").status_code == 302


# Costs


def fill(home, english, number):
    """Make pages with everything that a row can have, past the signals."""
    kind = ContentType.objects.get_for_model(StandardPage).pk
    user = make_account(f"konto-{number}")
    for start in range(0, number, 100):
        section = StandardPageFactory(parent=home)
        add_pages(section, range(start, min(start + 100, number)))
    keys = Page.objects.filter(locale=home.locale, depth__gt=2).values_list(
        "translation_key", flat=True
    )
    TranslationStatus.objects.bulk_create(
        [
            TranslationStatus(
                translation_key=key,
                content_type_id=kind,
                locale=english,
                state=TranslationState.OUTDATED_TEXT,
                total=9,
                open=2,
            )
            for key in keys
        ],
        ignore_conflicts=True,
    )
    TranslationJob.objects.bulk_create(
        [
            TranslationJob(translation_key=key, content_type_id=kind, locale=english, assignee=user)
            for key in keys
        ],
        ignore_conflicts=True,
    )


@pytest.fixture
def count(client, team):
    def count_queries(address=REPORT, **query):
        client.force_login(team.lead)
        client.get(address, query)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address, query)
        assert response.status_code == 200
        return len(queries), response

    return count_queries


def test_queries_do_not_grow_from_one_row_to_a_thousand(home, english, team, count):
    fill(home, english, 1)
    one, _response = count()
    fill(home, english, 3)
    three, _response = count()

    fill(home, english, 1000)
    many, response = count()

    assert response.context["paginator"].count > 1000
    assert one == three == many
    frame, _response = count("/admin/reports/site-history/")
    assert many <= frame + 10
    # Session, account, language and rights take six.
    assert count(f"{REPORT}results/")[0] <= 6 + 10
