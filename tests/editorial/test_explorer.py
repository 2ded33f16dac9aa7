"""The explorer and the flat lists: columns, filters, and who sees what."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    PartnerPageFactory,
    StandardPageFactory,
)
from tests.permissions import allow, log_in


def table(client, address, **filters):
    """Return the rows of a list: header to text of the cell."""
    response = client.get(address, filters)
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    rows = soup.select("table.listing tr")
    headers = [cell.get_text(" ", strip=True) for cell in rows[0].find_all(["th", "td"])]
    return [
        dict(
            zip(
                headers,
                [cell.get_text(" ", strip=True) for cell in row.find_all("td", recursive=False)],
                strict=False,
            )
        )
        for row in rows[1:]
    ]


def titles(client, address, **filters):
    soup = BeautifulSoup(client.get(address, filters).content, "html.parser")
    return {link.get_text(strip=True) for link in soup.select("td.title .title-wrapper a")}


# Columns


def test_explorer_shows_date_organiser_status_and_translation_of_events(
    client, editor, calendar, network
):
    partner = PartnerPageFactory(parent=network, title="Bergbau-Museum")
    event = EventPageFactory(parent=calendar, organiser=partner, status="cancelled")
    day = timezone.localdate() + datetime.timedelta(days=3)
    EventDateFactory(page=event, start_date=day)
    EventDateFactory(page=event, start_date=day + datetime.timedelta(days=30))

    [row] = table(client, f"/admin/pages/{calendar.pk}/")

    assert row["Nächster Termin"] == day.strftime("%d.%m.%Y")
    assert row["Veranstalter"] == "Bergbau-Museum"
    assert row["Status der Veranstaltung"] == "Abgesagt"
    assert row["Englisch"] == "Fehlt"


def test_past_event_is_marked_in_the_explorer(client, editor, calendar):
    event = EventPageFactory(parent=calendar)
    EventDateFactory(page=event, start_date=datetime.date(2024, 5, 1))

    [row] = table(client, f"/admin/pages/{calendar.pk}/")

    assert row["Nächster Termin"] == "01.05.2024 (vorbei)"


def test_event_is_not_over_on_its_last_day(client, editor, calendar):
    today = timezone.localdate()
    event = EventPageFactory(parent=calendar)
    EventDateFactory(page=event, start_date=today - datetime.timedelta(days=3), end_date=today)

    [row] = table(client, f"/admin/pages/{calendar.pk}/")

    assert "vorbei" not in row["Nächster Termin"]


def test_explorer_shows_kind_and_membership_of_partners(client, editor, network):
    PartnerPageFactory(parent=network, kind="city")

    [row] = table(client, f"/admin/pages/{network.pk}/")

    assert (row["Art"], row["Mitgliedschaft"]) == ("Stadtverwaltung", "Mitglied")


def test_explorer_shows_translations_of_other_pages(client, editor, home):
    StandardPageFactory(parent=home)

    [row] = table(client, f"/admin/pages/{home.pk}/")

    assert row["Englisch"] == "Fehlt"


def test_columns_speak_the_language_of_the_admin(client, editor, calendar):
    editor.wagtail_userprofile.preferred_language = "en"
    editor.wagtail_userprofile.save()
    EventPageFactory(parent=calendar)

    [row] = table(client, f"/admin/pages/{calendar.pk}/")

    assert {"Next date", "Organiser", "Status of the event", "English"} <= row.keys()


def test_events_can_be_sorted_by_date(client, editor, calendar):
    for offset in (20, 5, 10):
        event = EventPageFactory(parent=calendar, title=f"In {offset:02} Tagen")
        day = timezone.localdate() + datetime.timedelta(days=offset)
        EventDateFactory(page=event, start_date=day)

    rows = table(client, f"/admin/pages/{calendar.pk}/", ordering="listed_date")

    days = [datetime.datetime.strptime(row["Nächster Termin"], "%d.%m.%Y") for row in rows]
    assert days == sorted(days)
    assert len(days) == 3


# Filters


@pytest.fixture
def events(calendar, network):
    """A lecture in ten days by the museum, and one cancelled in forty days by nobody."""
    museum = PartnerPageFactory(parent=network, title="Museum")
    soon = EventPageFactory(parent=calendar, title="Bald", organiser=museum)
    later = EventPageFactory(parent=calendar, title="Später", status="cancelled", live=False)
    for event, offset in ((soon, 10), (later, 40)):
        day = timezone.localdate() + datetime.timedelta(days=offset)
        EventDateFactory(page=event, start_date=day)
    return soon, later, museum


def in_days(number):
    return (timezone.localdate() + datetime.timedelta(days=number)).strftime("%d.%m.%Y")


@pytest.mark.parametrize("address", ["/admin/all-events/", "/admin/pages/{calendar}/"])
def test_events_are_found_by_what_they_are(client, editor, calendar, events, address):
    address = address.format(calendar=calendar.pk)
    soon, _later, museum = events

    assert titles(client, address) == {"Bald", "Später"}
    assert titles(client, address, date_from=in_days(9), date_to=in_days(11)) == {"Bald"}
    assert titles(client, address, date_from=in_days(10), date_to=in_days(10)) == {"Bald"}
    assert titles(client, address, date_from=in_days(11)) == {"Später"}
    assert titles(client, address, organiser=museum.pk) == {"Bald"}
    assert titles(client, address, status="cancelled") == {"Später"}
    assert titles(client, address, published="draft") == {"Später"}
    assert titles(client, address, translation="en:missing") == {"Bald", "Später"}
    assert titles(client, address, translation="en:current") == set()


def test_several_translation_states_are_found_together(client, editor, calendar, events, translate):
    soon, _later, _museum = events
    translated = translate(soon)
    allow(editor.groups.get(), translated, "change")
    chosen = {"translation": ["en:current", "en:missing"]}

    found = titles(client, "/admin/all-events/", **chosen)

    assert found == {"Bald", "Später", translated.title}
    assert titles(client, "/admin/all-events/", translation="en:current") == {
        "Bald",
        translated.title,
    }
    german = {"language": soon.locale_id, "translation": "en:current"}
    assert titles(client, "/admin/all-events/", **german) == {"Bald"}


def test_filters_and_search_go_together(client, editor, calendar, events):
    chosen = {"q": "Bald", "status": "scheduled", "translation": "en:missing"}

    assert titles(client, "/admin/all-events/", **chosen) == {"Bald"}
    assert titles(client, "/admin/all-events/", **{**chosen, "q": "Später"}) == set()


def test_partners_are_found_by_kind_and_membership(client, editor, network):
    PartnerPageFactory(parent=network, title="Stadt", kind="city")
    PartnerPageFactory(parent=network, title="Ehemals", kind="business", status="former")

    assert titles(client, "/admin/all-partners/", kind="city") == {"Stadt"}
    assert titles(client, "/admin/all-partners/", status="former") == {"Ehemals"}


# Permissions and queries


def test_flat_lists_show_only_what_the_user_may_explore(client, calendar, network):
    mine = EventPageFactory(parent=calendar, title="Meine")
    EventPageFactory(parent=calendar, title="Fremde")
    group = Group.objects.create(name="Partner")
    allow(group, mine, "change")
    log_in(client, group)

    assert titles(client, "/admin/all-events/") == {"Meine"}
    assert titles(client, "/admin/all-events/", q="Fremde") == set()
    assert titles(client, "/admin/all-events/", translation="en:missing") == {"Meine"}
    assert titles(client, "/admin/all-partners/") == set()


def test_flat_lists_are_in_the_menu_of_those_who_have_pages(client, editor, home):
    content = client.get("/admin/").content.decode()

    assert "/admin/all-events/" in content
    assert "/admin/all-partners/" in content


def test_flat_lists_are_closed_to_those_without_pages(client, home):
    log_in(client, Group.objects.create(name="Ohne Seiten"))

    assert client.get("/admin/all-events/").status_code == 302
    assert "/admin/all-events/" not in client.get("/admin/").content.decode()


def count_queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", ["/admin/all-events/", "/admin/pages/{calendar}/"])
def test_queries_of_a_list_do_not_grow_with_it(client, editor, calendar, network, address):
    def add_event():
        partner = PartnerPageFactory(parent=network)
        EventDateFactory(page=EventPageFactory(parent=calendar, organiser=partner))

    address = address.format(calendar=calendar.pk)
    add_event()
    before = count_queries(client, address)
    add_event()
    add_event()

    assert count_queries(client, address) == before


@pytest.mark.parametrize("model", ["calendar_pages/eventpage", "network/partnerpage"])
def test_pages_of_a_type_are_listed_with_the_same_columns(admin_client, calendar, network, model):
    EventDateFactory(page=EventPageFactory(parent=calendar, title="Was die Erde erzählt"))
    PartnerPageFactory(parent=network, title="Was die Erde erzählt")

    answer = admin_client.get(f"/admin/pages/usage/{model}/")

    assert "Was die Erde erzählt" in answer.content.decode()
