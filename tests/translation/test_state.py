"""How far the translation of a page is: how it comes into each state, and out of it."""

import pytest
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from tests.factories import StandardPageFactory, TopicFactory
from tests.sentences import paragraphs, state_of, status_of, stream
from tests.workflows import make_workflow
from univercity.translation.models import (
    Exemption,
    TranslationBasis,
    TranslationState,
    TranslationStatus,
)
from univercity.translation.state.recompute import recompute
from univercity.translation.state.rules import Evidence, Target, judge
from univercity.translation.units import UnitState, approve, units_of, write_unit


@pytest.fixture
def page(home, translate, commit, publish_german):
    commit(translate, home, slug="home")
    page = commit(StandardPageFactory, parent=home, body=stream(paragraphs("Eins.", "Zwei.")))
    publish_german(page)
    return page


@pytest.fixture
def translation(page, english, commit):
    """The page is submitted, and none of its texts is translated."""
    commit(translate_object, page, [english])
    return Translation.objects.get(source__object_id=page.translation_key)


def write(translation, tool="", only=None):
    for unit in units_of([translation]):
        if only is None or unit.source == only:
            write_unit(unit, f"English {unit.source}", user=None, tool=tool, machine=bool(tool))


def publish_translation(translation):
    translation.refresh_from_db()
    translation.save_target(publish=False)
    translation.get_target_instance().get_latest_revision().publish()


@pytest.fixture
def public(translation, commit):
    """The English page is complete and public."""
    commit(write, translation)
    commit(publish_translation, translation)
    return translation


def test_page_in_one_language_lacks_its_translation(page):
    assert state_of(page) == TranslationState.MISSING


def test_placeholder_is_a_fallback(page, commit, english):
    child = commit(StandardPageFactory, parent=page)
    commit(child.copy_for_translation, english, copy_parents=True, alias=True)

    assert state_of(page) == TranslationState.FALLBACK


def test_page_that_needs_no_translation_says_so_until_it_is_decided_otherwise(
    page, commit, english
):
    exemption = commit(
        Exemption.objects.create,
        translation_key=page.translation_key,
        locale=english,
        reason="Nur für Bochumer",
    )
    assert state_of(page) == TranslationState.NOT_NEEDED

    commit(exemption.delete)

    assert state_of(page) == TranslationState.MISSING


def test_submitted_page_is_in_progress_until_its_last_text_is_translated(translation, page, commit):
    assert state_of(page) == TranslationState.IN_PROGRESS
    commit(write, translation, only="Eins.")
    assert state_of(page) == TranslationState.IN_PROGRESS

    commit(write, translation)

    assert state_of(page) == TranslationState.DRAFT


def test_counts_say_how_much_is_left(translation, page, commit):
    commit(write, translation, only="Eins.")
    commit(write, translation, only="Zwei.", tool="Dummy")

    status = status_of(page)

    assert (status.total, status.open, status.unreviewed, status.error) == (4, 2, 1, 0)


def test_texts_of_a_tool_are_to_be_reviewed_until_somebody_approves_them(
    translation, page, commit, admin_user
):
    commit(write, translation, tool="Dummy")
    assert state_of(page) == TranslationState.MACHINE

    commit(approve, translation, units_of([translation]), admin_user)

    assert state_of(page) == TranslationState.DRAFT


def test_text_with_an_error_comes_before_everything_else(public, page, commit):
    row = StringTranslation.objects.filter(translation_of__data="Eins.").get()
    row.data = '<a id="a7">One.</a>'
    commit(row.save)

    assert state_of(page) == TranslationState.ERROR


def test_page_in_a_workflow_is_in_review_until_it_is_sent_back(
    translation, page, commit, admin_user
):
    commit(write, translation)
    workflow = make_workflow("Lektorat")
    target = translation.get_target_instance()
    target.save_revision()

    state = commit(workflow.start, target, admin_user)
    assert state_of(page) == TranslationState.IN_REVIEW
    commit(state.current_task_state.reject, user=admin_user)

    assert state_of(page) == TranslationState.DRAFT


def test_published_translation_is_current(public, page):
    assert state_of(page) == TranslationState.CURRENT
    assert not status_of(page).outdated


def test_changed_text_makes_it_out_of_date_until_its_translation_is_public(
    public, page, commit, publish_german
):
    publish_german(page, body=stream(paragraphs("Eins.", "Drei.")))
    assert (state_of(page), status_of(page).open) == (TranslationState.OUTDATED_TEXT, 1)

    commit(write, public)
    assert (state_of(page), status_of(page).open) == (TranslationState.OUTDATED_TEXT, 0)

    commit(publish_translation, public)

    assert state_of(page) == TranslationState.CURRENT


def test_translation_handed_in_for_review_is_still_out_of_date(
    public, page, commit, admin_user, publish_german
):
    publish_german(page, body=stream(paragraphs("Eins.", "Drei.")))
    commit(write, public)
    public.save_target(publish=False)
    workflow = make_workflow("Lektorat")

    commit(workflow.start, public.get_target_instance(), admin_user)

    assert (state_of(page), status_of(page).outdated) == (TranslationState.IN_REVIEW, True)


