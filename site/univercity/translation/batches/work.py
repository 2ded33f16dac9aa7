"""One translation that a bulk action is to do something to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from univercity.translation.models import BatchItem, TranslationState, TranslationStatus
from univercity.translation.objects import base_of


@dataclass(frozen=True)
class Work:
    """What is known of the translation when its turn has come."""

    user: Any
    options: dict[str, Any]  #: what was said in the form of the action
    source: Any
    locale: Locale
    target: Any  #: ``None`` where there is none but a placeholder
    content_type_id: int
    status: TranslationStatus | None
    translation: Translation | None

    @property
    def place(self) -> tuple[Any, int]:
        return self.source.translation_key, self.locale.pk

    @property
    def state(self) -> str:
        return self.status.state if self.status else TranslationState.MISSING


def find_work(item: BatchItem, source_locale: Locale) -> Work | None:
    """Read what an item is about anew; ``None`` if its source is gone."""
    model = base_of(item.content_type_id)
    versions = model._default_manager.filter(translation_key=item.translation_key)
    if model is Page:
        versions = versions.filter(alias_of=None).specific()
    source = versions.filter(locale=source_locale).first()
    if source is None:
        return None
    return Work(
        user=item.batch.user,
        options=item.batch.options,
        source=source,
        locale=item.locale,
        target=versions.filter(locale=item.locale_id).first(),
        content_type_id=item.content_type_id,
        status=TranslationStatus.objects.filter(
            translation_key=item.translation_key, locale=item.locale_id
        ).first(),
        translation=Translation.objects.filter(
            source__object_id=item.translation_key, target_locale=item.locale_id, enabled=True
        ).first(),
    )
