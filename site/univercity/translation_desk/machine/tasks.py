"""Pre-translations in the background, one task for each translation."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ObjectDoesNotExist
from django_tasks import TaskResultStatus, task
from wagtail.log_actions import log
from wagtail_localize.models import Translation

from univercity.publishing.signals import tick
from univercity.translation_desk.machine.pretranslation import Result, pretranslate
from univercity.translation_desk.stopped_tasks import resume

#: A task that has been running for longer was stopped with its worker: a page takes minutes.
STOPPED = datetime.timedelta(minutes=30)
#: Action in the history of the translated page; its data are a ``Result``.
PRETRANSLATED = "univercity.pretranslate"


@task()
def pretranslate_one(translation_id: int, user_id: int | None) -> dict[str, Any] | None:
    """Pre-translate, and return what came of it."""
    translation = Translation.objects.filter(pk=translation_id, enabled=True).first()
    if translation is None:
        return None
    user = get_user_model().objects.filter(pk=user_id).first() if user_id else None
    return pretranslate_and_note(translation, user).as_json()


def pretranslate_and_note(translation: Translation, user: Any) -> Result:
    """Pre-translate, and note in the history of the translated page what came of it."""
    result = pretranslate(translation, user)
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist:
        return result
    log(instance=target, action=PRETRANSLATED, user=user, data=result.as_json())
    return result


def pretranslate_later(translation: Translation, user: Any = None) -> Result | None:
    """Enqueue a pre-translation; return what came of it where tasks run at once."""
    done = pretranslate_one.enqueue(translation.pk, user and user.pk)
    if done.status == TaskResultStatus.FAILED:
        raise RuntimeError(done.errors[0].traceback)
    if done.status != TaskResultStatus.SUCCESSFUL or done.return_value is None:
        return None
    return Result(**done.return_value)


def take_up_again(now: datetime.datetime, **kwargs: Any) -> None:
    """Enqueue anew what was running when its worker was stopped: it does what is still open."""
    resume([pretranslate_one], now, STOPPED)


def connect() -> None:
    """Connect the receiver; call once all apps are loaded."""
    tick.connect(take_up_again)
