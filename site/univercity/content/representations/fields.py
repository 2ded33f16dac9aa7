"""Values of ``api_fields`` that are more than a model field, for both APIs.

API v3 reads the type of a value from the annotation of ``to_representation``.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.utils import translation
from rest_framework.fields import Field
from wagtail.models import Page

from univercity.content.reading.page import read_page
from univercity.content.representations.shapes import (
    ChosenPage,
    ImageShape,
    PageLinkShape,
    SetName,
    chosen_page_shape,
    image_shape,
    page_link_shape,
)

Method = TypeVar("Method", bound=Callable[..., Any])


def in_page_language(method: Method) -> Method:
    """Call ``method(self, page)`` in the language of the page, whatever the caller's is."""

    @wraps(method)
    def wrapper(self: Any, page: Page) -> Any:
        with translation.override(page.locale.language_code):
            return method(self, page)

    return wrapper  # type: ignore[return-value]


def after_reading(method: Method) -> Method:
    """Call ``method(self, page)`` once everything that the page shows was read together."""

    @wraps(method)
    def wrapper(self: Any, page: Page) -> Any:
        read_page(page)
        return method(self, page)

    return wrapper  # type: ignore[return-value]


class PageField(Field):
    """A value computed from the whole page, not from one of its attributes."""

    field_name: str  #: set before a value is read

    def get_attribute(self, instance: Page) -> Page:
        return instance

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Let every such field have read what its page shows."""
        super().__init_subclass__(**kwargs)
        cls.to_representation = after_reading(cls.to_representation)  # type: ignore[method-assign]


class ImageField(PageField):
    """An image with its renditions of the named sets, and the alt text beside it on the page.

    The alt text comes from the field ``<name>_alt``, or from ``alt`` where another one holds it.
    """

    def __init__(self, *sets: SetName, alt: str = ""):
        super().__init__(read_only=True)
        self.sets = sets
        self.alt = alt

    def to_representation(self, page: Page) -> ImageShape | None:
        image = getattr(page, self.field_name)
        if image is None:
            return None
        return image_shape(image, getattr(page, self.alt or f"{self.field_name}_alt"), self.sets)


class PageLinkField(PageField):
    """A page chosen in a foreign key, in the language of the page that is asked for."""

    @in_page_language
    def to_representation(self, page: Page) -> ChosenPage | None:
        return chosen_page_shape(getattr(page, self.field_name))


class AlternatesField(PageField):
    """The public versions of the page in every language, itself included."""

    def to_representation(self, page: Page) -> list[PageLinkShape]:
        return [alternate_shape(version) for version in page.get_alternates().values()]


def alternate_shape(version: Page) -> PageLinkShape:
    """Return a link to one version of a page, which is no fallback whatever its language is."""
    return {**page_link_shape(version), "state": "ok"}
