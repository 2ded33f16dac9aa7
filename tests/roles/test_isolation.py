"""Partner editors see nothing of other institutions where no address names an object."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from calendar_pages.models import EventPage
from roles.table import API_CLIENTS
from tests.accounts import editors_of, make_account
from tests.factories import EventPageFactory, ImageFactory, PartnerPageFactory


@pytest.fixture
def museum(network):
    return PartnerPageFactory(parent=network, title="Museum", short_name="DBM")


@pytest.fixture
def secret(other):
    return EventPageFactory(parent=other, title="Geheimplan", live=False)


def content(client, address, **parameters):
    return client.get(address, parameters).content.decode()


def test_chooser_offers_public_pages_and_own_drafts(client, museum, other, secret, partner):
    EventPageFactory(parent=museum, title="Eigener Entwurf", live=False)
    EventPageFactory(parent=other, title="Fremd und öffentlich")
    chooser = "/admin/choose-page/"

    assert "Eigener Entwurf" in content(client, f"{chooser}{museum.pk}/")
    assert "Fremd und öffentlich" in client.get(f"{chooser}{other.pk}/").json()["html"]
    assert "Geheimplan" not in content(client, f"{chooser}{other.pk}/")
    assert "Geheimplan" not in content(client, f"{chooser}search/", q="Geheim")
    assert "Eigener Entwurf" in content(client, f"{chooser}search/", q="Eigener")


def test_chooser_and_form_show_public_titles_of_others(client, museum, other, partner):
    public = EventPageFactory(parent=other, title="Sommerfest")
    public.title = "Geheimplan"
    public.save_revision()
    own = EventPageFactory(parent=museum, title="Eigenes", series=public)
    own.title = "Eigenes, neu"
    own.save_revision()
    chooser = "/admin/choose-page/"
    addresses = [
        f"{chooser}{other.pk}/",
        f"{chooser}search/?q=Sommerfest",
        f"{chooser}chosen-multiple/?id={public.pk}",
        f"/admin/pages/{own.pk}/edit/",
    ]

    for shown in (content(client, address) for address in addresses):
        assert "Sommerfest" in shown
        assert "Geheimplan" not in shown
    assert "Eigenes, neu" in content(client, f"{chooser}{museum.pk}/")


def test_chooser_offers_no_closed_pages_of_others(client, museum, other, partner):
    closed = EventPageFactory(parent=other, title="Geheimplan")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    chooser = "/admin/choose-page/"

    assert "Geheimplan" not in content(client, f"{chooser}{other.pk}/")
    assert "Geheimplan" not in content(client, f"{chooser}search/", q="Geheim")
    assert client.get(f"{chooser}chosen-multiple/?id={closed.pk}").url == "/admin/"


def test_tree_search_and_reports_hold_nothing_foreign(client, secret, partner):
    for address in ("/admin/", "/admin/pages/", "/admin/reports/approvals/"):
        assert "Geheimplan" not in content(client, address)
    assert "Geheimplan" not in content(client, "/admin/pages/search/", q="Geheim")
    assert client.get("/admin/reports/site-history/").url == "/admin/"


def test_filters_of_a_list_name_nobody_and_nothing_foreign(client, museum, network, partner):
    PartnerPageFactory(parent=network, title="Geheimplan", live=False)
    stranger = make_account("fremdling", "Redaktion")
    EventPageFactory(parent=museum, title="Eigenes", owner=partner)
    PartnerPageFactory(parent=network, owner=stranger)
    network.save_revision(user=stranger, log_action="wagtail.edit")

    listed = content(client, f"/admin/pages/{museum.pk}/")

    assert "Eigenes" in listed
    assert "museum" in listed
    assert "Geheimplan" not in listed
    assert "fremdling" not in listed


def test_bulk_action_does_not_name_foreign_pages(client, secret, partner):
    for ids in (f"id={secret.pk}", "id=all", f"id=all&childOf={secret.get_parent().pk}"):
        assert client.get(f"/admin/bulk/wagtailcore/page/delete/?{ids}").url == "/admin/"


def test_own_pages_can_be_deleted_in_bulk(client, museum, partner):
    draft = EventPageFactory(parent=museum, live=False)

    client.post(f"/admin/bulk/wagtailcore/page/delete/?id={draft.pk}")

    assert not Page.objects.filter(pk=draft.pk).exists()


def test_refusal_is_said_in_the_language_of_the_account(client, secret, partner):
    client.get(f"/admin/pages/{secret.pk}/history/")

    assert "leider keinen Zugang" in content(client, "/admin/")


def test_images_of_others_are_not_offered(client, museum, other, partner):
    ImageFactory(title="Geheimplan", collection=other.editors.collection)
    ImageFactory(title="Eigenes", collection=museum.editors.collection)

    for address in ("/admin/images/", "/admin/images/chooser/"):
        assert "Geheimplan" not in content(client, address)
        assert "Eigenes" in content(client, address)


def test_several_images_are_chosen_among_the_own_ones(client, museum, other, partner):
    foreign = ImageFactory(title="Geheimplan", collection=other.editors.collection)
    own = ImageFactory(title="Eigenes", collection=museum.editors.collection)
    chosen = "/admin/images/chooser/chosen-multiple/"

    assert "Eigenes" in content(client, chosen, id=own.pk)
    assert client.get(chosen, {"id": [own.pk, foreign.pk]}).url == "/admin/"


def test_account_without_rights_on_pages_is_confined_too(client, other, secret):
    group = Group.objects.create(name="Leer")
    group.permissions.set(editors_of(other).permissions.all())
    client.force_login(make_account("leer", group))

    assert client.get(f"/admin/choose-page/{secret.pk}/").url == "/admin/"


def test_member_of_a_wider_role_is_not_confined(client, museum, other, secret):
    user = make_account("beides", editors_of(museum))
    user.groups.add(Group.objects.get(name="Redaktion"))
    client.force_login(user)

    assert client.get(f"/admin/pages/{secret.pk}/history/").status_code == 200


def test_api_shows_a_partner_own_drafts_only(client, museum, secret, partner, token_of):
    own = EventPageFactory(parent=museum, title="Eigener Entwurf", live=False)
    header = token_of(partner, reads_drafts=True)

    listed = client.get("/api/v3/pages/", headers=header).json()["items"]
    detail = client.get(f"/api/v3/pages/{secret.pk}/", headers=header)
    revisions = client.get(f"/api/v3/pages/{secret.pk}/revisions/", headers=header)

    public = {"Startseite", "Netzwerk", "Museum", "Folkwang"}
    assert {item["title"] for item in listed} == public | {"Eigener Entwurf"}
    assert client.get(f"/api/v3/pages/{own.pk}/", headers=header).status_code == 200
    assert (detail.status_code, revisions.status_code) == (404, 404)
    assert client.get(f"/api/v2/pages/{secret.pk}/").status_code == 404


def test_api_client_reads_drafts_and_writes_nothing(client, secret, token_of, settings):
    settings.API_WRITES = True
    account = make_account("client", API_CLIENTS)
    header = token_of(account, reads_drafts=True, writes=True)
    address = f"/api/v3/pages/{secret.pk}/"

    read = client.get(address, headers=header)
    written = client.patch(
        address, {"title": "Anders"}, content_type="application/json", headers=header
    )
    deleted = client.delete(address, headers=header)

    assert read.json()["title"] == "Geheimplan"
    assert (written.status_code, deleted.status_code) == (403, 403)
    assert EventPage.objects.get(pk=secret.pk).title == "Geheimplan"


def test_api_client_has_no_admin(client, other):
    client.force_login(make_account("client", API_CLIENTS))

    assert client.get("/admin/").url.startswith("/admin/login/")
