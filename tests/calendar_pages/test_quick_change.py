"""Changing dates and status of a public event at once, and nothing else with it."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from calendar_pages.models import EventPage
from roles.setup import set_up_roles
from roles.table import EDITORS
from tests.accounts import editors_of, make_account
from tests.factories import EventDateFactory, EventPageFactory, PartnerPageFactory


@pytest.fixture
def museum(network):
    museum = PartnerPageFactory(parent=network, short_name="DBM", slug="museum")
    set_up_roles()
    return museum


@pytest.fixture
def event(museum):
    event = EventPageFactory(parent=museum, title="Unter Tage", slug="unter-tage")
    EventDateFactory(page=event, start_date=datetime.date(2030, 9, 4), title="Teil 1")
    event = EventPage.objects.get(pk=event.pk)
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


@pytest.fixture
def author(client, museum):
    user = make_account("museum", editors_of(museum))
    client.force_login(user)
    return user


def address(event):
    return f"/admin/pages/{event.pk}/quick-change/"


def form(event, *dates, **fields):
    """Return what the form sends: the date of the event, then other dates."""
    known = event.dates.get()
    rows = [{"start_date": "04.09.2030", "start_time": "18:30", "end_time": "20:00"}]
    rows[0]["id"] = known.pk
    data = {"status": "scheduled", "status_note": "", "previous_start": "", **fields}
    for number, row in enumerate([{**rows[0], **(dates[0] if dates else {})}, *dates[1:]]):
        data |= {f"dates-{number}-{name}": value for name, value in row.items()}
        data.setdefault(f"dates-{number}-id", "")
        data[f"dates-{number}-ORDER"] = number + 1
    count = max(len(dates), 1)
    return {**data, "dates-TOTAL_FORMS": count, "dates-INITIAL_FORMS": 1}


def send(client, event, *dates, **fields):
    return client.post(address(event), form(event, *dates, **fields))


def test_partner_cancels_an_event_at_once(client, event, author):
    send(client, event, status="cancelled", status_note="Wegen Sturms.")

    assert "Wegen Sturms." in client.get(event.url).content.decode()
    assert EventPage.objects.get(pk=event.pk).status == "cancelled"


def test_partner_moves_a_date_and_adds_one(client, event, author):
    send(client, event, {"start_date": "05.09.2030"}, {"start_date": "06.09.2030"})

    dates = EventPage.objects.get(pk=event.pk).all_dates
    assert [date.start_date.day for date in dates] == [5, 6]
    assert [date.title for date in dates] == ["Teil 1", ""]


def test_other_changes_of_the_draft_stay_a_draft_and_get_the_facts(client, event, author):
    event.title = "Neuer Titel"
    event.dates.set([*event.dates.all()])
    event.save_revision()

    send(client, event, {"start_date": "05.09.2030"}, status="rescheduled")

    live = EventPage.objects.get(pk=event.pk)
    draft = live.get_latest_revision_as_object()
    assert live.title == "Unter Tage"
    assert live.has_unpublished_changes
    assert draft.title == "Neuer Titel"
    assert draft.status == live.status == "rescheduled"
    assert [date.start_date.day for date in draft.all_dates] == [5]
    assert [date.title for date in draft.all_dates] == ["Teil 1"]


def test_draft_can_be_published_afterwards(client, event, author):
    event.title = "Neuer Titel"
    event.save_revision()
    send(client, event, {"start_date": "05.09.2030"}, {"start_date": "06.09.2030"})

    EventPage.objects.get(pk=event.pk).get_latest_revision().publish()

    live = EventPage.objects.get(pk=event.pk)
    assert live.title == "Neuer Titel"
    assert [date.start_date.day for date in live.all_dates] == [5, 6]


def test_fields_that_are_not_in_the_form_do_not_change(client, event, author):
    send(client, event, title="Anders", lead="Anders", featured="on", status="cancelled")

    live = EventPage.objects.get(pk=event.pk)
    assert (live.title, live.lead, live.featured) == ("Unter Tage", event.lead, False)


def test_english_event_gets_the_facts_and_keeps_its_texts(
    client, home, network, museum, event, author, translate, commit
):
    translate(home, slug="home")
    translate(network, slug="network")
    translate(museum, slug="museum")
    english = translate(event, slug="underground")

    dates = {"start_date": "05.09.2030"}
    commit(send, client, event, dates, status="rescheduled", status_note="Sturm")

    english = EventPage.objects.get(pk=english.pk)
    assert (english.title, english.status, english.status_note) == (
        "[Unter Tage]",
        "rescheduled",
        "",
    )
    assert [date.start_date.day for date in english.all_dates] == [5]


@pytest.mark.parametrize("version", ["translation", "alias"])
def test_version_that_follows_another_event_is_not_changed_itself(
    admin_client, home, network, museum, event, translate, version
):
    if version == "alias":
        changed = event.create_alias(parent=museum, update_slug="spiegel")
    else:
        translate(home, slug="home")
        changed = translate(event)
    changed = EventPage.objects.get(pk=changed.pk)

    response = send(admin_client, changed, status="cancelled")

    assert response.url == f"/admin/pages/{changed.pk}/edit/"
    assert EventPage.objects.get(pk=changed.pk).status == "scheduled"


def test_editors_get_a_mail_in_their_language(
    client, event, author, mailoutbox, django_capture_on_commit_callbacks
):
    make_account("redaktion", EDITORS)
    make_account("newsroom", EDITORS, language="en")

    with django_capture_on_commit_callbacks(execute=True):
        send(client, event, status="cancelled")

    subjects = {mail.to[0].split("@")[0]: mail.subject for mail in mailoutbox}
    assert subjects == {
        "redaktion": "Termine oder Status geändert: „Unter Tage“",
        "newsroom": "Dates or status changed: “Unter Tage”",
    }
    assert {"Abgesagt", "Cancelled"} == {
        word for mail in mailoutbox for word in ("Abgesagt", "Cancelled") if word in mail.body
    }


def test_history_names_the_change(client, event, author):
    send(client, event, status="cancelled")

    entry = PageLogEntry.objects.get(action="calendar_pages.quick_change")
    assert (entry.page_id, entry.user) == (event.pk, author)


def test_unchanged_form_writes_nothing(client, event, author):
    revisions = event.revisions.count()

    send(client, event)

    assert event.revisions.count() == revisions


@pytest.mark.parametrize(
    ("language", "message"),
    [("de", "Die Veranstaltung endet, bevor sie beginnt"), ("en", "ends before it starts")],
)
def test_impossible_date_is_refused_at_its_field(client, event, author, language, message):
    author.wagtail_userprofile.preferred_language = language
    author.wagtail_userprofile.save()

    response = send(client, event, {"end_time": "17:00"})

    assert message in response.content.decode()
    assert EventPage.objects.get(pk=event.pk).all_dates[0].end_time == datetime.time(20)


def test_button_is_on_public_events_only(client, event, author):
    draft = EventPageFactory(parent=event.get_parent(), live=False)

    assert address(event) in client.get(f"/admin/pages/{event.pk}/edit/").content.decode()
    assert address(draft) not in client.get(f"/admin/pages/{draft.pk}/edit/").content.decode()


def test_event_of_another_partner_is_refused(client, network, author):
    other = PartnerPageFactory(parent=network)
    foreign = EventPageFactory(parent=other)
    EventDateFactory(page=foreign)

    assert send(client, foreign, status="cancelled").url == "/admin/"
    assert EventPage.objects.get(pk=foreign.pk).status == "scheduled"


def lock(event):
    Page.objects.filter(pk=event.pk).update(locked=True)


def submit(event):
    event.save_revision()
    event.get_workflow().start(event, None)


def plan(event):
    event.go_live_at = timezone.now() + datetime.timedelta(days=1)
    event.save_revision().publish()


@pytest.mark.parametrize("prevent", [lock, submit, plan])
def test_event_that_is_held_for_another_reason_is_refused_with_the_reason(
    client, event, author, prevent
):
    prevent(event)

    response = send(client, event, status="cancelled")

    assert response.url == f"/admin/pages/{event.pk}/edit/"
    assert EventPage.objects.get(pk=event.pk).status == "scheduled"
