"""The language of the code, and people who work in the admin in it."""

import pytest
from django.contrib.auth.models import Group
from django.utils import translation as languages
from wagtail.models import Page
from wagtail.users.models import UserProfile

from roles.grants import ACCESS, grant_pages, grant_permissions
from tests.accounts import make_account


@pytest.fixture(autouse=True)
def in_the_language_of_the_code():
    with languages.override("en"):
        yield


@pytest.fixture
def admin_user(admin_user):
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    return admin_user


@pytest.fixture
def account_with(home):
    """Return a function that makes an account with permissions, and rights on a page."""

    def make(name, *permissions, page=None):
        group = Group.objects.create(name=name)
        grant_permissions(group, [ACCESS, *permissions])
        grant_pages(group, Page.objects.filter(pk=(page or home).pk), "change")
        return make_account(name, group, "en")

    return make
