"""Demo accounts work in development and nowhere else."""

import pytest
from wagtail.models import APIToken

from tests.factories import UserFactory


@pytest.fixture
def demo_user(db):
    user = UserFactory(username="redaktion", is_demo=True)
    user.set_password("demo")
    user.save()
    return user


def test_demo_account_is_refused_in_production(client, demo_user, settings):
    settings.DEBUG = False

    assert not client.login(username="redaktion", password="demo")


def test_session_of_a_demo_account_ends_in_production(client, demo_user, settings, home):
    settings.DEBUG = True
    client.force_login(demo_user)

    settings.DEBUG = False

    assert client.get("/admin/").url == "/admin/login/?next=/admin/"


def test_demo_account_works_in_development(client, demo_user, settings):
    settings.DEBUG = True

    assert client.login(username="redaktion", password="demo")


def test_api_token_of_a_demo_account_is_refused_in_production(client, demo_user, settings):
    _token, key = APIToken.create_token(user=demo_user, name="Demo")

    settings.DEBUG = False

    answer = client.get("/api/v3/whoami/", headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 401