def test_source_published_as_it_was_changes_nothing(public, page, commit, publish_german):
    publish_german(page)

    assert state_of(page) == TranslationState.CURRENT


def test_removed_text_makes_the_translation_out_of_date(public, page, commit, publish_german):
    publish_german(page, body=stream(paragraphs("Eins.")))
    assert state_of(page) == TranslationState.OUTDATED_TEXT

    commit(publish_translation, public)

    assert state_of(page) == TranslationState.CURRENT


def test_text_that_comes_back_is_current_again(public, page, commit, publish_german):
    publish_german(page, body=stream(paragraphs("Eins.", "Drei.")))

    publish_german(page, body=stream(paragraphs("Eins.", "Zwei.")))

    assert state_of(page) == TranslationState.CURRENT


def test_translation_published_past_the_editor_is_made_from_the_present_source(
    public, page, commit, publish_german
):
    publish_german(page, body=stream(paragraphs("Eins.")))

    publish_german(public.get_target_instance())

    assert state_of(page) == TranslationState.CURRENT


def test_translation_taken_offline_is_a_draft(public, page, commit):
    commit(public.get_target_instance().unpublish)

    assert state_of(page) == TranslationState.DRAFT


def test_deleted_translation_is_missing(public, page, commit):
    commit(public.get_target_instance().delete)

    assert state_of(page) == TranslationState.MISSING


def test_deleted_source_has_no_state(public, page, commit):
    commit(Page.objects.get(pk=page.pk).delete)

    assert not TranslationStatus.objects.filter(translation_key=page.translation_key).exists()


def test_facts_that_did_not_arrive_make_it_out_of_date(public, page, commit):
    TranslationBasis.objects.update(facts="others")

    commit(public.save)

    assert (state_of(page), status_of(page).outdated) == (TranslationState.OUTDATED_DATA, True)


def test_translation_kept_by_hand_is_out_of_date_after_its_source(
    home, translate, commit, publish_german
):
    publish_german(home)
    commit(translate, home, slug="home")
    assert state_of(home) == TranslationState.CURRENT

    publish_german(home)

    assert state_of(home) == TranslationState.OUTDATED_TEXT


OPEN, ERROR = {UnitState.OPEN: 1, UnitState.DONE: 1}, {UnitState.ERROR: 1, UnitState.OPEN: 1}
MACHINE, DONE = {UnitState.UNREVIEWED: 1, UnitState.DONE: 1}, {UnitState.DONE: 2}
OLD, MOVED = {"texts_differ": True, "facts_differ": True}, {"facts_differ": True}


@pytest.mark.parametrize(
    ("expected", "counts", "target"),
    [
        ("fallback", OPEN, {"is_placeholder": True}),
        ("error", ERROR, {}),
        ("error", ERROR, {"in_review": True, **OLD}),
        ("error", ERROR, {"live": False}),
        ("in_review", OPEN, {"in_review": True, **OLD}),
        ("in_review", DONE, {"in_review": True, "live": False}),
        ("outdated_text", OPEN, OLD),
        ("outdated_text", MACHINE, OLD),
        ("in_progress", OPEN | MACHINE, MOVED),
        ("machine", MACHINE, MOVED),
        ("outdated_data", DONE, MOVED),
        ("current", DONE, {}),
        ("in_progress", OPEN | MACHINE, {"live": False}),
        ("machine", MACHINE, {"live": False}),
        ("draft", DONE, {"live": False, **OLD}),
    ],
)
def test_state_says_what_is_to_be_done_next(expected, counts, target):
    assert judge(Evidence(False, Target(**target), counts)) == TranslationState(expected)
    assert judge(Evidence(True, Target(**target), counts)) == TranslationState.NOT_NEEDED


@pytest.mark.parametrize(
    ("outdated", "target"),
    [
        (True, OLD),
        (True, MOVED),
        (True, {"texts_differ": True}),
        (False, {}),
        (False, {"live": False, **OLD}),
        (False, {"is_placeholder": True, **OLD}),
    ],
)
def test_readers_meet_what_is_out_of_date_only_where_it_is_public(outdated, target):
    assert Evidence(True, Target(**target), ERROR).outdated is outdated


def test_page_that_needs_no_translation_may_have_one(public, page, commit, english):
    key = {"translation_key": page.translation_key, "locale": english}

    commit(Exemption.objects.create, **key, reason="Nur für Bochumer")

    assert (state_of(page), status_of(page).total) == (TranslationState.NOT_NEEDED, 4)


def test_public_page_with_unapproved_text_of_a_tool_says_so(public, page, commit):
    commit(write, public, tool="Dummy", only="Eins.")

    assert (state_of(page), status_of(page).unreviewed) == (TranslationState.MACHINE, 1)


def test_translation_kept_by_hand_is_current_if_published_at_the_same_moment(
    home, translate, commit
):
    commit(translate, home, slug="home")

    Page.objects.update(last_published_at=timezone.now())
    recompute(Page, [home.translation_key])

    assert state_of(home) == TranslationState.CURRENT


def test_snippet_has_a_state_too(english, commit):
    topic = commit(TopicFactory)
    assert state_of(topic) == TranslationState.MISSING

    commit(translate_object, topic, [english])

    assert state_of(topic) == TranslationState.IN_PROGRESS
