from django.core.management.base import BaseCommand, CommandError

from univercity.publishing.clock import run_once


class Command(BaseCommand):
    help = "Do what is due: publish and expire pages, check links, remind. Run it every minute."

    def handle(self, **options):
        failures = run_once()
        if failures is None:
            self.stdout.write("Another run is at work.")
        elif failures:
            raise CommandError("\n".join(["Done, but for this:", *failures]))
