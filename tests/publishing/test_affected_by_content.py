"""Which public addresses change with what pages show: images, snippets, lists, menus."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction

from calendar_pages.models import EventTopic
from tests.factories import (
    DocumentFactory,
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
    PersonFactory,
    SharedContentFactory,
    StandardPageFactory,
    TopicFactory,
)
from tests.publications import SITEMAP, body, revise
from tests.sample_content import listed
from univercity.content.site_settings import SiteSettings


def test_image_changes_pages_cards_and_shared_content(
    home, network, calendar, translate, changed, sent
):
    image = ImageFactory()
    figure = ("figure", {"image": {"image": image.pk, "alt_text": "x"}, "caption": ""})
    shared = SharedContentFactory(body=body(figure))
    page = StandardPageFactory(parent=home, slug="bild", body=body(figure))
    StandardPageFactory(
        parent=home, slug="baustein", body=body(("shared_content", {"content": shared.pk}))
    )
    PartnerPageFactory(parent=network, slug="hochschule", logo=image)
    translate(home)
    translate(page)
    image.credit = "© Neu"
    assert changed(image.save) == {
        "/de/bild/",
        "/en/bild/",
        "/de/baustein/",
        "/de/netzwerk/hochschule/",
        "/de/netzwerk/",  # shows the logo
    }
    assert {f"image-{image.pk}", f"snippet-univercity.sharedcontent-{shared.pk}"} <= sent[0][0]


def test_saving_an_image_as_it_is_changes_nothing(home, changed):
    image = ImageFactory()
    StandardPageFactory(parent=home, teaser_image=image)
    assert changed(image.save) == set()


def test_deleting_an_image_names_where_it_stood(home, changed):
    image = ImageFactory()
    StandardPageFactory(parent=home, slug="bild", teaser_image=image)
    assert changed(image.delete) == {"/de/bild/"}


def test_event_changes_its_calendar_its_partner_and_lists(home, network, calendar, changed, sent):
    upcoming = {"heading": "Bald", "number": 3, "organiser": None, "topic": None, "audience": None}
    StandardPageFactory(parent=home, slug="bald", body=body(("upcoming_events", upcoming)))
    partner = PartnerPageFactory(parent=network, slug="hochschule")
    PartnerPageFactory(parent=network, slug="andere")
    event = EventPageFactory(parent=calendar, slug="vortrag", organiser=partner)
    EventDateFactory(page=event)
    EventPageFactory(parent=calendar, slug="anderer")
    everywhere = {"/de/kalender/vortrag/", SITEMAP}
    lists = {"/de/kalender/", "/de/bald/", "/de/netzwerk/hochschule/"}
    assert changed(revise, event, title="Anders") == everywhere | lists
    assert "list-events" in sent[0][0]
    text = body(("text", "<p>Mehr dazu</p>"))
    assert changed(revise, event, body=text) == everywhere
    assert changed(event.unpublish) == everywhere | lists


def test_term_changes_events_and_lists_that_show_them(home, calendar, changed):
    topic = TopicFactory()
    event = EventPageFactory(parent=calendar, slug="vortrag")
    revise(event, topics=[EventTopic(topic=topic, locale=event.locale)])
    topic.name = "Technik"
    assert changed(topic.save) == {"/de/kalender/vortrag/", "/de/kalender/"}


def test_partner_changes_the_lists_of_its_language(home, network, translate, changed):
    partner = PartnerPageFactory(parent=network, slug="hochschule")
    translate(home)
    translate(network)
    translate(partner)
    paths = {"/de/netzwerk/", "/de/netzwerk/hochschule/", "/en/netzwerk/hochschule/", SITEMAP}
    assert changed(revise, partner, title="Neue Hochschule") == paths


def test_facts_change_the_lists_of_both_languages_the_translation_by_itself(
    home, network, translate, sent, commit
):
    partner = PartnerPageFactory(parent=network, slug="hochschule")
    translate(home)
    translate(network)
    translate(partner)
    commit(revise, partner, short_name="Neu")
    [(_keys, german), (_keys, english)] = sent
    assert {"/de/netzwerk/", "/de/netzwerk/hochschule/"} <= set(german)
    assert {"/en/netzwerk/", "/en/netzwerk/hochschule/"} <= set(english)


def test_person_is_named_where_it_is_shown(home, translate, translate_snippet, changed):
    person = PersonFactory()
    block = ("person", {"heading": "Kontakt", "persons": listed(person.pk)})
    page = StandardPageFactory(parent=home, slug="kontakt", body=body(block))
    translate(home)
    translate(page)
    person.phone = "110"
    assert changed(person.save) == {"/de/kontakt/", "/en/kontakt/"}
    translate_snippet(person)
    person.phone = "112"
    assert changed(person.save) == {"/de/kontakt/"}


@pytest.fixture
def settings_with_menu(home):
    """Return the German settings, and the page that their menu leads to."""
    page = StandardPageFactory(parent=home, slug="ziel")
    link = {"label": "", "page": page.pk, "url": "", "document": None, "email": "", "phone": ""}
    site = home.get_site()
    menu = body(("link", link))
    settings = SiteSettings.objects.create(
        site=site, locale=home.locale, organisation="Netz", navigation=menu
    )
    return settings, page


def test_settings_change_every_page_of_their_readers(home, settings_with_menu, translate, changed):
    settings, _page = settings_with_menu
    settings.phone = "110"
    assert changed(settings.save) == {"/de/", "/de/ziel/"}
    translate(home)  # without settings in English
    settings.phone = "112"
    assert changed(settings.save) == {"/de/", "/de/ziel/", "/en/"}


def test_menu_changes_with_the_title_of_its_page(home, settings_with_menu, changed, sent):
    _settings, page = settings_with_menu
    StandardPageFactory(parent=home, slug="andere")
    assert changed(revise, page, introduction="Neu") == {"/de/ziel/", SITEMAP}
    assert "navigation" not in sent[0][0]
    paths = {"/de/", "/de/ziel/", "/de/andere/", SITEMAP}
    assert changed(revise, page, title="Anders") == paths
    assert "navigation" in sent[0][0]
    image = ImageFactory()
    revise(page, teaser_image=image)
    image.credit = "© Neu"
    assert changed(image.save) == {"/de/ziel/"}


def test_collection_that_becomes_private_names_where_its_documents_stand(home, changed, sent):
    collection = Collection.get_first_root_node().add_child(name="Intern")
    document = DocumentFactory(collection=collection.add_child(name="2026"))
    text = f'<p><a linktype="document" id="{document.pk}">Programm</a></p>'
    StandardPageFactory(parent=home, slug="dateien", body=body(("text", text)))
    restriction = CollectionViewRestriction(collection=collection, restriction_type="login")
    for work in (restriction.save, restriction.delete):
        assert changed(work) == {"/de/dateien/"}
        assert f"document-{document.pk}" in sent[0][0]
    document.description = "Neu"
    assert changed(document.save) == {"/de/dateien/"}


def test_queries_do_not_grow_with_what_depends(home, network, changed):
    counts = []
    image = ImageFactory()
    figure = ("figure", {"image": {"image": image.pk, "alt_text": "x"}, "caption": ""})
    for number in (1, 2, 3):
        for part in range(number):
            shared = SharedContentFactory(body=body(figure))
            block = ("shared_content", {"content": shared.pk})
            StandardPageFactory(parent=home, slug=f"seite-{number}-{part}", body=body(block))
            PartnerPageFactory(parent=network, slug=f"partner-{number}-{part}", logo=image)
        image.credit = f"© {number}"
        with CaptureQueriesContext(connection) as queries:
            paths = changed(image.save)
        counts.append((len(paths), len(queries)))
    _warm, (few, queries_for_few), (many, queries_for_many) = counts
    assert (few, many) == (7, 13)
    assert queries_for_few == queries_for_many
