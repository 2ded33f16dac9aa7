"""What keeps a translated page from being published."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import Translation


def find_translation(page: Page) -> Translation | None:
    """Return the translation that ``page`` is made from, or ``None`` if it is written by hand."""
    translations = Translation.objects.filter(enabled=True, target_locale=page.locale)
    return translations.filter(source__object_id=page.translation_key).first()


def check_publishable(translation: Translation) -> None:
    """Raise ``ValidationError``, saying what to do, where readers would meet untranslated text.

    A page must be complete, because wagtail-localize fills gaps with the source text, and it must
    stand below public pages, because its address is theirs.
    """
    total, translated = translation.get_progress()
    if translated < total:
        message = ngettext(
            "%(number)d segment is not translated yet. Translate it, then publish the page.",
            "%(number)d segments are not translated yet. Translate them, then publish the page.",
            total - translated,
        )
        raise ValidationError(message % {"number": total - translated})
    page: Any = translation.get_target_instance()
    hidden = page.get_ancestors().filter(depth__gt=1, live=False).first()
    if hidden:
        message = _("Publish the page above it first: %(title)s")
        raise ValidationError(message % {"title": hidden.title})
