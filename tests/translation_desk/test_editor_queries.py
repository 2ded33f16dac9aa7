"""What the translation editor asks of the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.editor import build_page
from roles.setup import set_up_roles
from roles.table import PROOFREADERS, TRANSLATORS
from tests.accounts import make_account
from tests.translation_desk.desk import InTranslation
from univercity.translation.units import units_of, write_unit

#: For a page of any length; that of wagtail-localize needs 242 for 32 texts.
BUDGET = 40


@pytest.fixture
def count(client, home, translate, english):
    """Return a function that counts the queries of opening a page of some length."""
    translate(home, slug="home")
    set_up_roles()

    def count_queries(user, length):
        work = InTranslation(build_page(home, length), english)
        for unit in units_of([work.translation])[::2]:
            write_unit(unit, f"English {unit.source}", user=user)
        client.force_login(user)
        address = work.address
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return count_queries


@pytest.mark.parametrize("role", [TRANSLATORS, PROOFREADERS])
def test_editor_of_a_long_page_costs_as_many_queries_as_that_of_a_short_one(count, role):
    user = make_account("konto", role)

    counts = [count(user, length) for length in (6, 18, 60)]

    assert counts[0] == counts[1] == counts[2]
    assert counts[2] <= BUDGET
