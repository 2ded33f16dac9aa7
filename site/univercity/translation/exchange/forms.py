"""What to take out, and what to bring in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from univercity.translation.exchange.export import ExportedFile, Format, export
from univercity.translation.exchange.related import with_related
from univercity.translation.exchange.rights import may_translate, page_translations
from univercity.translation.exchange.submission import source_of
from univercity.translation.uploads import FileForm


class ExportForm(forms.Form):
    """Asks for pages; those that the user may not translate are left out."""

    page = forms.ModelChoiceField(
        Page.objects.filter(depth__gt=1), label=_("Page"), widget=AdminPageChooser
    )
    with_below = forms.BooleanField(
        label=_("With the pages below"), required=False, help_text=_("All in one file")
    )
    with_related = forms.BooleanField(
        label=_("With the shared contents, persons and venues on them"), required=False
    )
    language = forms.ModelChoiceField(
        Locale.objects.exclude(language_code=settings.LANGUAGE_CODE),
        label=_("Translate into"),
        empty_label=None,
    )
    only_open = forms.BooleanField(
        label=_("Only texts that are not done yet"),
        required=False,
        help_text=_("Not translated, with an error, or to be reviewed"),
    )
    format = forms.ChoiceField(
        label=_("Format"),
        choices=Format.choices,
        help_text=_("Most tools read XLIFF 1.2. PO is for Poedit and Weblate."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.user = user
        self.file: ExportedFile | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        source = source_of(cleaned["page"])
        translations = self.chosen_translations(source, cleaned) if source else []
        if not translations:
            message = _(
                "Nothing here is handed to translation, or you may not change the translation. "
                "Choose “Translate this page” in the menu of the German page first."
            )
            raise ValidationError(message)
        self.file = export(translations, cleaned["format"], only_open=cleaned["only_open"])
        if self.file is None:
            raise ValidationError(_("All texts are done already."))
        return cleaned

    def chosen_translations(self, source: Page, cleaned: dict[str, Any]) -> list[Translation]:
        pages = source.get_descendants(inclusive=True) if cleaned["with_below"] else [source]
        keys = [page.translation_key for page in pages]
        rows = page_translations(self.user).filter(target_locale=cleaned["language"])
        by_key = {row.source.object_id: row for row in rows.filter(source__object_id__in=keys)}
        found = [by_key[key] for key in keys if key in by_key]
        if cleaned["with_related"]:
            related = with_related(found)[len(found) :]
            found += [each for each in related if may_translate(self.user, each)]
        return found


class ImportForm(FileForm):
    """Asks for a file that a translator sent back."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("XLIFF, PO, or a ZIP archive of them. You see first what it would change."),
    )
