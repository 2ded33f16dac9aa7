"""Snippets without drafts that are handed to translation: nothing German passes for English."""

import json

import pytest
from django.core.checks import run_checks
from django.test.utils import isolate_apps
from wagtail.models import Site, TranslatableMixin
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from calendar_pages.models import EventPage, EventTopic, Topic, Venue
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    StandardPageFactory,
    VenueFactory,
)
from tests.sample_content import raw
from univercity.content.site_settings import SiteSettings
from univercity.publishing.changes.dependents import settings_versions
from univercity.translation.checks import unmarked
from univercity.translation.gate import NotPublishable
from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation.state.recompute import recompute
from univercity.translation.units import units_of, write_unit

GERMAN = "Eingang über den Innenhof"


@pytest.fixture
def venue(db):
    return VenueFactory(name="Blue Square", access_note=GERMAN)


@pytest.fixture
def topic(db):
    return Topic.objects.create(name="Wirtschaft", slug="wirtschaft")


@pytest.fixture
def hand_over(english, commit):
    """Return a function that hands a snippet to translation."""

    def hand_snippet_over(snippet):
        commit(translate_object, snippet, [english])
        return Translation.objects.get(source__object_id=snippet.translation_key)

    return hand_snippet_over


@pytest.fixture
def finish(commit):
    """Return a function that translates all texts of a snippet and stores it."""

    def translate_all(translation):
        for unit in units_of([translation]):
            write_unit(unit, f"English {unit.string_id}", user=None)
        commit(translation.save_target)
        return translation.get_target_instance()

    return translate_all


@pytest.fixture
def event(home, venue, topic, english, translate, hand_over):
    """An event in both languages whose venue and topic are handed to translation, no more."""
    event = EventPageFactory(parent=home, venue=venue, topics=[EventTopic(topic=topic)])
    english_venue = hand_over(venue).get_target_instance()
    english_topic = hand_over(topic).get_target_instance()
    translate(home, slug="home")
    translate(event, venue=english_venue, slug="event")
    translated = EventPage.objects.get(pk=event.get_translation(english).pk)
    translated.topics.all().update(topic=english_topic)
    return translated


def version_of(snippet, locale):
    return type(snippet).objects.get(translation_key=snippet.translation_key, locale=locale)


def test_version_of_a_snippet_that_is_only_handed_over_says_that_it_is_german(
    venue, english, hand_over
):
    hand_over(venue)

    version = version_of(venue, english)
    assert (version.access_note, version.text_language) == (GERMAN, "de")


def test_it_follows_its_source_until_it_is_translated(venue, english, hand_over, commit):
    hand_over(venue)
    venue.access_note = "Durch das Tor"

    commit(venue.save)

    version = version_of(venue, english)
    assert (version.access_note, version.text_language) == ("Durch das Tor", "de")


def test_it_stays_german_while_some_texts_are_translated(venue, english, hand_over, commit):
    venue.accessibility_note = "Rampe am Seiteneingang"
    commit(venue.save)
    translation = hand_over(venue)
    write_unit(units_of([translation])[0], "x", user=None)

    commit(translation.save_target)

    version = version_of(venue, english)
    assert version.access_note == GERMAN
    assert version.accessibility_note == "Rampe am Seiteneingang"
    assert version.text_language == "de"


def test_it_is_english_once_all_is_translated(venue, english, hand_over, finish):
    version = finish(hand_over(venue))

    assert version.access_note.startswith("English")
    assert version.text_language == "en"


def test_translated_version_is_not_made_with_new_german_text(
    venue, english, hand_over, finish, commit
):
    translation = hand_over(venue)
    finish(translation)
    venue.access_note = "Durch das Tor"
    commit(venue.save)

    with pytest.raises(NotPublishable):
        Translation.objects.get(pk=translation.pk).save_target()

    assert version_of(venue, english).access_note.startswith("English")


def test_its_state_is_not_that_of_a_public_translation(venue, english, hand_over, finish, commit):
    translation = hand_over(venue)
    venue.access_note = "Durch das Tor"
    commit(venue.save)
    status = TranslationStatus.objects.get(translation_key=venue.translation_key)
    assert (status.state, status.outdated) == (TranslationState.IN_PROGRESS, False)

    finish(Translation.objects.get(pk=translation.pk))

    status.refresh_from_db()
    assert status.state == TranslationState.CURRENT
    assert recompute(Venue, [venue.translation_key]) == 0


def test_event_marks_its_texts_in_html(client, event):
    content = client.get(event.url).content.decode()

    assert '<div lang="de">' in content.split('id="venue-heading"')[1].split("</section>")[0]
    assert '<dd class="badge" lang="de">Wirtschaft</dd>' in content


