"""Read the memory of another tool."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation as languages

from univercity.translation_desk.memory.importing import Approval, Outcome, import_tmx, plan_tmx

#: Exit codes besides 0: nothing can be read, or something in the file was not taken.
UNREADABLE, REFUSED = 1, 2
#: Outcomes after which everything in the file is in the memory that could be.
FINE = {Outcome.NEW, Outcome.CHANGED, Outcome.KNOWN}


class Command(BaseCommand):
    help = (
        "Reads translations from a TMX file into the translation memory. They belong to no page, "
        "and nothing newer is overwritten. Exit status 1 if the file cannot be read, 2 if "
        "something in it was not taken."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="tell, and write nothing")
        parser.add_argument(
            "--approved",
            choices=Approval.values,
            default=Approval.NOTHING,
            help="what counts as approved, and so is filled into pages by itself",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with languages.override("en"):
            self.bring_in(options["file"], options)

    def bring_in(self, path: Path, options: dict[str, Any]) -> None:
        data = self.read(path)
        if options["dry_run"]:
            plan = plan_tmx(data, path.name)
        else:
            plan = import_tmx(data, None, approval=options["approved"], name=path.name)
        if plan.problem:
            raise CommandError(str(plan.problem), returncode=UNREADABLE)
        for entry in plan.entries:
            if entry.outcome not in FINE:
                self.stdout.write(f"line {entry.line}: {entry.outcome.label}")
        for outcome, number in plan.counts.items():
            self.stdout.write(f"{number:6}  {outcome.label}")
        if set(plan.counts) - FINE:
            raise CommandError("Some of the file was not taken.", returncode=REFUSED)

    def read(self, path: Path) -> bytes:
        limit = settings.TRANSLATION_FILE_MAX_BYTES
        try:
            with path.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error}") from error
        if len(data) > limit:
            raise CommandError(f"{path} has more than {limit // 1024**2} MB.")
        return data
