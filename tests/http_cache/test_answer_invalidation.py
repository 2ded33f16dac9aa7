"""What editors publish is in the very next answer, and nothing closed stays open."""

import datetime
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db import DatabaseBackend
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)
from wagtail.tasks import update_reference_index_task

from tests.factories import (
    DocumentFactory,
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
    PersonFactory,
    StandardPageFactory,
)
from tests.sample_content import figure, raw
from univercity.content.site_settings import SiteSettings
from univercity.publishing.changes.settling import settle
from univercity.publishing.clock import run_once
from univercity.publishing.models import PendingChange


@pytest.fixture
def get(client, answer_store):
    """Return a function that asks twice, so that the answer is kept, and gives its text."""

    def get_twice(address, status=200):
        for _ in range(2):
            response = client.get(address)
            assert response.status_code == status
        return response.content.decode()

    return get_twice


def is_kept(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return not queries


def publish(page, **fields):
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def stored(*blocks):
    return json.dumps(raw(blocks))


def addresses(page):
    return [page.url, f"/api/v2/pages/{page.pk}/", f"/api/v3/pages/{page.pk}/"]


ADDRESSES = pytest.mark.parametrize("number", range(3))


@ADDRESSES
def test_published_title_is_in_the_next_answer(get, page, number, commit):
    address = addresses(page)[number]
    assert "Impressum" in get(address)

    commit(publish, page, title="Wer wir sind")

    assert "Wer wir sind" in get(address)


@ADDRESSES
def test_unpublished_page_is_gone_from_the_next_answer(get, page, number, commit):
    address = addresses(page)[number]
    get(address)

    commit(page.unpublish)

    get(address, status=404)


@ADDRESSES
def test_page_that_is_closed_is_not_given_out_any_more(client, get, page, number, commit):
    address = addresses(page)[number]
    get(address)

    commit(PageViewRestriction.objects.create, page=page, restriction_type="login")

    assert client.get(address).status_code in (302, 404)


def test_moved_page_is_gone_from_where_it_was(client, get, home, page, commit):
    target = StandardPageFactory(parent=home, title="Rechtliches")
    old = page.url
    get(old)

    commit(page.move, target, pos="last-child")

    assert client.get(old).status_code in (301, 404)
    assert "Impressum" in get(Page.objects.get(pk=page.pk).url)


def test_deleted_page_is_gone(get, page, commit):
    get(page.url)

    commit(page.delete)

    get(page.url, status=404)


def test_expired_page_is_gone_once_the_clock_ran(get, page, commit):
    get(page.url)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(hours=1))

    assert commit(run_once) == []

    get(page.url, status=404)


@ADDRESSES
def test_translation_shows_among_the_languages_of_the_page(get, page, translate, number, commit):
    address = addresses(page)[number]
    assert "/en/" not in get(address)

    commit(translate, page)

    assert "/en/" in get(address)


@ADDRESSES
def test_text_of_an_image_is_new_wherever_the_image_shows(get, home, number, commit):
    page = StandardPageFactory(parent=home, body=stored(("figure", figure("Hörsaal", ""))))
    address = addresses(page)[number]
    get(address)
    image = page.body[0].value["image"]

    image = type(image).objects.get(pk=image.pk)
    image.credit = "Ada Lovelace"
    commit(image.save)

    assert "Ada Lovelace" in get(address)


@ADDRESSES
def test_snippet_is_new_wherever_it_shows(get, home, number, commit):
    person = PersonFactory(name="Ada")
    persons = [{"type": "item", "value": person.pk, "id": "1"}]
    body = stored(("person", {"heading": "Kontakt", "persons": persons}))
    page = StandardPageFactory(parent=home, body=body)
    address = addresses(page)[number]
    assert "Ada" in get(address)

    person.name = "Grace"
    commit(person.save)

    assert "Grace" in get(address)


def test_contact_of_the_site_is_new_on_every_page(get, page, commit):
    site = Site.objects.get()
    settings = SiteSettings.objects.create(
        site=site, locale=page.locale, organisation="Netzwerk", email="a@example.org"
    )
    assert "Netzwerk" in get(page.url)

    settings.organisation = "UniverCity"
    commit(settings.save)

    assert "UniverCity" in get(page.url)


