"""Select and annotate pages by the stored states of their translations."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from wagtail.models import Page

from univercity.translation.models import TranslationState, TranslationStatus

#: What a translator has to do something about although the source is public.
BEHIND = (
    TranslationState.ERROR,
    TranslationState.OUTDATED_TEXT,
    TranslationState.OUTDATED_DATA,
    TranslationState.MISSING,
    TranslationState.FALLBACK,
)


def target_languages() -> list[tuple[str, Any]]:
    """Return code and name of the languages that content is translated into."""
    return [(code, name) for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def statuses(language_code: str) -> QuerySet[TranslationStatus]:
    """Return the status of the page in a query around this one."""
    return TranslationStatus.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=language_code
    )


def translation_state(language_code: str) -> Coalesce:
    """Return an expression over pages: the state of the page's translation into a language.

    A page in that language gets its own state; one that is no translation is current.
    """
    original = Case(
        When(locale__language_code=language_code, then=Value(TranslationState.CURRENT)),
        default=Value(TranslationState.MISSING),
    )
    return Coalesce(Subquery(statuses(language_code).values("state")), original)


def with_translation_states(pages: QuerySet) -> QuerySet:
    """Bring along the state of each translation, as ``translation_<language code>``.

    ``outdated_<language code>`` says whether the public translation is out of date, which one in
    review can be, too.
    """
    columns: dict[str, Any] = {}
    for code, _name in target_languages():
        columns[f"translation_{code}"] = translation_state(code)
        columns[f"outdated_{code}"] = Exists(statuses(code).filter(outdated=True))
    return pages.annotate(**columns)


def outdated_translations_of(page: Page) -> set[str]:
    """Return the languages in which the public version of ``page`` is out of date."""
    rows = TranslationStatus.objects.filter(translation_key=page.translation_key, outdated=True)
    return set(rows.values_list("locale__language_code", flat=True))


def in_translation_state(language_code: str, *states: str) -> QuerySet:
    """Return the pages whose translation into a language is in one of ``states``."""
    pages = Page.objects.annotate(translation_state=translation_state(language_code))
    return pages.filter(translation_state__in=states)


def behind() -> Q:
    """Return the condition on pages with states that something is to be done about them."""
    condition = Q()
    for code, _name in target_languages():
        condition |= Q(**{f"translation_{code}__in": BEHIND})
    return condition
