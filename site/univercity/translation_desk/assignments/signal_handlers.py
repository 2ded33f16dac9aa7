"""Closes jobs once their translations are up to date, and opens them anew when German changes."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail_localize.components import register_translation_component

from univercity.publishing.models import Job
from univercity.publishing.signals import tick
from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation.state.recompute import states_changed
from univercity.translation_desk.assignments.assignment import Place, may_translate
from univercity.translation_desk.assignments.history import find_version, note_in_history
from univercity.translation_desk.assignments.models import SETTLED, TranslationJob

DAY = datetime.timedelta(days=1)


def follow(
    before: dict[Place, TranslationStatus],
    rows: Sequence[TranslationStatus],
    gone: Sequence[Place],
    **kwargs: Any,
) -> None:
    """Close what is done, and open a job anew where a finished translation is out of date."""
    settled = [place_of(row) for row in rows if row.state in SETTLED]
    for places, event in ((settled, "done"), (gone, "closed")):
        if places:
            TranslationJob.objects.close(places, event)
    outdated = [row for row in rows if row.state == TranslationState.OUTDATED_TEXT]
    fresh = [row for row in outdated if was_current(before.get(place_of(row)))]
    open_again([place_of(row) for row in fresh])


def place_of(row: TranslationStatus) -> Place:
    return row.translation_key, row.locale_id


def was_current(row: TranslationStatus | None) -> bool:
    return row is not None and row.state == TranslationState.CURRENT


def open_again(places: Sequence[Place]) -> None:
    """Open a job for whoever did the last one at each place, if they still may translate it.

    It has neither the former deadline nor the former note: both were about the former text.
    """
    latest = {job.place: job for job in TranslationJob.objects.order_by("pk").at(places)}
    for place, former in latest.items():
        version = find_version(former)
        if former.done_at is None or former.assignee is None or version is None:
            continue
        if not may_translate(former.assignee, version, former.locale):
            continue
        job = TranslationJob.objects.create(
            translation_key=place[0],
            locale_id=place[1],
            content_type_id=former.content_type_id,
            assignee=former.assignee,
        )
        note_in_history(job, "reopened")


def close_what_is_done(now: datetime.datetime, **kwargs: Any) -> None:
    """Close once a day what was left open, such as a job handed out for what is up to date."""
    if not Job.objects.claim("translation-jobs", DAY, now):
        return
    places = [job.place for job in TranslationJob.objects.open()]
    rows = TranslationStatus.objects.filter(
        translation_key__in={key for key, _locale in places}, state__in=SETTLED
    )
    TranslationJob.objects.close([place_of(row) for row in rows], "done")


def connect() -> None:
    """Follow the states, and ask for jobs in the forms of wagtail-localize; call once."""
    register_translation_component(
        heading=_("Who translates?"),
        help_text=_("Whoever you choose finds it in their list “My translations”."),
        required=True,
    )(TranslationJob)
    states_changed.connect(follow)
    tick.connect(close_what_is_done)
