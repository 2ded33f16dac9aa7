"""The versions of a page or snippet in all languages, and in which language each is shown."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Model
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from univercity.content.reading.shelf import is_public_snippet
from univercity.content.snippets.shared_content import SharedContent
from univercity.publishing.changes.keys import key_of, translation_key_of
from univercity.publishing.changes.public_pages import PublicPages


@dataclass
class Versions:
    """All versions of one page or snippet."""

    ids: set[str] = field(default_factory=set)
    public: set[str] = field(default_factory=set)  #: languages of the public ones

    def shown_in(self, language: str, falls_back: bool = True) -> frozenset[str]:
        """Return the languages whose readers meet the version in ``language``.

        Besides its own these are those without a public version.
        """
        if not falls_back:
            return frozenset({language})
        return frozenset({language} | (all_languages() - self.public))


def all_languages() -> frozenset[str]:
    return frozenset(code for code, _name in settings.LANGUAGES)


def page_versions(keys: Iterable[str], public: PublicPages) -> dict[str, Versions]:
    """Return the versions of pages by translation key; each key is read once for ``public``."""
    wanted = set(keys)
    unread = wanted - public.versions.keys()
    if unread:
        public.versions |= {key: Versions() for key in unread}
        pages = Page.objects.filter(translation_key__in=unread).select_related("locale")
        names = ("path", "url_path", "live", "translation_key", "locale__language_code")
        for page in pages.only(*names):
            versions = public.versions[str(page.translation_key)]
            versions.ids.add(str(page.pk))
            if public.url_of(page):
                versions.public.add(page.locale.language_code)
    return {key: public.versions[key] for key in wanted}


def snippet_versions(model: type[Model], keys: Iterable[str]) -> dict[str, Versions]:
    """Return the versions of snippets of a model by translation key."""
    snippets: Any = model._default_manager.filter(translation_key__in=set(keys))
    found: dict[str, Versions] = {}
    for snippet in snippets.select_related("locale"):
        versions = found.setdefault(str(snippet.translation_key), Versions())
        versions.ids.add(str(snippet.pk))
        if is_public_snippet(snippet):
            versions.public.add(snippet.locale.language_code)
    return found


def snippet_falls_back(model: type[Model], language: str) -> bool:
    """Return whether readers of other languages are shown the version in ``language``."""
    return language == settings.LANGUAGE_CODE and getattr(model, "shown_in_other_languages", True)


def is_translatable(model: type[Model]) -> bool:
    return issubclass(model, TranslatableMixin)


# What is known of translations beside the content: how far they are, and who made them.

#: Stands among the pending changes for the translations of one object, by its translation key.
TRANSLATION = "translation"
#: What wagtail-localize keeps of them.
KEPT_IN = (TranslationSource, Translation, StringTranslation)
#: What has texts whose origin is told.
TRANSLATED: tuple[Any, ...] = (Page, SharedContent)


def translated_object(instance: Any) -> UUID | None:
    """Return the translation key of the object that a row of wagtail-localize is about."""
    if isinstance(instance, StringTranslation):
        return instance.context and instance.context.object_id
    source = instance.source if isinstance(instance, Translation) else instance
    return source.object_id  # type: ignore[no-any-return]


def translation_keys(objects: Collection[str]) -> set[str]:
    """Return the surrogate keys to send when something about the translations of objects changed.

    ``objects`` are translation keys; all their versions tell of it.
    """
    found = set()
    for model in TRANSLATED if objects else ():
        versions = model._base_manager.filter(translation_key__in=objects)
        for pk in versions.values_list("pk", flat=True):
            found.add(translation_key_of(key_of(model, pk)))
    return found
