"""Blocks that show events: filtered lists, date boxes."""

import datetime
import json

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, streamfield
from wagtail.users.models import UserProfile

from calendar_pages.blocks import DateBoxBlock
from calendar_pages.models import EventAudience, EventCoOrganiser, EventTopic
from home.models import StandardPage
from tests.factories import (
    AudienceFactory,
    EventDateFactory,
    EventPageFactory,
    PartnerPageFactory,
    StandardPageFactory,
    TopicFactory,
    VenueFactory,
)
from tests.forms import FORMS, add_address, page_form
from tests.sample_content import raw

EVERYTHING = {"heading": "Bald", "number": 12, "organiser": None, "topic": None, "audience": None}


@pytest.fixture
def add_event(calendar):
    """Return a function that makes an event with a date next week."""

    def add(title, **fields):
        event = EventPageFactory(parent=calendar, title=title, **fields)
        EventDateFactory(page=event)
        return event

    return add


def page_with(home, *blocks):
    return StandardPageFactory(parent=home, body=json.dumps(raw(blocks)))


def upcoming(home, **filters):
    return page_with(home, ("upcoming_events", {**EVERYTHING, **filters}))


def titles(client, page):
    """Return the titles that the API lists, each of which the HTML shows."""
    [block] = client.get(f"/api/v2/pages/{page.pk}/").json()["body"]
    html = client.get(page.get_url()).content.decode()
    found = [event["title"] for event in block["value"]["events"]]
    assert [title for title in found if title not in html] == []
    return found


def test_list_is_filtered_by_organiser(client, home, network, add_event):
    partner = PartnerPageFactory(parent=network)
    add_event("Eigenes", organiser=partner)
    add_event("Fremdes")

    assert titles(client, upcoming(home, organiser=partner.pk)) == ["Eigenes"]


@pytest.mark.parametrize(
    ("vocabulary", "factory", "row"),
    [("topic", TopicFactory, EventTopic), ("audience", AudienceFactory, EventAudience)],
)
def test_list_is_filtered_by_term_in_both_languages(
    client, home, add_event, translate, translate_snippet, vocabulary, factory, row
):
    term = factory()
    event = add_event("Passt")
    row.objects.create(page=event, locale=event.locale, **{vocabulary: term})
    add_event("Passt nicht")
    page = upcoming(home, **{vocabulary: term.pk})
    translate(home, slug="home")
    english_term = translate_snippet(term)
    body = [("upcoming_events", {**EVERYTHING, vocabulary: english_term.pk})]
    english_page = translate(page, slug="page", body=json.dumps(raw(body)))

    assert titles(client, page) == ["Passt"]
    assert titles(client, english_page) == ["Passt"]


def test_filters_narrow_each_other_and_none_shows_all(client, home, network, add_event):
    partner, topic = PartnerPageFactory(parent=network), TopicFactory()
    add_event("Nur Veranstalter", organiser=partner)

    assert titles(client, upcoming(home)) == ["Nur Veranstalter"]
    assert titles(client, upcoming(home, organiser=partner.pk, topic=topic.pk)) == []


def test_list_without_events_says_so_and_leads_to_the_calendar(client, home, calendar):
    html = client.get(upcoming(home, topic=TopicFactory().pk).url).content.decode()

    assert "Zurzeit sind keine Veranstaltungen angekündigt." in html
    assert f'<a href="{calendar.url}">' in html


def test_list_leads_to_no_calendar_that_is_hidden(client, home, calendar):
    page = upcoming(home)
    assert f'href="{calendar.url}"' in client.get(page.url).content.decode()

    close(calendar)

    assert f'href="{calendar.url}"' not in client.get(page.url).content.decode()
    [block] = client.get(f"/api/v2/pages/{page.pk}/").json()["body"]
    assert block["value"]["all_events"] == ""


def test_list_saved_before_there_were_filters_shows_all(client, home, add_event):
    add_event("Vortrag")
    page = page_with(home, ("upcoming_events", {"heading": "Bald", "number": 3}))

    assert titles(client, page) == ["Vortrag"]


def test_queries_do_not_grow_with_the_filters(client, home, network, add_event):
    partner, topic = PartnerPageFactory(parent=network), TopicFactory()

    def queries(page):
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        return len(captured)

    def list_of(number):
        for index in range(number):
            event = add_event(f"Vortrag {number}.{index}", organiser=partner)
            EventTopic.objects.create(page=event, topic=topic, locale=event.locale)
        return upcoming(home, organiser=partner.pk, topic=topic.pk)

    assert queries(list_of(1)) == queries(list_of(3))


