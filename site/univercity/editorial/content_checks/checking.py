"""Checking published pages as visitors see them, and keeping what was found."""

from collections import Counter
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import RequestFactory
from django.utils import translation
from django_tasks import task
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from univercity.content.reading.answer import one_answer
from univercity.editorial.content_checks.rules import check
from univercity.editorial.models import ContentCheck


def render(page, address):
    """Return the HTML that visitors get of a page."""
    address = urlsplit(address)
    request = RequestFactory(SERVER_NAME=address.hostname).get(address.path, secure=True)
    request.user = AnonymousUser()
    with translation.override(page.locale.language_code), one_answer():
        return page.serve(request).render().content.decode()


def check_page(page):
    """Check a page as visitors see it; one that they cannot see has no result."""
    address = page.full_url
    if not page.live or address is None:
        ContentCheck.objects.filter(page=page).delete()
        return
    result = check(render(page.specific, address), page.locale.language_code)
    found = ContentCheck(
        page=page,
        revision_id=page.live_revision_id,
        words=result.words,
        reading_ease=result.reading_ease,
        findings=[{"kind": item.kind, "text": item.text} for item in result.findings],
        counts=Counter(item.kind.value for item in result.findings),
        total=len(result.findings),
    )
    columns = [field.name for field in ContentCheck._meta.fields]
    ContentCheck.objects.bulk_create(
        [found],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=[name for name in columns if name not in ("id", "page")],
    )


@task()
def check_page_task(page_id):
    page = Page.objects.filter(pk=page_id).select_related("locale").first()
    if page:
        check_page(page)


def check_later(instance, **kwargs):
    """Check a page that was published or taken offline, once that is saved."""
    transaction.on_commit(lambda: check_page_task.enqueue(instance.pk))


def connect():
    page_published.connect(check_later)
    page_unpublished.connect(check_later)
