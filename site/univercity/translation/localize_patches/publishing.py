"""Rules that keep untranslated text away from readers and translators' work whole.

wagtail-localize 1.14.5 stands behind each of them; docs/architecture.md names the reasons.
"""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import DraftStateMixin, Page, Revision, TranslatableMixin, get_page_models
from wagtail_localize import strings
from wagtail_localize.locales import components
from wagtail_localize.models import LocaleSynchronization, Translation

from univercity.translation.drafts import make_version, up_to_date
from univercity.translation.localize_patches.former_texts import keep_former_texts
from univercity.translation.publication import check_publishable, find_translation
from univercity.translation.source_language import refuse_other_languages
from univercity.translation.undrafted import save_undrafted
from univercity.translation.units import units_of

#: Tags that belong inside a sentence; any other tag ends the segment, as in "H", "2", "O".
INLINE_TAGS = ["mark", "s", "span", "sub", "sup"]


def keep_untranslated_alias_offline(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Take an alias of a page in another language offline.

    wagtail-localize creates such aliases for parents that are not yet translated, and Wagtail
    mirrors the source to them: they would show German text under the address of a translation.
    """
    if is_copy_in_another_language(instance):
        instance.live = False


def take_converted_page_offline(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Take a public page offline that wagtail-localize makes such an alias again.

    It copies text and state of the source first, and says afterwards only that it is an alias.
    """
    if is_copy_in_another_language(instance):
        Page.objects.filter(pk=instance.pk, live=True).update(live=False)


def is_copy_in_another_language(page: Page) -> bool:
    return bool(page.alias_of_id and page.alias_of.locale_id != page.locale_id)


def refuse_incomplete_texts() -> None:
    """Make wagtail-localize refuse to publish a page or draftable snippet with open segments.

    What is public stays as it is until a draft is published. Its views handle the
    ``ValidationError``; it has no hook or signal at this place.
    """
    save_target = Translation.save_target

    @wraps(save_target)
    def save_publishable(self: Translation, user: Any = None, publish: bool = True) -> None:
        if not issubclass(self.source.specific_content_type.model_class(), DraftStateMixin):
            save_undrafted(self, partial(save_target, self, user=user, publish=publish))
            return
        if publish:
            check_publishable(self)
        make_version(self, user, publish=publish)

    Translation.save_target = save_publishable


def refuse_incomplete_revisions() -> None:
    """Make Wagtail refuse it too, by whatever way: editor, workflow, schedule, API.

    All of them run these actions, one for pages and one for snippets, which have no hook or signal
    before they write. What they publish has the texts of that moment (``drafts``).
    """
    for action in (PublishPageRevisionAction, PublishRevisionAction):
        action.check = checked(action.check)
    PublishRevisionAction._publish_revision = with_present_texts(
        PublishRevisionAction._publish_revision
    )


def checked(check: Callable[..., None]) -> Callable[..., None]:
    """Return the check of a publishing action with that of a translation behind it."""

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


def with_present_texts(publish: Callable[..., None]) -> Callable[..., None]:
    """Return the work of a publishing action, done with a draft that is not behind its texts."""

    @wraps(publish)
    def publish_present(
        self: PublishRevisionAction, revision: Revision, instance: Any, **options: Any
    ) -> None:
        if self.translation is None:
            publish(self, revision, instance, **options)
            return
        present = up_to_date(
            self.translation, self.units, revision, self.user, options["log_action"]
        )
        if present != revision:
            self.revision, self.object = present, present.as_object()
        publish(self, self.revision, self.object, **options)

    return publish_present


def offer_no_copies_of_trees() -> None:
    """Keep wagtail-localize from offering to mirror all pages of a language into another one.

    The copies would be in the language of the source, under addresses of the other.
    """
    components.LOCALE_COMPONENTS[:] = [
        component
        for component in components.LOCALE_COMPONENTS
        if component["model"] is not LocaleSynchronization
    ]


def allow_attributes_of_passages() -> None:
    """Let ``span`` stand in segments with an id in place of its ``lang``, as links do.

    wagtail-localize sets the attributes of any inline tag aside, and then refuses all but links.
    """
    check = strings.validate_element

    @wraps(check)
    def validate(element: Any) -> None:
        if getattr(element, "name", None) != "span" or set(element.attrs) != {"id"}:
            check(element)
            return
        for child in element.children:
            validate(child)

    strings.validate_element = validate


def connect() -> None:
    """Set the rules up; call once, before any content is read or written."""
    refuse_incomplete_texts()
    refuse_incomplete_revisions()
    refuse_other_languages()
    offer_no_copies_of_trees()
    keep_former_texts()
    allow_attributes_of_passages()
    strings.INLINE_TAGS.extend(tag for tag in INLINE_TAGS if tag not in strings.INLINE_TAGS)
    for model in get_page_models():
        pre_save.connect(keep_untranslated_alias_offline, sender=model)
        post_save.connect(take_converted_page_offline, sender=model)
