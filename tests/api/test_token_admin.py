"""Tokens in the admin: made, limited, rotated and revoked, with an entry in their history."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import APIToken, ModelLogEntry

from tests.accounts import make_account
from tests.factories import StandardPageFactory, UserFactory
from univercity.api.access.admin import shown_scope
from univercity.api.models import TokenScope

BASE = "/admin/api-tokens/"
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def administrator(client, home):
    account = make_account("admin", is_superuser=True)
    client.force_login(account)
    return account


@pytest.fixture
def token(administrator):
    return APIToken.create_token(user=UserFactory(username="app"), name="App")[0]


def local(moment):
    return timezone.localtime(moment).strftime("%d.%m.%Y %H:%M")


def logged(token):
    entries = ModelLogEntry.objects.for_instance(token).order_by("pk")
    return [entry.action for entry in entries]


def opens(client, secret):
    headers = {"Authorization": f"Bearer {secret}"}
    return client.get("/api/v3/pages/", headers=headers).status_code == 200


def test_new_token_reads_public_pages_unless_more_is_ticked(client, administrator):
    form = {"name": "Next.js", "user": administrator.pk, "state": "public"}

    answer = client.post(f"{BASE}new/", form)

    token = APIToken.objects.get()
    assert opens(client, answer.context["token"])
    assert (token.scope.reads_drafts, token.scope.writes, token.scope.is_limited) == (False,) * 3
    assert logged(token) == ["wagtail.apitoken.create", "univercity.apitoken.scope"]


def test_form_for_a_new_token_proposes_the_least(client, administrator):
    form = client.get(f"{BASE}new/").context["form"]

    assert form["state"].value() == "public"
    assert not any(form[name].value() for name in ("writes", "locales", "page_types", "section"))


def test_scope_is_chosen_with_the_token(client, administrator, home):
    section = StandardPageFactory(parent=home)
    end = timezone.now() + HOUR
    form = {
        "name": "Partner",
        "user": administrator.pk,
        "state": "drafts",
        "writes": "on",
        "locales": ["en"],
        "page_types": ["network.PartnerPage"],
        "section": section.pk,
        "expires_at": local(end),
    }

    client.post(f"{BASE}new/", form)

    scope = TokenScope.objects.get()
    assert (scope.locales, scope.page_types) == (["en"], ["network.PartnerPage"])
    assert (scope.reads_drafts, scope.writes) == (True, True)
    assert scope.subtree == section.translation_key
    assert scope.expires_at == end.replace(second=0, microsecond=0)


def test_end_of_a_new_token_lies_in_the_future(client, administrator):
    form = {"name": "Alt", "user": administrator.pk, "state": "public", "expires_at": "01.01.2020"}

    answer = client.post(f"{BASE}new/", form)

    assert "expires_at" in answer.context["form"].errors
    assert not APIToken.objects.exists()


def test_scope_can_be_changed_and_the_change_is_in_the_history(client, token):
    client.post(f"{BASE}edit/{token.pk}/", {"name": "Neu", "state": "drafts", "locales": ["de"]})

    token.refresh_from_db()
    assert (token.name, token.scope.locales, token.scope.reads_drafts) == ("Neu", ["de"], True)
    assert logged(token) == ["wagtail.edit", "univercity.apitoken.scope"]
    history = client.get(f"{BASE}history/{token.pk}/").content.decode()
    assert "locales: [&#x27;de&#x27;]" in history


def test_form_shows_the_scope_of_the_token(client, token, home):
    end = timezone.now().replace(microsecond=0) - HOUR
    TokenScope.objects.create(
        token=token, locales=["en"], subtree=home.translation_key, writes=True, expires_at=end
    )

    form = client.get(f"{BASE}edit/{token.pk}/").context["form"]

    assert (form["locales"].value(), form["section"].value()) == (["en"], home.pk)
    assert form["writes"].value() is True
    assert form["expires_at"].value() == timezone.make_naive(end)


def test_scope_does_not_widen_because_its_section_is_gone(client, token, home):
    section = StandardPageFactory(parent=home)
    TokenScope.objects.create(token=token, subtree=section.translation_key)
    section.delete()

    answer = client.post(f"{BASE}edit/{token.pk}/", {"name": "Neu", "state": "public"})

    assert "section" in answer.context["form"].errors
    assert TokenScope.objects.get().subtree is not None


def test_expired_token_can_be_renamed_without_living_on(client, token):
    end = timezone.now().replace(second=0, microsecond=0) - HOUR
    TokenScope.objects.create(token=token, expires_at=end)

    form = {"name": "Neu", "state": "public", "expires_at": local(end)}
    client.post(f"{BASE}edit/{token.pk}/", form)

    token.refresh_from_db()
    assert (token.name, token.scope.expires_at) == ("Neu", end)


def test_rotation_issues_a_secret_and_ends_the_old_one_at_the_chosen_time(client, administrator):
    old, old_secret = APIToken.create_token(user=administrator, name="App")
    until = (timezone.now() + HOUR).replace(second=0, microsecond=0)

    answer = client.post(f"{BASE}rotate/{old.pk}/", {"old_valid_until": local(until)})

    assert opens(client, answer.context["token"])
    assert opens(client, old_secret)
    old = APIToken.objects.get(pk=old.pk)
    assert old.scope.expires_at == until
    assert logged(old) == ["univercity.apitoken.rotate"]
    assert logged(old.scope.replaced_by) == ["wagtail.apitoken.create"]


def test_rotation_is_offered_where_a_token_is_edited(client, token):
    content = client.get(f"{BASE}edit/{token.pk}/").content.decode()

    assert f"{BASE}rotate/{token.pk}/" in content
    assert client.get(f"{BASE}rotate/{token.pk}/").status_code == 200


def test_rotation_refuses_a_time_that_is_past(client, token):
    answer = client.post(f"{BASE}rotate/{token.pk}/", {"old_valid_until": "01.01.2020 00:00"})

    assert "old_valid_until" in answer.context["form"].errors
    assert APIToken.objects.count() == 1


def test_revoked_token_is_in_the_history_and_cannot_be_rotated(client, token):
    client.post(f"{BASE}delete/{token.pk}/")

    assert logged(token) == ["wagtail.apitoken.revoke"]
    assert client.get(f"{BASE}rotate/{token.pk}/", follow=True).status_code == 404
    assert f"{BASE}rotate/" not in client.get(f"{BASE}edit/{token.pk}/").content.decode()


def test_list_shows_scope_and_end(client, token):
    scope = TokenScope.objects.create(token=token, reads_drafts=True, locales=["de"])

    content = client.get(BASE).content.decode()

    with translation.override("de"):
        assert shown_scope(scope) in content


def test_list_reads_all_scopes_together(client, token):
    def count():
        with CaptureQueriesContext(connection) as captured:
            client.get(BASE)
        return len(captured)

    TokenScope.objects.create(token=token)
    client.get(BASE)
    one = count()
    for _ in range(2):
        more, _secret = APIToken.create_token(user=token.user, name="App")
        TokenScope.objects.create(token=more)

    assert count() == one


def test_tokens_of_others_are_closed_to_who_manages_own_ones(client, token):
    chief = make_account("leitung")
    for codename in ("access_admin", "change_apitoken"):
        chief.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(chief)

    assert client.post(f"{BASE}rotate/{token.pk}/", {}).url == "/admin/"
    assert APIToken.objects.count() == 1
