"""Who may hand pages to translation, and end what was begun."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from home.models import StandardPage
from roles.setup import set_up_roles
from roles.table import ROLES
from tests.accounts import make_account
from tests.factories import StandardPageFactory, UserFactory
from tests.translation.test_localize import submit, translate_all
from univercity.translation.permissions import REQUEST

__all__ = ["submit"]  # a fixture


@pytest.fixture
def translation(home, submit):
    """A page in translation, complete and not public."""
    translate_all(submit(home))
    translation = submit(StandardPageFactory(parent=home, title="Impressum"))
    for segment in translation.source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data="Imprint",
        )
    return translation


def test_content_is_not_translated_from_english(admin_client, home, english, german, translate):
    page = StandardPageFactory(parent=translate(home, slug="home"), locale=english, title="Only")

    response = admin_client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": [german.pk]},
        follow=True,
    )

    assert not Translation.objects.exists()
    assert "Inhalte werden auf Deutsch geschrieben" in response.content.decode()


def test_version_that_somebody_has_locked_is_not_handed_over(
    admin_client, home, english, translate
):
    translate(home, slug="home")
    page = StandardPageFactory(parent=home)
    Page.objects.filter(pk=translate(page).pk).update(locked=True, locked_by=UserFactory())

    response = admin_client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": [english.pk]},
        follow=True,
    )

    assert "Die Übersetzung ist gesperrt" in response.content.decode()
    assert not Translation.objects.exists()


def test_who_translates_may_not_submit(home):
    holders = {role.group for role in ROLES if REQUEST in role.others}

    assert holders == {"Redaktion", "Leitung"}


@pytest.mark.parametrize(("group", "offered"), [("Übersetzung", False), ("Leitung", True)])
def test_ending_a_translation_is_offered_to_whom_it_is_allowed(client, translation, group, offered):
    set_up_roles()
    client.force_login(make_account("konto", group))
    page = translation.get_target_instance()
    editor = reverse("wagtailadmin_pages:edit", args=[page.pk])

    assert ("/disable/" in client.get(editor).content.decode()) == offered

    Translation.objects.update(enabled=False)
    assert ("localize-restart-translation" in client.get(editor).content.decode()) == offered
    assert StandardPage.objects.filter(pk=page.pk).exists()