@pytest.mark.parametrize("path", ["v3/pages/{0.pk}/", "v2/pages/{0.pk}/"])
def test_event_marks_its_texts_in_the_api(client, event, path):
    answer = client.get(f"/api/{path.format(event)}").json()

    assert (answer["venue"]["access_note"], answer["venue"]["locale"]) == (GERMAN, "de")
    assert [(term["name"], term["locale"]) for term in answer["topics"]] == [("Wirtschaft", "de")]


def test_list_of_events_marks_its_texts(client, event, english):
    EventDateFactory(page=event, locale=english)

    [entry] = client.get("/api/v3/events/?locale=en").json()["items"]

    assert entry["venue"]["locale"] == "de"
    assert [term["locale"] for term in entry["topics"]] == ["de"]


def test_translated_event_marks_nothing(client, event, venue, topic, finish):
    for snippet in (venue, topic):
        finish(Translation.objects.get(source__object_id=snippet.translation_key))

    content = client.get(event.url).content.decode()
    answer = client.get(f"/api/v3/pages/{event.pk}/").json()

    assert 'lang="de">Wirtschaft' not in content
    assert "<div>" in content.split('id="venue-heading"')[1].split("</section>")[0]
    assert {answer["venue"]["locale"], answer["topics"][0]["locale"]} == {"en"}


def test_block_of_places_shows_the_german_place_and_says_so(
    client, home, english, venue, hand_over, translate
):
    hand_over(venue)
    translate(home, slug="home")
    blocks = raw([("places", {"heading": "", "venues": [venue.pk]})])
    page = StandardPageFactory(parent=home, body=json.dumps(blocks), title="Orte")
    translate(page, slug="places")
    english_page = page.get_translation(english)

    assert '<div class="place__facts" lang="de">' in client.get(english_page.url).content.decode()
    [block] = client.get(f"/api/v3/pages/{english_page.pk}/").json()["body"]
    assert [place["locale"] for place in block["value"]["places"]] == ["de"]


def test_settings_fall_back_and_say_so(client, home, english, translate, hand_over):
    translate(home, slug="home")
    link = {"label": "Zum Leitbild", "url": "https://example.org/"}
    settings = SiteSettings.objects.create(
        site=Site.objects.get(is_default_site=True),
        locale=home.locale,
        organisation="Verein",
        navigation=json.dumps(raw([("link", link)])),
        footer_links=json.dumps(raw([("link", link)])),
    )
    hand_over(settings)

    header, footer = client.get("/en/").content.decode().split("<main")

    assert 'lang="de">Zum Leitbild' in " ".join(header.split()).replace(" >", ">")
    assert '<address lang="de">' in footer
    assert '<li lang="de">' in footer
    answer = client.get("/api/v3/site/?locale=en").json()
    assert answer["contact"]["locale"] == "de"
    resolved = client.get("/api/v3/resolve/?path=/en/").json()
    assert [entry["lang"] for entry in resolved["navigation"]["entries"]] == ["de"]


def test_changed_german_settings_are_seen_by_readers_of_english(home, english, hand_over, commit):
    site = Site.objects.get(is_default_site=True)
    settings = SiteSettings.objects.create(site=site, locale=home.locale, organisation="Verein")
    assert settings_versions().shown_in("de") == {"de", "en"}
    hand_over(settings)

    assert settings_versions().shown_in("de") == {"de", "en"}


def test_version_edited_by_hand_is_no_longer_german(
    admin_client, venue, english, hand_over, commit
):
    translation = hand_over(venue)
    translation.enabled = False
    translation.save()
    version = version_of(venue, english)
    address = f"/admin/snippets/calendar_pages/venue/edit/{version.pk}/"
    form = {field.html_name: field.value() for field in admin_client.get(address).context["form"]}
    filled = {name: "" if value is None else value for name, value in form.items()}

    commit(admin_client.post, address, {**filled, "access_note": "Gate"})

    version = version_of(venue, english)
    assert (version.access_note, version.text_language) == ("Gate", "en")


def test_all_snippets_of_the_site_have_drafts_or_say_their_language():
    assert not [error for error in run_checks() if error.id == "translation.E4"]


@isolate_apps("calendar_pages")
def test_snippet_that_has_neither_is_named():
    class Unmarked(TranslatableMixin):
        class Meta(TranslatableMixin.Meta):
            app_label = "calendar_pages"

    assert [error.id for error in unmarked([Venue, Unmarked])] == ["translation.E4"]
