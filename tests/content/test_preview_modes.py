"""What the preview beside the form shows: as visitors, as API answer, as on social media."""

import json
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from calendar_pages.models import CalendarPage, EventPage
from home.models import StandardPage
from network.models import LeitbildPage, PartnerIndexPage, PartnerPage
from tests.factories import ImageFactory, StandardPageFactory, VenueFactory
from tests.forms import FORMS, empty_stream, page_form
from tests.permissions import allow, log_in
from univercity.content.site_settings import SiteSettings

MODES = ["", "api", "social"]


@pytest.fixture
def editor(client, home):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "add", "change", "publish")
    for codename in ("change_venue", "add_venue", "change_sitesettings", "add_sitesettings"):
        group.permissions.add(Permission.objects.get(codename=codename))
    return log_in(client, group)


@pytest.fixture
def parents(home, network, calendar):
    return {
        StandardPage: home,
        LeitbildPage: home,
        PartnerIndexPage: home,
        PartnerPage: network,
        CalendarPage: home,
        EventPage: calendar,
    }


def preview(client, address, form, mode=""):
    """Send the form as the preview panel does and return what the panel then shows."""
    answer = client.post(address, nested_form_data(form)).json()
    assert answer == {"is_valid": True, "is_available": True}
    shown = client.get(address, {"mode": mode, "in_preview_panel": "true"})
    assert shown.status_code == 200
    return BeautifulSoup(shown.content, "html.parser")


def new_page_address(model, parent):
    options = model._meta
    return f"/admin/pages/add/{options.app_label}/{options.model_name}/{parent.pk}/preview/"


def make_room(model, parent):
    for page in parent.get_children().type(model):
        page.delete()
    return Page.objects.get(pk=parent.pk)


def answer_in(soup):
    return json.loads(soup.find("pre").get_text())


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("model", FORMS)
def test_new_page_of_each_type_has_every_preview(client, editor, parents, model, mode):
    parent = make_room(model, parents[model])

    soup = preview(
        client, new_page_address(model, parent), page_form("Ganz neu", **FORMS[model]), mode
    )

    assert "Ganz neu" in soup.get_text()
    assert soup.html["lang"] == "de"
    assert not soup.find_all(style=True)
    assert [script for script in soup.main.find_all("script") if not script.get("src")] == []


@pytest.mark.parametrize("mode", MODES)
def test_event_without_values_has_every_preview(client, editor, calendar, mode):
    form = page_form("", slug="", **FORMS[EventPage])
    form |= {"lead": "", "body": empty_stream(), "dates": inline_formset([])}

    soup = preview(client, new_page_address(EventPage, calendar), form, mode)

    assert soup.main


def test_partner_without_values_has_an_api_answer(client, editor, network):
    form = page_form("Neu", **FORMS[PartnerPage])
    form |= {"short_name": "", "kind": "", "introduction": rich_text(""), "latitude": ""}

    soup = preview(client, new_page_address(PartnerPage, network), form, "api")

    assert answer_in(soup)["short_name"] == ""


def test_api_preview_shows_unsaved_values_of_an_existing_page(client, editor, home):
    page = StandardPageFactory(parent=home, title="Vorher")
    form = page_form("Nachher", **FORMS[StandardPage])

    soup = preview(client, f"/admin/pages/{page.pk}/edit/preview/", form, "api")

    answer = answer_in(soup)
    assert (answer["id"], answer["title"]) == (page.pk, "Nachher")
    assert "Willkommen." in answer["body"][0]["value"]


def test_api_preview_is_what_the_api_answers(client, editor, network):
    form = page_form("Netzwerk", introduction=rich_text(""), teaser="Wer dazugehört.")
    address = f"/admin/pages/{network.pk}/edit/"
    client.post(address, {**nested_form_data(form), "action-publish": "1"})

    soup = preview(client, f"{address}preview/", form, "api")

    assert answer_in(soup) == client.get(f"/api/v3/pages/{network.pk}/").json()


def test_api_preview_escapes_what_editors_write(client, editor, home):
    form = page_form("<script>alert(1)</script>", slug="x", **FORMS[StandardPage])

    soup = preview(client, new_page_address(StandardPage, home), form, "api")

    assert soup.main.find("script") is None
    assert answer_in(soup)["title"] == "<script>alert(1)</script>"


