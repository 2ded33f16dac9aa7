"""What goes live when a translation is published past its editor: the texts as saved by then."""

import datetime
import json

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories import ImageFactory, PersonFactory, UserFactory
from tests.permissions import allow, log_in
from tests.sentences import paragraphs, stream
from tests.workflows import make_workflow
from univercity.content.snippets.people import Person
from univercity.translation.gate import NotPublishable
from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation.state.recompute import recompute
from univercity.translation.units import UnitState, units_of, write_unit

DAY = datetime.timedelta(days=1)


@pytest.fixture
def translation(page, english, commit):
    commit(translate_object, page, [english])
    return Translation.objects.get(source__object_id=page.translation_key)


def write(translation, text):
    for unit in units_of([translation]):
        write_unit(unit, f"{text} {unit.source}", user=None)


@pytest.fixture
def live(translation, commit):
    """English is public, and everything was translated anew since."""
    commit(write, translation, "First")
    commit(lambda: (translation.save_target(publish=False), latest_draft(translation).publish()))
    commit(write, translation, "Second")
    return translation


def latest_draft(translation):
    return translation.get_target_instance().get_latest_revision()


def shown(translation):
    return StandardPage.objects.get(pk=translation.get_target_instance().pk)


def plan(translation, user=None):
    """Plan the latest draft for tomorrow, as Wagtail does."""
    draft = translation.get_target_instance().get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + DAY
    draft.save_revision(user=user).publish(user=user)


def let_a_day_pass(translation):
    revision = translation.get_target_instance().scheduled_revision
    past = timezone.now() - datetime.timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    call_command("tick")


def assert_everything_is_public(translation, page):
    english = shown(translation)
    assert english.live
    assert english.title == "Second Hinweise"
    assert english.body[0].value.source == "<p>Second Eins.</p><p>Second Zwei.</p>"
    assert not english.has_unpublished_changes
    [status] = TranslationStatus.objects.filter(translation_key=page.translation_key)
    assert status.state == TranslationState.CURRENT
    assert recompute(Page, [page.translation_key]) == 0


def test_draft_changes_nothing_that_is_public(live):
    live.save_target(publish=False)

    page = shown(live)
    assert (page.title, page.draft_title) == ("First Hinweise", "Second Hinweise")
    assert page.body[0].value.source == "<p>First Eins.</p><p>First Zwei.</p>"
    assert page.live
    assert page.has_unpublished_changes
    assert latest_draft(live).content["title"] == "Second Hinweise"


def test_draft_closes_and_opens_the_translation_with_its_source(live, page):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    live.save_target(publish=False)
    english = shown(live)
    assert PageViewRestriction.objects.filter(page=english).exists()

    restriction.delete()
    live.save_target(publish=False)
    assert not PageViewRestriction.objects.filter(page=english).exists()


def test_draft_of_a_snippet_changes_nothing_that_is_public(english, commit):
    person = PersonFactory(role="Physikerin")
    commit(translate_object, person, [english])
    translation = Translation.objects.get(source__object_id=person.translation_key)
    commit(write, translation, "First")
    translation.save_target(publish=False)
    latest_draft(translation).publish()
    commit(write, translation, "Second")

    translation.save_target(publish=False)

    public = Person.objects.get(pk=translation.get_target_instance().pk)
    assert public.live
    assert public.role == "First Physikerin"
    assert latest_draft(translation).as_object().role == "Second Physikerin"

    latest_draft(translation).publish()
    assert Person.objects.get(pk=public.pk).role == "Second Physikerin"


def test_draft_that_a_field_refuses_is_noted_at_its_text(live, page, commit):
    page = StandardPage.objects.get(pk=page.pk)
    page.seo_title = "Hinweise"
    commit(page.save_revision().publish)
    live.refresh_from_db()
    [unit] = [unit for unit in units_of([live]) if unit.path == "seo_title"]
    write_unit(unit, "x" * 300, user=None)

    with pytest.raises(ValidationError):
        live.save_target(publish=False)

    [unit] = [unit for unit in units_of([live]) if unit.path == "seo_title"]
    assert unit.state == UnitState.ERROR
    assert "255" in unit.error
    assert shown(live).title == "First Hinweise"


def test_bulk_action_says_what_a_field_refuses(live, page, commit, admin_client):
    page = StandardPage.objects.get(pk=page.pk)
    page.seo_title = "Hinweise"
    commit(page.save_revision().publish)
    live.refresh_from_db()
    for unit in units_of([live]):
        write_unit(unit, "x" * 300 if unit.path == "seo_title" else "Second", user=None)
    address = f"/admin/bulk/wagtailcore/page/publish/?id={live.get_target_instance().pk}"

    response = admin_client.post(address, follow=True)

    assert "255" in response.content.decode()
    assert shown(live).title == "First Hinweise"


