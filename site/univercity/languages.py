"""The languages of the site, as visitors choose between them."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language, get_language_info
from typing_extensions import TypedDict
from wagtail.models import Page


class LanguageVersion(TypedDict):
    code: str
    name: str  #: in the language itself
    page: Page | None  #: the public version in this language
    is_current: bool  #: whether the active language is this one


def language_versions(page: Any) -> list[LanguageVersion]:
    """Return the languages of the site, each with the public version of ``page`` in it."""
    alternates = page.get_alternates() if hasattr(page, "get_alternates") else {}
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"],
            "page": alternates.get(code),
            "is_current": code == get_language(),
        }
        for code, _name in settings.LANGUAGES
    ]
