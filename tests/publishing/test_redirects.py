"""Redirects: old addresses lead to the page, and nowhere else."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories import StandardPageFactory
from univercity.translation.units import units_of, write_unit


@pytest.fixture
def page(home):
    """A page that was published at /de/impressum/."""
    page = StandardPageFactory(parent=home, title="Impressum", slug="impressum")
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def move(django_capture_on_commit_callbacks):
    """Return a function that gives a page another slug, as the admin's view does."""

    def change_slug(page, slug):
        with django_capture_on_commit_callbacks(execute=True):
            type(page).objects.get(pk=page.pk).change_slug(slug)

    return change_slug


def old_paths():
    return sorted(Redirect.objects.values_list("old_path", flat=True))


def test_pages_below_keep_answering_at_their_old_addresses(client, page, move):
    child = StandardPageFactory(parent=page, slug="kontakt")
    child.save_revision().publish()

    move(page, "angaben")

    assert client.get("/de/impressum/kontakt/").url == "/de/angaben/kontakt/"


def test_moved_page_keeps_answering_at_its_old_address(client, home, page):
    section = StandardPageFactory(parent=home, slug="bereich")

    page.move(section, pos="last-child")

    assert client.get("/de/impressum/").url == "/de/bereich/impressum/"


def test_english_page_keeps_answering_at_its_old_address(client, home, page, translate, move):
    translate(home, slug="home")
    english_page = translate(page, slug="imprint")

    move(english_page, "legal-notice")

    assert old_paths() == ["/en/imprint"]
    assert client.get("/en/imprint/").url == "/en/legal-notice/"


def test_api_finds_the_page_behind_an_old_address(client, page, move):
    move(page, "angaben")

    answer = client.get("/api/v2/redirects/find/?html_path=/de/impressum", follow=True).json()

    assert answer["location"] == "/de/angaben/"


def test_page_that_was_never_public_leaves_no_redirect(home, django_capture_on_commit_callbacks):
    draft = StandardPageFactory(parent=home, slug="entwurf", live=False)
    section = StandardPageFactory(parent=home)

    with django_capture_on_commit_callbacks(execute=True):
        draft.slug = "anders"
        draft.save()
    draft.move(section, pos="last-child")

    assert old_paths() == []


def test_draft_of_a_translation_leaves_no_redirect_from_the_german_slug(
    home, page, english, django_capture_on_commit_callbacks
):
    translate_object(home, [english])
    translate_object(page, [english])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    slug = StringSegment.objects.get(source=translation.source, context__path="slug")
    StringTranslation.objects.create(
        translation_of=slug.string, locale=english, context=slug.context, data="imprint"
    )

    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=False)

    assert translation.get_target_instance().slug == "imprint"
    assert old_paths() == []


@pytest.mark.parametrize("has_public_page_below", [False, True])
def test_publishing_a_translation_leaves_no_redirect_from_the_german_slug(
    home, page, english, commit, translate, publish_in_english, has_public_page_below
):
    translate(home, slug="home")
    commit(translate_object, page, [english])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    if has_public_page_below:
        StandardPageFactory(
            parent=translation.get_target_instance(), slug="contact", locale=english
        ).save_revision().publish()
    for unit in units_of([translation]):
        write_unit(unit, "imprint", user=None)

    commit(translation.save_target)

    assert translation.get_target_instance().get_url() == "/en/imprint/"
    assert "/en/impressum" not in old_paths()


def test_page_that_returns_to_its_address_is_not_redirected_to_itself(client, page, move):
    move(page, "angaben")
    move(page, "impressum")
    Page.objects.get(pk=page.pk).unpublish()

    assert old_paths() == ["/de/angaben"]
    assert client.get("/de/impressum/").status_code == 404


def test_new_page_at_an_old_address_is_shown(client, home, page, move):
    move(page, "angaben")

    StandardPageFactory(parent=home, title="Neues Impressum", slug="impressum")

    assert "Neues Impressum" in client.get("/de/impressum/").content.decode()


def test_old_addresses_of_several_changes_lead_to_the_last_in_one_step(client, page, move):
    for slug in ("b", "c"):
        move(page, slug)

    assert client.get("/de/impressum/").url == "/de/c/"
    assert client.get("/de/b/").url == "/de/c/"
