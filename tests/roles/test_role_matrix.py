"""Every view of the admin, every role: who gets in, and that partner editors read nothing foreign.

The patterns are those of the URL configuration. The table is tests/roles/role_matrix/patterns.py.
"""

from fnmatch import fnmatchcase

import pytest
from django.apps import apps
from django.test import Client

from tests.roles.role_matrix.addresses import Addresses, admin_patterns
from tests.roles.role_matrix.patterns import ROWS
from tests.roles.role_matrix.world import MARKER, make_world

#: Letter in the table: account, and whether it asks for objects of the other partner.
ROLES = {
    "A": ("administrator", False),
    "E": ("editor", False),
    "R": ("reviewer", False),
    "T": ("translator", False),
    "L": ("proofreader", False),
    "M": ("lead", False),
    "P": ("partner", False),
    "p": ("partner", True),
    "c": ("api", False),
    "n": ("anonymous", False),
}
#: Who asks in every run; the others, whom nothing is hidden from, in the full one.
IN_EVERY_RUN = "Ppcn"
# wagtail-localize shows its report without an order.
pytestmark = pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
#: What partner editors write to anyway, about themselves.
OWN_RECORDS = {"Session", "EditingSession", "UserProfile", "User"}


def row_of(name):
    """Return who gets in to a view, or ``None`` if it is in no row."""
    for _what, letters, patterns in ROWS:
        if any(fnmatchcase(name, pattern) for pattern in patterns.split()):
            return letters, True
    return None, False


@pytest.fixture(scope="module")
def world(kept):
    """The world, made once and forgotten afterwards."""
    with kept():
        yield make_world()


def client_of(world, role):
    account, _is_foreign = ROLES[role]
    client = Client(raise_request_exception=False)
    if account in world.users:
        client.force_login(world.users[account])
    return client


def addresses_of(world, role):
    return Addresses(world, world.foreign if ROLES[role][1] else world.own)


def outcome(response):
    """Return "open", "closed" (denied, or not there) or "login"."""
    location = response.headers.get("location", "")
    if location.startswith("/admin/login"):
        return "login"
    # A missing page of the admin is looked for below /de/ too.
    if location == "/admin/" or location.startswith("/de/admin/"):
        return "closed"
    return "closed" if response.status_code in (403, 404) else "open"


def expected(role, letters):
    if role in letters:
        return "open"
    return "login" if role in "cn" else "closed"


def test_every_view_of_the_admin_is_in_the_table():
    unknown = sorted({name for name, _route in admin_patterns() if not row_of(name)[1]})

    assert unknown == [], (
        "Put these views into a row of tests/roles/role_matrix/patterns.py. "
        "Partner editors get in only "
        "if site/roles/confinement.py names the view as well."
    )


@pytest.mark.parametrize(
    "role",
    [
        role if role in IN_EVERY_RUN else pytest.param(role, marks=pytest.mark.full)
        for role in ROLES
    ],
)
def test_role_gets_in_where_the_table_says(world, db, role):
    client, addresses = client_of(world, role), addresses_of(world, role)
    wrong = []
    for name, route in admin_patterns():
        letters, _known = row_of(name)
        if letters is None:
            continue
        address = addresses.get(name, route)
        response = client.get(address)
        client.cookies.pop("messages", None)  # refusals pile up until a page shows them
        wanted = expected(role, letters)
        if response.status_code == 500 or outcome(response) != wanted:
            wrong.append(f"{name}: {response.status_code} instead of {wanted} at {address}")
        if role in "Pp" and response.status_code == 200 and not response.streaming:
            assert MARKER not in response.content.decode(), address

    assert not wrong, "\n".join(
        ["Change site/roles/, or the row in tests/roles/role_matrix/patterns.py:", *wrong]
    )


def everything():
    """Return all rows of the database by model, except what accounts write about themselves."""
    return {
        model.__name__: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models(include_auto_created=True)
        if model.__name__ not in OWN_RECORDS
    }


@pytest.mark.parametrize("role", "pcn")
def test_nothing_changes_where_the_role_does_not_belong(world, db, role):
    client = client_of(world, role)
    addresses = Addresses(world, world.foreign)
    before = everything()
    for name, route in admin_patterns():
        if name not in ("wagtailadmin_logout", "wagtailadmin_error_test"):
            client.post(addresses.get(name, route))
            client.cookies.pop("messages", None)
    after = everything()

    assert [model for model in after if after[model] != before[model]] == []
