"""Accounts in the groups of the roles."""

from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from roles.models import PartnerEditors
from tests.factories import UserFactory


def make_account(name, group=None, language="de", **fields):
    """Return an account with an e-mail address, in a group or in the group of that name."""
    user = UserFactory(username=name, email=f"{name}@univercity.example", **fields)
    UserProfile.objects.create(user=user, preferred_language=language)
    if group:
        user.groups.add(Group.objects.get(name=group) if isinstance(group, str) else group)
    return user


def editors_of(partner):
    """Return the group that keeps a partner's page."""
    return PartnerEditors.objects.get(partner=partner).group
