"""Serve the site with its demo content on this computer."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from demo.accounts import ACCOUNTS, PASSWORD
from demo.files import remove_strays
from demo.preflight import needs_migration, read_port
from demo.site_record import LOCAL_HOST, follow_port


class Command(BaseCommand):
    help = "Sets up the database, loads the demo content and serves the site on this computer."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("port", nargs="?", default="8000")

    def handle(self, *args: Any, port: str, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "The demo has accounts with a public password and runs only in development: "
                "set DEBUG=1."
            )
        number = read_port(port)
        self._prepare(number)
        self._print_welcome(number)
        call_command("runserver", f"{LOCAL_HOST}:{number}", use_reloader=False)

    def _prepare(self, port: int) -> None:
        if needs_migration():
            self.stdout.write("Setting up the database (a quarter of a minute) ...")
            call_command("migrate", verbosity=0, interactive=False)
        self.stdout.write("Loading the demo content (a quarter of a minute) ...")
        call_command("load_demo", stdout=self.stdout)
        follow_port(port)
        self.stdout.write(
            "Checking new pages and preparing their images (a quarter of a minute) ..."
        )
        try:
            call_command("check_content", unchecked=True, stdout=self.stdout)
        except KeyboardInterrupt:
            remove_strays()  # an image that was being made has no row yet
            raise

    def _print_welcome(self, port: int) -> None:
        address = f"http://{LOCAL_HOST}:{port}"
        self.stdout.write(f"\nWebsite  {address}/\nAdmin    {address}/admin/\n")
        self.stdout.write(f"Accounts (password: {PASSWORD})")
        for username, purpose, _role in ACCOUNTS:
            self.stdout.write(f"  {username:<13} {purpose}")
        self.stdout.write("\nPress Ctrl+C to stop.\n")
        self.stdout.flush()
