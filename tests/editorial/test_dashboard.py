"""The first page of the admin, its reports, and the yearly review of pages."""

import datetime
import re
import uuid

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Workflow,
    WorkflowTask,
)

from home.models import StandardPage
from tests.editorial.worklists import panel, publish, published_long_ago, report
from tests.factories import EventPageFactory, ImageFactory, StandardPageFactory, UserFactory
from tests.permissions import allow, log_in
from univercity.translation.state.recompute import recompute_all

# My drafts


def test_dashboard_lists_my_drafts_and_not_those_of_others(client, editor, home):
    StandardPageFactory(parent=home, title="Meiner").save_revision(user=editor)
    StandardPageFactory(parent=home, title="Fremder").save_revision()

    text = panel(client, "drafts")

    assert "Meiner" in text
    assert "Fremder" not in text
    assert [row[0] for row in report(client, "drafts")] == ["Meiner"]


def test_dashboard_shows_ten_drafts_and_says_how_many_there_are(client, editor, home):
    for number in range(12):
        StandardPageFactory(parent=home, title=f"Entwurf {number:02}").save_revision(user=editor)

    text = panel(client, "drafts")

    assert "12 Einträge" in text
    assert text.count("Entwurf ") == 10
    assert len(report(client, "drafts")) == 12


@pytest.mark.parametrize(
    ("name", "nothing"),
    [
        ("waiting", "Es wartet nichts auf Sie."),
        ("drafts", "Sie haben keine unveröffentlichten Änderungen."),
        ("planned", "In den nächsten 14 Tagen geht nichts online oder offline."),
        ("untranslated", "Alle veröffentlichten Seiten sind übersetzt und aktuell."),
        ("review", "Alle Seiten wurden innerhalb eines Jahres veröffentlicht oder geprüft."),
        ("alt-texts", "Alle Bilder haben einen Alternativtext oder sind dekorativ."),
    ],
)
def test_empty_panel_says_so(client, partner, mine, translate, name, nothing):
    translate(mine)

    assert nothing in panel(client, name)


def test_dashboard_speaks_english(client, editor):
    editor.wagtail_userprofile.preferred_language = "en"
    editor.wagtail_userprofile.save()

    assert "You have no unpublished changes." in panel(client, "drafts")


# Waiting for me


@pytest.fixture
def workflow(home):
    """Everything below the home page is approved by the group "Abnahme"."""
    group = Group.objects.create(name="Abnahme")
    allow(group, home, "change", "publish")
    task = GroupApprovalTask.objects.create(name="Endabnahme")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Freigabe")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow


def submit(workflow, page, user):
    page.save_revision(user=user)
    return workflow.start(page, user)


def test_dashboard_shows_what_waits_for_me_and_from_whom(client, workflow, partner, mine):
    partner.first_name, partner.last_name = "Ada", "Beispiel"
    partner.save()
    submit(workflow, mine, partner)
    log_in(client, Group.objects.get(name="Abnahme"))

    text = panel(client, "waiting")

    assert "Von mir zu prüfen (1)" in text
    assert "Unsere Seite" in text
    assert "von Ada Beispiel" in text


def test_dashboard_shows_where_my_submission_is(client, workflow, partner, mine):
    state = submit(workflow, mine, partner)
    assert "wartet bei „Endabnahme“" in panel(client, "waiting")

    state.current_task_state.reject(user=partner, comment="Bitte kürzen")

    assert "Änderungen verlangt bei „Endabnahme“" in panel(client, "waiting")


def test_dashboard_does_not_name_submissions_of_others(client, workflow, partner, home):
    submit(workflow, add_foreign(home), UserFactory())

    assert "Fremd" not in panel(client, "waiting")


def test_stock_panels_that_say_the_same_are_gone_and_the_others_stay(
    client, workflow, partner, mine
):
    submit(workflow, mine, partner)
    mine.locked, mine.locked_by, mine.locked_at = True, partner, timezone.now()
    mine.save()

    content = client.get("/admin/").content.decode()

    assert "objects-in-workflow" not in content
    assert "locked-pages" in content


# Planned


def test_dashboard_shows_what_goes_live_and_what_expires(client, editor, home, calendar):
    soon = timezone.now() + datetime.timedelta(days=3)
    event = EventPageFactory(parent=calendar, title="Premiere", live=False)
    event.go_live_at = soon
    event.save_revision(user=editor).publish()
    StandardPageFactory(
        parent=home, title="Ausschreibung", expire_at=soon + datetime.timedelta(days=1)
    )
    later = timezone.now() + datetime.timedelta(days=15)
    StandardPageFactory(parent=home, title="Fern", expire_at=later)

    rows = report(client, "planned")

    assert [row[0] for row in rows] == ["Premiere", "Ausschreibung"]
    assert rows[0][1].startswith("geht online: ")
    assert rows[1][1].startswith("geht offline: ")
    assert "Premiere" in panel(client, "planned")


