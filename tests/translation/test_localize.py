"""Translation with wagtail-localize: real segments, shared facts, nothing untranslated live."""

import datetime
import json

import pytest
from wagtail.models import Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.operations import translate_object, translate_page_subtree

from calendar_pages.models import EventPage, EventTopic, Topic, Venue
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
    StandardPageFactory,
    TopicFactory,
    VenueFactory,
)
from tests.sample_content import raw, story


@pytest.fixture
def submit(english, django_capture_on_commit_callbacks):
    """Return a function that submits a page for translation, as the admin does."""

    def submit_page(page):
        with django_capture_on_commit_callbacks(execute=True):  # when wagtail-localize publishes
            translate_object(page, [english])
        return Translation.objects.get(source__object_id=page.translation_key)

    return submit_page


def translate_all(translation):
    """Translate every segment as "[German]" and publish the page."""
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": f"[{segment.string.data}]"},
        )
    translation.save_target(publish=False)
    page = translation.get_target_instance()
    page.get_latest_revision().publish()
    return type(page).objects.get(pk=page.pk)


def tree_problems():
    return [list(problem) for problem in Page.find_problems()]


def test_submitted_page_is_not_live_before_it_is_translated(client, home, submit):
    page = StandardPageFactory(parent=home, slug="impressum")
    submit(home)

    translation = submit(page)

    assert not translation.get_target_instance().live
    assert client.get("/en/impressum/").url == "/de/impressum/"


def test_parent_that_is_not_translated_does_not_go_live_as_an_alias(client, home, submit):
    section = StandardPageFactory(parent=home, slug="hochschulen")
    page = StandardPageFactory(parent=section, slug="transfer")

    submit(page)
    section.title = "Hochschulen und Transfer"
    section.save_revision().publish()

    alias = Page.objects.get(alias_of=section.pk)
    assert not alias.live
    assert client.get("/en/").url == "/de/"
    assert client.get("/en/hochschulen/").url == "/de/hochschulen/"


def test_english_address_of_a_german_page_is_not_found_once_english_is_live(
    client, home, translate
):
    StandardPageFactory(parent=home, slug="impressum")
    translate(home, slug="home")

    assert client.get("/en/impressum/").status_code == 404


def test_submitting_a_subtree_leaves_the_tree_whole(home, submit, english):
    section = StandardPageFactory(parent=home)
    for _ in range(3):
        StandardPageFactory(parent=section)
    submit(home)

    translate_page_subtree(home.pk, [english], None, None)

    assert tree_problems() == [[], [], [], [], []]


def test_every_text_of_every_block_is_a_segment(home, submit):
    body = json.dumps(raw(story(1, home)))
    page = StandardPageFactory(parent=home, title="Titel", body=body)
    submit(home)

    translation = submit(page)

    texts = set(
        StringSegment.objects.filter(source=translation.source).values_list(
            "string__data", flat=True
        )
    )
    assert texts == {
        "Titel",
        page.slug,
        'Mehr <a id="a1">hier 0</a>',
        "Abschnitt 0",
        "Wer fragt, gehört dazu.",
        "Physikerin",
        "Fragen",
        "Wann?",
        "Bild 0",
        "Der Hörsaal",
        "Rückblick",
        "Kommen Sie!",
        "Bald.",
        "Link 0",
        "Zahlen",
        "rund",
        "Studierende",
        "Stadt Bochum",
        "Jede Woche eine offene Tür.",
        "Einlass",
        "Orte",
        "Ort",
        "Plätze",
        "Anfahrt",
        "Blue Square",
        "Planetarium",
        "Mit der U-Bahn",
        "Anruf",
        "Zum Weiterlesen",
        "Was dort steht",
        "Post von uns",
        "Monatlich.",
        "Spalte 0",
        "Spaltenbild 0",
        "Abschnittsbild 0",
        "Der Garten",
        "Kontakt",
        "Eindrücke",
        "Szene 0.0",
        "Moment 0",
        "Szene 0.1",
        "Moment 1",
        "Werkstatt 0",
        "Der Slam",
        "Guten Abend!",
        "Das Gespräch",
        "Was ist Zeit?",
        "Willkommen",
        "Hallo!",
        "Dateien",
        "Programm",
        "Kakteen im Gewächshaus.",
    }


