"""What must hold of tree and translations, whatever was done to them."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Exists, F, OuterRef, QuerySet
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

#: What the lists of ``Page.find_problems`` hold.
TREE_FAULTS = (
    "path with characters that no path has",
    "path of a wrong length",
    "page without its parent",
    "wrong depth",
    "wrong number of pages below",
)


def find_faults() -> Iterator[str]:
    """Yield what is wrong, in English, for operators."""
    for fault, ids in zip(TREE_FAULTS, Page.find_problems(), strict=True):
        for pk in ids:
            yield f"Page {pk}: {fault}; mend it with fixtree"
    for source in foreign_sources().values_list("object_repr", flat=True):
        yield f"“{source}”: translated from another language than {settings.LANGUAGE_CODE}"
    for page in pages_without_source():
        yield f"Page {page.pk} “{page.title}”: only in {language_of(page)}"
    for page in public_copies():
        text = f"public in {language_of(page)}, with the text of its source"
        yield f"Page {page.pk} “{page.title}”: {text}"
    for translation in doubled_translations():
        language = translation.target_locale.language_code
        yield f"“{translation.source.object_repr}”: translated into {language} twice"


def language_of(page: Page) -> str:
    return str(page.locale.language_code)


def foreign_sources() -> QuerySet[TranslationSource]:
    """Return what is translated from another language than the one that content is written in."""
    sources = TranslationSource.objects.filter(translations__enabled=True).distinct()
    return sources.exclude(locale__language_code=settings.LANGUAGE_CODE)


def pages_without_source() -> QuerySet[Page]:
    """Return pages in other languages that are versions of nothing in the source language."""
    sources = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
    )
    pages = Page.objects.filter(~Exists(sources), depth__gt=1)
    return pages.exclude(locale__language_code=settings.LANGUAGE_CODE).select_related("locale")


def public_copies() -> QuerySet[Page]:
    """Return public pages that mirror one in another language."""
    copies = Page.objects.filter(live=True, alias_of__isnull=False)
    return copies.exclude(alias_of__locale=F("locale")).select_related("locale")


def doubled_translations() -> QuerySet[Translation]:
    """Return translations beside which there is an older one of the same object and language."""
    older = Translation.objects.filter(
        enabled=True,
        source__object=OuterRef("source__object"),
        target_locale=OuterRef("target_locale"),
        pk__lt=OuterRef("pk"),
    )
    return Translation.objects.filter(Exists(older), enabled=True).select_related(
        "source", "target_locale"
    )