def test_only_what_is_public_expires_and_grows_old(client, editor, home):
    soon = timezone.now() + datetime.timedelta(days=3)
    StandardPageFactory(parent=home, live=False, expire_at=soon)
    offline = published_long_ago(StandardPageFactory(parent=home))
    StandardPage.objects.filter(pk=offline.pk).update(live=False)

    assert report(client, "planned") == report(client, "review") == []


# Translations


def test_alias_of_a_page_is_not_to_be_translated(client, editor, home):
    page = StandardPageFactory(parent=home, title="Nur deutsch")
    page.create_alias(parent=home, update_slug="spiegel")
    recompute_all()

    assert panel(client, "untranslated").count("Nur deutsch") == 1


def test_dashboard_shows_missing_and_outdated_translations(client, editor, home, translate):
    StandardPageFactory(parent=home, title="Nur deutsch")
    StandardPageFactory(parent=home, title="Entwurf", live=False)
    current = publish(StandardPageFactory(parent=home, title="Aktuell"))
    outdated = publish(StandardPageFactory(parent=home, title="Älter"))
    translate(current)
    translate(outdated)
    publish(outdated)
    recompute_all()

    text = panel(client, "untranslated")

    assert "Nur deutsch Englisch: Fehlt" in text
    assert "Älter Englisch: Text veraltet" in text
    assert "Aktuell" not in text
    assert "Entwurf" not in text


def test_list_of_translations_leads_to_the_same_rows_of_the_report(client, editor, home):
    StandardPageFactory(parent=home, title="Nur deutsch")
    recompute_all()
    soup = BeautifulSoup(client.get("/admin/").content, "html.parser")
    section = soup.find("section", id=re.compile("dashboard-untranslated"))

    response = client.get(section.select_one("a[href*='/reports/']")["href"])

    titles = [page.title for page in response.context["object_list"]]
    assert titles == [home.title, "Nur deutsch"]


def test_translator_of_the_english_page_sees_that_it_is_outdated(client, home, translate):
    page = publish(StandardPageFactory(parent=home, title="Älter"))
    group = Group.objects.create(name="Übersetzung")
    allow(group, translate(page), "change")
    log_in(client, group)

    publish(page)
    recompute_all()

    assert "Älter" in panel(client, "untranslated")


# Permissions, export and queries


def add_foreign(home, **fields):
    return StandardPageFactory(parent=home, title=f"Fremd {uuid.uuid4()}", **fields)


def make_everything_due(home, user, number):
    for _index in range(number):
        page = published_long_ago(add_foreign(home))
        page.expire_at = timezone.now() + datetime.timedelta(days=2)
        page.save()
        add_foreign(home).save_revision(user=user)
        add_foreign(home, teaser_image=ImageFactory())
        root = Collection.get_first_root_node()
        ImageFactory(description="", title="Fremd", collection=root)
    StandardPage.objects.update(teaser_image_alt="")


def test_partner_sees_nothing_of_others(client, partner, home):
    make_everything_due(home, partner, 1)

    content = client.get("/admin/").content.decode()

    assert "dashboard-untranslated" in content
    assert "Fremd" not in content
    names = ["drafts", "planned", "review", "pages-without-alt-text"]
    assert "Fremd" not in str([report(client, name) for name in names])


def test_reports_are_filtered_and_exported(client, editor, home):
    published_long_ago(StandardPageFactory(parent=home, title="Alt"))

    assert report(client, "review", language=home.locale_id) != []
    answer = client.get("/admin/reports/review/", {"export": "csv"})
    text = b"".join(answer.streaming_content).decode()

    assert text.splitlines()[0] == "Titel,Letzter Blick"
    assert text.splitlines()[1].startswith("Alt,veröffentlicht: ")


def count_queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "address",
    ["/admin/", "/admin/reports/review/", "/admin/reports/images-without-alt-text/"],
)
def test_queries_do_not_grow_with_the_lists(client, workflow, image_editor, home, address):
    user = log_in(client, Group.objects.get(name="Abnahme"))
    user.groups.add(*image_editor.groups.all())

    def add(number):
        make_everything_due(home, user, number)
        for _index in range(number):
            submit(workflow, StandardPageFactory(parent=home), user)

    add(1)
    before = count_queries(client, address)
    add(2)

    assert count_queries(client, address) == before
