"""Giving groups their rights: what is missing is added, nothing is taken away."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Model, Q, QuerySet
from django.urls import get_resolver
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site
from wagtail.snippets.models import get_snippet_models

from roles.table import EVERYTHING, Role

ACCESS = "wagtailadmin.access_admin"


def grant_role(role: Role, group: Group) -> None:
    """Give a group the rights of a role on the whole site."""
    homes = home_pages()
    source = Q(locale__language_code=settings.LANGUAGE_CODE)
    grant_pages(group, homes.filter(source), role.pages)
    grant_pages(group, homes.exclude(source), role.translations)
    grant_files(group, Collection.get_first_root_node(), role.files)
    group.permissions.add(*permissions_on(get_snippet_models(), role.snippets))
    grant_permissions(group, [ACCESS, *role.others] if role.admin else role.others)


def home_pages() -> QuerySet[Page]:
    """Return the home pages of all sites, in all languages."""
    keys = Site.objects.values("root_page__translation_key")
    return Page.objects.filter(translation_key__in=keys)


def grant_permissions(group: Group, names: Iterable[str]) -> None:
    """Give permissions named by app and codename; ``EVERYTHING`` are all that Wagtail lists.

    Raises ``Permission.DoesNotExist`` for a name that none has.
    """
    named = set(names)
    permissions = []
    if EVERYTHING in named:
        _ = get_resolver().url_patterns  # views register permissions when they are loaded
        for register in hooks.get_hooks("register_permissions"):
            permissions += register()
        named.remove(EVERYTHING)
    by_name = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type").filter(
            codename__in=[name.partition(".")[2] for name in named]
        )
    }
    if unknown := named - by_name.keys():
        raise Permission.DoesNotExist(", ".join(sorted(unknown)))
    group.permissions.add(*permissions, *(by_name[name] for name in named))


def grant_pages(group: Group, pages: QuerySet[Page], actions: str) -> None:
    """Give rights on pages and everything below them."""
    permissions = permissions_on([Page], actions)
    GroupPagePermission.objects.bulk_create(
        [
            GroupPagePermission(group=group, page_id=page.pk, permission=permission)
            for page in pages
            for permission in permissions
        ],
        ignore_conflicts=True,  # those it has
    )


def grant_files(group: Group, collection: Collection, actions: str) -> None:
    """Give rights on the images and documents of a collection and those below it."""
    GroupCollectionPermission.objects.bulk_create(
        [
            GroupCollectionPermission(group=group, collection=collection, permission=permission)
            for permission in permissions_on([get_image_model(), get_document_model()], actions)
        ],
        ignore_conflicts=True,  # those it has
    )


def permissions_on(models: Iterable[type[Model]], actions: str) -> list[Permission]:
    """Return the permissions for actions such as "add change" on models."""
    wanted = Q(pk__in=[])
    for model in models:
        options = model._meta
        wanted |= Q(
            content_type__app_label=options.app_label,
            content_type__model=options.model_name,
            codename__in=[f"{action}_{options.model_name}" for action in actions.split()],
        )
    return list(Permission.objects.filter(wanted))
