"""Acting on many translations at once: confirmed, checked for each, done one by one."""

import datetime

import pytest
from django.http import QueryDict
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from tests.permissions import allow
from tests.sentences import paragraphs, state_of, stream
from tests.translation_desk.team import give, hand_to_translation, home, job_at, team, write_page
from tests.workflows import make_workflow
from univercity.translation.models import Exemption, TranslationState
from univercity.translation.units import units_of, write_unit
from univercity.translation_desk.assignments.models import TranslationJob
from univercity.translation_desk.bulk_actions.actions import BY_NAME
from univercity.translation_desk.bulk_actions.models import Batch, BatchItem
from univercity.translation_desk.bulk_actions.tasks import work_on
from univercity.translation_desk.bulk_actions.views import make_batch

__all__ = ["home", "team"]  # fixtures

TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


@pytest.fixture
def pages(team, home, commit):
    return [write_page(commit, home, title) for title in ("Eins", "Zwei", "Drei")]


@pytest.fixture
def act(client, team, commit):
    """Return a function that does a bulk action to pages in the admin, and what became of it."""

    def do(action, pages, user=team.lead, choice="", **answers):
        client.force_login(user)
        query = QueryDict(mutable=True)
        query.setlist("id", [page.pk for page in pages])
        query["choice"] = choice
        address = f"/admin/translation-work/{action}/?{query.urlencode()}"
        page = client.get(address)
        assert page.status_code == 200, page.headers.get("location")
        form = page.context["form"]
        answers.setdefault("languages", form["languages"].value())
        response = commit(client.post, address, answers)
        return client.get(response.url) if response.status_code == 302 else response

    return do


def outcome():
    return {
        item.title: item.reason or item.state
        for item in BatchItem.objects.filter(batch=Batch.objects.latest("pk"))
    }


def finish(page, commit):
    for unit in units_of(Translation.objects.filter(source__object_id=page.translation_key)):
        commit(write_unit, unit, f"English {unit.source}", user=None)


def english_of(page):
    return Page.objects.get(translation_key=page.translation_key, locale__language_code="en")


# Requesting and assigning


def test_request_hands_over_what_is_missing_and_opens_jobs(act, pages, team, english):
    response = act("request", pages[:2], assignee=team.translator.pk, note="Bis Freitag")

    assert response.context["is_finished"]
    assert outcome() == {"Eins": "done", "Zwei": "done"}
    assert [job_at(page, english).assignee for page in pages[:2]] == [team.translator] * 2
    assert job_at(pages[0], english).note == "Bis Freitag"
    assert english_of(pages[0]).live is False
    assert job_at(pages[2], english) is None


def test_request_says_why_it_left_something_out(act, pages, team, home, english, commit):
    exemption = {"translation_key": pages[0].translation_key, "locale": english, "reason": "Alt"}
    commit(Exemption.objects.create, **exemption)

    content = act("request", [home, pages[0], pages[1]]).content.decode()

    assert outcome() == {
        "Startseite": "Die Übersetzung ist aktuell.",
        "Eins": "Es ist entschieden, dass dies nicht übersetzt wird.",
        "Zwei": "done",
    }
    assert "1 Übersetzung erledigt." in content
    assert "2 blieben, wie sie sind." in content


def test_assignment_changes_what_is_given_and_leaves_the_rest(act, pages, team, english, commit):
    hand_to_translation(commit, english, *pages[:2])
    give(commit, pages[0], english, note="Wie im Flyer", due=TODAY() + DAY)

    act("assign", pages[:2], assignee=team.translator.pk, priority="urgent")

    job = job_at(pages[0], english)
    assert (job.assignee, job.priority) == (team.translator, "urgent")
    assert (job.note, job.due) == ("Wie im Flyer", TODAY() + DAY)


def test_assignment_of_one_shows_its_job_and_sets_all_of_it(
    client, act, pages, team, english, commit
):
    hand_to_translation(commit, english, pages[0])
    give(commit, pages[0], english, assignee=team.translator, note="Alt", due=TODAY())
    client.force_login(team.lead)

    form = client.get(f"/admin/translation-work/assign/?id={pages[0].pk}").context["form"]
    assert form["assignee"].value() == team.translator.pk
    act("assign", pages[:1], assignee="", note="Neu", priority="normal")

    job = job_at(pages[0], english)
    assert (job.assignee, job.note, job.due) == (None, "Neu", None)


