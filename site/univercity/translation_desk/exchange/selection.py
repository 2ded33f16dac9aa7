"""The translations that go into a file, and whose texts somebody may take out and bring in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Locale, LockableMixin, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import RelatedObjectSegment, Translation
from wagtail_localize.operations import translate_object


def may_translate(user: Any, translation: Translation) -> bool:
    """Return whether ``user`` may change the translated page or snippet, and nobody has locked it.

    ``None`` stands for the command line, which may do everything.
    """
    if user is None:
        return True
    try:
        return may_change(user, translation.get_target_instance())
    except ObjectDoesNotExist:
        return False


def may_change(user: Any, target: Any) -> bool:
    """Return whether ``user`` may change a page or snippet that nobody else has locked."""
    lock = target.get_lock() if isinstance(target, LockableMixin) else None
    if lock and lock.for_user(user):
        return False
    if isinstance(target, Page):
        return bool(target.permissions_for_user(user).can_edit())
    policy = policy_registry.get_by_type(type(target))
    return bool(policy.user_has_permission(user, "change"))


def page_translations(user: Any) -> QuerySet[Translation]:
    """Return the translations of the pages that ``user`` may change, locked or not."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    target = editable.filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("target_locale")
    )
    rows: QuerySet[Translation] = Translation.objects.filter(Exists(target), enabled=True)
    return rows.select_related("source__locale", "target_locale")


def with_related(translations: Iterable[Translation]) -> list[Translation]:
    """Return translations with those of the snippets that they show, each once."""
    found = {translation.pk: translation for translation in translations}
    new = list(found.values())
    while new:
        languages = {each.target_locale_id for each in new}
        shown = RelatedObjectSegment.objects.filter(source__in={each.source_id for each in new})
        rows = Translation.objects.filter(
            enabled=True, target_locale__in=languages, source__object_id__in=shown.values("object")
        )
        rows = rows.exclude(pk__in=found).select_related("source__locale", "target_locale")
        new = list(rows.order_by("pk"))
        found |= {each.pk: each for each in new}
    return list(found.values())


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
