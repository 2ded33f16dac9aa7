"""Forgetting what the memory has for no page, or for one that is deleted."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from roles.grants import ACCESS, grant_pages, grant_permissions
from tests.accounts import make_account
from tests.english_admin import admin_user, in_the_language_of_the_code
from tests.factories import StandardPageFactory
from tests.translation_desk.desk import InTranslation, text_body
from tests.translation_desk.tmx_files import FILE
from univercity.translation.permissions import MANAGE_MEMORY
from univercity.translation.units import units_of, write_unit
from univercity.translation_desk.memory.importing import import_tmx

__all__ = ["admin_user", "in_the_language_of_the_code"]  # fixtures

MEMORY = reverse("univercity_translation_memory")
FILES = reverse("univercity_memory_files")
GREETING = "Kommen Sie am Mittwoch in die Stadt."


@pytest.fixture
def hand_over(home, english, commit):
    """Return a function that hands a page of paragraphs to translation."""
    commit(translate_object, home, [english])

    def hand_page_over(*paragraphs):
        page = StandardPageFactory(parent=home, body=text_body(*paragraphs))
        return commit(InTranslation, page, english)

    return hand_page_over


def found(client, **query):
    """Return the source texts that the list shows."""
    return sorted(row.shown_source for row in client.get(MEMORY, query).context["object_list"])


def test_what_belongs_to_no_page_can_be_forgotten(admin_client, english):
    import_tmx(FILE, None)
    row = StringTranslation.objects.get()
    assert "Forget the translation of “Eins”" in admin_client.get(MEMORY).content.decode()

    response = admin_client.post(f"{MEMORY}{row.pk}/forget/", {"next": f"{MEMORY}?q=eins"})

    assert response.url == f"{MEMORY}?q=eins"
    assert not StringTranslation.objects.exists()


def test_what_was_brought_in_can_be_forgotten_at_once(admin_client, admin_user, hand_over):
    page = hand_over("Eins eins.")
    write_unit(page.unit("Eins eins."), "One one.", user=admin_user)
    import_tmx(FILE, admin_user, approval="all")
    import_tmx(FILE.replace(b"Eins", b"Zwei"), admin_user)
    assert (
        "1 entry belongs to no page, or to one that is deleted."
        in admin_client.get(FILES, {"q": "eins"}).content.decode()
    )

    admin_client.post(f"{FILES}forget/?q=eins")

    left = StringTranslation.objects.values_list("translation_of__data", flat=True)
    assert set(left) == {"Eins eins.", "Zwei"}


def test_what_belongs_to_a_page_cannot(admin_client, admin_user, hand_over):
    page = hand_over(GREETING)
    write_unit(page.unit(GREETING), "Come.", user=admin_user)
    row = StringTranslation.objects.get()

    admin_client.post(f"{MEMORY}{row.pk}/forget/")

    assert StringTranslation.objects.filter(pk=row.pk).exists()
    assert "Forget the translation" not in admin_client.get(MEMORY).content.decode()


def test_what_belonged_to_a_deleted_page_can_be_forgotten_and_is_noted(
    client, admin_user, hand_over
):
    kept, gone = hand_over("Hier bleibt es."), hand_over("Eins und eins.")
    for page, text in ((kept, "Hier bleibt es."), (gone, "Eins und eins.")):
        write_unit(page.unit(text), "<b>x</b>", user=admin_user)
    Page.objects.filter(translation_key=gone.translation.source.object_id).first().delete()
    Page.objects.filter(translation_key=gone.translation.source.object_id).delete()
    group = Group.objects.create(name="keepers")
    grant_permissions(group, [ACCESS, MANAGE_MEMORY])
    grant_pages(group, Page.objects.filter(depth=2), "change")
    keeper = make_account("keeper", group, "en")
    client.force_login(keeper)
    assert found(client, belongs="deleted") == ["Eins und eins."]
    assert found(client, belongs="page") == ["Hier bleibt es."]
    row = StringTranslation.objects.get(translation_of__data="Eins und eins.")

    client.post(f"{MEMORY}{row.pk}/forget/")

    assert found(client) == ["Hier bleibt es."]
    [entry] = ModelLogEntry.objects.filter(action="univercity.memory_forgotten")
    assert (entry.user, entry.data) == (keeper, {"source": "Eins und eins.", "target": "x"})


def test_what_belonged_to_deleted_pages_can_be_forgotten_at_once(
    admin_client, admin_user, hand_over
):
    gone = hand_over("Eins.", "Zwei.")
    for unit in units_of([gone.translation]):
        write_unit(unit, "x", user=admin_user)
    import_tmx(FILE, admin_user)
    for page in Page.objects.filter(translation_key=gone.translation.source.object_id):
        page.delete()

    admin_client.post(f"{FILES}forget/?belongs=deleted")

    assert found(admin_client) == ["Eins"]


def test_entry_of_a_page_that_lives_on_in_one_language_cannot_be_forgotten(
    admin_client, admin_user, hand_over
):
    page = hand_over(GREETING)
    write_unit(page.unit(GREETING), "Come.", user=admin_user)
    page.target.delete()
    row = StringTranslation.objects.get()

    admin_client.post(f"{MEMORY}{row.pk}/forget/")

    assert StringTranslation.objects.filter(pk=row.pk).exists()
