"""Submitting all pages below a page for translation, one task for each, with a job for each.

A task submits its page and enqueues those for the pages below in one transaction. So a parent comes
before its children, and whatever stops a worker, a page is either done or still to be done. What
is done is left as it is, so submitting again completes what is missing.
"""

import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django_tasks import task
from wagtail.models import Locale, Page
from wagtail_localize.operations import translate_object

from univercity.content.wagtail_patches.indexing import indexed_once
from univercity.publishing.signals import tick
from univercity.translation_desk.assignments.assignment import from_json
from univercity.translation_desk.assignments.models import TranslationJob, not_at_once
from univercity.translation_desk.stopped_tasks import resume


@task()
def submit_below(
    page_id: int, locale_ids: list[int], user_id: int | None, wishes: dict[str, Any]
) -> None:
    """Submit the pages below a page, which itself is submitted already."""
    submit_children(page_id, locale_ids, user_id, wishes)


@task()
def submit_page(
    page_id: int, locale_ids: list[int], user_id: int | None, wishes: dict[str, Any]
) -> None:
    """Submit a page and then those below it, into the languages in which it does not exist."""
    with transaction.atomic(), indexed_once():
        page = Page.objects.filter(pk=page_id).first()
        if page is None:
            return
        missing = [
            locale
            for locale in Locale.objects.filter(pk__in=locale_ids)
            if not page.get_translations().filter(locale=locale, alias_of=None).exists()
        ]
        if missing:
            user = get_user_model().objects.filter(pk=user_id).first() if user_id else None
            translate_object(page, missing, user=user)
            for locale in missing:
                place = (page.translation_key, locale.pk)
                with not_at_once():
                    TranslationJob.objects.hand_out(
                        place, page.content_type_id, from_json(wishes), user
                    )
        submit_children(page_id, locale_ids, user_id, wishes)


def submit_children(
    page_id: int, locale_ids: list[int], user_id: int | None, wishes: dict[str, Any]
) -> None:
    children = Page.objects.child_of(Page.objects.get(pk=page_id))
    for child_id in children.values_list("pk", flat=True):
        submit_page.enqueue(child_id, locale_ids, user_id, wishes)


def take_up_again(now: datetime.datetime, **kwargs: Any) -> None:
    """Enqueue anew what was running when its worker was stopped."""
    resume([submit_below, submit_page], now)


def connect() -> None:
    """Follow the clock; call once."""
    tick.connect(take_up_again)
