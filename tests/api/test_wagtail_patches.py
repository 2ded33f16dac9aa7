"""What the API replaces in Wagtail, and what Wagtail's own functions do instead.

The rest is in ``test_traps.py``, which fails on Wagtail alone.
"""

import inspect

import pytest
from django.test import RequestFactory
from django.utils import timezone
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.api.v3.schemas.generators import read
from wagtail.models import APIToken
from wagtail.users.views import api_tokens

from home.models import StandardPage
from univercity.api.access.admin import TokenViewSet
from univercity.api.models import TokenScope
from univercity.api.wagtail_patches import schemas


def api_field(name):
    return next(field for field in StandardPage.api_fields if field.name == name)


def test_value_of_a_serializer_is_null_only_where_it_says_so():
    alternates = api_field("alternates")

    ours, _default, _resolver = read.read_generator._custom_serializer_schema(alternates)
    wagtails, _default, _resolver = schemas.of_wagtail(alternates)

    assert wagtails == ours | None


@pytest.fixture
def expired(admin_user):
    token, secret = APIToken.create_token(user=admin_user, name="App")
    TokenScope.objects.create(token=token, expires_at=timezone.now())
    return secret


def test_token_that_has_expired_opens_nothing(client, home, expired):
    headers = {"Authorization": f"Bearer {expired}"}
    assert client.get("/api/v3/whoami/", headers=headers).status_code == 401

    request = RequestFactory().get("/api/v3/whoami/")
    assert BearerTokenAuth().authenticate(request, expired) is None
    wagtails = inspect.unwrap(BearerTokenAuth.authenticate)
    assert wagtails(BearerTokenAuth(), request, expired).name == "App"


def test_token_is_made_with_a_scope(admin_client):
    form = admin_client.get("/admin/api-tokens/new/").context["form"]
    [wagtails] = TokenViewSet.__bases__

    assert "state" in form.fields
    assert api_tokens.APITokenViewSet is TokenViewSet
    assert "state" not in wagtails("tokens").get_form_class().base_fields
