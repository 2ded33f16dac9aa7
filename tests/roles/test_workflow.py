"""Approval: who decides until when, what they must say, and who is written to in which language."""

import datetime
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import nested_form_data

from calendar_pages.models import EventPage
from roles.models import ApprovalState
from roles.setup import set_up_roles
from roles.table import EDITORS, REVIEWERS
from tests.accounts import editors_of, make_account
from tests.factories import EventPageFactory, PartnerPageFactory
from tests.forms import FORMS, page_form
from univercity.publishing.signals import tick


@pytest.fixture
def museum(network):
    museum = PartnerPageFactory(parent=network, title="Museum", short_name="DBM")
    set_up_roles()
    return museum


@pytest.fixture
def author(museum):
    return make_account("museum", editors_of(museum))


@pytest.fixture
def reviewer(museum):
    return make_account("pruefung", REVIEWERS)


@pytest.fixture
def editor(museum):
    return make_account("redaktion", EDITORS, language="en")


@pytest.fixture
def event(museum):
    event = EventPageFactory(parent=museum, title="Unter Tage", live=False)
    event.save_revision()
    return event


@pytest.fixture
def submit(event):
    """Return a function that submits the event in somebody's name, and the approval asked for."""

    def submit_event(user):
        event.save_revision(user=user)
        event.get_workflow().start(event, user)
        return ApprovalState.objects.get()

    return submit_event


@pytest.fixture
def decide(client, event):
    """Return a function that answers an approval in the admin as somebody."""

    def send(user, state, action, comment=""):
        client.force_login(user)
        address = f"/admin/pages/workflow/action/{event.pk}/{action}/{state.pk}/"
        response = client.post(
            address, {"comment": comment}, headers={"x-requested-with": "XMLHttpRequest"}
        )
        state.refresh_from_db()
        return response

    return send


def is_live(event):
    return EventPage.objects.get(pk=event.pk).live


def mails(mailoutbox):
    """Return (recipient, subject) of what was sent since the last call."""
    sent = sorted((mail.to[0].split("@")[0], mail.subject) for mail in mailoutbox)
    mailoutbox.clear()
    return sent


def test_partner_submits_and_reviewer_approves(event, author, reviewer, submit, decide):
    state = submit(author)

    decide(reviewer, state, "approve")

    assert state.status == "approved"
    assert is_live(event)


def test_partner_cannot_publish(client, event, author):
    client.force_login(author)
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={event.pk}")

    assert not is_live(event)


@pytest.mark.parametrize("action", ["approve", "reject"])
@pytest.mark.parametrize("role", ["reviewer", "superuser"])
def test_nobody_decides_on_what_they_submitted(event, submit, decide, museum, role, action):
    group, is_superuser = (REVIEWERS, False) if role == "reviewer" else (None, True)
    user = make_account("selbst", group, is_superuser=is_superuser)
    state = submit(user)

    response = decide(user, state, action, "Bitte")

    assert response.status_code == 403
    assert state.status == "in_progress"
    assert not is_live(event)


def test_nobody_approves_a_version_they_wrote_after_somebody_elses_submission(
    event, author, reviewer, submit, decide
):
    state = submit(author)
    event.save_revision(user=reviewer)

    assert decide(reviewer, state, "approve").status_code == 403
    assert not is_live(event)


def test_rule_holds_where_no_view_is_involved(author, submit):
    state = submit(author)

    with pytest.raises(PermissionDenied):
        state.approve(user=author)
    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, author, "approve")
    with pytest.raises(PermissionDenied):  # without a reason
        state.task.specific.on_action(state, make_account("andere", REVIEWERS), "reject")


def test_edit_form_does_not_approve_ones_own_change(client, event, museum, submit):
    superuser = make_account("selbst", is_superuser=True)
    state = submit(superuser)
    client.force_login(superuser)
    form = page_form(event.title, slug=event.slug, **FORMS[EventPage])
    action = {"action-workflow-action": "1", "workflow-action-name": "approve"}

    client.post(f"/admin/pages/{event.pk}/edit/", {**nested_form_data(form), **action})

    state.refresh_from_db()
    assert state.status == "in_progress"


def test_own_change_is_not_listed_as_waiting_for_oneself(author, reviewer, submit):
    state = submit(reviewer)

    assert list(ApprovalState.objects.reviewable_by(reviewer)) == []
    other = make_account("andere", REVIEWERS)
    assert [found.pk for found in ApprovalState.objects.reviewable_by(other)] == [state.pk]


def test_change_of_somebody_else_is_not_listed_for_who_submitted_it(event, author, reviewer):
    event.save_revision(user=author)
    event.get_workflow().start(event, reviewer)

    assert list(ApprovalState.objects.reviewable_by(reviewer)) == []


