"""Example events of every kind that the network has had."""

import datetime

from demo.content.events import changes, evenings, festival, long_running, series
from demo.texts import Entry

SECTIONS = [festival, series, long_running, evenings, changes]


def events(today: datetime.date) -> list[Entry]:
    """Return all events, dated from ``today`` on."""
    return [entry for section in SECTIONS for entry in section.events(today)]
