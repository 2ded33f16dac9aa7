"""When links are collected and checked."""

from typing import Any

from django.db.models.signals import pre_delete
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from univercity.link_check.checking import check_due_links
from univercity.link_check.extraction import collect_from
from univercity.link_check.internal import keep_links_to_deleted_page
from univercity.schedule import tick


def collect_links_of_page(instance: Page, **kwargs: Any) -> None:
    """Let the report follow what editors publish at once; the clock reads all else daily."""
    collect_from(instance)


def connect() -> None:
    """Connect the receivers; call once all apps are loaded."""
    page_published.connect(collect_links_of_page)
    page_unpublished.connect(collect_links_of_page)
    pre_delete.connect(keep_links_to_deleted_page, sender=Page)
    tick.connect(check_due_links)