@pytest.mark.parametrize(
    ("language", "message"),
    [("de", "Sagen Sie, was sich ändern muss."), ("en", "Say what has to change.")],
)
def test_rejection_needs_a_reason(author, museum, submit, decide, language, message):
    reviewer = make_account("streng", REVIEWERS, language=language)
    state = submit(author)

    response = decide(reviewer, state, "reject", "  ")

    assert message in json.loads(response.content)["html"]
    assert state.status == "in_progress"


def test_rejected_page_is_submitted_again(event, author, reviewer, submit, decide):
    state = submit(author)
    decide(reviewer, state, "reject", "Der Treffpunkt fehlt.")
    event.refresh_from_db()

    event.current_workflow_state.resume(author)
    again = ApprovalState.objects.latest("pk")
    decide(reviewer, again, "approve")

    assert state.status == "rejected"
    assert is_live(event)


def test_mails_are_in_the_language_of_their_recipients(
    author, reviewer, editor, submit, decide, mailoutbox
):
    state = submit(author)
    assert mails(mailoutbox) == [
        ("pruefung", "Bitte freigeben: „Unter Tage“"),
        ("redaktion", "Please approve: “Unter Tage”"),
    ]

    decide(reviewer, state, "reject", "Der Treffpunkt fehlt.")
    assert "Der Treffpunkt fehlt." in mailoutbox[0].body
    [(recipient, subject)] = mails(mailoutbox)
    assert recipient == "museum"
    assert "abgelehnt" in subject


def test_submitter_may_cancel_which_is_announced_to_those_who_had_to_decide(
    author, reviewer, editor, submit, mailoutbox
):
    state = submit(author)
    mails(mailoutbox)

    state.workflow_state.cancel(user=author)

    assert WorkflowState.objects.get().status == "cancelled"
    assert mails(mailoutbox) == [
        ("pruefung", "Freigabe nicht mehr nötig: „Unter Tage“"),
        ("redaktion", "No approval needed any more: “Unter Tage”"),
    ]


def test_approval_is_announced_to_the_author(author, reviewer, submit, decide, mailoutbox):
    state = submit(author)
    mails(mailoutbox)

    decide(reviewer, state, "approve")

    [(recipient, subject)] = mails(mailoutbox)
    assert recipient == "museum"
    assert "freigegeben" in subject or "genehmigt" in subject


def test_reminder_comes_once_when_the_deadline_is_over(author, reviewer, submit, mailoutbox):
    state = submit(author)
    mails(mailoutbox)

    tick.send(sender=None, now=state.due_at - datetime.timedelta(minutes=1))
    assert mails(mailoutbox) == []
    for _minute in range(3):
        tick.send(sender=None, now=state.due_at + datetime.timedelta(minutes=1))

    assert mails(mailoutbox) == [("pruefung", "Erinnerung, bitte freigeben: „Unter Tage“")]


def test_nobody_is_reminded_of_what_is_decided(author, reviewer, submit, decide, mailoutbox):
    state = submit(author)
    decide(reviewer, state, "approve")
    mails(mailoutbox)

    tick.send(sender=None, now=state.due_at + datetime.timedelta(days=1))

    assert mails(mailoutbox) == []


def report(client, user, **filters):
    client.force_login(user)
    return client.get("/admin/reports/approvals/", filters).content.decode()


def test_report_says_who_waits_for_whom_and_what_is_overdue(client, author, reviewer, submit):
    state = submit(author)
    state.due_at = timezone.now() - datetime.timedelta(days=1)
    state.save()

    content = report(client, reviewer)

    assert "Unter Tage" in content
    assert "museum" in content
    assert "Prüfung" in content
    assert "Überfällig" in content
    assert "Unter Tage" in report(client, reviewer, overdue="true")
    assert "Unter Tage" not in report(client, reviewer, overdue="false")
    assert "Unter Tage" not in report(client, reviewer, status="approved")


def test_partner_sees_own_approvals_only(client, network, author, submit):
    submit(author)
    other = PartnerPageFactory(parent=network, short_name="RUB")
    set_up_roles()

    assert "Unter Tage" in report(client, author)
    assert "Unter Tage" not in report(client, make_account("rub", editors_of(other)))


def test_report_costs_the_same_for_one_and_three(
    client, museum, author, reviewer, django_assert_max_num_queries
):
    def submit_events(number):
        for _ in range(number):
            event = EventPageFactory(parent=museum, live=False)
            event.save_revision(user=author)
            event.get_workflow().start(event, author)

    submit_events(1)
    report(client, reviewer)
    with django_assert_max_num_queries(100) as one:
        report(client, reviewer)
    submit_events(2)
    with django_assert_max_num_queries(len(one)):
        report(client, reviewer)
