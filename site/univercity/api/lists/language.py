"""In which language a list is: ``locale=`` and ``fallback=``."""

from typing import TYPE_CHECKING, Any, Literal

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from ninja import Field, Schema
from pydantic.json_schema import SkipJsonSchema
from wagtail.models import Page
from wagtail.query import PageQuerySet

from univercity.api.access.authentication import access_of
from univercity.api.readable import of_site, readable_pages

if TYPE_CHECKING:
    Language = str
    SourceLanguage = str
else:
    Language = Literal[tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)]
    SourceLanguage = Literal[settings.LANGUAGE_CODE]


def published_pages(request: HttpRequest, model: type[Page] = Page) -> PageQuerySet:
    """Return the pages of a type that lists show to ``request``: no drafts, whatever its token."""
    pages = readable_pages(request, model).live()
    # An account may change pages that are in no site, the root of all for one.
    return of_site(request, pages) if access_of(request).reads_drafts else pages


class LanguageParameter(Schema):
    locale: Language = Field(
        settings.LANGUAGE_CODE,
        description="Language of the answer, never that of the caller; the source language if left"
        " out.",
    )


class LanguageParameters(LanguageParameter):
    fallback: SourceLanguage | SkipJsonSchema[None] = Field(
        None,
        description="The source language: its version stands in where a page has none in `locale`"
        " that the caller may read. The `locale` of the entry says so. Without it the list has"
        " pages in `locale` only.",
    )

    def choose(self, pages: Any) -> PageQuerySet:
        """Narrow ``pages``, all that the caller may read, to the language asked for."""
        wanted = pages.filter(locale__language_code=self.locale)
        if self.fallback in (None, self.locale):
            return wanted
        translated = Exists(wanted.filter(translation_key=OuterRef("translation_key")))
        stand_ins = Q(~translated, locale__language_code=self.fallback)
        return pages.filter(Q(locale__language_code=self.locale) | stand_ins)
