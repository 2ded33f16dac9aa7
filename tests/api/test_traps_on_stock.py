"""The traps of tests/api/test_traps.py are real: on Wagtail as it comes each of its tests fails."""

import pytest

from tests.on_stock import run_on_stock

pytestmark = pytest.mark.full

#: What pytest says of each trap on stock Wagtail, for v2 and v3 alike.
REASONS = {
    "test_trap_1_page_is_found_by_the_path_that_the_browser_shows": "assert 404 == 200",
    "test_trap_2_missing_page_is_a_problem_and_no_redirect": "302 != 404",
    "test_trap_3_links_follow_the_language_of_the_page": 'in \'<p><a href="/de/ziel/">dorthin',
    "test_trap_4_page_names_its_alternates": "assert [] == [('de', '/de/",
    "test_trap_5_openapi_types_each_block": "assert None == 'type'",
    "test_trap_5_choosers_answer_objects": "E         'renditions'",
    "test_trap_6_token_without_rights_reads_what_is_public": "assert [] == [",
    "test_trap_6_bogus_token_is_refused": "assert 200 == 401",
    "test_trap_7_unknown_parameter_is_refused_by_name": "assert 200 == 422",
    "test_trap_7_events_are_filtered_by_range": "['Früher', 'Später'] == ['Später']",
    "test_trap_8_answer_has_validators_and_a_lifetime": "'Last-Modified'",
    "test_trap_8_browsers_of_configured_origins_may_read": "assert None == 'https://app.example'",
    "test_trap_8_many_requests_are_throttled": "assert [200, 200] == [200, 429]",
    "test_trap_8_front_end_caches_forget_the_api_answer": "in ['/de/', '/en/']",
    "test_trap_9_preview_token_opens_one_page_for_an_hour": "assert (200, 'Vorher')",
    "test_trap_10_list_brings_the_fields_that_are_asked_for": "'dates'",
}


@pytest.fixture(scope="module")
def failures(tmp_path_factory):
    """What pytest says of each test of the traps on stock Wagtail: name, and message or nothing."""
    folder = tmp_path_factory.mktemp("stock")
    return run_on_stock("tests/api/test_traps.py", "tests.stock_settings", folder)


@pytest.mark.parametrize("test", REASONS)
def test_stock_wagtail_has_the_trap(failures, test):
    messages = [message for name, message in failures if name.partition("[")[0] == test]

    assert messages
    assert [message for message in messages if REASONS[test] not in message] == []


def test_every_trap_was_tried_on_stock_wagtail(failures):
    assert {name.partition("[")[0] for name, _message in failures} == REASONS.keys()
    numbers = {int(name.split("_")[2]) for name in REASONS}
    assert numbers == set(range(1, 11))
