"""Check all published pages."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from wagtail.models import Page

from univercity.editorial.content_checks.checking import check_page


class Command(BaseCommand):
    help = (
        "Checks the texts, links and images of all published pages for the report on content; "
        "pages are also checked whenever they are published."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--unchecked", action="store_true", help="only pages that have never been checked"
        )

    def handle(self, *args: Any, unchecked: bool = False, **options: Any) -> None:
        pages = Page.objects.filter(live=True, depth__gt=1).select_related("locale")
        if unchecked:
            pages = pages.filter(content_check=None)
        pages = list(pages)
        for page in pages:
            check_page(page)
        self.stdout.write(f"{len(pages)} pages checked")
