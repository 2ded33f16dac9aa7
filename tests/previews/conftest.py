"""Fixtures of previews: a page, a frontend, and the token with which it opens the page."""

import pytest
from django.test import Client

from tests.factories import StandardPageFactory
from tests.previews.panel import (
    edit_address,
    make_frontend,
    open_in,
    token_in,
    unsaved,
)


@pytest.fixture
def page(home):
    """A page that is public as "Vorher"."""
    return StandardPageFactory(parent=home, title="Vorher", slug="seite")


@pytest.fixture
def frontend(home):
    return make_frontend()


@pytest.fixture
def token(client, editor, frontend, page):
    """The token of a preview panel whose form says "Nachher"."""
    return token_in(open_in(client, edit_address(page), frontend, unsaved()))


@pytest.fixture
def reader():
    """A frontend: a client without a session."""
    return Client()
