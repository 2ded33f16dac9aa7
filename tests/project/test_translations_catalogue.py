"""The gettext catalogues: German is complete, and every placeholder survives translation."""

import re
from pathlib import Path

import polib
import pytest

LOCALE = Path(__file__).parents[2] / "site" / "config" / "locale"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def read_catalogue(language):
    return polib.pofile(LOCALE / language / "LC_MESSAGES" / "django.po")


def placeholders(text):
    return set(PLACEHOLDER.findall(text))


def test_german_catalogue_is_complete():
    missing = [entry.msgid for entry in read_catalogue("de") if not entry.translated()]

    assert missing == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_catalogue_has_nothing_fuzzy(language):
    catalogue = read_catalogue(language)

    assert not catalogue.metadata_is_fuzzy  # Babel compiles no catalogue whose header is
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_translations_keep_their_placeholders(language):
    different = [
        entry.msgid
        for entry in read_catalogue(language)
        for text in [entry.msgstr, *entry.msgstr_plural.values()]
        if text and placeholders(text) != placeholders(entry.msgid_plural or entry.msgid)
    ]

    assert different == []
