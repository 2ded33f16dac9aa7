"""What keeps a translated page or snippet from being published."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.models import Page
from wagtail_localize.models import Translation


class NotPublishable(ValidationError):
    """The page must not be published as it is; the message says what to do."""

    def __init__(self, page: Page, message: Any, params: dict[str, Any]):
        super().__init__(message, params=params)
        self.page = page


def find_translation(page: Any) -> Translation | None:
    """Return the translation that a page or snippet is made from, or ``None`` for other ones."""
    translations = Translation.objects.filter(enabled=True, target_locale=page.locale)
    return translations.filter(source__object_id=page.translation_key).first()


def check_publishable(translation: Translation) -> None:
    """Raise ``NotPublishable``, saying what to do, where readers would meet untranslated text.

    Pages and snippets must be complete, because wagtail-localize fills gaps with the source text,
    and a page must stand below public ones, because its address is theirs.
    """
    page: Any = translation.get_target_instance()
    total, translated = translation.get_progress()
    if translated < total:
        message = ngettext_lazy(
            "%(number)d segment is not translated yet. Translate it, then publish the page.",
            "%(number)d segments are not translated yet. Translate them, then publish the page.",
            "number",
        )
        raise NotPublishable(page, message, {"number": total - translated})
    if not isinstance(page, Page):
        return
    hidden = page.get_ancestors().filter(depth__gt=1, live=False).first()
    if hidden:
        message = _("Publish the page above it first: %(title)s")
        raise NotPublishable(page, message, {"title": hidden.title})
