"""Accounts to try the roles with; they exist only where the demo runs, in development."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission
from wagtail.users.models import UserProfile

from calendar_pages.models import Audience, Format, Topic, Venue
from demo.field_values import Objects
from univercity.models import SiteSettings

PASSWORD = "demo"  # noqa: S105 - public on purpose; refused unless DEBUG is on
SNIPPETS = [Audience, Format, SiteSettings, Topic, Venue]


@dataclass(frozen=True)
class Role:
    """A group and its permissions: on pages (by key), on files, and on snippets."""

    group: str
    pages: dict[str, str]
    images: str = ""
    documents: str = ""
    snippets: str = ""


EDITING = "add change publish lock unlock"
REDAKTION = Role(
    "Redaktion",
    {"home": EDITING, "home/en": EDITING},
    images="add change choose",
    documents="add change choose",
    snippets="add change delete",
)
UEBERSETZUNG = Role(
    "Übersetzung", {"home/en": "change"}, images="choose", documents="choose", snippets="change"
)
PARTNER = Role(
    "Partner",
    # "Add" lets an account change what it has made itself; the calendar's other events stay safe.
    {"partner:deutsches-bergbau-museum": "change", "calendar": "add"},
    images="add choose",
)

#: User name, what it is for, role; no role means every permission.
ACCOUNTS: list[tuple[str, str, Role | None]] = [
    ("admin", "may do everything", None),
    ("redaktion", "writes and publishes in German and English", REDAKTION),
    ("uebersetzung", "translates into English, publishes nothing", UEBERSETZUNG),
    ("partner", "keeps the museum’s page and adds its own events", PARTNER),
]


@transaction.atomic
def ensure_accounts(objects: Objects) -> int:
    """Make the accounts that are missing, with their groups; return how many were made."""
    users = get_user_model().objects
    missing = [row for row in ACCOUNTS if not users.filter(username=row[0]).exists()]
    for username, _purpose, role in missing:
        user = users.create_user(username, f"{username}@univercity.example", PASSWORD, is_demo=True)
        UserProfile.objects.create(user=user, preferred_language="de")
        if role:
            user.groups.add(_ensure_group(role, objects))
        else:
            user.is_superuser = user.is_staff = True
            user.save()
    return len(missing)


def _ensure_group(role: Role, objects: Objects) -> Group:
    group, created = Group.objects.get_or_create(name=role.group)
    if created:
        group.permissions.add(_permission("wagtailadmin", "access_admin"))
        _grant_pages(group, role, objects)
        _grant_files(group, role)
        _grant_snippets(group, role)
    return group


def _grant_pages(group: Group, role: Role, objects: Objects) -> None:
    for key, actions in role.pages.items():
        for action in actions.split():
            GroupPagePermission.objects.create(
                group=group, page=objects[key].page_ptr, permission_type=action
            )


def _grant_files(group: Group, role: Role) -> None:
    root = Collection.get_first_root_node()
    for app, model, actions in (
        ("wagtailimages", "image", role.images),
        ("wagtaildocs", "document", role.documents),
    ):
        for action in actions.split():
            GroupCollectionPermission.objects.create(
                group=group, collection=root, permission=_permission(app, f"{action}_{model}")
            )


def _grant_snippets(group: Group, role: Role) -> None:
    for model in SNIPPETS:
        for action in role.snippets.split():
            codename = f"{action}_{model._meta.model_name}"
            group.permissions.add(_permission(model._meta.app_label, codename))


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)
