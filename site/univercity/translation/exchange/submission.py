"""Pages on their way out, handed to translation where nobody has done that yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object


def source_of(page: Page) -> Page | None:
    """Return the version of a page that the others are made from."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return page
    sources = page.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE)
    source: Page | None = sources.first()
    return source


def with_pages_below(page: Page, locale: Locale) -> list[Page]:
    """Return a page with those below it that are public or handed to translation already.

    Pages come after the one above them, as handing them over needs.
    """
    handed_over = find_translations(locale).filter(
        source__object_id=OuterRef("translation_key"), source__locale=OuterRef("locale")
    )
    below = page.get_descendants().filter(locale=page.locale_id, alias_of=None).order_by("path")
    chosen = below.annotate(is_handed_over=Exists(handed_over))
    return [page, *(each for each in chosen if each.live or each.is_handed_over)]


def find_translations(locale: Locale) -> Any:
    rows = Translation.objects.filter(target_locale=locale, enabled=True)
    return rows.select_related("source__locale", "target_locale")


def translations_of(pages: Iterable[Page], locale: Locale) -> dict[Page, Translation | None]:
    """Return the translation of each page in the source language; ``None`` where there is none."""
    pages = list(pages)
    keys = [page.translation_key for page in pages]
    rows = find_translations(locale).filter(source__object_id__in=keys)
    known = {row.source.object_id: row for row in rows}
    return {page: known.get(page.translation_key) for page in pages}


@transaction.atomic
def hand_over(page: Page, locale: Locale) -> Translation:
    """Hand a page to translation, as the admin does: its translation is a draft.

    Raises ``ObjectDoesNotExist`` where wagtail-localize refuses to make one.
    """
    translate_object(page.specific, [locale])
    translation = translations_of([page], locale)[page]
    if translation is None:
        raise ObjectDoesNotExist(page)
    return translation
