"""Load the demo content."""

import logging
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from demo.accounts import ensure_accounts
from demo.loader import load


class Command(BaseCommand):
    help = (
        "Loads the demo content; what is already there is left as it is. The report on content "
        "knows its pages after check_content."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        logger = logging.getLogger("wagtail")
        level = logger.level
        logger.setLevel(logging.WARNING)  # it tells of every page, which drowns the steps
        try:
            objects = load(self.stdout.write)
        finally:
            logger.setLevel(level)
        if settings.DEBUG:
            self.stdout.write(f"Accounts: {ensure_accounts(objects)} made")
        else:
            self.stdout.write("Accounts: none made, because their password is public (DEBUG=0)")
