"""E-mails about translations: once a day what waits, at once what is urgent, never twice."""

import datetime

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data
from wagtail_localize.models import Translation

from tests.accounts import make_account
from tests.translation_desk.team import give, hand_to_translation, home, team, write_page
from univercity.publishing.models import Job
from univercity.publishing.signals import tick
from univercity.translation.units import units_of, write_unit
from univercity.translation_desk.assignments.models import TranslationJob
from univercity.translation_desk.notifications.models import NoticeSettings

__all__ = ["home", "team"]  # fixtures

TODAY = timezone.localdate
BASE = "http://127.0.0.1:8000"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def page(team, home, commit, english):
    page = write_page(commit, home, "Leitbild")
    hand_to_translation(commit, english, page)
    return page


def at(hour, days=0):
    """Return a moment of today or a later day."""
    now = timezone.localtime()
    return now.replace(hour=hour, minute=0) + days * DAY


@pytest.fixture
def clock(commit):
    """Return a function that lets the clock run at a moment, and the e-mails sent by then."""

    def run(now):
        mail.outbox.clear()
        for _receiver, answer in commit(tick.send_robust, sender=None, now=now):
            assert not isinstance(answer, Exception), answer
        return {message.to[0].split("@")[0]: message for message in mail.outbox}

    return run


# The daily summary


def test_summary_names_what_is_assigned_due_and_open(clock, team, page, home, commit, english):
    other = write_page(commit, home, "Impressum")
    hand_to_translation(commit, english, other)
    give(commit, page, english, assignee=team.translator, due=TODAY() - DAY, note="Bitte bald")

    text = clock(at(7))["uebersetzung"].body

    overdue, free = text.split("Zu übersetzen, niemandem zugewiesen")
    assert "Heute fällig oder überfällig" in overdue
    assert "- Leitbild (Englisch): 4 Texte offen – fällig am" in overdue
    assert "Bitte bald" in overdue
    assert "- Impressum (Englisch): 4 Texte offen" in free
    assert f"{BASE}/admin/pages/" in text
    assert f"{BASE}/admin/my-translations/" in text


def test_summary_speaks_the_language_of_its_recipient(clock, team, page, commit, english):
    team.translator.wagtail_userprofile.preferred_language = "en"
    team.translator.wagtail_userprofile.save()
    give(commit, page, english, assignee=team.translator)

    message = clock(at(7))["uebersetzung"]

    assert message.subject.startswith("Translations that wait for you, ")
    assert "Assigned to you" in message.body
    assert "4 texts open" in message.body


def test_summary_tells_reviewers_what_waits_for_them(clock, team, page, commit):
    for unit in units_of(Translation.objects.filter(source__object_id=page.translation_key)):
        commit(write_unit, unit, "Text", user=None, tool="DeepL", machine=True)

    sent = clock(at(7))

    assert "Wartet auf Prüfung" in sent["lektorat"].body
    assert "uebersetzung" not in sent


def test_nobody_gets_a_summary_of_nothing(clock, team):
    assert clock(at(7)) == {}


def test_summary_comes_once_a_day_and_never_twice(clock, team, page):
    assert "uebersetzung" in clock(at(7))
    Job.objects.filter(name="translation-digests").delete()  # as after a restart

    assert clock(at(8)) == {}


def test_summary_comes_again_the_next_day(clock, team, page):
    clock(at(7))
    NoticeSettings.objects.update(digest_sent_on=TODAY() - DAY)

    assert "uebersetzung" in clock(at(7, days=1))


def test_summary_does_not_come_at_night(clock, team, page):
    assert clock(at(5)) == {}


def test_summary_goes_only_to_active_accounts_that_want_it(clock, team, page):
    team.translator.is_active = False
    team.translator.save()
    NoticeSettings.objects.create(user=team.proofreader, digest=False)

    assert set(clock(at(7))) == {"leitung"}


def test_those_with_all_rights_hear_only_of_what_is_theirs(clock, team, page, commit, english):
    admin = make_account("admin", is_superuser=True)
    assert "admin" not in clock(at(7))

    give(commit, page, english, assignee=admin)

    assert "admin" in clock(at(8))


