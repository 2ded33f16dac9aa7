"""Keep pages that mirror the source in another language offline, and few.

wagtail-localize creates aliases for parents that are not yet translated, and Wagtail mirrors the
source to them: they would show German text under the address of a translation
(https://github.com/wagtail/wagtail-localize/issues/463).
"""

from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail.models import Page, get_page_models
from wagtail_localize.locales import components
from wagtail_localize.models import LocaleSynchronization


def connect() -> None:
    """Connect the receivers and close the offer; call once, when all models are loaded."""
    offer_no_copies_of_trees()
    for model in get_page_models():
        pre_save.connect(keep_untranslated_alias_offline, sender=model)
        post_save.connect(take_converted_page_offline, sender=model)


def offer_no_copies_of_trees() -> None:
    """Keep wagtail-localize from offering to mirror all pages of a language into another one.

    The copies would be in the language of the source, under addresses of the other, and public
    (https://github.com/wagtail/wagtail-localize/issues/871). Components can be registered, but not
    taken back. Test: ``test_new_language_offers_no_copy_of_all_pages``.
    """
    components.LOCALE_COMPONENTS[:] = [
        component
        for component in components.LOCALE_COMPONENTS
        if component["model"] is not LocaleSynchronization
    ]


def keep_untranslated_alias_offline(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Take an alias of a page in another language offline.

    Test: ``test_defect_4_untranslated_text_does_not_go_live``.
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
