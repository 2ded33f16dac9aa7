"""Blocks about the network: the mission with its guiding principles."""

import json

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from tests.factories import PartnerPageFactory, StandardPageFactory
from tests.sample_content import listed, raw

STATEMENTS = ["Wir fragen.", "Wir öffnen Türen.", "Wir bleiben."]


@pytest.fixture
def mission(leitbild):
    principles = [
        ("principle", {"statement": statement, "explanation": "<p>Immer.</p>"})
        for statement in STATEMENTS
    ]
    leitbild.principles = json.dumps(raw(principles))
    leitbild.save()
    return leitbild


def teaser(home, mission, **fields):
    value = {"heading": "Wofür wir stehen", "text": "Kurz.", "page": mission.pk, **fields}
    return StandardPageFactory(parent=home, body=json.dumps(raw([("mission_teaser", value)])))


def principles(client, page):
    """Return statement and address of each principle, the same in HTML and API."""
    soup = BeautifulSoup(client.get(page.get_url()).content, "html.parser")
    links = [(link.text, link["href"]) for link in soup.select(".mission__principles a")]
    [block] = client.get(f"/api/v2/pages/{page.pk}/").json()["body"]
    answer = block["value"]["principles"]
    assert [(item["statement"], item["href"]) for item in answer] == links
    return links


@pytest.mark.parametrize(("number", "shown"), [(2, 2), (None, 3), (0, 0), (20, 3)])
def test_teaser_lists_as_many_principles_as_chosen(client, home, mission, number, shown):
    links = principles(client, teaser(home, mission, number=number))

    assert [text for text, _address in links] == STATEMENTS[:shown]


def test_teaser_saved_before_it_could_list_principles_lists_none(client, home, mission):
    assert principles(client, teaser(home, mission)) == []


def test_principle_leads_to_its_place_in_the_leitbild(client, home, mission):
    [(_text, address)] = principles(client, teaser(home, mission, number=1))

    path, anchor = address.split("#")
    assert f'id="{anchor}"' in client.get(path).content.decode()


def test_principle_leads_to_its_place_in_the_translated_leitbild(client, home, mission, translate):
    page = teaser(home, mission, number=1)
    translate(home, slug="home")
    translate(mission, slug="mission")

    [(_text, address)] = principles(client, translate(page, slug="page"))

    path, anchor = address.split("#")
    assert (path, anchor) == ("/en/mission/", "principle-1")
    assert f'id="{anchor}"' in client.get(path).content.decode()


@pytest.mark.parametrize(
    ("selection", "shown"),
    [("all", ["Jetzt"]), ("university", ["Jetzt"]), ("city", []), ("chosen", ["Früher", "Jetzt"])],
)
def test_cards_show_public_partners_and_members_unless_chosen(
    client, home, network, selection, shown
):
    former = PartnerPageFactory(parent=network, title="Früher", status="former")
    member = PartnerPageFactory(parent=network, title="Jetzt")
    draft = PartnerPageFactory(parent=network, title="Entwurf", live=False)
    closed = PartnerPageFactory(parent=network, title="Geschlossen")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    chosen = listed(former.pk, member.pk, draft.pk, closed.pk)
    value = {"heading": "Partner", "selection": selection, "chosen": chosen}
    page = StandardPageFactory(parent=home, body=json.dumps(raw([("partners", value)])))

    [block] = client.get(f"/api/v2/pages/{page.pk}/").json()["body"]

    assert [partner["title"] for partner in block["value"]["partners"]] == shown
    cards = BeautifulSoup(client.get(page.url).content, "html.parser").find("main").get_text()
    titles = ("Früher", "Jetzt", "Entwurf", "Geschlossen")
    assert [title for title in titles if title in cards] == shown
