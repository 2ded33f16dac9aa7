"""Which public addresses and keys a publication names: all that changed, and no others."""

import datetime
import json
from contextlib import suppress

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from calendar_pages.models import EventTopic
from tests.content import listed, raw
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
from univercity.changes import content_changed
from univercity.changes.models import Change, PendingChange
from univercity.changes.settling import settle_what_was_left
from univercity.models import SiteSettings

SITEMAP = "/sitemap.xml"


@pytest.fixture
def sent(monkeypatch):
    """Return the signals that were sent, each as keys and paths."""
    signals = []

    def receive(keys, urls, **kwargs):
        signals.append((keys, [url.removeprefix("http://localhost") for url in urls]))

    content_changed.connect(receive)
    yield signals
    content_changed.disconnect(receive)


@pytest.fixture
def changed(sent, django_capture_on_commit_callbacks):
    """Return a function that does something and returns the paths it changed, said once."""

    def act(work, *arguments, **named):
        sent.clear()
        PendingChange.objects.all().delete()  # what the test built before
        with django_capture_on_commit_callbacks(execute=True):
            work(*arguments, **named)
        assert len(sent) <= 1
        urls = sent[0][1] if sent else []
        assert len(urls) == len(set(urls))
        return set(urls)

    return act


def publish(page):
    type(page).objects.get(pk=page.pk).save_revision().publish()


