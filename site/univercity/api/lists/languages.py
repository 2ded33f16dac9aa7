"""The language of a list: ``locale=`` and ``fallback=``."""

from typing import TYPE_CHECKING, Any, Literal

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from ninja import Field, Schema
from pydantic.json_schema import SkipJsonSchema
from wagtail.query import PageQuerySet

if TYPE_CHECKING:
    Language = str
    SourceLanguage = str
else:
    Language = Literal[tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)]
    SourceLanguage = Literal[settings.LANGUAGE_CODE]


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
