"""Write the texts of pages to a file for translators."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation

from univercity.api.resolve.lookup import find_page
from univercity.translation_desk.exchange.export import ExportedFile, Format, export
from univercity.translation_desk.exchange.selection import (
    hand_over,
    source_of,
    translations_of,
    with_pages_below,
    with_related,
)


class Command(BaseCommand):
    help = (
        "Writes the texts of pages with their translations to an XLIFF or PO file. A page that "
        "nobody has handed to translation yet is handed over, as in the admin; its translation is "
        "a draft. Several PO files come in a ZIP archive."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--path",
            action="append",
            required=True,
            metavar="PATH",
            dest="paths",
            help="public path of a page, such as /de/leitbild/; may be given several times",
        )
        parser.add_argument("--subtree", action="store_true", help="with the pages below")
        parser.add_argument(
            "--related",
            action="store_true",
            help="with the shared contents, persons and venues on the pages",
        )
        parser.add_argument("--locale", required=True, help="the language to translate into")
        parser.add_argument("--format", choices=Format.values, default=Format.XLIFF_12)
        parser.add_argument("--only-open", action="store_true", help="only what is not done yet")
        parser.add_argument(
            "--output", type=Path, metavar="FILE", help="instead of the standard output"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        locale = self.find_locale(options["locale"])
        pages = {}
        for path in options["paths"]:
            page = self.find_source(path)
            for each in with_pages_below(page, locale) if options["subtree"] else [page]:
                pages[each.pk] = each
        translations = self.translations(list(pages.values()), locale)
        if options["related"]:
            translations = with_related(translations)
        file = export(translations, options["format"], only_open=options["only_open"])
        if file is None:
            raise CommandError("There are no texts to translate in these pages.")
        self.write(file, options["output"])

    def find_locale(self, code: str) -> Locale:
        try:
            return Locale.objects.get(language_code=code)
        except Locale.DoesNotExist as error:
            raise CommandError(f"There is no language {code!r} on this site.") from error

    def find_source(self, path: str) -> Page:
        for site in Site.objects.order_by("-is_default_site", "pk"):
            page = find_page(site, path)
            source = source_of(page) if page else None
            if source:
                return source
        raise CommandError(f"There is no page at {path}.")

    def translations(self, pages: list[Page], locale: Locale) -> list[Translation]:
        translations = []
        for page, found in translations_of(pages, locale).items():
            if page.locale_id == locale.pk:
                raise CommandError(f"{page.url_path} is the source, and not translated.")
            translations.append(found or self.hand_over(page, locale))
        return translations

    def hand_over(self, page: Page, locale: Locale) -> Translation:
        try:
            translation = hand_over(page, locale)
        except ObjectDoesNotExist as error:
            raise CommandError(f"{page.get_url()} cannot be handed to translation.") from error
        self.stderr.write(f"Handed to translation: {page.get_url()}")
        return translation

    def write(self, file: ExportedFile, output: Path | None) -> None:
        if output:
            try:
                output.write_bytes(file.content)
            except OSError as error:
                raise CommandError(f"{output} cannot be written: {error}") from error
        elif file.content_type == "application/zip":
            raise CommandError("These are several files in an archive; name it with --output.")
        else:
            self.stdout.write(file.content.decode(), ending="")