def revise(page, **fields):
    """Publish a page with other content."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def body(*blocks):
    return json.dumps(raw(blocks))


def link_to(page):
    return body(("text", f'<p><a linktype="page" id="{page.pk}">dorthin</a></p>'))


def test_publishing_a_page_names_it_its_translation_and_what_links_to_it(
    home, network, translate, changed, sent
):
    page = StandardPageFactory(parent=home, slug="ziel")
    german_link = StandardPageFactory(parent=home, slug="verweist", body=link_to(page))
    StandardPageFactory(parent=home, slug="unbeteiligt")
    translate(home)
    translate(page)
    translate(german_link)  # leads to the English page, which does not change
    assert changed(revise, page, introduction="Neu") == {
        "/de/ziel/",
        "/en/ziel/",
        "/de/verweist/",
        SITEMAP,
    }
    assert {f"page-{page.pk}", f"page-{german_link.pk}", "list-pages"} <= sent[0][0]


def test_link_without_translated_target_is_named_in_both_languages(home, translate, changed):
    page = StandardPageFactory(parent=home, slug="ziel")
    linking = StandardPageFactory(parent=home, slug="verweist", body=link_to(page))
    translate(home)
    translate(linking)
    paths = {"/de/ziel/", "/de/verweist/", "/en/verweist/", SITEMAP}
    assert changed(revise, page, introduction="Neu") == paths


def test_title_changes_what_stands_below(home, changed):
    page = StandardPageFactory(parent=home, slug="oben")
    StandardPageFactory(parent=page, slug="unten")
    assert changed(revise, page, introduction="Neu") == {"/de/oben/", SITEMAP}
    assert changed(revise, page, title="Anders") == {"/de/oben/", "/de/oben/unten/", SITEMAP}


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
    assert changed(revise, partner, short_name="Neu") == paths


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


def test_drafts_and_planned_pages_change_nothing(home, changed, sent):
    page = StandardPageFactory(parent=home, slug="seite")
    page.title = "Entwurf"
    assert changed(page.save_revision) == set()
    draft = StandardPageFactory.build(slug="entwurf", live=False)
    assert changed(home.add_child, instance=draft) == set()
    assert changed(draft.delete) == set()
    assert not sent


def test_moving_names_old_and_new_addresses_of_all_below(home, changed):
    old = StandardPageFactory(parent=home, slug="alt")
    new = StandardPageFactory(parent=home, slug="neu")
    page = StandardPageFactory(parent=old, slug="seite")
    part = StandardPageFactory(parent=page, slug="teil")
    publish(page)
    publish(part)
    paths = changed(page.move, new, pos="last-child")
    assert paths == {
        "/de/alt/seite/",
        "/de/alt/seite/teil/",
        "/de/neu/seite/",
        "/de/neu/seite/teil/",
        SITEMAP,
    }
    kinds = {(change.kind, change.url) for change in Change.objects.exclude(kind="changed")}
    host = "http://localhost"
    assert {
        ("unpublished", f"{host}/de/alt/seite/"),
        ("published", f"{host}/de/neu/seite/"),
    } <= kinds


def test_another_slug_names_old_and_new_addresses(home, changed):
    page = StandardPageFactory(parent=home, slug="alt")
    publish(page)
    publish(StandardPageFactory(parent=page, slug="teil"))
    paths = {"/de/alt/", "/de/alt/teil/", "/de/neu/", "/de/neu/teil/", SITEMAP}
    page = type(page).objects.get(pk=page.pk)
    assert changed(page.change_slug, "neu") == paths


def test_restriction_takes_a_part_of_the_tree_away_and_gives_it_back(home, changed):
    page = StandardPageFactory(parent=home, slug="intern")
    StandardPageFactory(parent=page, slug="teil")
    paths = {"/de/intern/", "/de/intern/teil/", SITEMAP}
    restriction = PageViewRestriction(page=page, restriction_type="login")
    assert changed(restriction.save) == paths
    gone = Change.objects.filter(kind=Change.Kind.UNPUBLISHED)
    assert gone.count() == 2
    assert changed(revise, page, title="Anders") == set()
    assert changed(restriction.delete) == paths


def test_collection_that_becomes_private_names_where_its_documents_stand(home, changed, sent):
    collection = Collection.get_first_root_node().add_child(name="Intern")
    document = DocumentFactory(collection=collection)
    text = f'<p><a linktype="document" id="{document.pk}">Programm</a></p>'
    StandardPageFactory(parent=home, slug="dateien", body=body(("text", text)))
    restriction = CollectionViewRestriction(collection=collection, restriction_type="login")
    for work in (restriction.save, restriction.delete):
        assert changed(work) == {"/de/dateien/"}
        assert f"document-{document.pk}" in sent[0][0]
    document.description = "Neu"
    assert changed(document.save) == {"/de/dateien/"}


def test_deleting_names_the_subtree_and_what_linked_to_it(home, changed):
    page = StandardPageFactory(parent=home, slug="weg")
    StandardPageFactory(parent=page, slug="teil")
    StandardPageFactory(parent=page, slug="entwurf", live=False)
    StandardPageFactory(parent=home, slug="verweist", body=link_to(page))
    paths = {"/de/weg/", "/de/weg/teil/", "/de/verweist/", SITEMAP}
    assert changed(Page.objects.get(pk=page.pk).delete) == paths
    assert Change.objects.filter(kind=Change.Kind.DELETED).count() == 2


def test_alias_is_named_with_its_source(home, changed):
    page = StandardPageFactory(parent=home, slug="seite")
    page.create_alias(parent=home, update_slug="zweite")
    assert changed(revise, page, title="Anders") == {"/de/seite/", "/de/zweite/", SITEMAP}


def test_copy_is_named_only_where_it_is_public(home, changed):
    page = StandardPageFactory(parent=home, slug="seite")
    assert changed(page.copy, update_attrs={"slug": "kopie"}) == {"/de/kopie/", SITEMAP}
    assert changed(page.copy, update_attrs={"slug": "entwurf"}, keep_live=False) == set()


def test_redirect_is_named_with_what_it_leads_to(home, changed, sent):
    page = StandardPageFactory(parent=home, slug="ziel")
    redirect = Redirect(old_path="/aktion", redirect_page=page)
    assert changed(redirect.save) == {"/aktion"}
    assert sent[0][0] == {"redirects"}
    assert changed(revise, page, introduction="Neu") == {"/de/ziel/", SITEMAP}
    assert changed(page.unpublish) == {"/de/ziel/", "/aktion", SITEMAP}
    assert changed(redirect.delete) == {"/aktion"}


def test_host_of_the_site_changes_every_address(home, translate, changed, sent):
    translate(home)
    site = home.get_site()
    site.site_name = "UniverCity"
    assert changed(site.save) == {"/de/", "/en/"}
    assert "site" in sent[0][0]


def test_work_that_is_rolled_back_changes_nothing(home, changed):
    page = StandardPageFactory(parent=home, slug="seite")

    def fail():
        with suppress(RuntimeError), transaction.atomic():
            revise(page, title="Anders")
            raise RuntimeError

    assert changed(fail) == set()


def test_clock_settles_what_a_dead_process_left(home, sent):
    page = StandardPageFactory(parent=home, slug="seite")
    PendingChange.objects.all().delete()
    revise(page, title="Anders")
    now = timezone.now()
    settle_what_was_left(now)
    assert not sent
    settle_what_was_left(now + datetime.timedelta(minutes=5))
    settle_what_was_left(now + datetime.timedelta(minutes=6))
    assert [urls for _keys, urls in sent] == [["/de/seite/", SITEMAP]]


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
