"""Facts that change in German are public in English at once; its texts stay."""

import datetime

import pytest
from wagtail.models import Locale, PageLogEntry
from wagtail_localize.models import (
    SegmentOverride,
    Translation,
    TranslationContext,
)

from calendar_pages.models import EventPage, EventTopic, Venue
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    StandardPageFactory,
    TopicFactory,
    VenueFactory,
)
from tests.sentences import (
    again,
    numbered,
    paragraphs,
    state_of,
    stream,
)
from univercity.translation.models import TranslationState


@pytest.fixture
def event(home, calendar, publish_in_english):
    publish_in_english(home)
    publish_in_english(calendar)
    event = EventPageFactory(parent=calendar, venue=VenueFactory(), lead="Komm!", price_from=5)
    EventDateFactory(page=event, start_date=datetime.date(2030, 9, 4), title="Teil 1")
    return EventPage.objects.get(pk=event.pk)


def figure(picture, alt="Haus"):
    image = {"image": picture.pk, "alt_text": alt, "decorative": False}
    return ("figure", {"image": image, "caption": "Da"})


def test_facts_of_an_event_are_public_in_english_at_once(event, publish_in_english, publish_german):
    english = publish_in_english(event)

    publish_german(event, status="cancelled", price_from=7, lead="Bleib weg!")

    shown = again(english)
    assert (shown.status, shown.price_from, shown.lead) == ("cancelled", 7, "English Komm!")
    assert shown.live_revision.as_object().status == "cancelled"
    assert state_of(event) == TranslationState.OUTDATED_TEXT


def test_changed_facts_alone_leave_the_translation_current(
    event, publish_in_english, publish_german
):
    publish_in_english(event)

    publish_german(event, status="cancelled")

    assert state_of(event) == TranslationState.CURRENT


def test_draft_of_english_gets_the_facts_and_keeps_its_texts(
    event, publish_in_english, publish_german, commit
):
    english = publish_in_english(event)
    english.lead = "Come along!"
    commit(english.save_revision)

    publish_german(event, status="cancelled")

    draft = again(english).get_latest_revision_as_object()
    assert (draft.status, draft.lead) == ("cancelled", "Come along!")
    assert (again(english).status, again(english).lead) == ("cancelled", "English Komm!")


def test_dates_come_go_and_move_with_their_titles(event, publish_in_english, publish_german):
    english = publish_in_english(event)
    first = event.dates.get()
    first.start_date = datetime.date(2030, 9, 5)
    event.dates.set([first])
    EventDateFactory(page=event, start_date=datetime.date(2030, 9, 9), title="Teil 2")
    publish_german(
        event, dates=[first, *EventPage.objects.get(pk=event.pk).dates.exclude(pk=first.pk)]
    )

    dates = [(date.start_date.day, date.title) for date in again(english).dates.all()]
    assert dates == [(5, "English Teil 1"), (9, "")]

    publish_german(event, dates=EventPage.objects.get(pk=event.pk).dates.filter(start_date__day=9))

    assert [date.start_date.day for date in again(english).dates.all()] == [9]
    draft = again(english).get_latest_revision_as_object()
    assert [date.pk for date in draft.dates.all()] == [again(english).dates.get().pk]


def test_new_venue_is_submitted_and_shown_in_english(
    event, publish_in_english, publish_german, english
):
    english_event = publish_in_english(event)

    publish_german(event, venue=VenueFactory(name="Planetarium"))

    venue = Venue.objects.get(locale=english, name="Planetarium")
    assert again(english_event).venue == venue
    assert Translation.objects.filter(source__object_id=venue.translation_key).exists()


def test_topic_reaches_english_in_its_language(
    event, publish_in_english, publish_german, english, commit
):
    english_event = publish_in_english(event)
    topic = TopicFactory(name="Wirtschaft")
    publish_german(event, topics=[EventTopic(topic=topic, locale=event.locale)])

    assert [row.topic.locale for row in again(english_event).topics.all()] == [english]


def test_other_image_is_public_in_english_at_once_and_its_alt_text_is_not(
    home, publish_in_english, publish_german
):
    publish_in_english(home)
    page = StandardPageFactory(parent=home, body=stream(figure(ImageFactory())))
    english = publish_in_english(page)
    other = ImageFactory()

    publish_german(page, body=stream(figure(other, alt="Garten")))

    value = again(english).body[0].value
    assert value["image"].pk == other.pk
    assert value["image"].contextual_alt_text == "English Haus"
    assert value["caption"] == "English Da"


def test_image_that_was_chosen_for_english_stays(home, publish_in_english, publish_german, english):
    publish_in_english(home)
    page = StandardPageFactory(parent=home, teaser_image=ImageFactory())
    english_home = publish_in_english(page)
    chosen = ImageFactory()
    context = TranslationContext.objects.get(object_id=page.translation_key, path="teaser_image")
    SegmentOverride.objects.create(locale=english, context=context, data_json=str(chosen.pk))

    publish_german(page, teaser_image=ImageFactory())

    assert again(english_home).teaser_image == chosen


def test_link_in_a_sentence_leads_to_its_new_target_in_english(
    home, publish_in_english, publish_german
):
    publish_in_english(home)
    link = '<a href="https://example.org/{}">hier</a>'
    page = StandardPageFactory(parent=home, body=stream(paragraphs(link.format("alt"))))
    english = publish_in_english(page)

    publish_german(page, body=stream(paragraphs(link.format("neu"))))

    assert 'href="https://example.org/neu"' in again(english).body[0].value.source
    assert "English" in again(english).body[0].value.source
    assert state_of(page) == TranslationState.CURRENT


def test_moved_blocks_leave_the_translation_current(home, publish_in_english, publish_german):
    publish_in_english(home)
    page = StandardPageFactory(parent=home)
    publish_german(page, body=numbered((1, "Eins."), (2, "Zwei.")))
    english = publish_in_english(again(page))

    publish_german(page, body=numbered((2, "Zwei."), (1, "Eins.")))

    shown = [block.value.source for block in again(english).body]
    assert shown == ["<p>English Zwei.</p>", "<p>English Eins.</p>"]
    assert state_of(page) == TranslationState.CURRENT


def test_history_of_english_tells_which_facts_arrived(
    event, publish_in_english, publish_german, admin_client
):
    english = publish_in_english(event)

    publish_german(event, status="cancelled")

    [entry] = PageLogEntry.objects.filter(page=english.pk, action="univercity.facts_carried")
    assert entry.data == {"fields": ["status"]}
    content = admin_client.get(f"/admin/pages/{english.pk}/history/").content.decode()
    assert "Aus der Quelle übernommen: status" in content


def test_facts_reach_every_language(event, publish_in_english, publish_german):
    french = Locale.objects.create(language_code="fr")
    for above in (event.get_parent().get_parent().specific, event.get_parent().specific):
        publish_in_english(above, french)
    versions = [publish_in_english(event), publish_in_english(event, french)]

    publish_german(event, status="cancelled")

    assert [again(version).status for version in versions] == ["cancelled", "cancelled"]


def test_version_kept_by_hand_gets_facts_and_keeps_its_own_texts(
    event, english, publish_german, translate
):
    version = translate(event, lead="Own words", search_description="Own description")

    publish_german(event, status="cancelled", lead="Andere Worte")

    shown = again(version)
    assert (shown.status, shown.lead, shown.search_description) == (
        "cancelled",
        "Own words",
        "Own description",
    )
    assert [date.title for date in shown.dates.all()] == ["Teil 1"]
