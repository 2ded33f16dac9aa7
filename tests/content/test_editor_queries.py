"""Opening the editor costs as many queries for a long page as for a short one."""

import pytest

from benchmarks.editor import build_page, count_queries

#: Queries of opening the editor of a page of any length; raise it only for a new feature.
BUDGET = 60


def test_editor_of_60_blocks_costs_as_many_queries_as_that_of_6(admin_client, home):
    counts = [count_queries(admin_client, build_page(home, length)) for length in (6, 60)]

    assert counts[0] == counts[1]
    assert counts[1] <= BUDGET


@pytest.mark.parametrize("name", ["text", "figure", "button_group", "table", "section"])
def test_editor_reads_what_blocks_of_a_kind_link_to_together(admin_client, home, name):
    pages = [build_page(home, length, only=name) for length in (1, 3)]

    assert count_queries(admin_client, pages[0]) == count_queries(admin_client, pages[1])