def test_translated_page_has_its_texts_and_the_source_its_own(client, home, submit):
    body = json.dumps(raw(story(1, home)))
    page = StandardPageFactory(parent=home, title="Titel", slug="seite", body=body)
    translate_all(submit(home))

    english_page = translate_all(submit(page))

    assert english_page.slug == "seite"  # "[seite]" without its brackets
    assert english_page.body[1].value["text"] == "[Abschnitt 0]"
    assert english_page.body[4].value["image"].contextual_alt_text == "[Bild 0]"
    assert client.get("/en/seite/").status_code == 200


def test_subscript_and_superscript_stay_inside_the_sentence(home, submit):
    text = "<p>H<sub>2</sub>O und m<sup>2</sup></p>"
    page = StandardPageFactory(parent=home, body=json.dumps(raw([("text", text)])))
    submit(home)

    source = submit(page).source

    body = StringSegment.objects.filter(source=source, context__path__startswith="body")
    assert [segment.string.data for segment in body] == ["H<sub>2</sub>O und m<sup>2</sup>"]


@pytest.fixture
def event(calendar, network):
    organiser = PartnerPageFactory(parent=network)
    event = EventPageFactory(
        parent=calendar,
        organiser=organiser,
        venue=VenueFactory(street="Kortumstraße 90", access_note="Eingang im Hof"),
        teaser_image=ImageFactory(),
        price_from=5,
        status="cancelled",
    )
    EventDateFactory(page=event, start_date=datetime.date(2030, 9, 4), title="Was Sterne erzählen")
    EventTopic.objects.create(page=event, topic=TopicFactory(), locale=event.locale)
    return event


def test_facts_of_an_event_reach_its_translation_without_being_segments(
    event, home, calendar, submit
):
    translate_all(submit(home))
    translate_all(submit(calendar))
    translation = submit(event)

    english_event = translate_all(translation)

    assert english_event.status == "cancelled"
    assert english_event.price_from == 5
    assert english_event.organiser == event.organiser
    assert english_event.teaser_image == event.teaser_image
    assert [date.start_date for date in english_event.dates.all()] == [datetime.date(2030, 9, 4)]
    assert [date.title for date in english_event.dates.all()] == ["[Was Sterne erzählen]"]


def test_translated_event_has_venue_and_topics_in_its_language(
    event, home, calendar, submit, english
):
    translate_all(submit(home))
    translate_all(submit(calendar))

    english_event = translate_all(submit(event))

    venue = Venue.objects.get(locale=english)
    assert english_event.venue == venue
    assert (venue.street, venue.name) == ("Kortumstraße 90", "Blue Square")
    assert [row.topic for row in english_event.topics.all()] == [Topic.objects.get(locale=english)]


def test_changed_facts_reach_the_translation_with_the_next_update(event, home, calendar, submit):
    translate_all(submit(home))
    translate_all(submit(calendar))
    translation = submit(event)
    translate_all(translation)
    event.status = "scheduled"
    event.save_revision().publish()

    TranslationSource.objects.get(pk=translation.source_id).update_from_db()
    translation.refresh_from_db()
    translation.save_target(publish=False)
    translation.get_target_instance().get_latest_revision().publish()

    translated = EventPage.objects.get(pk=translation.get_target_instance().pk)
    assert translated.status == "scheduled"
    assert translated.lead == "[Ein Abend über Licht.]"


def test_aliases_in_the_same_language_stay_live(home):
    page = StandardPageFactory(parent=home)

    alias = page.create_alias(update_slug="zweite-adresse")

    assert alias.live


def test_update_from_german_publishes_no_incomplete_translation(
    admin_client, home, submit, django_capture_on_commit_callbacks
):
    page = StandardPageFactory(parent=home, title="Impressum")
    translate_all(submit(home))
    translation = submit(page)

    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(
            f"/admin/localize/update/{translation.source_id}/", {"publish_translations": "on"}
        )

    assert not translation.get_target_instance().live


def test_german_alt_text_is_not_filled_into_an_english_page(home, translate):
    english_home = translate(home, slug="home")

    page = StandardPageFactory(parent=english_home, teaser_image=ImageFactory())

    assert page.teaser_image_alt == ""
