"""The answer of every page type in both APIs and languages, compared with a reviewed file.

After a wanted change: ``WRITE_SNAPSHOTS=1 make test ARGS=tests/api/test_answers.py``, and read
the difference.
"""

import datetime
import json

import pytest

from calendar_pages.models import (
    Audience,
    EventAudience,
    EventCoOrganiser,
    EventLanguage,
    EventTopic,
)
from network.models import LeitbildSignatory
from tests.api.snapshots import assert_matches_snapshot
from tests.factories import (
    CalendarPageFactory,
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    LeitbildPageFactory,
    PartnerIndexPageFactory,
    PartnerPageFactory,
    StandardPageFactory,
    TopicFactory,
    VenueFactory,
    find_home,
)
from tests.publications import translate_page
from tests.sample_content import key_figure, raw, story


def make_partner(network):
    return PartnerPageFactory(
        parent=network,
        title="Deutsches Bergbau-Museum Bochum",
        slug="deutsches-bergbau-museum-bochum",
        short_name="DBM",
        kind="research-museum",
        member_from=datetime.date(2014, 6, 24),
        logo=ImageFactory(title="Logo"),
        website="https://museum.example",
        introduction="<p>Ein Museum der <b>Rohstoffe</b>.</p>",
        key_figures=json.dumps(raw([("key_figure", key_figure())])),
        street="Am Bergbaumuseum 28",
        postcode="44791",
        city="Bochum",
        latitude="51.48165",
        longitude="7.21648",
        email="museum@example.org",
        social_profiles=json.dumps(
            raw([("profile", {"platform": "instagram", "url": "https://instagram.example/dbm"})])
        ),
    )


def make_event(calendar, partner):
    other = PartnerPageFactory(
        parent=partner.get_parent(), title="Stadt Bochum", short_name="Stadt"
    )
    event = EventPageFactory(
        parent=calendar,
        title="Bürgervorlesung",
        slug="buergervorlesung",
        teaser="Fünf Abende.",
        teaser_image=ImageFactory(title="Hörsaal"),
        organiser=partner,
        venue=VenueFactory(street="Kortumstraße 90", postcode="44787", city="Bochum"),
        status="moved-online",
        status_note="Link folgt.",
        price_from="5.00",
        registration="required",
        capacity=120,
    )
    EventDateFactory(page=event, start_date=datetime.date(2030, 9, 4), title="Was Sterne erzählen")
    EventDateFactory(
        page=event,
        start_date=datetime.date(2030, 9, 11),
        start_time=None,
        end_time=None,
        end_date=datetime.date(2030, 9, 13),
        all_day=True,
    )
    EventCoOrganiser.objects.create(page=event, partner=other)
    EventLanguage.objects.create(page=event, language="de")
    topic = TopicFactory()
    EventTopic.objects.create(page=event, topic=topic, locale=event.locale)
    audience = Audience.objects.create(name="Kinder", slug="kinder", locale=event.locale)
    EventAudience.objects.create(page=event, audience=audience, locale=event.locale)
    return event


def make_pages():
    """Return one page of each type, filled, by the name of its type; parents come first."""
    home = find_home()
    leitbild, network = LeitbildPageFactory(parent=home), PartnerIndexPageFactory(parent=home)
    calendar = CalendarPageFactory(parent=home)
    partner = make_partner(network)
    event = make_event(calendar, partner)
    LeitbildSignatory.objects.create(page=leitbild, partner=partner)
    body = story(1, leitbild) + [
        ("partners", {"heading": "Partner", "selection": "research-museum", "chosen": []}),
        ("mission_teaser", {"heading": "Wofür", "text": "Sechs.", "page": leitbild.pk}),
        ("upcoming_events", {"heading": "Bald", "number": 1}),
        ("event_teaser", {"event": event.pk, "kicker": "Tipp"}),
    ]
    home.hero_image = ImageFactory(title="Stadt")
    home.key_figures = json.dumps(raw([("key_figure", key_figure())]))
    home.body = json.dumps(raw(body))
    home.save()
    standard = StandardPageFactory(
        parent=home, title="Impressum", introduction="Wer verantwortet.", body=home.body.raw_data
    )
    return {
        "home_page": home,
        "standard_page": standard,
        "leitbild_page": leitbild,
        "partner_index_page": network,
        "partner_page": partner,
        "calendar_page": calendar,
        "event_page": event,
    }


@pytest.fixture(scope="module", params=["de", "en"])
def pages(kept, request):
    """One page of each type in one language, by the name of its type."""
    with kept():
        pages = make_pages()
        if request.param == "en":
            for name, page in pages.items():
                pages[name] = translate_page(page, slug=f"{page.slug}-en")
        yield pages


@pytest.mark.parametrize("version", ["v2", "v3"])
@pytest.mark.parametrize(
    "page_type",
    [
        "home_page",
        "standard_page",
        "leitbild_page",
        "partner_index_page",
        "partner_page",
        "calendar_page",
        "event_page",
    ],
)
def test_answer_for_a_page_is_the_reviewed_one(client, pages, db, page_type, version):
    page = pages[page_type]

    answer = client.get(f"/api/{version}/pages/{page.pk}/").json()

    assert_matches_snapshot(answer, f"{page_type}.{page.locale.language_code}.{version}")
