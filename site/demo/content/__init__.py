"""The demo content in the order in which it is made, each file one section of the site."""

import datetime

from demo.content import (
    accessibility,
    home,
    legal,
    leitbild,
    navigation,
    partners,
    people,
    shared,
    venues,
    vocabularies,
)
from demo.content.calendar import calendar_page
from demo.content.events import events
from demo.content.templates import TEMPLATES
from demo.texts import Entry

__all__ = ["HOME", "TEMPLATES", "pages", "settings", "snippets"]

HOME = home.HOME


def snippets() -> list[Entry]:
    """What pages are made of: venues, vocabularies, persons, shared content."""
    return [*venues.VENUES, *vocabularies.TERMS, *people.PERSONS, *shared.CONTENTS]


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
        accessibility.ACCESSIBILITY,
    ]


def settings() -> list[Entry]:
    """What stands around every page."""
    return [navigation.SETTINGS]