def test_assignment_needs_a_request_first(act, pages, team):
    act("assign", pages[:1], assignee=team.translator.pk)

    assert outcome() == {
        "Eins": "Diese Übersetzung ist noch nicht beauftragt. Fordern Sie sie zuerst an."
    }
    assert TranslationJob.objects.count() == 0


def test_assignment_is_refused_for_who_may_not_translate_the_page(
    act, pages, team, english, commit
):
    hand_to_translation(commit, english, pages[0])
    team.translator.groups.get().page_permissions.all().delete()

    act("assign", pages[:1], assignee=team.translator.pk)

    assert outcome() == {"Eins": "uebersetzung darf dies nicht übersetzen: Englisch."}


def test_day_that_is_over_is_refused_and_the_choice_is_kept(act, pages, team, english, commit):
    hand_to_translation(commit, english, *pages[:2])

    response = act("assign", pages[:2], due=(TODAY() - DAY).isoformat(), note="Bitte bald")

    content = response.content.decode()
    assert "Dieser Tag ist vorbei." in content
    assert "Bitte bald" in content
    assert response.context["titles"] == ["Eins", "Zwei"]
    assert Batch.objects.count() == 0


def test_job_is_closed_by_hand(act, pages, english, commit):
    hand_to_translation(commit, english, *pages[:2])
    give(commit, pages[0], english)

    act("close", pages[:2])

    assert outcome() == {"Eins": "done", "Zwei": "Es gibt keinen offenen Auftrag."}
    assert TranslationJob.objects.open().count() == 0


# Publishing


def test_only_what_is_finished_is_published(act, pages, team, english, commit, publish_german):
    publish_german(pages[0])
    hand_to_translation(commit, english, *pages[:2])
    finish(pages[0], commit)

    act("publish", pages)

    assert outcome()["Eins"] == "done"
    assert "4 Segmente sind noch nicht übersetzt." in outcome()["Zwei"]
    assert outcome()["Drei"] == "Hier gibt es keine Übersetzung, die veröffentlicht werden könnte."
    assert [english_of(pages[0]).live, english_of(pages[1]).live] == [True, False]


def test_public_page_whose_new_texts_are_done_is_published_anew(
    act, pages, commit, publish_german, publish_in_english
):
    publish_german(pages[0])
    publish_in_english(pages[0])
    publish_german(pages[0], body=stream(paragraphs("Eins.", "Drei.")))
    finish(pages[0], commit)

    act("publish", pages[:1])

    assert outcome() == {"Eins": "done"}
    assert state_of(pages[0]) == TranslationState.CURRENT


def test_what_a_tool_wrote_is_not_published(act, pages, team, english, commit):
    hand_to_translation(commit, english, pages[0])
    for unit in units_of(Translation.objects.filter(source__object_id=pages[0].translation_key)):
        commit(write_unit, unit, "Text", user=None, tool="DeepL", machine=True)

    act("publish", pages[:1], user=team.proofreader)

    assert english_of(pages[0]).live is False


def test_parents_are_published_before_their_children(act, home, team, english, commit):
    parent = write_page(commit, home, "Oben")
    child = write_page(commit, parent, "Unten")
    hand_to_translation(commit, english, parent, child)
    for page in (parent, child):
        finish(page, commit)

    act("publish", [child, parent], user=team.proofreader)

    assert outcome() == {"Oben": "done", "Unten": "done"}


def test_locked_translation_is_not_published(act, pages, team, english, commit):
    hand_to_translation(commit, english, pages[0])
    finish(pages[0], commit)
    Page.objects.filter(pk=english_of(pages[0]).pk).update(locked=True, locked_by=team.editor)

    act("publish", pages[:1], user=team.proofreader)

    assert "gesperrt" in outcome()["Eins"]


# Choosing


def test_everything_that_the_filters_left_can_be_chosen(client, pages, team, commit):
    client.force_login(team.lead)
    query = "kind=wagtailcore.page&all=1&choice=published%3Dlive"

    response = client.get(f"/admin/translation-work/request/?{query}")

    assert response.context["titles"] == ["Startseite", "Eins", "Zwei", "Drei"]
    query = "kind=wagtailcore.page&all=1&choice=q%3Dzwei"
    titles = client.get(f"/admin/translation-work/request/?{query}").context["titles"]
    assert titles == ["Zwei"]


