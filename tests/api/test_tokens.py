"""Tokens of the API: who they are, what they reach, how they end."""

import datetime
import uuid

import pytest
from django.forms import model_to_dict
from django.utils import timezone
from wagtail.models import APIToken, Page, PageViewRestriction

from tests.accounts import make_account
from tests.api.test_problems import assert_problem
from tests.factories import ImageFactory, StandardPageFactory, UserFactory
from univercity.api.models import TokenScope, rotate
from univercity.content.representations.problems import Kind

VERSIONS = pytest.mark.parametrize("version", ["v2", "v3"])
#: One endpoint of each sort: public, find, one object, for accounts, no endpoint at all.
ENDPOINTS = [
    *("v2/pages/", "v2/images/", "v2/pages/find/?html_path=/", "v2/redirects/"),
    *("v3/pages/", "v3/images/", "v3/pages/find/?html_path=/", "v3/redirects/", "v3/documents/"),
    *("v3/whoami/", "v3/sites/", "v3/schema/", "v3/locales/", "v3/openapi.json", "v9/nonsense/"),
]
BOGUS = ["nonsense", "", APIToken.generate_token(), "wagtail_" + "x" * 33]
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def reader(home):
    """An account without any right, as an application has one."""
    return UserFactory(username="app")


@pytest.fixture
def administrator(home):
    return make_account("admin", is_superuser=True)


def bearer(secret):
    return {"Authorization": f"Bearer {secret}"}


# Whether a token is valid


@pytest.mark.parametrize("endpoint", ENDPOINTS)
@pytest.mark.parametrize("secret", BOGUS, ids=range(4))
def test_bogus_token_is_refused_everywhere(client, home, endpoint, secret):
    answer = client.get(f"/api/{endpoint}", headers=bearer(secret))

    assert_problem(answer, Kind.INVALID_TOKEN)
    assert answer["WWW-Authenticate"] == 'Bearer realm="api", error="invalid_token"'


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_revoked_token_is_refused_everywhere(client, reader, endpoint, token_of):
    headers = token_of(reader)
    APIToken.objects.get().revoke()

    assert_problem(client.get(f"/api/{endpoint}", headers=headers), Kind.INVALID_TOKEN)


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_expired_token_is_refused_everywhere(client, reader, endpoint, token_of):
    headers = token_of(reader, expires_at=timezone.now())

    assert_problem(client.get(f"/api/{endpoint}", headers=headers), Kind.INVALID_TOKEN)


def test_token_works_until_it_expires(client, reader, token_of):
    headers = token_of(reader, expires_at=timezone.now() + HOUR)

    assert client.get("/api/v3/pages/", headers=headers).status_code == 200


def test_token_ends_at_the_very_moment_of_its_end():
    end = timezone.now()

    scope = TokenScope(expires_at=end)

    moments = [end - datetime.timedelta(microseconds=1), end]
    assert [scope.is_expired(moment) for moment in moments] == [False, True]


def test_token_of_an_inactive_account_is_refused(client, reader, token_of):
    headers = token_of(reader)
    reader.is_active = False
    reader.save()

    assert_problem(client.get("/api/v3/pages/", headers=headers), Kind.INVALID_TOKEN)


def test_endpoint_for_accounts_asks_for_a_token(client, home):
    answer = client.get("/api/v3/whoami/")

    assert_problem(answer, Kind.AUTHENTICATION_REQUIRED)
    assert answer["WWW-Authenticate"] == 'Bearer realm="api"'


@VERSIONS
def test_password_of_a_proxy_is_no_token(client, home, version):
    answer = client.get(f"/api/{version}/pages/", headers={"Authorization": "Basic YTpi"})

    assert answer.status_code == 200


def test_secret_is_not_stored(client, reader):
    _token, secret = APIToken.create_token(user=reader, name="App")

    assert secret not in str(list(APIToken.objects.values()) + list(TokenScope.objects.values()))


def test_last_use_is_noted(client, reader, token_of):
    client.get("/api/v2/pages/", headers=token_of(reader))

    assert timezone.now() - APIToken.objects.get().last_used_at < HOUR


# What the least token reads


@VERSIONS
def test_token_of_an_account_without_rights_reads_public_pages(client, reader, version, token_of):
    page = StandardPageFactory(parent=Page.objects.get(slug="startseite"))
    headers = token_of(reader)

    listed = client.get(f"/api/{version}/pages/", headers=headers).json()["items"]
    detail = client.get(f"/api/{version}/pages/{page.pk}/", headers=headers)

    assert [item["id"] for item in listed] == [page.get_parent().pk, page.pk]
    assert detail.json()["title"] == page.title


@VERSIONS
def test_new_token_of_an_administrator_reads_no_more_than_anybody(
    client, administrator, home, version, token_of
):
    draft = StandardPageFactory(parent=home, live=False)
    closed = StandardPageFactory(parent=home)
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    headers = token_of(administrator)

    listed = client.get(f"/api/{version}/pages/", headers=headers).json()["items"]

    assert [item["id"] for item in listed] == [home.pk]
    for page in (draft, closed):
        answer = client.get(f"/api/{version}/pages/{page.pk}/", headers=headers)
        assert answer.status_code == 404


