"""Rules that keep untranslated text away from readers and translators' work whole.

wagtail-localize 1.14.5 stands behind each of them; docs/architecture.md names the reasons.
"""

from functools import wraps
from typing import Any

from django.db.models.signals import pre_save
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import DraftStateMixin, Page, get_page_models
from wagtail_localize import strings
from wagtail_localize.models import Translation

from univercity.translation.publication import check_publishable, find_translation

#: Tags that belong inside a sentence; any other tag ends the segment, as in "H", "2", "O".
INLINE_TAGS = ["mark", "s", "sub", "sup"]


def keep_untranslated_alias_offline(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Take an alias of a page in another language offline.

    wagtail-localize creates such aliases for parents that are not yet translated, and Wagtail
    mirrors the source to them: they would show German text under the address of a translation.
    """
    if instance.alias_of_id and instance.alias_of.locale_id != instance.locale_id:
        instance.live = False


def refuse_incomplete_texts() -> None:
    """Make wagtail-localize refuse to publish a page or draftable snippet with open segments.

    Its views handle the ``ValidationError``; it has no hook or signal at this place.
    """
    save_target = Translation.save_target

    @wraps(save_target)
    def save_publishable(self: Translation, user: Any = None, publish: bool = True) -> None:
        if publish and issubclass(self.source.specific_content_type.model_class(), DraftStateMixin):
            check_publishable(self)
        save_target(self, user=user, publish=publish)

    Translation.save_target = save_publishable


def refuse_incomplete_revisions() -> None:
    """Make Wagtail refuse it too, by whatever way: editor, workflow, schedule, API.

    All of them run this action, which has no hook or signal before it writes.
    """
    check = PublishPageRevisionAction.check

    @wraps(check)
    def check_translation(
        self: PublishPageRevisionAction, skip_permission_checks: bool = False
    ) -> None:
        check(self, skip_permission_checks=skip_permission_checks)
        translation = find_translation(self.object)
        if translation:
            check_publishable(translation)

    PublishPageRevisionAction.check = check_translation


def connect() -> None:
    """Set the rules up; call once, before any content is read or written."""
    refuse_incomplete_texts()
    refuse_incomplete_revisions()
    strings.INLINE_TAGS.extend(tag for tag in INLINE_TAGS if tag not in strings.INLINE_TAGS)
    for model in get_page_models():
        pre_save.connect(keep_untranslated_alias_offline, sender=model)
