"""Links and images of a translation: as in the source, or chosen for its language."""

import json

import pytest

from roles.setup import set_up_roles
from roles.table import EDITORS, TRANSLATORS
from tests.accounts import make_account
from tests.factories import ImageFactory, StandardPageFactory
from tests.sample_content import figure, raw
from tests.translation_desk.desk import InTranslation, messages, soup, text_body
from univercity.translation_desk.editor.overrides import values_of
from univercity.translation_desk.editor.texts import Desk


@pytest.fixture
def parent(home, translate):
    translate(home, slug="home")
    set_up_roles()
    return home


@pytest.fixture
def translator(client, parent):
    client.force_login(make_account("uebersetzung", TRANSLATORS))


def values(work):
    return values_of(work.translation, Desk(work.translation).places)


def address(work, value):
    return f"/admin/translation/{work.translation.pk}/override/{value.segment.pk}/"


@pytest.fixture
def linked(parent, english):
    link = '<a href="https://example.org/de">hier</a>'
    page = StandardPageFactory(parent=parent, title="Link", body=text_body(f"Mehr {link}."))
    return InTranslation(page, english)


def test_list_names_place_and_value(client, translator, linked):
    page = soup(client.get(f"/admin/translation/{linked.translation.pk}/values/"))

    cells = [cell.get_text(" ", strip=True) for cell in page.select("tbody td")]
    change = "wie im Original Ändern : Inhalt › Text › Link"
    assert cells == ["Inhalt › Text › Link", "https://example.org/de", change]


def test_editor_leads_to_the_list(client, translator, linked):
    links = soup(client.get(linked.address)).select(".desk__rest a")

    assert "Links und Bilder für Englisch (1)" in [link.get_text(strip=True) for link in links]


def test_address_is_chosen_for_the_language_and_taken_back(client, translator, linked):
    [value] = values(linked)

    response = client.post(address(linked, value), {"value": "https://example.org/en"}, follow=True)

    assert "Gewählt" in messages(response)[0]
    [value] = values(linked)
    assert value.own == "https://example.org/en"
    linked.write()
    assert linked.preview(client).select_one("main a")["href"] == "https://example.org/en"
    client.post(address(linked, value), {"take-back": "1"})
    assert values(linked)[0].own is None


def test_image_is_chosen_for_the_language(client, translator, parent, english):
    body = json.dumps(raw([("figure", figure("Hörsaal", "Reihen"))]))
    work = InTranslation(StandardPageFactory(parent=parent, title="Bild", body=body), english)
    other = ImageFactory(title="Lecture hall")
    [value] = [each for each in values(work) if each.given.__class__ is other.__class__]
    assert "An image" in client.get(address(work, value)).content.decode()

    client.post(address(work, value), {"value": other.pk})

    chosen = [each.own for each in values(work) if each.own]
    assert chosen == [other]


def test_pages_can_be_published_without_what_was_once_chosen(client, translator, parent, english):
    def call_to(**link):
        block = {"heading": "Hin", "text": "", "link": {"label": "Los", **link}}
        return json.dumps(raw([("call_to_action", block)]))

    body = call_to(page=parent.pk)
    work = InTranslation(StandardPageFactory(parent=parent, title="Los", body=body), english)
    [value] = values(work)
    assert client.get(address(work, value)).status_code == 200

    page = StandardPageFactory(parent=parent, body=call_to(url="https://www.bochum.de"))

    page.body.stream_block.clean(page.body)


def test_wrong_address_is_refused_with_a_message(client, translator, linked):
    [value] = values(linked)

    response = client.post(address(linked, value), {"value": "no address"})

    assert "gültige Adresse" in response.content.decode()
    assert values(linked)[0].own is None


def test_who_may_not_translate_chooses_nothing(client, parent, linked):
    client.force_login(make_account("redaktion", EDITORS))
    [value] = values(linked)

    response = client.post(address(linked, value), {"value": "https://example.org/en"})

    assert response.status_code == 302
    assert values(linked)[0].own is None
