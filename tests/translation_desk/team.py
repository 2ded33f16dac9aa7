"""People who translate a site, with the rights of their roles, and pages for them."""

from dataclasses import dataclass
from typing import Any

import pytest
from wagtail_localize.operations import translate_object

from home.models import HomePage
from roles.setup import set_up_roles
from roles.table import EDITORS, PROOFREADERS, TRANSLATION_LEADS, TRANSLATORS
from tests.accounts import make_account
from tests.factories import StandardPageFactory, find_home
from tests.publications import publish_in_english
from tests.sentences import paragraphs, stream
from univercity.content.accounts import User
from univercity.translation_desk.assignments.models import TranslationJob


@dataclass
class Team:
    editor: Any
    translator: Any
    proofreader: Any
    lead: Any


ACCOUNTS = {
    "redaktion": EDITORS,
    "uebersetzung": TRANSLATORS,
    "lektorat": PROOFREADERS,
    "leitung": TRANSLATION_LEADS,
}


def make_team():
    """Return an account for each role; the home page must be there in each language."""
    set_up_roles()
    for name, group in ACCOUNTS.items():
        make_account(name, group)
    return read_team()


def read_team():
    return Team(*[User.objects.get(username=name) for name in ACCOUNTS])


@pytest.fixture(scope="module")
def site_of_team(kept):
    """The site that ``team`` works on, made once for the tests of a file."""
    with kept():
        publish_in_english(find_home())
        make_team()
        yield


@pytest.fixture
def home(db, site_of_team):
    return HomePage.objects.get(locale__language_code="de")


@pytest.fixture
def team(db, site_of_team):
    return read_team()


def write_page(commit, parent, title, *sentences):
    """Return a public German page."""
    body = stream(paragraphs(*(sentences or ("Eins.", "Zwei."))))
    return commit(StandardPageFactory, parent=parent, title=title, body=body)


def hand_to_translation(commit, locale, *pages):
    for page in pages:
        commit(translate_object, page, [locale])


def job_at(page, locale):
    """Return the latest job of a page in a language, ``None`` where there is none."""
    jobs = TranslationJob.objects.filter(translation_key=page.translation_key, locale=locale)
    return jobs.order_by("-pk").first()


def give(commit, page, locale, by=None, **wishes):
    """Hand a page out, and return the job."""
    place = (page.translation_key, locale.pk)
    commit(TranslationJob.objects.hand_out, place, page.content_type_id, wishes, by)
    return job_at(page, locale)
