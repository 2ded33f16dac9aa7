"""The demo content in the order in which it is made, each file one section of the site."""

import datetime

from demo.content import home, legal, leitbild, navigation, partners, venues, vocabularies
from demo.content.calendar import calendar_page
from demo.content.events import events
from demo.texts import Entry

HOME = home.HOME


def snippets() -> list[Entry]:
    """What events are made of: venues and vocabularies."""
    return [*venues.VENUES, *vocabularies.TERMS]


def pages(today: datetime.date) -> list[Entry]:
    """All pages, parents first; events are dated from ``today`` on."""
    return [
        HOME,
        partners.INDEX,
        *partners.PARTNERS,
        leitbild.LEITBILD,
        calendar_page(),
        *events(today),
        *legal.PAGES,
    ]


def settings() -> list[Entry]:
    """What stands around every page."""
    return [navigation.SETTINGS]
