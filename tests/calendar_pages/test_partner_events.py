"""Events below a partner's page: its own organiser, in every list like any other."""

import pytest
from wagtail.test.utils.form_data import nested_form_data

from calendar_pages.listing import upcoming_dates
from calendar_pages.models import EventPage
from tests.factories import EventDateFactory, EventPageFactory, PartnerPageFactory
from tests.forms import FORMS, add_address, page_form


@pytest.fixture
def museum(network):
    return PartnerPageFactory(parent=network, title="Bergbau-Museum", slug="museum")


@pytest.fixture
def event(museum):
    event = EventPageFactory(parent=museum, title="Unter Tage", slug="unter-tage")
    EventDateFactory(page=event)
    return event


def test_event_below_a_partner_is_organised_by_it(museum, event):
    assert EventPage.objects.get(pk=event.pk).organiser == museum


def test_draft_below_a_partner_is_organised_by_it(museum):
    draft = EventPageFactory(parent=museum, live=False)

    assert EventPage.objects.get(pk=draft.pk).organiser == museum


def test_event_below_a_partner_keeps_no_other_organiser(museum, network, event):
    event.organiser = PartnerPageFactory(parent=network)
    event.save_revision().publish()

    assert EventPage.objects.get(pk=event.pk).organiser == museum


def test_event_below_the_calendar_keeps_the_organiser_chosen_for_it(calendar, museum):
    assert EventPageFactory(parent=calendar, organiser=museum).organiser == museum
    assert EventPageFactory(parent=calendar).organiser is None


def test_form_ignores_another_organiser(admin_client, museum, network):
    other = PartnerPageFactory(parent=network)
    form = page_form("Neu", **{**FORMS[EventPage], "organiser": other.pk})

    admin_client.post(add_address(EventPage, museum), nested_form_data(form))

    assert EventPage.objects.get(title="Neu").organiser == museum


def test_form_says_where_the_organiser_comes_from(admin_client, museum):
    content = admin_client.get(add_address(EventPage, museum)).content.decode()

    assert "Vorgegeben durch die Seite des Partners" in content


def test_english_event_below_the_english_partner_has_the_german_organiser(
    home, network, museum, event, translate
):
    translate(home, slug="home")
    translate(network, slug="network")
    english_museum = translate(museum, slug="museum")

    english = translate(event, slug="underground")

    assert english.get_parent().specific == english_museum
    assert english.organiser == museum
    assert english.organiser_page.title == museum.title


def test_event_below_a_partner_is_in_the_calendar_the_api_and_the_sitemap(
    client, calendar, museum, event
):
    address = "/de/netzwerk/museum/unter-tage/"

    assert [date.page for date in upcoming_dates("de")] == [event]
    assert address in client.get(calendar.url).content.decode()
    assert address in client.get(museum.url).content.decode()
    assert address in client.get("/sitemap.xml").content.decode()
    for api in ("v2", "v3"):
        answer = client.get(f"/api/{api}/pages/?type=calendar_pages.EventPage").json()
        assert [item["title"] for item in answer["items"]] == ["Unter Tage"]


def test_event_below_a_partner_leads_to_calendar_and_partner(client, calendar, museum, event):
    content = client.get(event.url).content.decode()
    head = content.split("page-header__back")[1].split("</p>")[0]

    assert f'href="{calendar.url}"' in head
    assert f'href="{museum.url}"' in head


def test_event_below_the_calendar_leads_to_it_once(client, calendar):
    content = client.get(EventPageFactory(parent=calendar).url).content.decode()
    head = content.split("page-header__back")[1].split("</p>")[0]

    assert head.count("href") == 1
