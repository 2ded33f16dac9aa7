"""Pre-translation in the background: with a worker, without one, and with one that was killed."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils import translation as languages
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from config.machine_translation import MachineTranslation
from tests.factories import StandardPageFactory
from tests.translation_desk.services import texts_of
from tests.translation_desk.test_subtrees import QUEUED, work
from univercity.publishing.signals import tick
from univercity.translation.units import UnitState
from univercity.translation_desk.machine.pretranslation import Result
from univercity.translation_desk.machine.tasks import PRETRANSLATED, STOPPED, pretranslate_later
from univercity.translation_desk.machine.views import pretranslation_address, pretranslation_label


@pytest.fixture
def translation(home, english, commit):
    commit(translate_object, home, [english])
    page = StandardPageFactory(parent=home, title="Titel")
    commit(translate_object, page, [english])
    return Translation.objects.get(source__object_id=page.translation_key)


@pytest.fixture
def dummy(settings):
    settings.MACHINE_TRANSLATION = MachineTranslation("dummy")


@pytest.fixture
def queued(settings):
    settings.TASKS = QUEUED


DONE = ("Titel", UnitState.UNREVIEWED)


def test_action_says_that_the_work_goes_on_and_the_history_tells_of_its_end(
    dummy, queued, translation, admin_client, admin_user
):
    UserProfile.objects.create(user=admin_user, preferred_language="en")

    response = admin_client.post(pretranslation_address(translation), follow=True)

    [message] = response.context["messages"]
    assert str(message).startswith("The pre-translation has begun.")
    assert texts_of(translation)["Titel"] == ("", UnitState.OPEN)
    work()
    assert texts_of(translation)["Titel"] == DONE
    entry = PageLogEntry.objects.get(action=PRETRANSLATED)
    with languages.override("de"):
        assert entry.formatter.format_message(entry).startswith("1 Text von Dummy übersetzt.")


def test_work_of_a_killed_worker_is_taken_up(dummy, queued, translation):
    assert pretranslate_later(translation) is None
    started = timezone.now() - STOPPED - datetime.timedelta(minutes=1)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=started)

    tick.send(None, now=timezone.now())
    work()

    assert texts_of(translation)["Titel"] == DONE
    assert PageLogEntry.objects.filter(action=PRETRANSLATED).count() == 1


def test_doing_it_twice_translates_once(deepl, queued, translation):
    pretranslate_later(translation)
    pretranslate_later(translation)

    work()

    assert len(deepl.translations) == 1
    assert texts_of(translation)["Titel"] == ("EN Titel", UnitState.UNREVIEWED)


def test_without_a_worker_the_result_is_there_at_once(dummy, translation):
    assert pretranslate_later(translation) == Result(by_machine=1, provider="Dummy")


@pytest.mark.parametrize(
    "service, label",
    [
        ("", "Fill from translation memory"),
        ("deepl", "Pre-translate with DeepL"),
        ("libretranslate", "Pre-translate with LibreTranslate"),
    ],
)
def test_button_says_what_it_does(settings, service, label):
    settings.MACHINE_TRANSLATION = MachineTranslation(service)

    with languages.override("en"):
        assert pretranslation_label() == label


def test_service_without_a_key_is_a_message(settings, translation):
    settings.MACHINE_TRANSLATION = MachineTranslation("deepl")

    assert pretranslate_later(translation) == Result(left=1, provider="DeepL", failure="key")


def test_translation_that_was_stopped_is_not_translated(dummy, translation, admin_client):
    address = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    Translation.objects.update(enabled=False)

    assert admin_client.post(address, follow=True).status_code == 404
    assert pretranslate_later(translation) is None
