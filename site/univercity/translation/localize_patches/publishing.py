"""Publish complete translations only, by whatever way, and with the texts of that moment.

wagtail-localize publishes what is translated so far and fills the rest with the source text. Its
views handle the ``ValidationError`` that is raised here; what is public stays as it is.
"""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import DraftStateMixin, Revision, TranslatableMixin
from wagtail_localize.models import Translation

from univercity.translation.drafts import make_version, up_to_date
from univercity.translation.gate import check_publishable, find_translation
from univercity.translation.undrafted import save_undrafted
from univercity.translation.units import units_of

save_target = Translation.save_target
publish_revision = PublishRevisionAction._publish_revision


def connect() -> None:
    """Replace the functions; call once, before anything is published."""
    Translation.save_target = save_publishable
    # One for pages and one for snippets; views, workflows, the clock and the API run them.
    for action in (PublishPageRevisionAction, PublishRevisionAction):
        action.check = checked(action.check)
    PublishRevisionAction._publish_revision = publish_present


@wraps(save_target)
def save_publishable(self: Translation, user: Any = None, publish: bool = True) -> None:
    """Refuse to publish a page or draftable snippet with open segments.

    wagtail-localize does it, and also publishes what a machine wrote and nobody read; it publishes
    in a second transaction, so that states, log and caches follow twice, and writes each draft of a
    public page into the public row. There is no hook or signal at this place. Test:
    ``test_defect_11_text_of_a_machine_is_not_published_unread``.
    """
    if not issubclass(self.source.specific_content_type.model_class(), DraftStateMixin):
        save_undrafted(self, partial(save_target, self, user=user, publish=publish))
        return
    if publish:
        check_publishable(self)
    make_version(self, user, publish=publish)


def checked(check: Callable[..., None]) -> Callable[..., None]:
    """Return the check of a publishing action with that of a translation behind it.

    Past the editor of translations Wagtail publishes any revision; it has no hook or signal before
    it writes. Test: ``test_publication_past_the_editor_is_refused_too``.
    """

    @wraps(check)
    def check_translation(
        self: PublishRevisionAction, skip_permission_checks: bool = False
    ) -> None:
        check(self, skip_permission_checks=skip_permission_checks)
        is_translatable = isinstance(self.object, TranslatableMixin)
        translation = find_translation(self.object) if is_translatable else None
        if translation:
            self.units = units_of([translation])
            check_publishable(translation, self.units)
        self.translation = translation

    return check_translation


@wraps(publish_revision)
def publish_present(
    self: PublishRevisionAction, revision: Revision, instance: Any, **options: Any
) -> None:
    """Publish a draft that is not behind the texts of its translation (``translation.drafts``).

    Wagtail publishes the revision as it was saved, without what translators have saved since. Test:
    ``test_publication_past_the_editor_has_the_texts_of_that_moment``.
    """
    if self.translation is None:
        publish_revision(self, revision, instance, **options)
        return
    present = up_to_date(self.translation, self.units, revision, self.user, options["log_action"])
    if present != revision:
        self.revision, self.object = present, present.as_object()
    publish_revision(self, self.revision, self.object, **options)
