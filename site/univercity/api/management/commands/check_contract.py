"""Tell what the API as it is now changes for clients that were made from an older document."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from univercity.api.openapi.contract import compare_documents
from univercity.api.openapi.contract_pages import hit_blocks, hit_pages
from univercity.api.openapi.document import SNAPSHOT, openapi_document
from univercity.api.openapi.schema_changes import Change


class Command(BaseCommand):
    help = (
        "Compares the OpenAPI document of API v3 with the reviewed one: what is additive, what is "
        "breaking, and on which live pages. Exit status 1 if anything is breaking."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--against",
            type=Path,
            default=SNAPSHOT,
            metavar="FILE",
            help="the document of an earlier release instead of the reviewed one",
        )

    def handle(self, *args: Any, against: Path, **options: Any) -> None:
        old = self.read(against)
        changes = compare_documents(old, openapi_document())
        breaking = [change for change in changes if change.breaking]
        additive = [change for change in changes if not change.breaking]
        self.tell("Additive", additive)
        self.tell("Breaking", breaking)
        if breaking:
            self.tell_pages(hit_blocks(old, breaking))
            raise CommandError(f"{len(breaking)} breaking changes since {against.name}.")
        self.stdout.write(f"Nothing breaks clients made from {against.name}.")

    def read(self, path: Path) -> dict[str, Any]:
        try:
            document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CommandError(f"{path} is no OpenAPI document: {error}") from error
        return document

    def tell(self, title: str, changes: list[Change]) -> None:
        if changes:
            self.stdout.write(f"{title}:")
        for change in changes:
            self.stdout.write(f"  {change}")

    def tell_pages(self, blocks: set[str]) -> None:
        pages = list(hit_pages(blocks)) if blocks else []
        self.stdout.write("Live pages with blocks that break:" if pages else "No live page is hit.")
        for page in pages:
            self.stdout.write(f"  {page}")