def test_new_event_shows_in_the_calendar(get, calendar, commit):
    lists = [calendar.url, f"/api/v2/pages/{calendar.pk}/"]
    for address in lists:
        get(address)

    event = EventPageFactory(parent=calendar, title="Sternenabend", live=False)
    EventDateFactory(page=event)
    commit(publish, event)

    for address in lists:
        assert "Sternenabend" in get(address)


def test_new_partner_shows_in_the_network(get, network, commit):
    get(network.url)

    commit(PartnerPageFactory, parent=network, title="Hochschule für Alles")

    assert "Hochschule für Alles" in get(network.url)


@pytest.mark.parametrize("address", ["/sitemap.xml", "/api/v2/pages/", "/api/v3/pages/"])
def test_new_page_is_in_every_list(get, home, address, commit):
    get(address)

    page = StandardPageFactory(parent=home, title="Neues", slug="neues")
    commit(publish, page)

    assert "Neues" in get(address) or "/neues/" in get(address)


@pytest.mark.parametrize(
    ("kind", "make"), [("documents", DocumentFactory), ("images", ImageFactory)]
)
def test_files_follow_the_collections_above_as_they_close_and_open(get, home, commit, kind, make):
    closed = Collection.get_first_root_node().add_child(name="Intern")
    make(title="Protokoll", collection=closed.add_child(name="2026"))
    restriction = CollectionViewRestriction(collection=closed, restriction_type="login")
    address = f"/api/v2/{kind}/"
    assert "Protokoll" in get(address)

    commit(restriction.save)
    assert "Protokoll" not in get(address)

    commit(restriction.delete)
    assert "Protokoll" in get(address)


def test_publication_leaves_other_pages_in_the_store(client, get, home, page, commit):
    other = StandardPageFactory(parent=home, title="Datenschutz")
    for address in addresses(other)[:2]:
        get(address)

    commit(publish, page, title="Wer wir sind")

    assert [is_kept(client, address) for address in addresses(other)[:2]] == [True, True]


def test_draft_changes_no_answer_and_is_in_none(client, get, page, commit):
    for address in addresses(page):
        get(address)
    page.title = "Geheimes"

    commit(page.save_revision)

    assert [is_kept(client, address) for address in addresses(page)] == [True] * 3
    assert "Geheimes" not in "".join(map(get, addresses(page)))


def test_store_knows_of_a_change_before_subscribers_do(
    page, subscriber, listener, sent, django_capture_on_commit_callbacks
):
    """They come back at once to read what is new."""
    PendingChange.objects.all().delete()
    publish(page, title="Wer wir sind")
    with django_capture_on_commit_callbacks() as callbacks:
        settle(PendingChange.objects.latest("pk").batch)
    assert not sent  # the transaction might still fail

    callbacks[0]()
    told_store = (len(sent), len(listener.heard))
    callbacks[1]()

    assert (told_store, len(listener.heard)) == ((1, 0), 1)


def finish_task(task, *args):
    """Say what a worker says when it has run a task."""
    result = TaskResult(
        task=task,
        id="1",
        status=TaskResultStatus.SUCCESSFUL,
        enqueued_at=None,
        started_at=None,
        finished_at=None,
        last_attempted_at=None,
        args=list(args),
        kwargs={},
        backend="default",
        errors=[],
        worker_ids=[],
    )
    task_finished.send(sender=DatabaseBackend, task_result=result)


def test_what_rests_on_an_index_is_dropped_once_a_worker_has_written_it(client, get, home, page):
    searching = "/api/v3/search/?q=Impressum"
    other = StandardPageFactory(parent=home)
    for address in (searching, page.url, other.url):
        get(address)

    finish_task(insert_or_update_object_task, "home", "standardpage", str(page.pk))

    kept = [is_kept(client, address) for address in (page.url, other.url, searching)]
    assert kept == [True, True, False]

    finish_task(update_reference_index_task, "home", "standardpage", str(page.pk))

    assert [is_kept(client, address) for address in (page.url, other.url)] == [False, True]
