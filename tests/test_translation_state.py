"""How far the translation of a page is, as lists and the dashboard say it."""

import pytest
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from tests.factories import StandardPageFactory
from univercity.translation.state import TranslationState, with_translation_states


def state_of(page):
    return with_translation_states(type(page).objects.filter(pk=page.pk)).get().translation_en


def publish(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def hand_to_translation(page, english):
    """Submit a page and translate all of its segments."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=english)
    for segment in StringSegment.objects.filter(source=source):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=english,
            context=segment.context,
            defaults={"data": f"English {segment.string.data}"},
        )
    return translation


@pytest.fixture
def save_translation(english, django_capture_on_commit_callbacks):
    def save(page, publish):
        with django_capture_on_commit_callbacks(execute=True):
            translation = hand_to_translation(page, english)
            translation.save_target(publish=False)
            if publish:
                translation.save_target(publish=True)

    return save


def test_page_in_one_language_lacks_its_translation(home, english):
    assert state_of(publish(StandardPageFactory(parent=home))) == TranslationState.MISSING


def test_placeholder_is_no_translation(home, english):
    parent = publish(StandardPageFactory(parent=home))
    child = publish(StandardPageFactory(parent=parent))
    child.copy_for_translation(english, copy_parents=True, alias=True)

    assert state_of(parent) == TranslationState.MISSING


def test_translation_goes_from_draft_to_live_to_outdated_and_back(
    home, english, translate, save_translation
):
    translate(home, slug="home")
    page = publish(StandardPageFactory(parent=home, introduction="Kurz."))

    save_translation(page, publish=False)
    assert state_of(page) == TranslationState.DRAFT
    save_translation(page, publish=True)
    assert state_of(page) == TranslationState.LIVE
    page = publish(page)
    assert state_of(page) == TranslationState.OUTDATED
    save_translation(page, publish=True)
    assert state_of(page) == TranslationState.LIVE


def test_correction_of_the_translation_alone_does_not_bring_it_up_to_date(
    home, english, translate, save_translation
):
    translate(home, slug="home")
    page = publish(StandardPageFactory(parent=home, introduction="Kurz."))
    save_translation(page, publish=True)
    page = publish(page)

    publish(page.get_translation(english))

    assert state_of(page) == TranslationState.OUTDATED


def test_page_of_the_target_language_has_its_own_state(home, english, translate):
    page = publish(StandardPageFactory(parent=home))
    translated = translate(page)

    assert state_of(translated) == TranslationState.LIVE
    publish(page)
    assert state_of(translated) == TranslationState.OUTDATED
