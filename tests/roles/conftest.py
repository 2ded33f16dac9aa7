"""Fixtures of roles: two partners, and an editor of one of them."""

import pytest

from roles.setup import set_up_roles
from tests.accounts import editors_of, make_account
from tests.factories import PartnerPageFactory


@pytest.fixture
def partner(client, museum, other):
    user = make_account("museum", editors_of(museum))
    client.force_login(user)
    return user


@pytest.fixture
def other(museum, network):
    other = PartnerPageFactory(parent=network, title="Folkwang", short_name="FWU")
    set_up_roles()
    return other
