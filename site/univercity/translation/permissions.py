"""The rights around translation, which roles have and views ask for."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.db.models.signals import post_migrate

APP_LABEL = "translation"
#: Codename and English name of each; a model of the app declares them.
OWN_PERMISSIONS: list[tuple[str, Any]] = [
    ("translate", "Can translate"),
    ("review_translation", "Can review translations"),
    ("stop_translation", "Can take pages and snippets out of translation"),
    (
        "publish_incomplete_translation",
        "Can publish translations that are not complete, with a reason",
    ),
    ("manage_translation_memory", "Can manage translation memory and glossary"),
]

TRANSLATE = f"{APP_LABEL}.translate"
REVIEW = f"{APP_LABEL}.review_translation"
STOP = f"{APP_LABEL}.stop_translation"
PUBLISH_INCOMPLETE = f"{APP_LABEL}.publish_incomplete_translation"
MANAGE_MEMORY = f"{APP_LABEL}.manage_translation_memory"
#: Asking for translations is the permission of wagtail-localize, which shows its buttons by it.
REQUEST = "wagtail_localize.submit_translation"


def own_permissions() -> QuerySet[Permission]:
    """Return our permissions, for the form of groups."""
    names = [codename for codename, _name in OWN_PERMISSIONS]
    return Permission.objects.filter(content_type__app_label=APP_LABEL, codename__in=names)


def create_request_permission(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make the permission to ask for translations where it is missing.

    wagtail-localize makes it in a migration, so it is gone after ``manage.py flush``.
    """
    app, codename = REQUEST.split(".")
    if sender.label != app:  # its tables may not be there yet
        return
    content_type, _created = ContentType.objects.db_manager(using).get_or_create(
        app_label=app, model="translation"
    )
    Permission.objects.using(using).get_or_create(
        content_type=content_type, codename=codename, defaults={"name": "Can submit translations"}
    )


def connect() -> None:
    """Keep the permission to ask for translations; call once."""
    post_migrate.connect(create_request_permission, dispatch_uid="request_translation")
