"""What a translator or reviewer has to do: one list, the most urgent first."""

import datetime

import pytest
from django.utils import timezone
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from tests.editorial.worklists import panel
from tests.factories import PersonFactory, StandardPageFactory
from tests.translation_desk.team import give, hand_to_translation, home, team, write_page
from univercity.translation.units import units_of, write_unit
from univercity.translation_desk.assignments.worklist import Rank, Step, as_items, work_of

__all__ = ["home", "team"]  # fixtures

TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


def work(user):
    return [(item.title, item.rank) for item in as_items(work_of(user))]


def titles(user):
    return [title for title, _rank in work(user)]


def test_list_begins_with_what_is_overdue(team, home, commit, english):
    pages = [write_page(commit, home, title) for title in "ABCDE"]
    hand_to_translation(commit, english, *pages)
    late, urgent, soon, assigned, _free = pages
    give(commit, assigned, english, assignee=team.translator)
    give(commit, soon, english, assignee=team.translator, due=TODAY() + DAY)
    give(commit, urgent, english, assignee=team.translator, priority="urgent")
    give(commit, late, english, assignee=team.translator, due=TODAY() - DAY)

    assert work(team.translator) == [
        ("A", Rank.OVERDUE),
        ("B", Rank.URGENT),
        ("C", Rank.DUE),
        ("D", Rank.ASSIGNED),
        ("E", Rank.UNASSIGNED),
    ]


def test_list_leaves_out_what_others_do(team, page, english, commit):
    hand_to_translation(commit, english, page)
    give(commit, page, english, assignee=team.proofreader)

    assert titles(team.translator) == []
    assert titles(team.proofreader) == ["Leitbild"]


def test_list_leaves_out_what_the_account_may_not_edit(team, page, english, commit):
    hand_to_translation(commit, english, page)
    team.translator.groups.get().page_permissions.all().delete()
    team.translator = type(team.translator).objects.get(pk=team.translator.pk)

    assert titles(team.translator) == []


def test_finished_text_waits_for_others_and_is_work_for_who_publishes(team, page, english, commit):
    hand_to_translation(commit, english, page)
    give(commit, page, english, assignee=team.translator)
    for unit in units_of(Translation.objects.filter(source__object_id=page.translation_key)):
        commit(write_unit, unit, "Mission", user=team.translator)

    assert work(team.translator) == [("Mission", Rank.WAITING)]
    give(commit, page, english, assignee=None)
    assert titles(team.translator) == []
    assert [row.step for row in work_of(team.proofreader)] == [Step.PUBLISH]


def test_text_of_a_tool_waits_for_who_reviews(team, page, english, commit):
    hand_to_translation(commit, english, page)
    for unit in units_of(Translation.objects.filter(source__object_id=page.translation_key)):
        commit(write_unit, unit, "Text", user=None, tool="DeepL", machine=True)

    assert titles(team.translator) == []
    assert [row.step for row in work_of(team.proofreader)] == [Step.REVIEW]


def test_snippets_are_in_the_list(team, commit, english):
    person = commit(PersonFactory, role="Leiterin")
    commit(translate_object, person, [english])

    [item] = as_items(work_of(team.translator))

    assert item.url.startswith("/admin/snippets/univercity/person/edit/")


def test_panel_says_what_is_to_do(client, team, page, english, commit):
    hand_to_translation(commit, english, page)
    give(commit, page, english, assignee=team.translator, due=TODAY() - DAY, note="Bitte bald")
    client.force_login(team.translator)

    text = panel(client, "my-translations")

    assert "1 Übersetzung wartet auf Sie." in text
    assert "Leitbild" in text
    assert "4 Texte offen" in text
    assert "Überfällig" in text
    assert "Bitte bald" in text


def test_panel_counts_what_is_due_whoever_it_is_given_to(client, team, home, commit, english):
    pages = [write_page(commit, home, title) for title in "ABC"]
    hand_to_translation(commit, english, *pages)
    late, free, later = pages
    give(commit, late, english, assignee=team.translator, due=TODAY() - DAY)
    give(commit, free, english, due=TODAY())
    give(commit, later, english, assignee=team.translator, due=TODAY() + DAY)
    client.force_login(team.translator)

    assert "2 sind heute fällig oder überfällig." in panel(client, "my-translations")


@pytest.mark.parametrize(
    ("ordering", "expected"),
    [("", "BCA"), ("due", "CBA"), ("-due", "BCA"), ("unknown", "BCA")],
)
def test_list_is_ordered_by_the_deadline_if_asked(
    client, team, home, commit, english, ordering, expected
):
    pages = [write_page(commit, home, title) for title in "ABC"]
    hand_to_translation(commit, english, *pages)
    without, urgent, soon = pages
    give(commit, without, english, assignee=team.translator)
    give(
        commit, urgent, english, assignee=team.translator, due=TODAY() + 2 * DAY, priority="urgent"
    )
    give(commit, soon, english, assignee=team.translator, due=TODAY() + DAY)
    client.force_login(team.translator)

    response = client.get("/admin/my-translations/", {"ordering": ordering})

    assert "".join(item.title for item in response.context["object_list"]) == expected


def test_panel_says_that_nothing_waits(client, team):
    client.force_login(team.translator)

    assert "Auf Sie wartet nichts" in panel(client, "my-translations")


def test_panel_and_list_are_only_for_who_translates_or_reviews(client, team):
    client.force_login(team.editor)

    assert "dashboard-my-translations" not in client.get("/admin/").content.decode()
    assert client.get("/admin/my-translations/").status_code == 302


def test_list_costs_the_same_for_one_and_for_three(
    client, team, home, commit, english, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _index in range(number):
            page = StandardPageFactory(parent=home)
            hand_to_translation(commit, english, page)
            give(commit, page, english, assignee=team.translator)

    add(1)
    client.force_login(team.translator)
    client.get("/admin/my-translations/")
    with django_assert_max_num_queries(20) as before:
        client.get("/admin/my-translations/")
    add(2)

    with django_assert_num_queries(len(before)):
        response = client.get("/admin/my-translations/")

    assert len(response.context["object_list"]) == 3
