"""Serve the site with its demo content on this computer."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from demo.accounts import ACCOUNTS, PASSWORD
from demo.drawings import prepare_renditions
from demo.site_record import LOCAL_HOST, follow_port


class Command(BaseCommand):
    help = "Sets up the database, loads the demo content and serves the site on this computer."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("port", nargs="?", type=int, default=8000)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "The demo has accounts with a public password and runs only in development: "
                "set DEBUG=1."
            )
        if self._pending_migrations():
            self.stdout.write("Setting up the database (a quarter of a minute) ...")
            call_command("migrate", verbosity=0, interactive=False)
        self.stdout.write("Loading the demo content ...")
        call_command("load_demo", stdout=self.stdout)
        follow_port(port)
        self.stdout.write("Preparing the images for the first visit ...")
        prepare_renditions()
        self._print_welcome(port)
        call_command("runserver", f"{LOCAL_HOST}:{port}", use_reloader=False)

    @staticmethod
    def _pending_migrations() -> list[Any]:
        executor = MigrationExecutor(connection)
        return executor.migration_plan(executor.loader.graph.leaf_nodes())

    def _print_welcome(self, port: int) -> None:
        address = f"http://{LOCAL_HOST}:{port}"
        self.stdout.write(f"\nWebsite  {address}/\nAdmin    {address}/admin/\n")
        self.stdout.write(f"Accounts (password: {PASSWORD})")
        for username, purpose, _role in ACCOUNTS:
            self.stdout.write(f"  {username:<13} {purpose}")
        self.stdout.write("\nPress Ctrl+C to stop.\n")
        self.stdout.flush()