def test_latest_draft_brings_all_texts_along(live, page, commit):
    commit(latest_draft(live).publish)

    assert_everything_is_public(live, page)


def test_draft_that_is_not_behind_is_published_as_it_is(live, commit):
    live.save_target(publish=False)
    revision = latest_draft(live)

    commit(revision.publish)

    assert shown(live).live_revision == revision


def test_bulk_action_brings_all_texts_along(live, page, commit, admin_client):
    address = f"/admin/bulk/wagtailcore/page/publish/?id={live.get_target_instance().pk}"

    commit(admin_client.post, address)

    assert_everything_is_public(live, page)


def test_api_brings_all_texts_along(live, page, commit, client, settings, admin_user, token_of):
    settings.API_WRITES = True
    address = f"/api/v3/pages/{live.get_target_instance().pk}/actions/publish/"

    response = commit(client.post, address, headers=token_of(admin_user, writes=True))

    assert response.status_code == 200
    assert_everything_is_public(live, page)


def test_approval_on_the_dashboard_brings_all_texts_along(
    live, page, commit, client, home, english
):
    group = Group.objects.create(name="Redaktion")
    allow(group, home.get_translation(english), "change", "publish")
    user = log_in(client, group)
    workflow = make_workflow("Freigabe", group)
    state = workflow.start(live.get_target_instance(), user)
    address = f"/admin/pages/workflow/action/{live.get_target_instance().pk}/approve/"

    commit(client.post, f"{address}{state.current_task_state.pk}/", {})

    assert_everything_is_public(live, page)
    state.refresh_from_db()
    assert state.status == state.STATUS_APPROVED


def test_image_of_the_source_comes_back_with_the_next_publication(page, english, commit):
    page.teaser_image = ImageFactory()
    page.save_revision().publish()
    commit(translate_object, page, [english])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    commit(write, translation, "Second")
    other = ImageFactory()
    segment = OverridableSegment.objects.get(context__path="teaser_image")
    own = SegmentOverride.objects.create(
        locale=english, context=segment.context, data_json=json.dumps(other.pk)
    )
    translation.save_target(publish=False)
    latest_draft(translation).publish()
    assert shown(translation).teaser_image == other
    own.delete()

    latest_draft(translation).publish()

    assert shown(translation).teaser_image == page.teaser_image


def test_plan_takes_the_texts_that_are_saved_when_it_is_made(live, page, commit):
    commit(plan, live)
    assert shown(live).title == "First Hinweise"

    commit(let_a_day_pass, live)

    assert_everything_is_public(live, page)


def test_draft_renewed_at_its_publication_still_expires(live, commit):
    draft = live.get_target_instance().get_latest_revision_as_object()
    draft.expire_at = timezone.now().replace(microsecond=0) + DAY
    draft.save_revision()
    commit(write, live, "Third")

    commit(lambda: latest_draft(live).publish())

    assert (shown(live).title, shown(live).expire_at) == ("Third Hinweise", draft.expire_at)


def test_draft_renewed_at_its_publication_still_waits_for_its_time(live, page, commit):
    draft = live.get_target_instance().get_latest_revision_as_object()
    draft.go_live_at = timezone.now().replace(microsecond=0) + DAY
    draft.save_revision()
    commit(write, live, "Third")

    commit(lambda: latest_draft(live).publish())

    planned = shown(live).scheduled_revision
    assert (shown(live).title, planned.content["title"]) == ("First Hinweise", "Third Hinweise")
    assert planned.approved_go_live_at == draft.go_live_at


def test_text_changed_after_the_plan_calls_it_off(live, page, commit, mailoutbox):
    user = UserFactory(email="ada@example.org", is_superuser=True)
    commit(plan, live, user)
    commit(write, live, "Third")

    commit(let_a_day_pass, live)

    assert shown(live).title == "First Hinweise"
    assert not shown(live).scheduled_revision
    assert "nachdem ihre Veröffentlichung geplant" in mailoutbox[0].body
    assert {unit.target[:5] for unit in units_of([live])} == {"Third"}
    assert recompute(Page, [page.translation_key]) == 0


def test_clock_of_wagtail_refuses_it_too(live, commit):
    commit(plan, live)
    commit(write, live, "Third")
    revision = live.get_target_instance().scheduled_revision
    revision.content["go_live_at"] = None
    revision.approved_go_live_at = timezone.now() - DAY
    revision.save()

    with pytest.raises(NotPublishable):
        call_command("publish_scheduled")

    assert shown(live).title == "First Hinweise"


def test_source_published_with_the_same_translations_does_not_call_a_plan_off(live, page, commit):
    commit(plan, live)
    page = StandardPage.objects.get(pk=page.pk)
    page.body = stream(paragraphs("Eins!", "Zwei."))
    page.minor_edit = True
    commit(page.save_revision().publish)

    commit(let_a_day_pass, live)

    assert_everything_is_public(live, page)
