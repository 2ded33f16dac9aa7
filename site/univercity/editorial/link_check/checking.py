"""Checking the addresses in content, a few each minute, and collecting them after publications."""

import datetime
import time
from typing import Any

from django.conf import settings
from django.db.models.signals import pre_delete
from django_tasks import TaskResultStatus, task
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from univercity.editorial.link_check import own_site
from univercity.editorial.link_check.extraction import collect_all, collect_from
from univercity.editorial.link_check.fetch import ask
from univercity.editorial.link_check.internal import keep_links_to_deleted_page
from univercity.editorial.models import ExternalLink, Outcome
from univercity.publishing.models import Job
from univercity.publishing.signals import tick

DAY = datetime.timedelta(days=1)
#: Links checked in one go, of which no two go to the same site.
BATCH = 20
#: A task of the queue that never ran is given up after this time.
CLAIM = datetime.timedelta(hours=1)
#: Seconds after which no further link of a batch is begun.
BUDGET = 30


@task()
def check_links(link_ids: list[int]) -> None:
    """Check links until the time is up; what is left stays due."""
    end = time.monotonic() + BUDGET
    for link in ExternalLink.objects.filter(pk__in=link_ids):
        if time.monotonic() > end:
            break
        check(link)


def check(link: ExternalLink) -> None:
    """Check one link and keep what was found."""
    if own_site.is_own(link):
        link.record(Outcome.WORKS if own_site.answers(link.url) else Outcome.NOT_FOUND)
    else:
        answer = ask(link.url)
        link.record(answer.outcome, answer.status_code, answer.moved_to)


def check_due_links(now: datetime.datetime, **kwargs: Any) -> None:
    """Once a day read all content for links; each time check some that are due."""
    if Job.objects.claim("collect-links", DAY, now):
        collect_all()
    due = ExternalLink.objects.filter(next_check_at__lte=now).order_by("next_check_at")
    if not settings.CHECK_EXTERNAL_LINKS:
        due = due.filter(own_site.own_links())
    by_host: dict[str, int] = {}
    for pk, url in due.values_list("pk", "url")[: 10 * BATCH]:
        by_host.setdefault(own_site.host_of(url), pk)
    link_ids = list(by_host.values())[:BATCH]
    if link_ids:
        ExternalLink.objects.filter(pk__in=link_ids).update(next_check_at=now + CLAIM)
        result = check_links.enqueue(link_ids)
        if result.is_finished and result.status == TaskResultStatus.FAILED:
            raise RuntimeError(result.errors[0].traceback)


def collect_links_of_page(instance: Page, **kwargs: Any) -> None:
    """Let the report follow what editors publish at once; the clock reads all else daily."""
    collect_from(instance)


def connect() -> None:
    """Connect the receivers; call once all apps are loaded."""
    page_published.connect(collect_links_of_page)
    page_unpublished.connect(collect_links_of_page)
    pre_delete.connect(keep_links_to_deleted_page, sender=Page)
    tick.connect(check_due_links)
