"""Tree and translations stay whole, whatever is done; what is wrong, a command finds."""

import io

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories import StandardPageFactory
from tests.translation.test_localize import submit, translate_all

__all__ = ["submit"]  # a fixture


def check():
    """Run the command; return what it says, one line for each fault."""
    output = io.StringIO()
    try:
        call_command("check_translations", stdout=output)
    except CommandError as error:
        return str(error).splitlines()
    return []


@pytest.fixture
def pages(home, submit):
    """The home page, a section and a page of it, all public in both languages."""
    section = StandardPageFactory(parent=home, title="Bereich", slug="bereich")
    page = StandardPageFactory(parent=section, title="Seite", slug="seite")
    StandardPageFactory(parent=section, title="Andere", slug="andere")
    for source in (home, section, page):
        translate_all(submit(source))
    return home, section, StandardPage.objects.get(pk=page.pk)


def post(client, name, *arguments, **data):
    response = client.post(reverse(name, args=arguments), data)
    assert response.status_code == 302, response.content[:300]


def english_of(page, english):
    return StandardPage.objects.get(translation_key=page.translation_key, locale=english)


def synchronise(client, page, english):
    source = TranslationSource.objects.get(object_id=page.translation_key)
    post(client, "wagtail_localize:update_translations", source.pk, publish_translations="on")


def convert(client, page, english):
    post(client, "wagtail_localize:convert_to_alias", english_of(page, english).pk)


def move(client, page, english):
    post(client, "wagtailadmin_pages:move_confirm", page.pk, page.get_parent().get_parent().pk)


def move_english(client, page, english):
    move(client, english_of(page, english), english)


def delete(client, page, english):
    post(client, "wagtailadmin_pages:delete", page.pk)


def copy(client, page, english):
    data = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": page.get_parent().pk}
    post(client, "wagtailadmin_pages:copy", page.pk, **data)


def unpublish(client, page, english):
    post(client, "wagtailadmin_pages:unpublish", page.pk)


def stop(client, page, english):
    translation = Translation.objects.get(source__object_id=page.translation_key)
    post(client, "wagtail_localize:stop_translation", translation.pk)


OPERATIONS = [synchronise, convert, move, move_english, delete, copy, unpublish, stop]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.__name__)
def test_tree_is_whole_after(
    operation, pages, english, admin_client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        operation(admin_client, pages[2], english)

    faults = check()
    assert [fault for fault in faults if not fault.endswith("only in en")] == []
    assert bool(faults) == (operation is delete)


def test_page_that_becomes_a_copy_of_the_german_one_goes_offline(
    pages, english, admin_client, client
):
    page = pages[2]
    assert client.get("/en/bereich/seite/").status_code == 200

    convert(admin_client, page, english)

    copy = english_of(page, english)
    assert (copy.title, copy.live) == ("Seite", False)
    page.title = "Geändert"
    page.save_revision().publish()
    assert not english_of(page, english).live


def test_no_address_is_redirected_that_was_never_public(home, submit):
    page = StandardPageFactory(parent=home, title="Über uns", slug="ueber-uns")
    translate_all(submit(home))
    translation = submit(page)
    segment = translation.source.stringsegment_set.get(context__path="slug")
    segment.string.translations.create(
        locale=translation.target_locale, context=segment.context, data="about-us"
    )

    translation.save_target(publish=False)

    assert translation.get_target_instance().slug == "about-us"
    assert not Redirect.objects.exists()


# What is found


def test_nothing_is_wrong_with_the_pages_of_these_tests(pages):
    assert check() == []


def test_wrong_tree_is_found(pages):
    Page.objects.filter(pk=pages[1].pk).update(numchild=0)

    assert check() == [f"Page {pages[1].pk}: wrong number of pages below; mend it with fixtree"]


def test_page_that_is_translated_from_english_is_found(pages, german, english):
    page = StandardPageFactory(parent=pages[0].get_translation(english), locale=english)
    translate_object(page, [german])

    [fault] = check()

    assert fault == f"“{page.title}”: translated from another language than de"


def test_page_that_exists_in_english_only_is_found(pages, english):
    page = StandardPageFactory(parent=pages[0].get_translation(english), locale=english)

    [fault] = check()

    assert fault == f"Page {page.pk} “{page.title}”: only in en"


def test_public_copy_of_a_german_page_is_found(pages, english):
    copy = pages[1].get_children().get(title="Andere").specific
    alias = copy.copy_for_translation(english, alias=True)
    Page.objects.filter(pk=alias.pk).update(live=True)

    [fault] = check()

    assert fault == f"Page {alias.pk} “Andere”: public in en, with the text of its source"


def test_page_that_is_translated_twice_is_found(pages, english, german):
    source = TranslationSource.objects.get(object_id=pages[2].translation_key)
    french = pages[0].locale.__class__.objects.create(language_code="fr")
    again = TranslationSource.objects.create(
        object=source.object,
        specific_content_type=ContentType.objects.get_for_model(StandardPage),
        locale=french,
        object_repr="Seite",
        content_json="{}",
        last_updated_at=source.last_updated_at,
    )
    Translation.objects.create(source=again, target_locale=english)

    assert "“Seite”: translated into en twice" in check()
