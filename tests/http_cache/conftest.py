"""Fixtures of the answer cache: a page, and a site that counts its answers."""

import pytest

from tests.factories import StandardPageFactory
from tests.http_cache.numbering_site import NumberingSite


@pytest.fixture
def page(home):
    return StandardPageFactory(parent=home, title="Impressum")


@pytest.fixture
def site(answer_store):
    return NumberingSite()
