"""How far the translation of a page is, computed by the database for whole lists.

*Missing*: there is no page in the target language, or only a placeholder that wagtail-localize
made for the pages below it. *Draft*: there is one, and it is not public. *Outdated*: it is public,
and the source page has been published again since it was, or since the texts of the source page
were last handed to translation. *Live*: it is public and neither of that has happened.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page
from wagtail_localize.models import TranslationSource


class TranslationState(models.TextChoices):
    MISSING = "missing", pgettext_lazy("of a translation", "Missing")
    DRAFT = "draft", pgettext_lazy("of a translation", "Draft")
    OUTDATED = "outdated", _("Out of date")
    LIVE = "live", pgettext_lazy("of a translation", "Published")


def target_languages() -> list[tuple[str, Any]]:
    """Return code and name of the languages that content is translated into."""
    return [(code, name) for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def translation_state(language_code: str) -> Case:
    """Return an expression over pages: the state of the page's translation into a language.

    A page in that language gets its own state.
    """
    versions = Page.objects.filter(translation_key=OuterRef("translation_key")).order_by()
    sources = versions.filter(locale__language_code=settings.LANGUAGE_CODE)
    targets = versions.filter(locale__language_code=language_code, alias_of=None)
    handed_over_before = TranslationSource.objects.filter(
        object_id=OuterRef("translation_key"),
        locale__language_code=settings.LANGUAGE_CODE,
        last_updated_at__lt=OuterRef("source_published_at"),
    )
    outdated = targets.annotate(
        source_published_at=Subquery(sources.values("last_published_at")[:1])
    ).filter(Q(last_published_at__lt=F("source_published_at")) | Exists(handed_over_before))
    return Case(
        When(~Exists(targets), then=Value(TranslationState.MISSING)),
        When(~Exists(targets.filter(live=True)), then=Value(TranslationState.DRAFT)),
        When(Exists(outdated), then=Value(TranslationState.OUTDATED)),
        default=Value(TranslationState.LIVE),
        output_field=models.CharField(),
    )


def with_translation_states(pages: QuerySet) -> QuerySet:
    """Bring along the state of each translation, as ``translation_<language code>``."""
    states = {f"translation_{code}": translation_state(code) for code, _name in target_languages()}
    return pages.annotate(**states)


def translation_states_of(page: Page) -> dict[str, str]:
    """Return the state of each translation of ``page`` by language code; missing before a save."""
    codes = {f"translation_{code}": code for code, _name in target_languages()}
    states = with_translation_states(Page.objects.filter(pk=page.pk)).values(*codes).first()
    return {
        code: states[name] if states else TranslationState.MISSING for name, code in codes.items()
    }


def in_translation_state(language_code: str, *states: str) -> QuerySet:
    """Return the pages whose translation into a language is in one of ``states``."""
    pages = Page.objects.annotate(translation_state=translation_state(language_code))
    return pages.filter(translation_state__in=states)
