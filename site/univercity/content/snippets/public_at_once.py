"""Snippets without drafts: each version is public as soon as it is stored."""

from django.conf import settings
from django.db import models
from wagtail.models import TranslatableMixin

from univercity.content.reading.surroundings import surroundings


class PublicAtOnce(TranslatableMixin):
    """For such snippets: says whether a version has its own texts or still those of its source.

    wagtail-localize stores a version as soon as a snippet is handed to translation, because its
    editor is opened from there. Until all its texts are translated it holds the source text.
    """

    in_source_language = models.BooleanField(default=False, editable=False)

    class Meta(TranslatableMixin.Meta):
        abstract = True

    @property
    def text_language(self):
        """The code of the language that the texts are in."""
        return text_language(self.in_source_language, self.locale_id)


def text_language(in_source_language, locale_id):
    """Return the code of the language that the texts of a version are in, by its columns."""
    if in_source_language:
        return settings.LANGUAGE_CODE
    return surroundings().locales[locale_id].language_code
