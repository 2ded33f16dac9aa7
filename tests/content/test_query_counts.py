"""The number of queries does not grow with events, partners or blocks."""

import datetime
import json
from dataclasses import dataclass

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from calendar_pages.models import CalendarPage, EventCoOrganiser, EventLanguage, EventTopic
from home.models import HomePage
from network.models import LeitbildPage, LeitbildSignatory, PartnerIndexPage, PartnerPage
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
    StandardPageFactory,
    TopicFactory,
    VenueFactory,
)
from tests.sample_content import key_figure, listed, raw, story


def fill(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    return page


def stored(body):
    return json.dumps(raw(body))


def figures(number):
    return stored([("key_figure", key_figure())] * number)


@dataclass
class Website:
    """The pages that every builder starts from."""

    home: HomePage
    leitbild: LeitbildPage
    network: PartnerIndexPage
    calendar: CalendarPage
    partners: list[PartnerPage]

    def add_partners(self, number):
        return [PartnerPageFactory(parent=self.network, logo=ImageFactory()) for _ in range(number)]

    def add_event(self, index):
        event = EventPageFactory(
            parent=self.calendar,
            organiser=self.partners[index],
            venue=VenueFactory(name=f"Ort {index}"),
            teaser_image=ImageFactory(),
        )
        EventDateFactory(page=event)
        return event

    def add_events(self, number):
        return [self.add_event(index) for index in range(number)]


@pytest.fixture
def website(home, leitbild, network, calendar):
    website = Website(home, leitbild, network, calendar, [])
    website.partners = website.add_partners(4)
    return website


def build_home(website, number):
    website.add_events(number)
    website.add_partners(number)
    body = story(number, website.leitbild) + [
        ("partners", {"heading": "Partner", "selection": "all", "chosen": []}),
        ("upcoming_events", {"heading": "Bald", "number": 12}),
    ]
    return fill(website.home, body=stored(body), key_figures=figures(number))


def build_standard(website, number):
    body = story(number, website.leitbild)
    chosen = [partner.pk for partner in website.partners[:number]]
    body.append(("partners", {"heading": "", "selection": "chosen", "chosen": chosen}))
    for event in website.add_events(number):
        body.append(("event_teaser", {"event": event.pk, "kicker": ""}))
        mission = {"heading": "Wofür", "text": "Sechs.", "page": website.leitbild.pk, "number": 1}
        body.append(("mission_teaser", mission))
        body.append(("date_box", {"event": event.pk, "day": None}))
        body.append(("places", {"heading": "Orte", "venues": listed(event.venue_id)}))
    return StandardPageFactory(parent=website.home, body=stored(body))


def build_leitbild(website, number):
    for partner in website.partners[:number]:
        LeitbildSignatory.objects.create(page=website.leitbild, partner=partner)
    explanation = f'<p><a linktype="page" id="{website.home.pk}">Start</a></p>'
    principle = {"statement": "Wir fragen.", "explanation": explanation}
    return fill(
        website.leitbild,
        principles=stored([("principle", principle)] * number),
        body=stored(story(number, website.home)),
    )


def build_network(website, number):
    website.add_partners(number)
    return website.network


def build_partner(website, number):
    partner = website.partners[0]
    for event in website.add_events(number):
        fill(event, organiser=partner)
    return fill(partner, body=stored(story(number, website.home)), key_figures=figures(number))


def build_calendar(website, number):
    website.add_events(number)
    return website.calendar


def build_event(website, number):
    event = website.add_event(0)
    for index in range(number):
        EventDateFactory(page=event, start_date=datetime.date(2030, 1, 1 + index))
        EventCoOrganiser.objects.create(page=event, partner=website.partners[index + 1])
        EventLanguage.objects.create(page=event, language=("de", "en", "tr")[index])
        topic = TopicFactory(name=f"Thema {index}", slug=f"thema-{index}")
        EventTopic.objects.create(page=event, topic=topic, locale=event.locale)
    return fill(event, body=stored(story(number, website.home)))


def count_queries(client, address):
    """Return the number of queries of a request after one that made the renditions."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def measure(client, page):
    addresses = [page.get_url(), f"/api/v2/pages/{page.pk}/", f"/api/v3/pages/{page.pk}/"]
    return tuple(count_queries(client, address) for address in addresses)


#: Queries of a warm request for a page with its content: HTML, API v2, API v3.
BUDGETS = {
    build_home: (6, 9, 8),
    build_standard: (7, 9, 8),
    build_leitbild: (7, 9, 8),
    build_network: (6, 8, 7),
    build_partner: (7, 9, 8),
    build_calendar: (8, 9, 8),
    build_event: (7, 9, 8),
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("build", BUDGETS)
def test_queries_of_a_page_stay_the_same_however_much_it_holds(client, website, build, number):
    page = build(website, number)

    assert measure(client, page) == BUDGETS[build]
