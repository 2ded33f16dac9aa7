"""The rule that pages are written in the source language; all others are versions of such a page.

A page without one would never be translated, and nobody would see that it is missing in German.
Wagtail's actions ask for it (``localize_patches.new_pages``).
"""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.create_page import CreatePageAction
from wagtail.models import Page

from univercity.content.refusals import Refused


class NotInSourceLanguage(Refused):
    """A page would be in a language that pages are only translated into."""

    def __init__(self, place: Page):
        super().__init__(
            _(
                "Pages are written in German and translated from it. "
                "Create the page in German, then have it translated."
            )
        )
        self.place = place  #: below which it would be

    def way_back(self) -> str:
        return reverse("wagtailadmin_explore", args=[self.place.pk])


def check_language(place: Page, language: str) -> None:
    """Raise ``NotInSourceLanguage`` for a new page in ``language`` below ``place``.

    It shows the language of what it stands below, whatever its own is.
    """
    languages = {language} if place.is_root() else {language, place.locale.language_code}
    if languages != {settings.LANGUAGE_CODE}:
        raise NotInSourceLanguage(place)


def check_new(action: CreatePageAction) -> None:
    page = action.instance
    is_version = Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE
    ).exists()
    if not is_version:
        locale = page.locale if page.locale_id else page.get_default_locale()
        check_language(action.parent, locale.language_code)


def check_copy(action: CopyPageAction) -> None:
    # A version in another language keeps the key, by which wagtail-localize knows the page.
    if action.reset_translation_key:
        check_language(action.to or action.page.get_parent(), action.page.locale.language_code)


def check_alias(action: CreatePageAliasAction) -> None:
    if action.reset_translation_key:
        place = action.parent or action.page.get_parent()
        check_language(place, action.page.locale.language_code)
