"""Wagtail's own behaviour, given back to our classes.

With ``STOCK_FIELDS=ours`` blocks and ``api_fields`` stay as they are, so that the stock endpoints
answer the content that ours do, each part reading for itself.
"""

import os

from django.apps import apps
from wagtail import hooks
from wagtail.api import APIField
from wagtail.blocks import Block
from wagtail.images import get_image_model
from wagtail.images.api.fields import ImageRenditionField

from home.models import HomePage
from univercity.content.pages.base import BasePage, BasePageQuerySet

OWN_PACKAGES = ("univercity", "home", "network", "calendar_pages", "roles", "demo")
#: What our blocks override of reading, answering and translating values.
BLOCK_METHODS = (
    "bulk_to_python",
    "get_api_representation",
    "get_form_state",
    "get_translatable_segments",
    "normalize",
    "restore_translated_segments",
    "to_python",
    "value_from_form",
)
OVERRIDES = {
    BasePage: ("get_context", "get_view_restrictions"),
    BasePageQuerySet: ("public",),
    HomePage: ("route",),
}


def restore():
    """Take back what our classes and hooks change in Wagtail; call once, before any request."""
    for owner, names in OVERRIDES.items():
        for name in names:
            delattr(owner, name)
    if os.environ.get("STOCK_FIELDS") != "ours":
        restore_blocks()
        hooks._searched_for_hooks = True  # ours load API v3, which reads ``api_fields`` at once
        for model in page_models():
            model.api_fields = stock_fields(model)
        hooks._searched_for_hooks = False
    forget_hooks()


def is_ours(thing):
    thing = getattr(thing, "func", thing)  # of a partial
    return thing.__module__.split(".")[0] in OWN_PACKAGES


def forget_hooks():
    """Keep Wagtail's hooks and drop ours."""
    hooks.search_for_hooks()
    for name, registered in hooks._hooks.items():
        hooks._hooks[name] = [entry for entry in registered if not is_ours(entry[0])]


def restore_blocks():
    for block in filter(is_ours, subclasses(Block)):
        for name in BLOCK_METHODS:
            if name in vars(block):
                delattr(block, name)


def subclasses(parent):
    for child in parent.__subclasses__():
        yield child
        yield from subclasses(child)


def page_models():
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


def stock_fields(model):
    """Return the ``api_fields`` that a project without fields of its own would have.

    That is all names that are columns or relations of the page, each image as one rendition.
    """
    known = {field.name: field for field in model._meta.get_fields()}
    names = dict.fromkeys(field.name for field in model.api_fields if field.name in known)
    return [stock_field(known[name]) for name in names]


def stock_field(field):
    if field.related_model is get_image_model():
        return APIField(field.name, serializer=ImageRenditionField("width-800"))
    return APIField(field.name)
