"""Fixtures of the editors' desk: a partner with one page, an editor of images."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission

from tests.factories import StandardPageFactory
from tests.permissions import allow, log_in


@pytest.fixture
def mine(home, german):
    """The one page that the partner below may change."""
    return StandardPageFactory(parent=home, title="Unsere Seite")


@pytest.fixture
def partner(client, mine):
    group = Group.objects.create(name="Partner")
    allow(group, mine, "change", "publish")
    return log_in(client, group)


@pytest.fixture
def image_editor(editor):
    permission = Permission.objects.get(
        codename="change_image", content_type__app_label="univercity"
    )
    root = Collection.get_first_root_node()
    GroupCollectionPermission.objects.create(
        group=editor.groups.get(), collection=root, permission=permission
    )
    return editor
