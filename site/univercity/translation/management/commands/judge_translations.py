from typing import Any

from django.core.management.base import BaseCommand

from univercity.translation.state.recompute import recompute_all


class Command(BaseCommand):
    help = "Compute the state of every translation anew; the clock does so every night."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{recompute_all()} states were wrong.")
