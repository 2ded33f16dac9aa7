"""Pages and snippets by translation key and language, many in few queries."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from univercity.translation.state.sources import snippet_models

Place = tuple[uuid.UUID, int]  #: translation key and locale


def translated_snippets() -> list[type[Model]]:
    """Return the kinds of snippets that are translated and have views in the admin."""
    known = set(get_snippet_models())
    return [model for model in snippet_models() if model in known]


def changeable_snippets(user: Any) -> list[type[Model]]:
    """Return the kinds of snippets that ``user`` may change."""
    return [
        model
        for model in translated_snippets()
        if policy_registry.get_by_type(model).user_has_permission(user, "change")
    ]


def base_of(content_type_id: int) -> Any:
    """Return the model that objects of a type are read from: ``Page`` for pages of all types."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    return Page if model is not None and issubclass(model, Page) else model


def read_objects(wanted: Iterable[tuple[int, uuid.UUID, int]]) -> dict[Place, Any]:
    """Return objects by translation key and locale; one query for each kind.

    ``wanted`` holds type, translation key and locale of each.
    """
    by_model = defaultdict(set)
    for content_type_id, key, locale in wanted:
        by_model[base_of(content_type_id)].add((key, locale))
    found = {}
    for model, places in by_model.items():
        keys, locales = {key for key, _locale in places}, {locale for _key, locale in places}
        for each in model._default_manager.filter(translation_key__in=keys, locale__in=locales):
            place = (each.translation_key, each.locale_id)
            if place in places:
                found[place] = each
    return found


def title_of(instance: Any) -> str:
    return str(instance.get_admin_display_title() if isinstance(instance, Page) else instance)


def edit_address(instance: Any) -> str:
    """Return where an object is edited in the admin."""
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse(instance.snippet_viewset.get_url_name("edit"), args=[instance.pk])