def test_social_preview_shows_the_card(client, editor, home):
    image = ImageFactory()
    form = page_form("Nachtschicht", **FORMS[StandardPage])
    form |= {"teaser": "Eine Nacht im Labor.", "teaser_image": image.pk}
    form |= {"teaser_image_alt": "Ein Labor bei Nacht"}

    soup = preview(client, new_page_address(StandardPage, home), form, "social")

    card = soup.find("article")
    assert card.img["alt"] == "Ein Labor bei Nacht"
    assert "fill-1200x630" in card.img["src"]
    assert [part.get_text() for part in card.find_all(["p", "h2"])] == [
        "localhost",
        "Nachtschicht",
        "Eine Nacht im Labor.",
    ]
    assert "Es fehlt nichts" in soup.get_text()


def test_social_preview_says_what_is_missing(client, editor, home):
    form = page_form("x" * 71, **FORMS[StandardPage])

    soup = preview(client, new_page_address(StandardPage, home), form, "social")

    hints = [item.get_text() for item in soup.main.find_all("li")]
    assert len(hints) == 3
    assert "71 Zeichen" in hints[0]
    assert "Anreißer" in hints[1]
    assert "Bild" in hints[2]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("de", ["Wie Gäste sie sehen", "Als API-Antwort", "In sozialen Medien geteilt"]),
        ("en", ["As visitors see it", "As API answer", "As shared on social media"]),
    ],
)
def test_editor_chooses_mode_and_size_in_the_language_of_the_admin(
    client, editor, home, language, labels
):
    editor.wagtail_userprofile.preferred_language = language
    editor.wagtail_userprofile.save()
    page = StandardPageFactory(parent=home)

    content = unescape(client.get(f"/admin/pages/{page.pk}/edit/").content.decode())

    soup = BeautifulSoup(content, "html.parser")
    options = soup.find("select", attrs={"data-w-preview-target": "mode"}).find_all("option")
    assert [option.get_text(strip=True) for option in options] == labels
    sizes = {"de": ["Telefon", "Tablet", "Desktop"], "en": ["Phone", "Tablet", "Desktop"]}
    assert all(size in content for size in sizes[language])


def test_venue_is_previewed_in_the_design_of_the_site(client, editor, home):
    venue = VenueFactory(city="Bochum")
    form = {"name": "Planetarium", "city": "Bochum", "step_free": "yes"}
    others = ("lift", "accessible_toilet", "induction_loop", "guide_dogs", "accessible_parking")
    form |= dict.fromkeys(others, "unknown")

    soup = preview(client, f"/admin/snippets/calendar_pages/venue/preview/{venue.pk}/", form)

    assert soup.h1.get_text() == "Planetarium"
    assert soup.html["lang"] == "de"
    assert "Stufenloser Eingang: Ja" in soup.main.get_text()


def test_new_venue_without_values_is_previewed(client, editor, home):
    form = {"name": "", "step_free": "unknown"}
    others = ("lift", "accessible_toilet", "induction_loop", "guide_dogs", "accessible_parking")
    form |= dict.fromkeys(others, "unknown")

    soup = preview(client, "/admin/snippets/calendar_pages/venue/preview/", form)

    assert soup.main


def test_site_settings_are_previewed_around_a_page(client, editor, home, german):
    settings = SiteSettings.objects.create(
        site=home.get_site(), locale=german, organisation="UniverCity"
    )
    link = {"label": "Zum Leitbild", "page": home.pk, "url": ""}
    form = {
        "site": settings.site_id,
        "navigation": streamfield([("link", link)]),
        "footer_links": empty_stream(),
        "social_profiles": empty_stream(),
        "organisation": "UniverCity Bochum e. V.",
    }

    soup = preview(client, f"/admin/snippets/univercity/sitesettings/preview/{settings.pk}/", form)

    assert "Zum Leitbild" in soup.header.get_text()
    assert "UniverCity Bochum e. V." in soup.footer.get_text()


def test_visitor_of_another_institution_gets_no_preview(client, home, network):
    group = Group.objects.create(name="Andere")
    allow(group, network, "change")
    log_in(client, group)
    page = StandardPageFactory(parent=home)

    for mode in MODES:
        shown = client.get(f"/admin/pages/{page.pk}/edit/preview/", {"mode": mode})
        assert shown.status_code == 302
