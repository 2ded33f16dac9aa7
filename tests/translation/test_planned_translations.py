"""Planned translations: none goes live with open segments, and people learn why."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.models import StandardPage
from tests.factories import StandardPageFactory, UserFactory
from tests.permissions import allow, log_in
from tests.workflows import make_workflow

MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def translation(home, english, translate):
    """A page in translation, with nothing translated yet."""
    translate(home, slug="home")
    page = StandardPageFactory(parent=home, title="Impressum")
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    return translation


def translate_segments(translation):
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data=f"English {segment.string.data}",
        )
    translation.save_target(publish=False)


def plan_translation(translation, user=None):
    """Plan a translation for a minute ago ."""
    page = translation.get_target_instance()
    revision = page.save_revision(user=user)
    revision.approved_go_live_at = timezone.now() - MINUTE
    revision.save()
    return page


def test_translation_with_open_segments_does_not_go_live(translation):
    page = plan_translation(translation)

    call_command("tick")

    page.refresh_from_db()
    assert not page.live
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize(
    ("language", "subject", "reason"),
    [
        ("de", "Nicht wie geplant veröffentlicht: Impressum", "2 Segmente sind noch nicht"),
        ("en", "Not published as planned: Impressum", "2 segments are not translated yet"),
    ],
)
def test_who_planned_a_refused_translation_learns_why(
    translation, mailoutbox, language, subject, reason
):
    user = UserFactory(email="ada@example.org", is_superuser=True)
    UserProfile.objects.create(user=user, preferred_language=language)
    page = plan_translation(translation, user)

    call_command("tick")

    assert [mail.subject for mail in mailoutbox] == [subject]
    assert reason in mailoutbox[0].body
    assert f"/admin/pages/{page.pk}/edit/" in mailoutbox[0].body


def test_account_that_is_closed_learns_nothing(translation, mailoutbox):
    plan_translation(translation, UserFactory(email="ada@example.org", is_active=False))

    call_command("tick")

    assert mailoutbox == []


def test_history_says_why_a_translation_was_refused(translation, admin_client):
    page = plan_translation(translation)
    call_command("tick")

    content = admin_client.get(f"/admin/pages/{page.pk}/history/").content.decode()

    assert "Nicht wie geplant veröffentlicht" in content
    assert "2 Segmente sind noch nicht übersetzt" in content


def test_complete_translation_goes_live_as_planned(translation):
    translate_segments(translation)
    page = plan_translation(translation)

    call_command("tick")

    assert Page.objects.get(pk=page.pk).live


def test_page_and_its_parent_go_live_in_the_same_run(home, english, translation):
    translate_segments(translation)
    page = plan_translation(translation)
    parent = home.get_translation(english)
    parent.unpublish()
    revision = parent.save_revision()
    revision.approved_go_live_at = timezone.now() - MINUTE / 2
    revision.save()

    call_command("tick")

    assert Page.objects.get(pk=page.pk).live


def test_workflow_does_not_publish_an_incomplete_translation(client, home, english, translation):
    group = Group.objects.create(name="Redaktion")
    allow(group, home.get_translation(english), "change", "publish")
    user = log_in(client, group)
    workflow = make_workflow("Freigabe", group)
    page = translation.get_target_instance()
    page.save_revision()
    state = workflow.start(page, user).current_task_state

    response = client.post(
        f"/admin/pages/workflow/action/{page.pk}/approve/{state.pk}/", {}, follow=True
    )

    assert "2 Segmente sind noch nicht übersetzt" in response.content.decode()
    assert not StandardPage.objects.get(pk=page.pk).live
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