@pytest.mark.parametrize(
    ("language", "number", "message"),
    [
        ("de", 0, "größer oder gleich 1"),
        ("de", 13, "kleiner oder gleich 12"),
        ("en", 0, "greater than or equal to 1"),
        ("en", 13, "less than or equal to 12"),
    ],
)
def test_number_out_of_range_is_refused_at_the_number(
    admin_client, admin_user, home, language, number, message
):
    UserProfile.objects.create(user=admin_user, preferred_language=language)
    value = {**dict.fromkeys(EVERYTHING, ""), "heading": "Bald", "number": number}
    fields = {**FORMS[StandardPage], "body": streamfield([("upcoming_events", value)])}
    form = {**nested_form_data(page_form("Seite", **fields)), "action-publish": "1"}

    response = admin_client.post(add_address(StandardPage, home), form)

    [error] = response.context["form"].errors["body"].as_data()
    with translation.override(language):
        assert message in error.block_errors[0].block_errors["number"].messages[0]


@pytest.fixture
def series(add_event):
    """An event with a date next week and one in 2030."""
    event = add_event("Ringvorlesung", venue=VenueFactory(), status="moved-online")
    EventDateFactory(page=event, start_date=datetime.date(2030, 9, 4), title="Teil 2")
    return event


def date_box(home, event, day=""):
    return page_with(home, ("date_box", {"event": event.pk, "day": day or None}))


def test_date_box_shows_the_next_date_with_place_and_status(client, home, series):
    page = date_box(home, series)

    html = client.get(page.url).content.decode()
    [block] = client.get(f"/api/v2/pages/{page.pk}/").json()["body"]

    assert all(text in html for text in ("Ringvorlesung", "Blue Square", "Online statt vor Ort"))
    answer = block["value"]["event"]
    assert answer["date"]["start"].startswith(series.next_date.start_date.isoformat())


def test_date_box_shows_the_chosen_day(client, home, series):
    page = date_box(home, series, "2030-09-04")

    [block] = client.get(f"/api/v2/pages/{page.pk}/").json()["body"]

    assert block["value"]["event"]["date"]["title"] == "Teil 2"
    assert "Teil 2" in client.get(page.url).content.decode()


def test_date_box_whose_day_was_removed_shows_the_next_date(client, home, series):
    page = date_box(home, series, "2031-01-01")

    assert "Ringvorlesung" in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("language", "start"), [("de", "An diesem Tag beginnt"), ("en", "The event has no date")]
)
def test_day_without_a_date_of_the_event_is_refused_at_the_day(series, language, start):
    block = DateBoxBlock()
    value = block.to_python({"event": series.pk, "day": "2031-01-01"})

    with pytest.raises(ValidationError) as error:
        block.clean(value)

    with translation.override(language):
        assert error.value.block_errors["day"].messages[0].startswith(start)


def close(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("hide", [lambda page: page.unpublish(), close], ids=["draft", "closed"])
def test_no_card_names_an_organiser_that_is_not_public(client, home, network, add_event, hide):
    partner = PartnerPageFactory(parent=network, title="Geheimbund", short_name="Geheimbund")
    event = add_event("Vortrag", organiser=partner)
    teaser = ("event_teaser", {"event": event.pk, "kicker": ""})
    page = page_with(home, ("upcoming_events", EVERYTHING), teaser)
    addresses = [page.url, "/de/kalender/", f"/api/v2/pages/{page.pk}/"]
    for address in addresses:
        assert "Geheimbund" in client.get(address).content.decode()

    hide(partner)

    for address in addresses:
        assert "Geheimbund" not in client.get(address).content.decode()


@pytest.mark.parametrize("hide", [lambda page: page.unpublish(), close], ids=["draft", "closed"])
def test_event_names_no_partner_and_no_series_that_is_not_public(client, network, add_event, hide):
    alone, together = (
        PartnerPageFactory(parent=network, title=title, short_name=title)
        for title in ("Geheim A", "Geheim B")
    )
    series = add_event("Geheim C", kind="umbrella")
    event = add_event("Vortrag", organiser=alone, series=series)
    EventCoOrganiser.objects.create(page=event, partner=together)
    addresses = [event.url, *(f"/api/{version}/pages/{event.pk}/" for version in ("v2", "v3"))]

    def shown():
        answers = "".join(client.get(address).content.decode() for address in addresses)
        return [name for name in ("Geheim A", "Geheim B", "Geheim C") if name in answers]

    assert len(shown()) == 3
    for page in (alone, together, series):
        hide(page)
    assert shown() == []


def test_description_of_an_event_may_contain_a_date_box(client, add_event, series):
    body = json.dumps(raw([("date_box", {"event": series.pk, "day": None})]))
    event = add_event("Auftakt", body=body)

    assert "Ringvorlesung" in client.get(event.url).content.decode()


def test_preview_of_a_block_shows_no_event_behind_a_password(calendar):
    private = EventPageFactory(parent=calendar)
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="x")
    public = EventPageFactory(parent=calendar)

    assert DateBoxBlock().get_preview_value()["event"].pk == public.pk
