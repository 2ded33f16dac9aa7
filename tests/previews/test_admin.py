"""Previews in the admin: frontends, the list of tokens, and passing a preview on."""

import re
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Site

from home.models import StandardPage
from tests.factories import StandardPageFactory, UserFactory
from tests.forms import FORMS, page_form
from tests.permissions import allow, log_in
from tests.previews.panel import draft_address, edit_address, make_frontend, open_in, token_in
from univercity.previews.models import Frontend, PreviewToken

LIST = "/admin/reports/previews/"


@pytest.fixture
def editor(client, home):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "add", "change")
    return log_in(client, group)


@pytest.fixture
def page(home):
    return StandardPageFactory(parent=home, title="Vorher", slug="seite")


def preview(client, page, frontend):
    form = page_form("Nachher", **{**FORMS[StandardPage], "slug": page.slug})
    return token_in(open_in(client, edit_address(page), frontend, form))


def rows_of(client, address=LIST):
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return [
        [" ".join(cell.get_text().split()) for cell in row.find_all("td")]
        for row in soup.select("table.listing tbody tr")
    ]


def share(client, page, frontend=None):
    """Press "Make a link" and return the link."""
    answer = client.post(
        f"/admin/pages/{page.pk}/share-preview/", {"frontend": frontend.pk if frontend else ""}
    )
    soup = BeautifulSoup(answer.content, "html.parser")
    return soup.find(id="preview-address")["value"]


# Frontends


@pytest.mark.parametrize(
    "address",
    [
        "https://app.example.org/preview?token={token}&path={path}&locale={locale}",
        "https://app.example.org/preview#{token}",
        "http://localhost:4321/preview/{token}",
    ],
)
def test_address_of_a_frontend_is_accepted(home, address):
    Frontend(site=Site.objects.get(), name="App", address=address).full_clean()


@pytest.mark.parametrize(
    "address",
    [
        "https://app.example.org/preview",
        "http://app.example.org/?token={token}",
        "javascript:alert({token})",
        "https://{token}.example.org/",
        "https://app.example.org/{token.__class__}",
        "https://app.example.org/{token}/{page}",
        "https://app.example.org/{token",
        "https://app.example.org/{}{token}",
        "https://[app/{token}",
        "//app.example.org/{token}",
    ],
)
def test_address_that_gives_the_token_away_or_lacks_it_is_refused(home, address):
    with pytest.raises(ValidationError) as refused:
        Frontend(site=Site.objects.get(), name="App", address=address).full_clean()

    assert list(refused.value.message_dict) == ["address"]


def test_values_are_quoted_in_the_address_of_a_frontend(home):
    frontend = Frontend(address="https://app.example.org/?t={token}&p={path}")

    address = frontend.address_for("a&b", "/de/ä?x/", "de")

    assert address == "https://app.example.org/?t=a%26b&p=%2Fde%2F%C3%A4%3Fx%2F"


def test_administrator_adds_a_frontend_and_editors_find_it_in_the_preview(
    admin_client, client, home, page
):
    address = "https://app.example.org/?t={token}"
    form = {"site": Site.objects.get().pk, "name": "Campus-App", "address": address}

    admin_client.post("/admin/univercity_frontends/new/", form)

    shown = unescape(admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode())
    assert Frontend.objects.get().address == address
    assert "In the frontend: Campus-App" in shown or "Im Frontend: Campus-App" in shown


def test_frontend_of_another_site_is_no_preview_mode(client, editor, home, page):
    other = Site.objects.create(hostname="other.example.org", root_page=page)
    Frontend.objects.create(site=other, name="Fremd", address="https://x.example.org/{token}")
    elsewhere = StandardPageFactory(parent=home)

    shown = client.get(f"/admin/pages/{elsewhere.pk}/edit/").content.decode()
    mode = {"mode": f"frontend-{Frontend.objects.get().pk}"}

    assert "Fremd" not in shown
    assert "example.org" not in client.get(draft_address(elsewhere), mode)["Location"]
    assert not PreviewToken.objects.exists()


def test_preview_modes_of_a_new_page_name_the_frontends(client, editor, frontend, home):
    shown = client.get(f"/admin/pages/add/home/standardpage/{home.pk}/").content.decode()

    assert "Im Frontend: Campus-App" in shown


def test_opening_the_editor_costs_one_query_for_the_frontends(
    client, editor, page, django_assert_num_queries
):
    frontends = [make_frontend(name) for name in ("Eins", "Zwei", "Drei")]
    page = StandardPage.objects.get(pk=page.pk)
    page.get_url_parts()

    with django_assert_num_queries(1):
        modes = [name for name, _label in page.preview_modes]
        assert page.is_previewable()
        assert page.default_preview_mode == ""

    assert modes[3:] == [f"frontend-{one.pk}" for one in sorted(frontends, key=lambda f: f.name)]


