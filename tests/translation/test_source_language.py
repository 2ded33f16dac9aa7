"""Pages are written in German: one in English alone is not made, whichever way."""

import json

import pytest
from wagtail.models import Page
from wagtail_localize.operations import translate_object

from tests.factories import StandardPageFactory
from univercity.translation.source_language import NotInSourceLanguage

MESSAGE = "Legen Sie die Seite auf Deutsch an und lassen Sie sie dann übersetzen."


@pytest.fixture
def english_home(home, english, translate):
    return translate(home, slug="home")


@pytest.fixture
def page(home):
    return StandardPageFactory(parent=home, title="Impressum", slug="impressum")


def pages_in_english(english):
    return Page.objects.filter(locale=english, depth__gt=1).count()


@pytest.mark.parametrize("method", ["get", "post"])
def test_page_is_not_added_below_an_english_one(admin_client, english_home, english, method):
    address = f"/admin/pages/add/home/standardpage/{english_home.pk}/"

    response = getattr(admin_client, method)(address, {"title": "x", "slug": "x"}, follow=True)

    assert MESSAGE in response.content.decode()
    assert pages_in_english(english) == 1


def test_first_page_of_a_site_is_not_added_in_english(admin_client, home, english):
    root = Page.get_first_root_node()

    response = admin_client.get(f"/admin/pages/add/home/homepage/{root.pk}/?locale=en", follow=True)

    assert MESSAGE in response.content.decode()


def test_page_is_added_below_a_german_one(admin_client, home):
    assert admin_client.get(f"/admin/pages/add/home/standardpage/{home.pk}/").status_code == 200


@pytest.mark.parametrize("alias", ["", "on"])
def test_page_is_not_copied_below_an_english_one(admin_client, english_home, page, alias):
    before = Page.objects.count()
    form = {"new_title": "x", "new_slug": "x", "new_parent_page": english_home.pk, "alias": alias}

    response = admin_client.post(f"/admin/pages/{page.pk}/copy/", form, follow=True)

    assert MESSAGE in response.content.decode()
    assert Page.objects.count() == before


def test_english_page_is_not_copied(english_home, page, english, commit):
    commit(translate_object, page, [english])

    with pytest.raises(NotInSourceLanguage):
        page.get_translation(english).copy(update_attrs={"slug": "other"})

    assert pages_in_english(english) == 2


def test_english_home_page_is_not_copied(english_home):
    with pytest.raises(NotInSourceLanguage):
        english_home.copy(update_attrs={"slug": "other"})


def test_german_page_is_copied_and_mirrored_in_german(home, page):
    copy = page.copy(to=home, update_attrs={"slug": "kopie"})
    alias = page.create_alias(parent=home, update_slug="spiegel")

    assert {copy.locale, alias.locale} == {home.locale}


def test_german_page_is_not_moved_below_an_english_one(admin_client, english_home, page):
    admin_client.post(f"/admin/pages/{page.pk}/move/{english_home.pk}/confirm/")

    assert not Page.objects.get(pk=page.pk).is_descendant_of(english_home)


def test_what_wagtail_localize_makes_passes(english_home, page, english, commit):
    below = StandardPageFactory(parent=page, title="Darunter")

    commit(translate_object, below, [english])

    assert below.get_translation(english).is_descendant_of(english_home)
    assert page.get_translation(english).alias_of.pk == page.pk


@pytest.mark.parametrize("action", ["create", "copy", "create_alias"])
def test_api_makes_no_page_in_english_alone(
    client, settings, token_of, admin_user, english_home, page, english, action
):
    settings.API_WRITES = True
    address, body = {
        "create": (
            "",
            {
                "title": "x",
                "slug": "x",
                "meta": {"type": "home.StandardPage", "parent_id": english_home.pk},
            },
        ),
        "copy": (
            f"{page.pk}/actions/copy/",
            {"destination_id": english_home.pk, "slug": "x", "recursive": False},
        ),
        "create_alias": (
            f"{page.pk}/actions/create_alias/",
            {"destination_id": english_home.pk, "slug": "x", "recursive": False},
        ),
    }[action]

    response = client.post(
        f"/api/v3/pages/{address}",
        json.dumps(body),
        content_type="application/json",
        headers=token_of(admin_user, writes=True),
    )

    assert response.status_code == 422
    assert "auf Deutsch" in response.content.decode() or "in German" in response.content.decode()
    assert pages_in_english(english) == 1
