from typing import Any

from django.core.management.base import BaseCommand, CommandError

from univercity.translation.integrity import find_faults


class Command(BaseCommand):
    help = "Check the tree of pages, and that all is translated from the one source language."

    def handle(self, **options: Any) -> None:
        faults = list(find_faults())
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write("Tree and translations are whole.")
