"""Fixtures of the calendar: an event."""

import pytest

from tests.factories import EventPageFactory


@pytest.fixture
def event(calendar):
    return EventPageFactory(parent=calendar)