def test_failing_mail_server_is_tried_again_later(clock, team, page, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1
    assert clock(at(7)) == {}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert "uebersetzung" in clock(at(8))


def test_summary_names_each_language(clock, team, page, commit, home):
    french = commit(Locale.objects.create, language_code="fr")
    hand_to_translation(commit, french, home)
    admin = make_account("admin", is_superuser=True)
    give(commit, home, french, assignee=admin)

    assert "Startseite (French)" in clock(at(7))["admin"].body


# Urgent ones


def test_urgent_job_is_told_at_once(team, page, commit, english):
    give(commit, page, english, by=team.lead, assignee=team.translator, priority="urgent")

    [message] = mail.outbox
    assert message.to == [team.translator.email]
    assert message.subject == "1 dringende Übersetzung für Sie"
    assert "- Leitbild (Englisch): 4 Texte offen" in message.body
    assert f"{BASE}/admin/pages/" in message.body


def test_urgent_job_is_told_once(clock, team, page, commit, english):
    give(commit, page, english, assignee=team.translator, priority="urgent")
    give(commit, page, english, assignee=team.translator, note="Bitte bald")

    assert len(mail.outbox) == 1
    clock(at(3))
    assert mail.outbox == []


def test_job_that_becomes_urgent_or_somebody_elses_is_told(team, page, commit, english):
    give(commit, page, english, assignee=team.translator)
    assert mail.outbox == []

    give(commit, page, english, priority="urgent")
    give(commit, page, english, assignee=team.proofreader)

    recipients = [message.to[0] for message in mail.outbox]
    assert recipients == [team.translator.email, team.proofreader.email]


@pytest.mark.parametrize("reason", ["own", "normal", "unwanted", "inactive", "rolled back"])
def test_urgent_job_is_told_only_where_it_should(team, page, commit, english, reason):
    by = team.translator if reason == "own" else team.lead
    priority = "normal" if reason == "normal" else "urgent"
    NoticeSettings.objects.create(user=team.translator, urgent=reason != "unwanted")
    team.translator.is_active = reason != "inactive"
    team.translator.save()
    place, wishes = (page.translation_key, english.pk), {"priority": priority}

    if reason == "rolled back":
        TranslationJob.objects.hand_out(
            place, page.content_type_id, {"assignee": team.translator, **wishes}, by
        )
    else:
        give(commit, page, english, by=by, assignee=team.translator, **wishes)

    assert mail.outbox == []


def test_many_urgent_jobs_come_in_one_e_mail(client, team, home, commit, english):
    pages = [write_page(commit, home, title) for title in ("Eins", "Zwei", "Drei")]
    client.force_login(team.lead)
    query = "&".join(f"id={page.pk}" for page in pages)
    answers = {"languages": [english.pk], "assignee": team.translator.pk, "priority": "urgent"}

    commit(client.post, f"/admin/translation-work/request/?{query}", answers)
    call_command("tick")

    [message] = [
        each for each in mail.outbox if each.subject.endswith("dringende Übersetzungen für Sie")
    ]
    assert all(f"- {title} (" in message.body for title in ("Eins", "Zwei", "Drei"))


def test_failing_mail_server_breaks_no_assignment(team, page, commit, english, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1

    job = give(commit, page, english, assignee=team.translator, priority="urgent")

    assert (job.assignee, job.told_at) == (team.translator, None)


# What an account wants


def test_account_chooses_its_e_mails(client, team):
    client.force_login(team.translator)
    content = client.get(reverse("wagtailadmin_account")).content.decode()
    assert "Tägliche Übersicht über Übersetzungen" in content

    data = nested_form_data(
        {
            "name_email-first_name": "Ada",
            "name_email-last_name": "Beispiel",
            "name_email-email": "ada@univercity.example",
            "locale-preferred_language": "de",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "translation-urgent": "on",
        }
    )
    client.post(reverse("wagtailadmin_account"), data)

    row = NoticeSettings.objects.get(user=team.translator)
    assert (row.digest, row.urgent) == (False, True)


def test_account_that_does_not_translate_is_not_asked(client, team):
    client.force_login(team.editor)

    content = client.get(reverse("wagtailadmin_account")).content.decode()

    assert "Übersicht über Übersetzungen" not in content
