"""Accounts of the admin with just the permissions that a test names."""

from django.contrib.auth.models import Permission
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

from tests.factories import UserFactory


def allow(group, page, *codenames):
    for codename in codenames:
        permission = Permission.objects.get(
            codename=f"{codename}_page", content_type__app_label="wagtailcore"
        )
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)


def log_in(client, group):
    """Log a member of ``group`` in to the German admin."""
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = UserFactory()
    user.groups.add(group)
    UserProfile.objects.create(user=user, preferred_language="de")
    client.force_login(user)
    return user
