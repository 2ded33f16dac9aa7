"""Giving groups their rights: what is missing is added, nothing is taken away."""

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
    if role.admin:
        grant_permissions(group, [ACCESS])
    homes = Page.objects.filter(
        translation_key__in=Site.objects.values("root_page__translation_key")
    )
    source = Q(locale__language_code=settings.LANGUAGE_CODE)
    grant_pages(group, homes, role.pages)
    grant_pages(group, homes.exclude(source), role.translations)
    grant_files(group, Collection.get_first_root_node(), role.files)
    for model in get_snippet_models():
        group.permissions.add(*permissions_on(model, role.snippets))
    grant_permissions(group, role.others)


def grant_permissions(group: Group, names: list[str] | tuple[str, ...]) -> None:
    """Give permissions named by app and codename; ``EVERYTHING`` are all that Wagtail lists."""
    for name in names:
        if name == EVERYTHING:
            _ = get_resolver().url_patterns  # views register permissions when they are loaded
            for register in hooks.get_hooks("register_permissions"):
                group.permissions.add(*register())
        else:
            app, codename = name.split(".")
            group.permissions.add(
                Permission.objects.get(content_type__app_label=app, codename=codename)
            )


def grant_pages(group: Group, pages: QuerySet[Page], actions: str) -> None:
    """Give rights on pages and everything below them."""
    permissions = permissions_on(Page, actions)
    for page in pages:
        for permission in permissions:
            GroupPagePermission.objects.get_or_create(
                group=group, page_id=page.pk, permission=permission
            )


def grant_files(group: Group, collection: Collection, actions: str) -> None:
    """Give rights on the images and documents of a collection and those below it."""
    for model in (get_image_model(), get_document_model()):
        for permission in permissions_on(model, actions):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )


def permissions_on(model: type[Model], actions: str) -> QuerySet[Permission]:
    """Return the permissions for actions such as "add change" on a model."""
    codenames = [f"{action}_{model._meta.model_name}" for action in actions.split()]
    return Permission.objects.filter(
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
        codename__in=codenames,
    )
