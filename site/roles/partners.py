"""One group for each partner of the network."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)
from wagtail.signals import page_published

from network.models import PartnerPage
from roles.grants import ACCESS, grant_files, grant_pages, grant_permissions
from roles.models import PartnerEditors
from roles.table import EDITORS, PARTNER, SHARED_FILES


def source_partners() -> Any:
    """Return the partners' pages in the source language, drafts included."""
    return PartnerPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)


def set_up_partner(partner: PartnerPage) -> str:
    """Bring a partner's group in line with its membership; return what to report, if anything."""
    editors = PartnerEditors.objects.filter(partner=partner).first()
    if not partner.is_member:
        return _revoke(editors) if editors else ""
    editors = editors or _make_editors(partner)
    group = editors.group
    grant_permissions(group, [ACCESS])
    grant_pages(group, Page.objects.filter(pk=partner.pk), PARTNER.pages)
    grant_files(group, editors.collection, PARTNER.files)
    grant_files(group, shared_collection(), "choose")
    return ""


def shared_collection() -> Collection:
    """Return the collection of files that every partner may use."""
    return _collection(SHARED_FILES)


def _make_editors(partner: PartnerPage) -> PartnerEditors:
    name = PARTNER.group % {"name": partner.short_name}
    if PartnerEditors.objects.filter(group__name=name).exists():  # of another of the same name
        name = f"{name} ({partner.pk})"
    return PartnerEditors.objects.create(
        partner=partner,
        group=Group.objects.get_or_create(name=name)[0],
        collection=_collection(name),
    )


def _collection(name: str) -> Collection:
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=name).first() or root.add_child(name=name)


def _revoke(editors: PartnerEditors) -> str:
    """Take all rights from the group of a partner that is no member; its members stay in it."""
    group = editors.group
    group.permissions.clear()
    rights = [
        GroupPagePermission.objects.filter(group=group),
        GroupCollectionPermission.objects.filter(group=group),
    ]
    taken = sum(right.delete()[0] for right in rights)
    return f"{group.name}: no member of the network, rights taken" if taken else ""


def follow_publication(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Give a new partner its group, once the roles are set up at all."""
    is_source = instance.locale.language_code == settings.LANGUAGE_CODE
    if is_source and Group.objects.filter(name=EDITORS).exists():
        set_up_partner(instance)


def connect() -> None:
    """Follow the publication of partners; call once."""
    page_published.connect(follow_publication, sender=PartnerPage)
