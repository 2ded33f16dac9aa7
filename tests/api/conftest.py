"""Fixtures of the API: an event, and the site as servers call it."""

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from tests.factories import EventPageFactory


@pytest.fixture
def event(calendar):
    return EventPageFactory(parent=calendar, title="Licht")


@pytest.fixture
def wsgi():
    """The site as servers call it, but with one connection: it holds what the test has made."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in signals:
        signal.connect(close_old_connections)
