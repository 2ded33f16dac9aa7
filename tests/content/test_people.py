"""Persons: kept once, shown on many pages, in the reader's language."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import translation
from wagtail.test.utils.form_data import nested_form_data, streamfield
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories import ImageFactory, PersonFactory, StandardPageFactory, VenueFactory
from tests.forms import FORMS, add_address, page_form
from tests.permissions import allow, log_in
from tests.sample_content import listed, raw
from univercity.content.snippets.people import Person


def contact(*persons, heading=""):
    return ("person", {"heading": heading, "persons": listed(*(person.pk for person in persons))})


@pytest.fixture
def page_with(home):
    """Return a function that makes a page with the given blocks."""

    def make(*blocks):
        return StandardPageFactory(parent=home, body=json.dumps(raw(blocks)))

    return make


def test_contact_is_an_h_card_with_working_links(client, page_with):
    person = PersonFactory(name="Projektbüro", pronouns="sie/ihr", image=ImageFactory())

    html = client.get(page_with(contact(person, heading="Fragen?")).url).content.decode()

    assert "<h2>Fragen?</h2>" in html
    assert '<span class="p-name">Projektbüro</span>' in html
    assert 'href="mailto:projektbuero@univercity.example"' in html
    assert 'href="tel:+49234123456"' in html


def test_contact_in_the_api_holds_the_facts_and_the_portrait(client, page_with):
    person = PersonFactory(image=ImageFactory(), image_alt="Am Schreibtisch")
    page = page_with(contact(person))

    [block] = client.get(f"/api/v2/pages/{page.pk}/").json()["body"]

    [answer] = block["value"]["persons"]
    assert answer["name"] == person.name
    assert answer["email"] == "projektbuero@univercity.example"
    assert answer["image"]["alt"] == "Am Schreibtisch"
    assert answer["image"]["renditions"].keys() == {"original", "portrait"}


def test_reader_gets_the_person_in_their_language(
    client, home, page_with, translate, translate_snippet
):
    person = PersonFactory()
    translate_snippet(person, role="Contact for partners")
    translate(home, slug="home")
    english_page = translate(page_with(contact(person)), slug="page")

    html = client.get(english_page.url).content.decode()

    assert "Contact for partners" in html
    assert "Ansprechperson" not in html


def test_person_that_is_not_translated_is_marked_as_german(client, home, page_with, translate):
    translate(home, slug="home")
    english_page = translate(page_with(contact(PersonFactory())), slug="page")

    assert (
        '<article class="person h-card" lang="de">' in client.get(english_page.url).content.decode()
    )


def test_unpublished_person_is_shown_nowhere(client, page_with):
    person = PersonFactory()
    page = page_with(contact(person, heading="Fragen?"))

    person.unpublish()

    assert "Fragen?" not in client.get(page.url).content.decode()
    assert client.get(f"/api/v2/pages/{page.pk}/").json()["body"][0]["value"]["persons"] == []


def test_portrait_without_alt_text_takes_that_of_the_image(db, german):
    person = PersonFactory.build(image=ImageFactory(), locale=german)

    person.full_clean()

    assert person.image_alt == "Eine Treppe"


def test_role_is_translated_and_name_and_contact_are_not(english):
    person = PersonFactory(office_hours="9 bis 15 Uhr")

    translate_object(person, [english])

    source = Translation.objects.get(source__object_id=person.translation_key).source
    texts = StringSegment.objects.filter(source=source).values_list("string__data", flat=True)
    assert set(texts) == {"Ansprechperson für Partner", "Haus Beispiel", "9 bis 15 Uhr"}
    english_person = person.get_translation(english)
    assert (english_person.name, english_person.live) == (person.name, False)


def test_page_in_translation_brings_its_persons_along(home, english, page_with):
    person = PersonFactory()
    page = page_with(contact(person))
    translate_object(home, [english])

    translate_object(page, [english])

    draft = page.get_translation(english).get_latest_revision_as_object()
    assert draft.body[0].value["persons"][0] == person.get_translation(english)


def test_list_of_persons_says_how_often_each_is_used(admin_client, page_with):
    person = PersonFactory()
    page = page_with(contact(person))

    content = admin_client.get("/admin/snippets/univercity/person/").content.decode()
    usage = admin_client.get(f"/admin/snippets/univercity/person/usage/{person.pk}/")

    assert f"/admin/snippets/univercity/person/usage/{person.pk}/" in content
    assert page.title in usage.content.decode()


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_taking_a_person_away_says_on_how_many_pages_it_is(admin_client, page_with, action):
    person = PersonFactory()
    page_with(contact(person))

    response = admin_client.get(f"/admin/snippets/univercity/person/{action}/{person.pk}/")

    assert response.context["usage_count"] == 1


def test_list_of_persons_is_found_by_role(admin_client):
    PersonFactory(name="Presse", role="Anfragen von Zeitungen")
    PersonFactory(name="Leitung")

    content = admin_client.get("/admin/snippets/univercity/person/?q=Zeitungen").content.decode()

    assert "Presse" in content
    assert "Leitung" not in content


def test_list_of_venues_can_be_searched_and_says_how_often_each_is_used(admin_client):
    VenueFactory(name="Blue Square")

    response = admin_client.get("/admin/snippets/calendar_pages/venue/?q=Blue")

    assert [venue.usage_count for venue in response.context["object_list"]] == [0]


@pytest.mark.parametrize("language", ["de", "en"])
def test_contact_without_persons_is_refused_with_a_message(client, home, language):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "add", "change", "publish")
    user = log_in(client, group)
    user.wagtail_userprofile.preferred_language = language
    user.wagtail_userprofile.save()
    block = {"heading": "Fragen?", "persons": streamfield([])}
    form = page_form("Seite", **{**FORMS[StandardPage], "body": streamfield([("person", block)])})

    response = client.post(
        add_address(StandardPage, home), {**nested_form_data(form), "action-publish": "1"}
    )

    [error] = response.context["form"].errors["body"].as_data()
    message = error.block_errors[0].block_errors["persons"].non_block_errors[0]
    expected = {"de": "Die minimale Anzahl", "en": "The minimum number"}[language]
    with translation.override(language):
        assert str(message).startswith(expected)
    assert "Fragen?" in response.content.decode()


@pytest.mark.parametrize(("permission", "status"), [("view_person", 302), ("change_person", 200)])
def test_person_is_edited_with_the_permission_only(client, home, permission, status):
    group = Group.objects.create(name="Team")
    allow(group, home, "change")
    group.permissions.add(Permission.objects.get(codename=permission))
    log_in(client, group)
    person = PersonFactory()

    response = client.get(f"/admin/snippets/univercity/person/edit/{person.pk}/")

    assert response.status_code == status


def test_preview_of_a_person_shows_it_in_its_language(db, english):
    person = PersonFactory(locale=english, role="Contact")

    html = person.make_preview_request().content.decode()

    assert '<html lang="en">' in html
    assert "Contact" in html


def test_persons_chosen_in_a_form_are_found_before_they_are_saved(db):
    block = StandardPage.body.field.stream_block.child_blocks["person"]
    person = PersonFactory()

    value = block.normalize({"heading": "", "persons": [person, None]})

    assert value.shown_persons == [Person.objects.get(pk=person.pk)]
