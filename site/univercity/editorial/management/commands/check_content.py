"""Check all published pages."""

from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page

from univercity.editorial.content_checks.checking import check_page


class Command(BaseCommand):
    help = (
        "Checks the texts, links and images of all published pages for the report on content; "
        "pages are also checked whenever they are published."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        pages = Page.objects.filter(live=True, depth__gt=1).select_related("locale")
        for page in pages.iterator():
            check_page(page)
        self.stdout.write(f"{pages.count()} pages checked")