# The list


def test_list_says_who_shows_what_where_and_until_when(client, editor, frontend, page):
    preview(client, page, frontend)

    [[title, who, where, created, until, used, state]] = rows_of(client)

    assert (title, who, where) == ("Nachher", str(editor), "Campus-App")
    assert created
    assert until
    assert not used
    assert state == "Zurückziehen"


def test_list_holds_no_token(client, editor, frontend, page):
    token = preview(client, page, frontend)

    for address in (LIST, f"{LIST}?export=csv"):
        content = b"".join(client.get(address)).decode()
        assert "Nachher" in content
        assert token.rpartition(".")[2] not in content


def test_each_keystroke_leaves_one_row(client, editor, frontend, page):
    tokens = {preview(client, page, frontend) for _keystroke in range(3)}

    assert len(tokens) == 1
    assert len(rows_of(client)) == 1


def test_each_page_and_frontend_has_a_row_of_its_own(client, editor, frontend, home, page):
    others = [(StandardPageFactory(parent=home), frontend), (page, make_frontend("Andere"))]

    tokens = {preview(client, *pair) for pair in [(page, frontend), *others]}

    assert len(tokens) == len(rows_of(client)) == 3


def test_list_costs_as_many_queries_for_three_rows_as_for_one(
    client, editor, home, page, django_assert_max_num_queries
):
    preview(client, page, make_frontend())
    with django_assert_max_num_queries(60) as one:
        client.get(LIST)
    for name in ("Zwei", "Drei"):
        preview(client, StandardPageFactory(parent=home), make_frontend(name))
    with django_assert_max_num_queries(60) as three:
        client.get(LIST)

    assert len(three) == len(one)


def test_editors_see_and_revoke_their_own_previews_only(client, editor, frontend, page):
    preview(client, page, frontend)
    token = PreviewToken.objects.get()
    colleague = Client()
    group = Group.objects.create(name="Andere")
    allow(group, page, "change")
    log_in(colleague, group)

    assert rows_of(colleague) == []
    colleague.post(f"{LIST}{token.pk}/revoke/")
    assert PreviewToken.objects.get().revoked_at is None


def test_administrator_sees_and_revokes_the_previews_of_all(
    admin_client, client, editor, frontend, page
):
    preview(client, page, frontend)

    [row] = rows_of(admin_client)
    admin_client.post(f"{LIST}{PreviewToken.objects.get().pk}/revoke/")

    assert row[1] == str(editor)
    assert PreviewToken.objects.get().revoked_at
    assert rows_of(admin_client)[0][-1] in ("zurückgezogen", "revoked")


def test_revoking_needs_a_post(client, editor, frontend, page):
    preview(client, page, frontend)
    token = PreviewToken.objects.get()

    assert client.get(f"{LIST}{token.pk}/revoke/").status_code == 405
    assert PreviewToken.objects.get().is_valid


# Passing it on


def test_link_shows_the_draft_to_people_without_an_account(client, editor, page):
    page.title = "Entwurf"
    page.save_revision(user=editor)

    link = share(client, page)

    assert link.startswith("http://testserver/preview/?token=ucp_")
    assert "<h1>Entwurf</h1>" in Client().get(link).content.decode()


def test_link_leads_to_the_chosen_frontend(client, editor, frontend, page):
    assert share(client, page, frontend).startswith("https://app.example.org/preview?token=ucp_")


def test_link_keeps_showing_what_was_shared(client, editor, page):
    link = share(client, page)
    page.title = "Später"
    page.save_revision(user=editor)

    other = share(client, page)

    assert other != link
    assert "<h1>Vorher</h1>" in Client().get(link).content.decode()
    assert "<h1>Später</h1>" in Client().get(other).content.decode()


def test_page_of_the_link_is_not_kept_by_the_browser(client, editor, page):
    answer = client.post(f"/admin/pages/{page.pk}/share-preview/", {"frontend": ""})

    assert re.search(r"ucp_", answer.content.decode())
    assert "no-store" in answer["Cache-Control"]


def test_button_leads_to_sharing(client, editor, page):
    shown = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert f"/admin/pages/{page.pk}/share-preview/" in shown


def test_pages_of_others_are_not_shared(client, home, network, page):
    group = Group.objects.create(name="Andere")
    allow(group, network, "change")
    log_in(client, group)

    answer = client.post(f"/admin/pages/{page.pk}/share-preview/", {"frontend": ""})

    assert answer.status_code == 302
    assert not PreviewToken.objects.exists()


def test_account_without_the_admin_gets_no_preview(client, page):
    client.force_login(UserFactory())

    assert client.get(f"/admin/pages/{page.pk}/share-preview/").status_code == 302
    assert client.get(LIST).status_code == 302
