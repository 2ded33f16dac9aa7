"""What the editor says of itself: help at the top of each form, and a readable history."""

from html import unescape

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageLogEntry, get_page_models
from wagtail.test.utils.form_data import nested_form_data

from home.models import StandardPage
from tests.factories import StandardPageFactory
from tests.forms import FORMS, page_form
from univercity.content.pages.base import BasePage


@pytest.mark.parametrize("language", ["de", "en"])
def test_form_of_a_page_begins_with_help(client, editor, home, language):
    editor.wagtail_userprofile.preferred_language = language
    editor.wagtail_userprofile.save()
    page = StandardPageFactory(parent=home)

    content = unescape(client.get(f"/admin/pages/{page.pk}/edit/").content.decode())

    soup = BeautifulSoup(content, "html.parser")
    first = soup.select_one("section.w-tabs__panel [data-panel]")
    words = {"de": ["Impressum", "Historie", "Handbuch"], "en": ["imprint", "history", "handbook"]}
    text = first.get_text(" ", strip=True)
    assert [word for word in words[language] if word not in text] == []


def test_every_page_type_has_help_of_its_own():
    helps = [str(model.editor_help) for model in get_page_models() if issubclass(model, BasePage)]

    assert "" not in helps
    assert len(set(helps)) == len(helps)


def autosave(client, page, revision_id, title):
    """Send the form as the editor does by itself and return the id of the revision."""
    form = page_form(title, slug=page.slug, **FORMS[StandardPage])
    overwrite = {"overwrite_revision_id": revision_id} if revision_id else {}
    answer = client.post(
        f"/admin/pages/{page.pk}/edit/",
        {**nested_form_data(form), **overwrite},
        headers={"accept": "application/json"},
    )
    assert answer.status_code == 200
    return answer.json()["revision_id"]


def history(client, page):
    """Return the entries of the history that tell of changes."""
    soup = BeautifulSoup(client.get(f"/admin/pages/{page.pk}/history/").content, "html.parser")
    rows = soup.select("table.listing tbody tr")
    return [row for row in rows if "Entwurf gespeichert" in row.get_text()]


def test_autosaves_while_somebody_works_are_one_entry_of_the_history(client, editor, home):
    page = StandardPageFactory(parent=home, live=False)
    revision_id = None

    for number in range(5):
        revision_id = autosave(client, page, revision_id, f"Fassung {number}")

    page.refresh_from_db()
    assert page.revisions.count() == 1
    assert page.get_latest_revision_as_object().title == "Fassung 4"
    assert len(history(client, page)) == 1
    assert PageLogEntry.objects.filter(page=page, action="wagtail.edit").count() == 5


def test_the_next_time_somebody_works_is_another_entry(client, editor, home):
    page = StandardPageFactory(parent=home, live=False)
    first = autosave(client, page, None, "Vormittag")
    autosave(client, page, first, "Vormittag, zweiter Blick")

    autosave(client, page, None, "Nachmittag")

    assert page.revisions.count() == 2
    assert len(history(client, page)) == 2