def test_nothing_chosen_leads_back_to_the_filtered_list(client, team):
    client.force_login(team.lead)

    response = client.get("/admin/translation-work/request/?choice=state%3Dmissing")

    assert response.url == "/admin/reports/translations/?state=missing"


def test_languages_are_chosen(act, pages, team, english, commit, home):
    french = commit(Locale.objects.create, language_code="fr")
    commit(translate_object, home, [french])
    team.lead.is_superuser = True
    team.lead.save()

    act("request", pages[:1], languages=[french.pk])

    assert job_at(pages[0], english) is None
    assert job_at(pages[0], french).created_by == team.lead


# Rights


@pytest.mark.parametrize(
    ("action", "account", "status"),
    [
        ("request", "editor", 200),
        ("request", "lead", 200),
        ("request", "translator", 302),
        ("assign", "editor", 200),
        ("assign", "proofreader", 302),
        ("publish", "lead", 200),
        ("publish", "editor", 302),
        ("close", "translator", 302),
    ],
)
def test_actions_are_for_those_whose_work_it_is(client, pages, team, action, account, status):
    client.force_login(getattr(team, account))

    response = client.get(f"/admin/translation-work/{action}/?id={pages[0].pk}")

    assert response.status_code == status


def test_rights_are_asked_for_each_page(act, pages, team, english, commit):
    hand_to_translation(commit, english, pages[0])
    finish(pages[0], commit)
    team.proofreader.groups.get().page_permissions.filter(
        permission__codename="publish_page"
    ).delete()

    act("publish", pages[:1], user=team.proofreader)

    assert outcome()["Eins"].startswith("Sie dürfen die Übersetzung nicht veröffentlichen.")


def test_who_may_not_change_german_assigns_nothing(act, pages, home, team, english, commit):
    hand_to_translation(commit, english, pages[0])
    team.lead.groups.get().page_permissions.filter(page=home).delete()

    act("assign", pages[:1], user=team.lead, priority="urgent")

    assert outcome()["Eins"] == "Sie dürfen nicht bearbeiten, was übersetzt werden soll."


def test_who_may_not_change_english_requests_nothing(act, pages, home, team, english, commit):
    hand_to_translation(commit, english, pages[0])
    team.lead.groups.get().page_permissions.exclude(page=home).delete()

    act("request", pages[:1], user=team.lead)

    assert outcome()["Eins"].startswith("Sie dürfen die Übersetzung nicht bearbeiten")
    assert job_at(pages[0], english) is None


def test_what_waits_for_approval_is_not_published_past_it(act, pages, team, english, commit):
    hand_to_translation(commit, english, pages[0])
    finish(pages[0], commit)
    target = english_of(pages[0]).specific
    target.save_revision()
    workflow = make_workflow("Abnahme", team.proofreader.groups.get())
    commit(workflow.start, target, team.translator)

    act("publish", pages[:1], user=team.proofreader)

    assert outcome()["Eins"].startswith("Sie wartet auf Freigabe.")
    assert not english_of(pages[0]).live


def test_pages_of_others_are_not_named_to_who_chooses_them(client, pages, team):
    group = team.editor.groups.get()
    group.page_permissions.all().delete()
    allow(group, pages[0], "change")
    client.force_login(team.editor)
    ids = "&".join(f"id={page.pk}" for page in pages)

    content = client.get(f"/admin/translation-work/request/?{ids}").content.decode()

    assert [page.title for page in pages if page.title in content] == ["Eins"]
    alone = client.get(f"/admin/translation-work/request/?id={pages[1].pk}")
    assert alone.url.startswith("/admin/reports/translations/")


@pytest.mark.parametrize("lost", ["account", "right"])
def test_who_lost_the_right_meanwhile_does_nothing_any_more(pages, team, english, lost):
    batch = make_batch(BY_NAME["request"], team.lead, pages[:1], [english], {})
    if lost == "account":
        type(team.lead).objects.filter(pk=team.lead.pk).update(is_active=False)
    else:
        team.lead.groups.get().permissions.clear()

    work_on.func(batch.items.get().pk)

    assert outcome()["Eins"].startswith("Ihr Konto hat dafür kein Recht")
    assert not Translation.objects.filter(source__object_id=pages[0].translation_key).exists()