@VERSIONS
def test_new_token_of_an_administrator_reads_no_closed_collection(
    client, administrator, version, token_of
):
    image = ImageFactory()
    image.collection.view_restrictions.create(restriction_type="login")

    answer = client.get(f"/api/{version}/images/", headers=token_of(administrator))

    assert answer.json()["items"] == []


@pytest.mark.parametrize("endpoint", ["sites/", "locales/"])
def test_new_token_of_an_administrator_reads_nothing_internal(
    client, administrator, endpoint, token_of
):
    answer = client.get(f"/api/v3/{endpoint}", headers=token_of(administrator))

    assert_problem(answer, Kind.OUTSIDE_SCOPE)


def test_new_token_reads_no_revisions(client, administrator, home, token_of):
    home.save_revision()

    answer = client.get(f"/api/v3/pages/{home.pk}/revisions/", headers=token_of(administrator))

    assert_problem(answer, Kind.OUTSIDE_SCOPE)


@VERSIONS
def test_session_gives_nothing(client, administrator, home, version):
    draft = StandardPageFactory(parent=home, live=False)
    closed = StandardPageFactory(parent=home)
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    client.force_login(administrator)

    assert client.get(f"/api/{version}/pages/{draft.pk}/").status_code == 404
    assert client.get(f"/api/{version}/pages/{closed.pk}/").status_code == 404
    assert client.get("/api/v3/whoami/").status_code == 401
    assert client.get("/admin/").status_code == 200  # the session is still there


@VERSIONS
def test_password_given_in_a_session_opens_no_page(client, home, version):
    closed = StandardPageFactory(parent=home)
    restriction = PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    session = client.session
    session[PageViewRestriction.passed_view_restrictions_session_key] = [restriction.pk]
    session.save()

    assert client.get(f"/api/{version}/pages/{closed.pk}/").status_code == 404


# Drafts


def test_draft_is_read_by_a_token_for_drafts_alone(client, administrator, home, token_of):
    page = StandardPageFactory(parent=home, title="Öffentlich")
    page.title = "Entwurf"
    page.save_revision()
    address = f"/api/v3/pages/{page.pk}/?version=draft"

    read = client.get(address, headers=token_of(administrator, reads_drafts=True))

    assert read.json()["title"] == "Entwurf"
    assert_problem(client.get(address), Kind.AUTHENTICATION_REQUIRED)
    refused = client.get(address, headers=token_of(administrator))
    assert_problem(refused, Kind.OUTSIDE_SCOPE)


@VERSIONS
def test_token_for_drafts_reads_unpublished_and_closed_pages_of_its_account(
    client, administrator, home, version, token_of
):
    pages = [home, StandardPageFactory(parent=home, live=False), StandardPageFactory(parent=home)]
    PageViewRestriction.objects.create(page=pages[2], restriction_type=PageViewRestriction.LOGIN)
    headers = token_of(administrator, reads_drafts=True)

    listed = client.get(f"/api/{version}/pages/?type=home.StandardPage", headers=headers)

    assert [item["id"] for item in listed.json()["items"]] == [page.pk for page in pages[1:]]


def test_token_for_drafts_of_an_account_without_rights_reads_none(client, home, reader, token_of):
    draft = StandardPageFactory(parent=home, live=False)
    home.title = "Geheim"
    home.save_revision()
    headers = token_of(reader, reads_drafts=True)

    assert client.get(f"/api/v3/pages/{draft.pk}/", headers=headers).status_code == 404
    answer = client.get(f"/api/v3/pages/{home.pk}/?version=draft", headers=headers)
    assert_problem(answer, Kind.OUTSIDE_SCOPE)


# Rotation


def test_both_secrets_work_until_the_old_one_ends(client, reader):
    old, old_secret = APIToken.create_token(user=reader, name="App")
    _new, new_secret = rotate(old, timezone.now() + HOUR)

    def statuses():
        secrets = (old_secret, new_secret)
        return [client.get("/api/v3/pages/", headers=bearer(s)).status_code for s in secrets]

    assert statuses() == [200, 200]
    TokenScope.objects.filter(token=old).update(expires_at=timezone.now())
    assert statuses() == [401, 200]


def test_rotated_token_has_the_same_scope(reader):
    old, _secret = APIToken.create_token(user=reader, name="App")
    end = timezone.now() + HOUR
    scope = {
        "locales": ["de"],
        "page_types": ["home.StandardPage"],
        "subtree": uuid.uuid4(),
        "reads_drafts": True,
        "writes": True,
        "expires_at": end,
    }
    TokenScope.objects.create(token=old, **scope)

    new, _secret = rotate(old, end + HOUR)

    assert new.name == "App"
    assert model_to_dict(new.scope, fields=scope) == model_to_dict(old.scope, fields=scope) == scope
    assert old.scope.replaced_by == new
