"""Minor edits: changes in the source that mean nothing for translations, such as a typing error."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail_localize.models import String, StringTranslation, Translation

from univercity.translation.models import Review, TranslationBasis
from univercity.translation.state.digests import SourceTexts
from univercity.translation.units import is_approved


def keep_current(translation: Translation, before: SourceTexts, after: SourceTexts) -> None:
    """Let the translations of texts that were changed stand for the changed texts, too.

    They keep who or what made them, and their approval. If each changed text has got one, versions
    made from the texts before count as made from those after.
    """
    gone, new = by_context(before, after), by_context(after, before)
    open_texts = 0
    for context, strings in new.items():
        known = translations_of(translation, context, gone[context])
        for string in String.objects.filter(pk__in=strings):
            if StringTranslation.objects.filter(
                locale=translation.target_locale_id, context=context, translation_of=string
            ).exists():
                continue
            former = take_most_similar(string.data, known)
            if former:
                copy_to(string, former)
            else:
                open_texts += 1
    if not open_texts:
        bases = TranslationBasis.objects.filter(
            source=translation.source_id, locale=translation.target_locale_id
        )
        bases.filter(texts=before.digest).update(texts=after.digest)


def by_context(texts: SourceTexts, without: SourceTexts) -> dict[int, list[int]]:
    """Return the texts of one state of a source that are not in another, by place."""
    found = defaultdict(list)
    for context, string in sorted(set(texts.segments) - set(without.segments)):
        found[context].append(string)
    return found


def translations_of(
    translation: Translation, context: int, strings: list[int]
) -> list[StringTranslation]:
    rows = StringTranslation.objects.filter(
        locale=translation.target_locale_id,
        context=context,
        translation_of__in=strings,
        has_error=False,
    )
    return list(rows.select_related("translation_of", "review"))


def take_most_similar(text: str, known: list[StringTranslation]) -> StringTranslation | None:
    """Return the translation of the most similar text, which then serves no other."""

    def similarity(row: StringTranslation) -> float:
        return SequenceMatcher(None, text, row.translation_of.data).ratio()

    if not known:
        return None
    found = max(known, key=similarity)
    known.remove(found)
    return found


def copy_to(string: String, former: StringTranslation) -> None:
    row = StringTranslation.objects.create(
        translation_of=string,
        context_id=former.context_id,
        locale_id=former.locale_id,
        data=former.data,
        translation_type=former.translation_type,
        tool_name=former.tool_name,
        last_translated_by_id=former.last_translated_by_id,
    )
    # The text of the public version, which has been there since then.
    StringTranslation.objects.filter(pk=row.pk).update(created_at=former.created_at)
    if is_approved(former):
        review = former.review
        Review.objects.create(translation=row, text=row.data, reviewer_id=review.reviewer_id)


class PublishMinorEdit(ActionMenuItem):
    """Publishes a source page so that its translations stay current."""

    name = "publish-minor-edit"
    label = _("Publish as minor edit")
    icon_name = "edit"
    template_name = "translation/publish_minor_edit.html"

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        if context["view"] != "edit" or not page or not page.live or context["locked_for_user"]:
            return False
        if page.locale.language_code != settings.LANGUAGE_CODE:
            return False
        if not context["user_page_permissions_tester"].can_publish():
            return False
        translations = Translation.objects.filter(source__object_id=page.translation_key)
        return bool(translations.filter(enabled=True).exists())


def offer_minor_edit() -> ActionMenuItem:
    return PublishMinorEdit(order=75)
