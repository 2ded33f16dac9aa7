"""Translations and the API: what it tells of languages, and what it does not write."""

import pytest
from wagtail.models import Page
from wagtail_localize.operations import translate_object

from roles.setup import set_up_roles
from roles.table import TRANSLATION_LEADS
from tests.accounts import make_account
from tests.api.test_writes import assert_problem, call, editor, page, writing
from tests.factories import HomePageFactory, StandardPageFactory
from univercity.content.representations.problems import Kind

__all__ = ["call", "editor", "page", "writing"]  # fixtures


def test_languages_are_told_although_wagtail_localize_hides_them(client, home, english, token_of):
    headers = token_of(make_account("admin", is_superuser=True), reads_drafts=True)

    response = client.get("/api/v3/locales/", headers=headers)

    assert {item["language_code"] for item in response.json()["items"]} == {"de", "en"}


@pytest.fixture
def english_page(page, home, translate, english):
    """The page in translation, with nothing translated."""
    translate(home, slug="home")
    set_up_roles()  # once more, with the English home page
    translate_object(page, [english])
    return page.get_translation(english)


def test_unfinished_translation_is_not_published(call, english_page, writing, token_of):
    lead = token_of(make_account("leitung", TRANSLATION_LEADS), writes=True)

    published = call("post", f"pages/{english_page.pk}/actions/publish/", headers=lead)

    assert_problem(published, Kind.NOT_PUBLISHABLE)
    english_page.refresh_from_db()
    assert not english_page.live


def test_texts_of_a_translation_are_not_written_past_the_translators(call, english_page, writing):
    revision = english_page.latest_revision_id

    saved = call("patch", f"pages/{english_page.pk}/", {"title": "X"})
    reverted = call("post", f"pages/{english_page.pk}/actions/revert/", {"revision_id": revision})

    assert_problem(saved, Kind.CONFLICT)
    assert_problem(reverted, Kind.CONFLICT)
    english_page.refresh_from_db()
    assert (english_page.draft_title, english_page.latest_revision_id) == ("Impressum", revision)


def test_page_is_not_translated_past_the_editor_of_translations(call, page, writing):
    answer = call("post", f"pages/{page.pk}/actions/copy_for_translation/", {"locale": "en"})

    assert_problem(answer, Kind.WRITING_IS_OFF)


def test_version_that_no_site_shows_is_no_alternate(client, home, english):
    page = StandardPageFactory(parent=home)
    elsewhere = HomePageFactory(parent=Page.get_first_root_node(), slug="elsewhere", locale=english)
    StandardPageFactory(parent=elsewhere, locale=english, translation_key=page.translation_key)

    answer = client.get(f"/api/v3/pages/{page.pk}/")

    assert answer.status_code == 200
    assert [version["locale"] for version in answer.json()["alternates"]] == ["de"]
