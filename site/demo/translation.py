"""English versions, made as a translator makes them: through wagtail-localize."""

from typing import Any

from django.utils import timezone
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)


class IncompleteTranslation(Exception):
    """A German text of the demo has no English one."""


def translate(instance: Any, english: dict[str, str], locale: Locale) -> Any:
    """Translate a German page or snippet and publish the result.

    ``english`` holds the translation of every string. An editor opens the result as a complete
    translation in wagtail-localize. Raises :class:`IncompleteTranslation`, naming the text.
    """
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    _store_strings(source, english, locale)
    has_drafts = isinstance(instance, DraftStateMixin)
    if isinstance(instance, Page):
        _make_draft(instance, english[instance.slug], locale)
    # Publishing waits for the outermost transaction, which a test never ends: done here instead.
    translated, _created = source.create_or_update_translation(locale, publish=not has_drafts)
    if has_drafts:
        translated.get_latest_revision().publish()
    return translated


def _make_draft(page: Page, slug: str, locale: Locale) -> None:
    """Make the page to be translated, with its own slug from the start.

    wagtail-localize would begin with the German slug and change it, upon which Wagtail redirects
    an address that has never been public.
    """
    draft = page.copy_for_translation(locale)
    draft.slug = slug
    draft.set_url_path(draft.get_parent())
    Page.objects.filter(pk=draft.pk).update(slug=draft.slug, url_path=draft.url_path)


def _store_strings(source: TranslationSource, english: dict[str, str], locale: Locale) -> None:
    segments = StringSegment.objects.filter(source=source).select_related("string", "context")
    rows = {}
    for segment in segments:
        text = segment.string.data
        if text not in english:
            place = f"{source.object_repr}, {segment.context.path}"
            raise IncompleteTranslation(f"No English for “{text}” ({place})")
        rows[segment.string_id, segment.context_id] = StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=locale,
            data=english[text],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            updated_at=timezone.now(),
        )
    StringTranslation.objects.bulk_create(rows.values(), ignore_conflicts=True)
