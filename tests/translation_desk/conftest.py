"""Fixtures of the translators' desk: pages in translation, those who work on them, services."""

from dataclasses import replace

import pytest

from config.machine_translation import MachineTranslation
from roles.table import TRANSLATORS
from tests.accounts import make_account
from tests.translation_desk.desk import InTranslation
from tests.translation_desk.exchange import make_sentences
from tests.translation_desk.services import make_impatient, serve
from tests.translation_desk.team import make_team, site_of_team, write_page

__all__ = ["site_of_team"]


@pytest.fixture
def page(team, home, commit):
    return write_page(commit, home, "Leitbild")


@pytest.fixture
def translation(home, english):
    return make_sentences(home, english)


@pytest.fixture
def work(page, english):
    return InTranslation(page, english)


@pytest.fixture
def translator(client, page):
    user = make_account("uebersetzung", TRANSLATORS)
    client.force_login(user)
    return user


@pytest.fixture
def team(home, commit, publish_in_english):
    """Accounts for each role of translation; the home page is public in both languages."""
    commit(publish_in_english, home)
    return make_team()


@pytest.fixture
def translation_service(monkeypatch):
    """A service that translates, on this machine; who asks it tries again at once."""
    make_impatient(monkeypatch)
    with serve() as service:
        yield service


@pytest.fixture
def deepl(translation_service, settings):
    settings.MACHINE_TRANSLATION = replace(
        settings.MACHINE_TRANSLATION, service="deepl", key="x", url=translation_service.address
    )
    return translation_service


@pytest.fixture
def libretranslate(translation_service, settings):
    settings.MACHINE_TRANSLATION = MachineTranslation(
        "libretranslate", "k", translation_service.address
    )
    return translation_service
