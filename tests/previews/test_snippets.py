"""Previews of what is kept once: shown in a frontend on a page that uses it."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.factories import (
    EventPageFactory,
    PersonFactory,
    SharedContentFactory,
    StandardPageFactory,
    VenueFactory,
)
from tests.forms import empty_stream, text_stream
from tests.permissions import allow, log_in
from tests.previews.panel import open_in, token_in
from tests.sample_content import listed, raw
from univercity.content.site_settings import SiteSettings
from univercity.previews.models import PreviewToken

MODELS = ("person", "sharedcontent", "sitesettings", "venue")
UNKNOWN = ("lift", "accessible_toilet", "induction_loop", "guide_dogs", "accessible_parking")


@pytest.fixture
def editor(client, home):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "change")
    names = [f"{action}_{model}" for action in ("add", "change") for model in MODELS]
    group.permissions.set(Permission.objects.filter(codename__in=names))
    return log_in(client, group)


@pytest.fixture
def page_with(home):
    """Return a function that makes a public page with one block."""

    def make(name, value, **fields):
        body = json.dumps(raw([(name, value)]))
        return StandardPageFactory(parent=home, body=body, **fields)

    return make


def preview_address(snippet):
    options = snippet._meta
    return f"/admin/snippets/{options.app_label}/{options.model_name}/preview/{snippet.pk}/"


def person_form(name, **fields):
    empty = ("pronouns", "institution", "image", "image_alt", "email", "phone", "office_hours")
    return {"name": name, "role": "", **dict.fromkeys(empty, ""), **fields}


def shown_by(token, page=None):
    """Return what a token shows: the answer of the API, checked to be that of ``page``."""
    answer = Client().get("/api/v3/preview/", headers={"X-Preview-Token": token}).json()
    assert page is None or answer["page"]["id"] == page.pk
    return json.dumps(answer, ensure_ascii=False)


def persons(*found):
    return {"heading": "", "persons": listed(*(person.pk for person in found))}


def test_person_is_shown_on_a_page_that_uses_it(client, editor, frontend, page_with):
    person, other = PersonFactory(name="Vorher"), PersonFactory(name="Andere")
    page = page_with("person", persons(person, other))

    response = open_in(client, preview_address(person), frontend, person_form("Nachher"))

    assert f"path=%2Fde%2F{page.slug}%2F" in response["Location"]
    shown = shown_by(token_in(response), page)
    assert "Nachher" in shown
    assert "Andere" in shown
    assert "Vorher" not in shown
    public = Client().get(f"/api/v3/pages/{page.pk}/").content.decode()
    assert "Vorher" in public
    assert "Nachher" not in public


def test_person_is_shown_in_html_too(client, editor, frontend, page_with):
    person = PersonFactory(name="Vorher")
    page_with("person", persons(person))
    response = open_in(client, preview_address(person), frontend, person_form("Nachher"))

    html = Client().get("/preview/", {"token": token_in(response)}).content.decode()

    assert '<span class="p-name">Nachher</span>' in html


def test_person_that_is_not_public_is_shown_in_the_preview_only(
    client, editor, frontend, page_with
):
    person = PersonFactory(name="Neu", live=False)
    page = page_with("person", persons(person))

    response = open_in(client, preview_address(person), frontend, person_form("Neu"))

    assert "Neu" in shown_by(token_in(response), page)
    assert "Neu" not in Client().get(f"/api/v3/pages/{page.pk}/").content.decode()


def test_shared_content_is_shown_on_a_page_that_uses_it(client, editor, frontend, page_with):
    content = SharedContentFactory()
    page = page_with("shared_content", {"content": content.pk})
    form = {"name": "Kontakt", "body": text_stream("<p>Ganz neuer Text.</p>")}

    response = open_in(client, preview_address(content), frontend, form)

    assert "Ganz neuer Text." in shown_by(token_in(response), page)


def test_person_within_shared_content_is_shown_on_the_page_around_it(
    client, editor, frontend, page_with
):
    person = PersonFactory(name="Vorher")
    content = SharedContentFactory(body=json.dumps(raw([("person", persons(person))])))
    page = page_with("shared_content", {"content": content.pk})

    response = open_in(client, preview_address(person), frontend, person_form("Nachher"))

    assert "Nachher" in shown_by(token_in(response), page)


def test_venue_is_shown_on_an_event_there(client, editor, frontend, calendar):
    venue = VenueFactory(name="Vorher")
    event = EventPageFactory(parent=calendar, venue=venue)
    form = {"name": "Planetarium", "step_free": "yes", **dict.fromkeys(UNKNOWN, "unknown")}

    response = open_in(client, preview_address(venue), frontend, form)

    assert "Planetarium" in shown_by(token_in(response), event)


def test_settings_are_shown_around_the_home_page(client, editor, frontend, home, german):
    settings = SiteSettings.objects.create(
        site=home.get_site(), locale=german, organisation="Vorher"
    )
    form = {
        "site": settings.site_id,
        "organisation": "Nachher e. V.",
        "navigation": streamfield([("link", {"label": "Start", "page": home.pk, "url": ""})]),
        "footer_links": empty_stream(),
        "social_profiles": empty_stream(),
    }

    token = token_in(open_in(client, preview_address(settings), frontend, form))

    html = Client().get("/preview/", {"token": token}).content.decode()
    assert "Nachher e. V." in html
    assert "Vorher" not in html
    assert "Vorher" in Client().get("/de/").content.decode()
    answer = Client().get("/api/v3/preview/", {"token": token}).json()
    assert [entry["text"] for entry in answer["navigation"]["entries"]] == ["Start"]


def test_translated_person_is_shown_on_a_page_in_that_language(
    client, editor, frontend, page_with, translate, translate_snippet
):
    person = PersonFactory(role="Ansprechperson")
    page = page_with("person", persons(person))
    english_page, english_person = translate(page, slug="page"), translate_snippet(person)

    response = open_in(
        client, preview_address(english_person), frontend, person_form("Ada", role="Contact")
    )

    assert response["Location"].endswith("&locale=en")
    assert "Contact" in shown_by(token_in(response), english_page)


def test_snippet_on_no_page_says_so(client, editor, frontend):
    person = PersonFactory()
    client.post(preview_address(person), nested_form_data(person_form("Neu")))

    response = client.get(preview_address(person), {"mode": f"frontend-{frontend.pk}"})

    assert response.status_code == 200
    assert "Auf keiner Seite" in response.content.decode()
    assert not PreviewToken.objects.exists()


def test_snippet_is_not_shown_on_a_draft_of_others(client, editor, frontend, page_with, calendar):
    group = editor.groups.get()
    group.page_permissions.all().delete()
    allow(group, calendar, "change")
    person = PersonFactory()
    page_with("person", persons(person), live=False)
    client.post(preview_address(person), nested_form_data(person_form("Neu")))

    response = client.get(preview_address(person), {"mode": f"frontend-{frontend.pk}"})

    assert response.status_code == 200
    assert not PreviewToken.objects.exists()


def test_token_of_somebody_who_lost_the_right_to_the_snippet_opens_nothing(
    client, editor, frontend, page_with
):
    person = PersonFactory()
    page_with("person", persons(person))
    token = token_in(open_in(client, preview_address(person), frontend, person_form("Neu")))

    editor.groups.get().permissions.remove(Permission.objects.get(codename="change_person"))

    response = Client().get("/api/v3/preview/", headers={"X-Preview-Token": token})
    assert (response.status_code, response.json()["type"]) == (
        401,
        "/api/problems/preview-token-revoked/",
    )


@pytest.mark.parametrize("hide", ["unpublish", "close"])
def test_token_for_a_snippet_ends_where_its_page_is_hidden(
    client, editor, frontend, page_with, calendar, hide
):
    editor.groups.get().page_permissions.all().delete()
    allow(editor.groups.get(), calendar, "change")
    person = PersonFactory()
    page = page_with("person", persons(person))
    token = token_in(open_in(client, preview_address(person), frontend, person_form("Neu")))
    assert "Neu" in shown_by(token, page)

    if hide == "unpublish":
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    response = Client().get("/api/v3/preview/", headers={"X-Preview-Token": token})
    assert response.status_code == 401


def test_what_a_preview_shows_ends_with_its_request(client, editor, frontend, page_with):
    person = PersonFactory(name="Vorher")
    page = page_with("person", persons(person))
    reader = Client()
    response = open_in(client, preview_address(person), frontend, person_form("Nachher"))

    for address in ("/api/v3/preview/", f"/api/v2/pages/{page.pk}/"):
        reader.get(address, headers={"X-Preview-Token": token_in(response)})

        assert "Vorher" in reader.get(page.url).content.decode()
