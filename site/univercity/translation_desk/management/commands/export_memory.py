"""Write the translation memory to a file for other tools."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Locale

from univercity.translation_desk.memory.entries import DONE, texts
from univercity.translation_desk.memory.tmx import write_tmx


class Command(BaseCommand):
    help = (
        "Writes the translation memory, which is everything that was ever translated, to a TMX "
        "1.4 file. What a person wrote or approved has the property x-reviewed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--locale", help="only translations into this language")
        parser.add_argument(
            "--only-reviewed", action="store_true", help="only what a person wrote or approved"
        )
        parser.add_argument(
            "--output", type=Path, metavar="FILE", help="instead of the standard output"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        rows = texts().filter(has_error=False)
        code = options["locale"]
        if code:
            if not Locale.objects.filter(language_code=code).exists():
                raise CommandError(f"There is no language {code!r} on this site.")
            rows = rows.filter(locale__language_code=code)
        if options["only_reviewed"]:
            rows = rows.filter(DONE)
        if options["output"]:
            self.write(rows, options["output"])
        else:
            for part in write_tmx(rows):
                self.stdout.write(part.decode(), ending="")

    def write(self, rows: Any, output: Path) -> None:
        try:
            with output.open("wb") as file:
                for part in write_tmx(rows):
                    file.write(part)
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error}") from error
