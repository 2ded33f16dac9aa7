"""Read translations from a file of a translator."""

import json
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation as languages

from univercity.translation_desk.exchange.apply import apply_import, as_json, as_lines, refused
from univercity.translation_desk.exchange.plan import make_plan
from univercity.translation_desk.exchange.reading import read_file

#: Exit codes besides 0: nothing can be read, or something in the file was not taken.
UNREADABLE, REFUSED = 1, 2


class Command(BaseCommand):
    help = (
        "Reads translations from an XLIFF or PO file, or a ZIP archive of them. What belongs to "
        "texts that have changed since, has lost links or formatting, or was translated on the "
        "site meanwhile is not taken. Exit status 1 if the file cannot be read, 2 if something "
        "in it was not taken."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="tell, and write nothing")
        parser.add_argument("--json", action="store_true", help="tell as JSON")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="also replace what was translated on the site since the file was made",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with languages.override("en"):
            self.bring_in(options["file"], options)

    def bring_in(self, path: Path, options: dict[str, Any]) -> None:
        name = os.fsencode(path.name).decode(errors="replace")  # names may be any bytes
        reading = read_file(name, self.read(path))
        overwrite = None if options["overwrite"] else ()
        if options["dry_run"]:
            plan = make_plan(reading, None)
            rows, written = plan.to_write(overwrite), []
        else:
            plan, rows = apply_import(reading, None, overwrite=overwrite)
            written = rows
        if options["json"]:
            answer = {"dry_run": options["dry_run"], **as_json(plan, written)}
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
        else:
            for line in as_lines(plan, rows):
                self.stdout.write(line)
            self.stdout.write(f"{len(written)} texts written, to be reviewed.")
        if not reading.sections:
            raise CommandError("Nothing in the file can be read.", returncode=UNREADABLE)
        if reading.problems or refused(plan, rows):
            raise CommandError("Some of the file was not taken.", returncode=REFUSED)

    def read(self, path: Path) -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(settings.TRANSLATION_FILE_MAX_BYTES + 1)
        except (OSError, ValueError) as error:
            raise CommandError(f"{path} cannot be read: {error}") from error
