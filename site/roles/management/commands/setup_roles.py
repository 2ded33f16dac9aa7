"""Set up groups, collections and the workflow."""

from typing import Any

from django.core.management.base import BaseCommand

from roles.setup import set_up_roles


class Command(BaseCommand):
    help = "Makes the groups of docs/roles.md and adds rights that are missing; safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        for note in set_up_roles():
            self.stdout.write(note)
        self.stdout.write("Roles: set up")
