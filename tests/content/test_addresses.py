"""Addresses: fixed once a page was public, and changed on purpose."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories import StandardPageFactory, UserFactory
from tests.forms import FORMS, page_form
from tests.permissions import allow, log_in


@pytest.fixture
def page(home):
    """A page that was published at /de/impressum/."""
    page = StandardPageFactory(parent=home, title="Impressum", slug="impressum")
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def group(home):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "add", "change", "publish")
    return group


@pytest.fixture
def editor(client, group):
    return log_in(client, group)


def save(client, page, **fields):
    form = nested_form_data(page_form(page.title, **FORMS[StandardPage]))
    form = {**form, "slug": page.slug, **fields}
    return client.post(f"/admin/pages/{page.pk}/edit/", {**form, "action-publish": "1"})


def change_address(client, page, slug, **kwargs):
    return client.post(f"/admin/pages/{page.pk}/address/", {"slug": slug}, **kwargs)


@pytest.fixture
def move(django_capture_on_commit_callbacks):
    """Return a function that gives a page another slug, as the admin's view does."""

    def change_slug(page, slug):
        with django_capture_on_commit_callbacks(execute=True):
            type(page).objects.get(pk=page.pk).change_slug(slug)

    return change_slug


def old_paths():
    return sorted(Redirect.objects.values_list("old_path", flat=True))


# The lock


def test_slug_of_a_published_page_is_read_only_and_says_why(client, editor, page):
    content = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    slug = BeautifulSoup(content, "html.parser").find("input", {"name": "slug"})
    assert slug.has_attr("disabled")
    assert "Fest, seit die Seite am" in content
    assert f"/admin/pages/{page.pk}/address/" not in content


def test_live_preview_of_a_published_page_sends_no_slug(client, editor, page):
    form = nested_form_data(page_form(page.title, **FORMS[StandardPage]))
    del form["slug"]  # as a browser does with a field that is disabled

    answer = client.post(f"/admin/pages/{page.pk}/edit/preview/", form)

    assert answer.json() == {"is_valid": True, "is_available": True}


def test_slug_of_a_draft_can_be_changed(client, editor, home):
    draft = StandardPageFactory(parent=home, live=False)

    save(client, draft, slug="erster-versuch")

    assert StandardPage.objects.get(pk=draft.pk).slug == "erster-versuch"


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("de", "Unter dieser Adresse wurde die Seite veröffentlicht. Sie bleibt: impressum"),
        ("en", "The page was published under this address. It stays: impressum"),
    ],
)
def test_crafted_form_does_not_change_the_address(client, editor, page, language, message):
    editor.wagtail_userprofile.preferred_language = language
    editor.wagtail_userprofile.save()

    response = save(client, page, slug="ueber-uns")

    assert message in response.content.decode()
    assert StandardPage.objects.get(pk=page.pk).slug == "impressum"


def test_unpublished_page_keeps_its_address(client, editor, page):
    page.unpublish()

    save(client, page, slug="ueber-uns")

    assert StandardPage.objects.get(pk=page.pk).slug == "impressum"


@pytest.mark.parametrize("names", [["slug"], ["title", "slug"], None])
def test_saving_fields_does_not_change_the_address(page, names):
    page.slug = "ueber-uns"

    page.save(update_fields=names)

    stored = StandardPage.objects.get(pk=page.pk)
    assert (stored.slug, stored.url_path.split("/")[-2]) == ("impressum", "impressum")


def test_old_revision_brings_no_old_address_back(page, move):
    revision = page.get_latest_revision()
    move(page, "angaben")

    revision.publish()

    assert StandardPage.objects.get(pk=page.pk).slug == "angaben"


def test_translator_names_the_english_address_until_it_is_public(
    home, page, english, translate, django_capture_on_commit_callbacks
):
    translate(home, slug="home")
    translate_object(page, [english])
    translation = Translation.objects.get(source__object_id=page.translation_key)

    def publish(slug):
        with django_capture_on_commit_callbacks(execute=True):
            for segment in StringSegment.objects.filter(source=translation.source):
                text = slug if segment.context.path == "slug" else "Imprint"
                StringTranslation.objects.update_or_create(
                    translation_of=segment.string,
                    locale=english,
                    context=segment.context,
                    defaults={"data": text},
                )
            translation.save_target()
        return translation.get_target_instance().slug

    assert publish("imprint") == "imprint"
    assert publish("legal-notice") == "imprint"
    assert old_paths() == []


