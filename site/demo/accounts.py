"""Accounts to try the roles with; they exist only where the demo runs, in development."""

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.users.models import UserProfile

from demo.field_values import Objects
from roles.models import PartnerEditors
from roles.setup import set_up_roles
from roles.table import EDITORS, PROOFREADERS, REVIEWERS, TRANSLATION_LEADS, TRANSLATORS

PASSWORD = "demo"  # noqa: S105 - public on purpose; refused unless DEBUG is on
PARTNER = "partner:deutsches-bergbau-museum"

#: User name, what it is for, group or partner; none means every permission.
ACCOUNTS: list[tuple[str, str, str]] = [
    ("admin", "may do everything", ""),
    ("redaktion", "writes and publishes in German, asks for translations", EDITORS),
    ("pruefung", "approves what partners submit", REVIEWERS),
    ("uebersetzung", "translates into English, publishes nothing", TRANSLATORS),
    ("lektorat", "reviews and publishes what is translated", PROOFREADERS),
    ("leitung", "leads the work of translation", TRANSLATION_LEADS),
    ("partner", "keeps the museum’s page and its events, submits them for approval", PARTNER),
]


@transaction.atomic
def ensure_accounts(objects: Objects) -> int:
    """Make the accounts that are missing, in the groups of the roles; return how many were made."""
    set_up_roles()
    users = get_user_model().objects
    missing = [row for row in ACCOUNTS if not users.filter(username=row[0]).exists()]
    password = make_password(PASSWORD) if missing else ""  # takes a third of a second, so once
    for username, _purpose, group in missing:
        user = users.create(
            username=username,
            email=f"{username}@univercity.example",
            password=password,
            is_demo=True,
            is_staff=not group,
            is_superuser=not group,
        )
        UserProfile.objects.create(user=user, preferred_language="de")
        if group:
            user.groups.add(_find_group(group, objects))
    return len(missing)


def _find_group(name: str, objects: Objects) -> Group:
    if name in objects:
        return PartnerEditors.objects.get(partner=objects[name]).group
    return Group.objects.get(name=name)
