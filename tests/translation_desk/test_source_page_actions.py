"""What becomes of English when German goes offline, moves or is deleted: what the editor chose."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page

from home.models import StandardPage
from tests.factories import StandardPageFactory
from tests.permissions import allow, log_in
from univercity.translation.models import Exemption, TranslationState, TranslationStatus


@pytest.fixture
def page(home, translate):
    translate(home, slug="home")
    return StandardPageFactory(parent=home, title="Anfahrt", slug="anfahrt")


@pytest.fixture
def english_page(page, translate):
    return translate(page, slug="directions")


@pytest.fixture
def places(home, translate):
    """A German page and its translation, for pages to move below."""
    german = StandardPageFactory(parent=home, title="Orte", slug="orte")
    return german, translate(german, slug="places")


def again(page):
    return StandardPage.objects.filter(pk=page.pk).first()


def answer(client, address, *along):
    """Confirm something, with translations that go along; return what the admin says."""
    data = {"translations": [page.pk for page in along]}
    return client.post(address, data, follow=True).content.decode()


def address(act, page, *destination):
    if act == "move":
        return f"/admin/pages/{page.pk}/move/{destination[0].pk}/confirm/"
    return f"/admin/pages/{page.pk}/{act}/"


@pytest.mark.parametrize("act", ["unpublish", "delete"])
def test_editor_is_asked_about_translations(admin_client, page, english_page, act):
    content = admin_client.get(address(act, page)).content.decode()

    assert f'name="translations" value="{english_page.pk}" checked' in content
    assert "[Anfahrt] (Englisch)" in content


def test_nothing_is_asked_for_a_page_without_translation(admin_client, page):
    assert 'name="translations"' not in admin_client.get(address("delete", page)).content.decode()


def test_nothing_is_asked_for_a_translation(admin_client, page, english_page):
    content = admin_client.get(address("unpublish", english_page)).content.decode()

    assert 'name="translations"' not in content


def test_translation_goes_offline_with_its_source(admin_client, page, english_page):
    answer(admin_client, address("unpublish", page), english_page)

    assert (again(page).live, again(english_page).live) == (False, False)


def test_translation_that_stays_public_is_named(admin_client, page, english_page):
    content = answer(admin_client, address("unpublish", page))

    assert (again(page).live, again(english_page).live) == (False, True)
    assert "„[Anfahrt]“ (Englisch) bleibt öffentlich" in content


def test_translation_is_deleted_with_its_source(admin_client, page, english_page):
    answer(admin_client, address("delete", page), english_page)

    assert (again(page), again(english_page)) == (None, None)
    assert [list(found) for found in Page.find_problems()] == [[], [], [], [], []]


def test_translation_that_is_kept_is_named(admin_client, page, english_page):
    content = answer(admin_client, address("delete", page))

    assert again(english_page).live
    assert "„[Anfahrt]“ (Englisch) bleibt" in content


def test_translation_moves_along(admin_client, page, english_page, places):
    german, english = places
    where = address("move", page, german)
    assert 'name="translations"' in admin_client.get(where).content.decode()

    answer(admin_client, where, english_page)

    assert again(page).get_parent().pk == german.pk
    assert again(english_page).get_parent().pk == english.pk
    assert [list(found) for found in Page.find_problems()] == [[], [], [], [], []]


def test_translation_stays_where_its_new_place_is_not_translated(
    admin_client, page, english_page, home
):
    german = StandardPageFactory(parent=home, title="Nur deutsch")
    before = english_page.get_parent().pk

    content = admin_client.get(address("move", page, german)).content.decode()
    assert f'value="{english_page.pk}" disabled' in content
    said = answer(admin_client, address("move", page, german), english_page)

    assert again(english_page).get_parent().pk == before
    assert "bleibt, wo sie ist" in said


def test_translation_stays_where_its_address_is_taken(admin_client, page, english_page, places):
    german, english = places
    StandardPageFactory(parent=english, title="Other", slug="directions")

    said = answer(admin_client, address("move", page, german), english_page)

    assert again(page).get_parent().pk == german.pk
    assert again(english_page).get_parent().pk != english.pk
    assert "ihre Adresse ist dort vergeben" in said


def test_nobody_takes_a_translation_along_without_the_right_to(client, home, page, english_page):
    group = Group.objects.create(name="Deutsch")
    allow(group, home, "change", "publish")
    log_in(client, group)
    content = client.get(address("unpublish", page)).content.decode()
    assert f'value="{english_page.pk}" disabled' in content

    answer(client, address("unpublish", page), english_page)

    assert (again(page).live, again(english_page).live) == (False, True)


def test_bulk_action_names_what_it_leaves_behind(admin_client, page, english_page):
    content = admin_client.post(
        f"/admin/bulk/wagtailcore/page/unpublish/?id={page.pk}&next=/admin/", {}, follow=True
    ).content.decode()

    assert (again(page).live, again(english_page).live) == (False, True)
    assert "„[Anfahrt]“ (Englisch) bleibt öffentlich" in content


# Pages that need no translation


def exempt(client, page, **data):
    return client.post(f"/admin/pages/{page.pk}/exemption/", data, follow=True)


def test_editor_decides_that_a_page_needs_no_translation(admin_client, page, english, commit):
    content = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f"/admin/pages/{page.pk}/exemption/" in content

    commit(exempt, admin_client, page, languages=[english.pk], reason="Nur für Bochumer")

    [status] = TranslationStatus.objects.filter(translation_key=page.translation_key)
    assert status.state == TranslationState.NOT_NEEDED
    history = admin_client.get(f"/admin/pages/{page.pk}/history/").content.decode()
    assert "Nur für Bochumer" in history


def test_decision_needs_a_reason(admin_client, page, english):
    content = exempt(admin_client, page, languages=[english.pk], reason="").content.decode()

    assert "warum die Seite nicht übersetzt wird" in content
    assert not Exemption.objects.exists()


def test_decision_can_be_taken_back(admin_client, page, english, commit):
    commit(exempt, admin_client, page, languages=[english.pk], reason="Nur für Bochumer")

    commit(exempt, admin_client, page, reason="")

    [status] = TranslationStatus.objects.filter(translation_key=page.translation_key)
    assert status.state == TranslationState.MISSING


def test_only_who_publishes_german_decides(client, home, page, english):
    group = Group.objects.create(name="Autorin")
    allow(group, home, "change")
    log_in(client, group)

    exempt(client, page, languages=[english.pk], reason="Keine Lust")

    assert not Exemption.objects.exists()