def test_api_does_not_change_the_address_of_a_published_page(
    client, admin_user, page, settings, token_of
):
    settings.API_WRITES = True
    form = {"slug": "ueber-uns", "meta": {"type": "home.StandardPage", "action": "publish"}}

    response = client.patch(
        f"/api/v3/pages/{page.pk}/",
        form,
        content_type="application/json",
        headers=token_of(admin_user, writes=True),
    )

    assert response.status_code == 422, response.content
    assert StandardPage.objects.get(pk=page.pk).slug == "impressum"


# Changing it on purpose


def test_editor_without_the_right_cannot_change_an_address(client, editor, page):
    response = change_address(client, page, "angaben")

    assert response.url == "/admin/"
    assert StandardPage.objects.get(pk=page.pk).slug == "impressum"


@pytest.fixture
def chief_editor(client, group, editor):
    group.permissions.add(Permission.objects.get(codename="change_slug"))
    return editor


def test_editor_with_the_right_changes_an_address(
    client, chief_editor, page, django_capture_on_commit_callbacks
):
    form = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f'<a href="/admin/pages/{page.pk}/address/">Adresse ändern</a>' in form
    assert "Adresse jetzt:" in client.get(f"/admin/pages/{page.pk}/address/").content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        response = change_address(client, page, "angaben", follow=True)

    assert "Ihre frühere Adresse führt dorthin" in response.content.decode()
    assert client.get("/de/angaben/").status_code == 200
    assert client.get("/de/impressum/").url == "/de/angaben/"
    history = client.get(f"/admin/pages/{page.pk}/history/").content.decode()
    assert "Adresse geändert von &#x27;impressum&#x27; zu &#x27;angaben&#x27;" in history


@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("impressum", "Diese Adresse hat die Seite schon."),
        ("belegt", "Eine andere Seite hat hier diese Adresse."),
    ],
)
def test_address_that_cannot_be_is_refused(client, chief_editor, home, page, slug, message):
    StandardPageFactory(parent=home, slug="belegt")

    assert message in change_address(client, page, slug).content.decode()


def test_right_to_change_an_address_ends_where_the_pages_of_others_begin(
    client, chief_editor, page, group
):
    foreign = StandardPageFactory(parent=Page.objects.get(depth=1), slug="fremd")
    foreign.save_revision().publish()

    assert change_address(client, foreign, "meins").url == "/admin/"


def test_address_is_changed_by_those_who_publish_only(client, chief_editor, group, page):
    group.page_permissions.filter(permission__codename="publish_page").delete()

    response = change_address(client, page, "angaben")

    assert response.url == "/admin/"
    assert StandardPage.objects.get(pk=page.pk).slug == "impressum"


def test_address_changes_although_the_page_lacks_a_field_of_today(page, move):
    StandardPage.objects.filter(pk=page.pk).update(title="")

    move(page, "angaben")

    assert StandardPage.objects.get(pk=page.pk).slug == "angaben"


def test_address_of_a_page_that_somebody_has_locked_stays(client, chief_editor, page):
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=UserFactory())

    response = change_address(client, page, "angaben")

    assert response.url == "/admin/"
    assert StandardPage.objects.get(pk=page.pk).slug == "impressum"


def test_address_of_a_draft_is_changed_in_its_editor(client, chief_editor, home):
    draft = StandardPageFactory(parent=home, live=False)

    assert change_address(client, draft, "anders").url == f"/admin/pages/{draft.pk}/edit/"


def test_changing_an_address_publishes_no_draft(client, page, move):
    page.title = "Entwurf"
    page.save_revision()

    move(page, "angaben")

    page = StandardPage.objects.get(pk=page.pk)
    assert (page.title, page.slug) == ("Impressum", "angaben")
    assert page.get_latest_revision_as_object().title == "Entwurf"
    assert page.get_latest_revision_as_object().slug == "angaben"
