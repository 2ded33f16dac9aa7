"""The defects of ``test_defects`` are real: each test fails on wagtail-localize alone."""

import re
from collections import defaultdict

import pytest
from django.apps import apps
from wagtail.models import TranslatableMixin

from tests.on_stock import run_on_stock

pytestmark = pytest.mark.full

#: What pytest says of each defect there.
REASONS = {
    "test_defect_1_draft_is_not_read_through_a_submission": "assert <Page: Geheimplan> is None",
    "test_defect_2_update_publishes_nothing_for_who_may_not_publish": "assert not True",
    "test_defect_3_submitting_a_subtree_leaves_the_tree_whole": "== [[], [], [], [], []]",
    "test_defect_4_untranslated_text_does_not_go_live": "assert not True",
    "test_defect_5_locked_page_is_not_translated_past_the_lock": "assert not True",
    "test_defect_6_translator_hands_in_for_review_in_the_editor": "assert []",
    "test_defect_7_report_shows_only_titles_that_the_account_may_see": "assert 'Geheimplan' not in",
    "test_defect_8_report_is_exported_with_its_content": "'Impressum' in",
    "test_defect_9_wrong_upload_is_refused_and_no_failure": "500 < 500",
    "test_defect_10_error_of_a_service_is_a_message": "500 == 302",
    "test_defect_11_text_of_a_machine_is_not_published_unread": "DID NOT RAISE",
    "test_defect_13_cells_of_tables_are_translated": "'Hörsaal'",
    "test_defect_14_subscript_stays_inside_its_sentence": "'O-Menge'",
    "test_defect_15_text_that_stored_content_lacks_stops_no_submission": "Got `NoneType`",
    "test_defect_16_deleting_the_german_page_loses_no_translation": "assert False",
    "test_defect_17_api_lists_the_languages": "302 == 200",
    "test_defect_18_translated_page_is_not_written_past_its_translation": "200 in (403, 409)",
    "test_defect_19_missing_page_of_the_api_is_not_redirected": "302 == 404",
    "test_defect_20_page_is_found_by_its_public_path": "404 == 200",
    "test_defect_21_field_has_a_label_and_a_language": "assert []",
    "test_defect_22_permission_to_submit_is_there_again_after_a_flush": "assert False",
    "test_defect_23_pages_are_translated_from_one_language_only": "assert not True",
    "test_facts_reach_the_translation_when_german_is_published": "assert 'scheduled' == ",
    "test_synchronised_field_of_a_block_is_no_text": "'Ada Beispiel' not in",
    "test_passage_in_another_language_is_translated_within_its_sentence": "'Open Day'",
    "test_former_translation_is_shown_until_a_changed_text_is_translated": "'Alle Angaben' == ",
    "test_new_language_offers_no_copy_of_all_pages": "'sync_from' not in",
    "test_page_in_english_alone_is_refused": "DID NOT RAISE",
    "test_publication_past_the_editor_is_refused_too": "DID NOT RAISE",
    "test_publication_past_the_editor_has_the_texts_of_that_moment": "'First' == 'Second'",
    "test_translation_of_no_page_is_stored_and_deleted": "has no attribute 'path'",
}


#: Defects that this site cannot meet.
NOT_OURS = {12: "no model has relations of many to many; rows between them are translated"}


@pytest.fixture(scope="module")
def failures(tmp_path_factory):
    """Why each test of the defects fails there, in any of its cases, by its name."""
    folder = tmp_path_factory.mktemp("stock")
    found = defaultdict(list)
    for name, message in run_on_stock(
        "tests/translation/test_defects.py", "tests.stock_localize_settings", folder
    ):
        found[name.partition("[")[0]].append(message)
    return found


@pytest.mark.parametrize("test", REASONS)
def test_wagtail_localize_has_the_defect(failures, test):
    assert failures[test]
    assert [message for message in failures[test] if REASONS[test] not in message] == []


def test_every_defect_was_tried(failures):
    assert failures.keys() == REASONS.keys()
    numbers = {int(number) for name in REASONS for number in re.findall(r"defect_(\d+)", name)}
    assert numbers | NOT_OURS.keys() == set(range(1, 24))


def test_no_translated_model_has_relations_of_many_to_many():
    models = [each for each in apps.get_models() if issubclass(each, TranslatableMixin)]

    relations = {str(field) for model in models for field in model._meta.many_to_many}
    assert {name for name in relations if not name.startswith("wagtail")} == set()
