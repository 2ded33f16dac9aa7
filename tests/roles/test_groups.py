"""Groups, their rights and their table; the group of each partner."""

import io
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
)

from roles.models import Approval, PartnerEditors
from roles.table import EDITORS, PARTNER, ROLES, SHARED_FILES
from tests.factories import PartnerPageFactory

ROOT = Path(__file__).parents[2]


def roles_table():
    """Return the table of docs/roles.md."""
    heads = ["group", "purpose", "pages", "English pages", "files", "snippets", "also", "admin"]
    rows = [heads, ["---"] * len(heads)]
    for role in [*ROLES, PARTNER]:
        rights = [role.pages, role.translations, role.files, role.snippets]
        others = ["everything" if name == "*" else f"`{name}`" for name in role.others]
        cells = [role.group % {"name": "…"}, role.purpose, *rights, ", ".join(others)]
        rows.append([*cells, "yes" if role.admin else "no"])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def set_up():
    """Run the command; return what it reports."""
    output = io.StringIO()
    call_command("setup_roles", stdout=output)
    return output.getvalue()


def rights(group):
    """Return all rights of a group as comparable rows."""
    return (
        set(group.permissions.values_list("codename", flat=True)),
        set(group.page_permissions.values_list("page__title", "permission__codename")),
        set(group.collection_permissions.values_list("collection__name", "permission__codename")),
    )


@pytest.fixture
def partner(network):
    return PartnerPageFactory(parent=network, title="Ruhr-Universität", short_name="RUB")


def test_documentation_has_the_table_of_the_code():
    """After a change, put ``roles_table()`` into docs/roles.md."""
    assert roles_table() in (ROOT / "docs" / "roles.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.group)
def test_group_has_the_rights_of_its_role(home, translate, role):
    english_home = translate(home, slug="home")
    set_up()

    permissions, pages, files = rights(Group.objects.get(name=role.group))

    german = {(home.title, f"{action}_page") for action in role.pages.split()}
    english = {(english_home.title, f"{action}_page") for action in role.translations.split()}
    assert pages == german | english
    assert files == {
        ("Root", f"{action}_{kind}")
        for action in role.files.split()
        for kind in ("image", "document")
    }
    assert ("access_admin" in permissions) == role.admin
    assert ("change_venue" in permissions) == ("change" in role.snippets)


def test_administration_has_every_permission_that_wagtail_lists(home):
    set_up()

    assert {"add_user", "change_group", "delete_site", "change_locale"} <= set(
        Group.objects.get(name="Administration").permissions.values_list("codename", flat=True)
    )


def test_partner_group_has_its_page_its_files_and_the_shared_ones(partner):
    set_up()

    editors = PartnerEditors.objects.get(partner=partner)
    permissions, pages, files = rights(editors.group)

    assert editors.group.name == "Partner: RUB"
    assert permissions == {"access_admin"}
    assert pages == {("Ruhr-Universität", "add_page"), ("Ruhr-Universität", "change_page")}
    own = {
        ("Partner: RUB", f"{action}_{kind}")
        for action in ("add", "change", "choose")
        for kind in ("image", "document")
    }
    assert files == own | {(SHARED_FILES, "choose_image"), (SHARED_FILES, "choose_document")}


def test_second_run_changes_nothing(partner):
    set_up()
    models = [
        Group,
        Collection,
        GroupPagePermission,
        GroupCollectionPermission,
        Workflow,
        WorkflowPage,
        Approval,
        PartnerEditors,
    ]
    before = [list(model.objects.order_by("pk").values()) for model in models]

    assert set_up() == "Roles: set up\n"

    assert [list(model.objects.order_by("pk").values()) for model in models] == before


def test_rights_added_by_hand_stay_and_are_reported(home):
    set_up()
    group = Group.objects.get(name="Prüfung")
    publish = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=home, permission=publish)

    report = set_up()

    assert "Prüfung: may also publish “Startseite”, added by hand, kept" in report
    assert GroupPagePermission.objects.filter(group=group, permission=publish).exists()


def test_group_of_a_partner_that_merged_loses_its_rights(partner, network):
    set_up()
    group = PartnerEditors.objects.get(partner=partner).group
    partner.status, partner.successor = "merged", PartnerPageFactory(parent=network)
    partner.save()

    assert "Partner: RUB: no member of the network, rights taken" in set_up()

    assert rights(group) == (set(), set(), set())


def test_two_partners_of_the_same_name_have_two_groups(partner, network):
    other = PartnerPageFactory(parent=network, short_name="RUB", slug="rub-2")
    set_up()

    groups = {PartnerEditors.objects.get(partner=page).group_id for page in (partner, other)}
    collections = set(PartnerEditors.objects.values_list("collection", flat=True))

    assert len(groups) == len(collections) == 2


def test_new_partner_gets_its_group_when_it_is_published(home, network):
    set_up()

    partner = PartnerPageFactory(parent=network, short_name="HSG", live=False)
    assert not PartnerEditors.objects.filter(partner=partner).exists()
    partner.save_revision().publish()

    assert PartnerEditors.objects.get(partner=partner).group.name == "Partner: HSG"


def test_published_partner_has_no_group_as_long_as_roles_are_not_set_up(network):
    partner = PartnerPageFactory(parent=network)
    partner.save_revision().publish()

    assert not Group.objects.filter(name=EDITORS).exists()
    assert not PartnerEditors.objects.exists()


def test_workflow_stands_above_the_partners(network, partner):
    set_up()

    workflow = partner.get_workflow()
    task = workflow.tasks.get().specific

    assert workflow.name == "Partner → Redaktion"
    assert set(task.groups.values_list("name", flat=True)) == {"Redaktion", "Prüfung"}
    assert task.deadline_days == 5
