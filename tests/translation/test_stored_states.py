"""The stored states of translations are right, in every language, whatever was written how."""

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from tests.factories import StandardPageFactory
from tests.sentences import paragraphs, state_of, stream
from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation.state import with_translation_states
from univercity.translation.state.recompute import recompute, recompute_all


@pytest.fixture
def page(home, commit, publish_german, publish_in_english):
    """A German page whose English version is complete and public."""
    commit(publish_in_english, home)
    page = commit(StandardPageFactory, parent=home, body=stream(paragraphs("Eins.", "Zwei.")))
    publish_german(page)
    publish_in_english(type(page).objects.get(pk=page.pk))
    return page


def test_each_language_has_its_own_state(page, commit, publish_german):
    french = commit(Locale.objects.create, language_code="fr")

    assert state_of(page, "fr") == TranslationState.MISSING
    assert state_of(page) == TranslationState.CURRENT
    commit(translate_object, page, [french])
    assert state_of(page, "fr") == TranslationState.IN_PROGRESS
    publish_german(page, body=stream(paragraphs("Eins.", "Drei.")))
    assert state_of(page) == TranslationState.OUTDATED_TEXT


def test_list_brings_the_states_along(page):
    row = with_translation_states(Page.objects.filter(pk=page.pk)).get()

    assert (row.translation_en, row.outdated_en) == (TranslationState.CURRENT, False)


def test_nothing_is_wrong_after_everything_is_judged_anew(page, commit, publish_german):
    publish_german(page, body=stream(paragraphs("Eins.", "Drei.")))

    assert recompute_all() == 0


def test_clock_corrects_what_was_written_past_the_signals(page):
    StringTranslation.objects.filter(translation_of__data="Eins.").update(has_error=True)

    call_command("tick")

    assert state_of(page) == TranslationState.ERROR


def test_operator_corrects_the_states_by_a_command(page, capsys):
    TranslationStatus.objects.all().delete()

    call_command("judge_translations")

    assert state_of(page) == TranslationState.CURRENT
    assert capsys.readouterr().out == "2 states were wrong.\n"


def test_number_of_queries_does_not_depend_on_that_of_pages(
    page, home, english, commit, django_assert_num_queries, django_assert_max_num_queries
):
    pages = [commit(StandardPageFactory, parent=home) for _number in range(3)]
    for each in pages:
        commit(translate_object, each, [english])

    with django_assert_max_num_queries(16) as captured:
        recompute(Page, [page.translation_key])

    with django_assert_num_queries(len(captured)):
        recompute(Page, [page.translation_key, *(each.translation_key for each in pages)])
