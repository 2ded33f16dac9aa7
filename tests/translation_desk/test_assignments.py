"""Jobs: who translates what, until when; opened by requests, closed when it is done."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, PageLogEntry
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from tests.permissions import allow
from tests.sentences import paragraphs, stream
from tests.translation_desk.team import give, hand_to_translation, home, job_at, team, write_page
from univercity.publishing.signals import tick
from univercity.translation_desk.assignments.assignment import may_translate
from univercity.translation_desk.assignments.models import TranslationJob

__all__ = ["home", "team"]  # fixtures

TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


@pytest.fixture
def submit(client, english, commit):
    """Return a function that hands a page to translation in the admin."""

    def submit_page(user, page, locales=None, **answers):
        client.force_login(user)
        prefix = "component-translation_desk_translationjob"
        data = {"locales": locales or [english.pk], f"{prefix}-priority": "normal"}
        data |= {f"{prefix}-{name}": value for name, value in answers.items()}
        address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        include = {"include_subtree": "on"} if page.numchild else {}
        return commit(client.post, address, {**data, **include, "next": "/admin/pages/"})

    return submit_page


# Opening


@pytest.mark.parametrize(("place", "may"), [("section", True), ("other section", False)])
def test_rights_nearest_to_a_page_without_translation_count(
    team, home, english, commit, translate, place, may
):
    places = {name: write_page(commit, home, name) for name in ("section", "other section")}
    page = write_page(commit, places["section"], "Ohne Englisch")
    versions = {name: commit(translate, german) for name, german in places.items()}
    group = team.translator.groups.get()
    group.page_permissions.all().delete()
    allow(group, versions[place], "change")

    translator = type(team.translator).objects.get(pk=team.translator.pk)

    assert may_translate(translator, page, english) is may


def test_request_opens_a_job_with_what_was_said(team, page, english, submit):
    due = TODAY() + DAY
    answers = {"assignee": team.translator.pk, "due": due.isoformat(), "note": "Bitte bald"}

    response = submit(team.editor, page, **answers)

    assert response.status_code == 302
    job = job_at(page, english)
    assert (job.assignee, job.due, job.note) == (team.translator, due, "Bitte bald")
    assert (job.created_by, job.done_at) == (team.editor, None)


def test_request_without_any_answer_opens_a_job_for_everybody(team, page, english, submit):
    submit(team.editor, page)

    assert job_at(page, english).assignee is None


def test_request_for_a_day_that_is_over_is_refused(team, page, submit):
    response = submit(team.editor, page, due=(TODAY() - DAY).isoformat())

    assert "Dieser Tag ist vorbei" in response.content.decode()
    assert TranslationJob.objects.count() == 0


def test_request_for_a_subtree_opens_a_job_for_each_page(team, page, commit, english, submit):
    child = write_page(commit, page, "Darunter")
    page.refresh_from_db()

    submit(team.editor, page, assignee=team.translator.pk)

    assert {job_at(each, english).assignee for each in (page, child)} == {team.translator}
    assert TranslationJob.objects.count() == 2


def test_request_for_two_languages_opens_a_job_for_each(team, page, home, commit, english, submit):
    french = commit(Locale.objects.create, language_code="fr")
    commit(translate_object, home, [french])
    team.lead.is_superuser = True
    team.lead.save()

    submit(team.lead, page, locales=[english.pk, french.pk])

    assert [job_at(page, locale) is None for locale in (english, french)] == [False, False]


def test_account_that_may_not_translate_the_page_is_refused(team, page, english, submit):
    response = submit(team.editor, page, assignee=team.editor.pk)

    assert response.status_code == 200
    assert TranslationJob.objects.count() == 0
    assert not Translation.objects.filter(source__object_id=page.translation_key).exists()


def test_translator_of_another_section_is_refused(team, page, home, english, submit, commit):
    team.translator.groups.clear()
    team.translator.is_superuser = False
    permission = team.proofreader.groups.get().permissions.get(codename="translate")
    team.translator.user_permissions.add(permission)

    response = submit(team.editor, page, assignee=team.translator.pk)

    assert response.status_code == 200
    assert "darf dies nicht" in response.content.decode()
    assert TranslationJob.objects.count() == 0


def test_second_request_changes_the_open_job_and_opens_no_other(team, page, english, commit):
    hand_to_translation(commit, english, page)
    give(commit, page, english, assignee=team.translator, note="Eins")

    give(commit, page, english, by=team.editor, due=TODAY())

    job = TranslationJob.objects.get()
    assert (job.assignee, job.due, job.note) == (team.translator, TODAY(), "Eins")


def test_history_of_the_translation_tells_of_its_jobs(team, page, english, submit):
    submit(team.editor, page, assignee=team.translator.pk)

    entry = PageLogEntry.objects.get(action="univercity.translation_job")
    assert (entry.user, entry.page.locale) == (team.editor, english)
    assert entry.message == "Übersetzungsauftrag erteilt"
    assert "uebersetzung" in entry.comment


# Closing and opening anew


@pytest.fixture
def done(page, team, commit, english, publish_german, publish_in_english):
    """A page that the translator has translated, with its job done."""
    publish_german(page)
    hand_to_translation(commit, english, page)
    give(commit, page, english, assignee=team.translator, due=TODAY(), note="Nach dem Flyer")
    publish_in_english(page)
    return page


def test_job_is_done_when_the_translation_is_up_to_date(done, english):
    assert job_at(done, english).done_at is not None


def test_change_in_german_opens_a_job_for_whoever_did_the_last_one(
    done, team, english, publish_german
):
    publish_german(done, body=stream(paragraphs("Eins.", "Drei.")))

    job = job_at(done, english)
    assert (job.done_at, job.assignee, job.due, job.note) == (None, team.translator, None, "")
    assert TranslationJob.objects.count() == 2


def test_minor_edit_opens_no_job(done, publish_german):
    publish_german(done, minor=True, body=stream(paragraphs("Eins.", "Zwei!")))

    assert TranslationJob.objects.open().count() == 0


def test_change_in_german_opens_no_job_for_whoever_has_left(done, team, publish_german):
    team.translator.is_active = False
    team.translator.save()

    publish_german(done, body=stream(paragraphs("Eins.", "Drei.")))

    assert TranslationJob.objects.open().count() == 0


def test_job_of_a_page_that_is_deleted_is_closed(team, page, english, commit):
    hand_to_translation(commit, english, page)
    give(commit, page, english, assignee=team.translator)

    commit(page.delete)

    assert TranslationJob.objects.open().count() == 0


def test_clock_closes_a_job_for_what_is_up_to_date(done, english, commit, page):
    give(commit, done, english)

    tick.send(sender=None, now=timezone.now())

    assert TranslationJob.objects.open().count() == 0
