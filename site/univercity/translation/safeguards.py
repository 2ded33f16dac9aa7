"""Rules that keep untranslated text away from readers and translators' work whole.

wagtail-localize 1.14.5 stands behind each of them; docs/architecture.md names the reasons.
"""

from functools import wraps
from typing import Any

from django.db.models.signals import pre_save
from wagtail.models import Page, get_page_models
from wagtail_localize import strings
from wagtail_localize.models import Translation

from univercity.translation.publication import check_publishable

#: Tags that belong inside a sentence; any other tag ends the segment, as in "H", "2", "O".
INLINE_TAGS = ["mark", "s", "sub", "sup"]


def keep_untranslated_alias_offline(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Take an alias of a page in another language offline.

    wagtail-localize creates such aliases for parents that are not yet translated, and Wagtail
    mirrors the source to them: they would show German text under the address of a translation.
    """
    if instance.alias_of_id and instance.alias_of.locale_id != instance.locale_id:
        instance.live = False


def refuse_incomplete_pages() -> None:
    """Make wagtail-localize refuse to publish a page that is not publishable.

    Its views handle the ``ValidationError``; it has no hook or signal at this place.
    """
    save_target = Translation.save_target

    @wraps(save_target)
    def save_publishable(self: Translation, user: Any = None, publish: bool = True) -> None:
        if publish and issubclass(self.source.specific_content_type.model_class(), Page):
            check_publishable(self)
        save_target(self, user=user, publish=publish)

    Translation.save_target = save_publishable


def connect() -> None:
    """Set the rules up; call once, before any content is read or written."""
    refuse_incomplete_pages()
    strings.INLINE_TAGS.extend(tag for tag in INLINE_TAGS if tag not in strings.INLINE_TAGS)
    for model in get_page_models():
        pre_save.connect(keep_untranslated_alias_offline, sender=model)
