"""After a publication in the source language: translations learn of it, one page at a time."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models.signals import post_save
from django_tasks import task
from wagtail.models import DraftStateMixin, Page, Revision, TranslatableMixin
from wagtail.signals import published
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import TranslationCreator

from univercity.content.pages.base import MINOR_EDIT
from univercity.content.snippets.public_at_once import PublicAtOnce
from univercity.translation.models import TranslationBasis
from univercity.translation.source_changes.minor_edits import keep_current
from univercity.translation.source_changes.versions import made_anew, update_version, with_facts_of
from univercity.translation.state.digests import digest_of_facts, read_texts
from univercity.translation.state.sources import snippet_models
from univercity.translation.undrafted import show_source_texts


@task()
def follow_source(model: str, pk: str, minor: bool) -> None:
    """Bring the translations of a page or snippet up to date with what is public of it now."""
    instance = apps.get_model(model)._default_manager.filter(pk=pk).first()
    if instance:
        follow(instance.specific if isinstance(instance, Page) else instance, minor=minor)


def follow(instance: Any, *, minor: bool = False) -> None:
    """Renew the source texts, submit what is newly used, and carry facts to all versions.

    The texts of translations stay as they are. With ``minor`` changed texts keep their
    translations, and translations made from the former texts stay current.
    """
    versions = instance.get_translations().select_related("locale")
    if isinstance(instance, Page):
        versions = versions.filter(alias_of=None).specific()
    versions = list(versions)
    if not versions:
        return
    managed = renew_source(instance, minor=minor)
    for version in versions:
        with transaction.atomic():
            translation = managed.get(version.locale_id)
            if translation:
                carry_to_managed(translation, version)
            else:
                update_version(with_facts_of(instance, version), version, removes_texts=False)


def renew_source(instance: Any, *, minor: bool) -> dict[int, Translation]:
    """Extract the texts of a source anew; return its translations by language."""
    source = TranslationSource.objects.get_for_instance_or_none(instance)
    if source is None:
        return {}
    with transaction.atomic():
        before = read_texts([source.pk])[source.pk]
        source, _created = TranslationSource.update_or_create_from_instance(instance)
        after = read_texts([source.pk])[source.pk]
        translations = source.translations.filter(enabled=True).select_related("target_locale")
        for translation in translations:
            translation.source = source
            submit_related(translation)
            if minor:
                keep_current(translation, before, after)
    return {translation.target_locale_id: translation for translation in translations}


def submit_related(translation: Translation) -> None:
    """Submit the snippets that a source uses and that nobody has submitted yet."""
    source, locale = translation.source, translation.target_locale
    creator = TranslationCreator(None, [locale])
    for segment in source.relatedobjectsegment_set.select_related("object"):
        known = Translation.objects.filter(source__object=segment.object, target_locale=locale)
        related = segment.object.get_instance_or_none(source.locale)
        if related and not known.exists() and not segment.object.has_translation(locale):
            creator.create_translations(related, include_related_objects=False)


def carry_to_managed(translation: Translation, version: Any) -> None:
    source, locale = translation.source, translation.target_locale
    update_version(made_anew(source, locale), version, removes_texts=True)
    if isinstance(version, PublicAtOnce) and version.in_source_language:
        show_source_texts(source, version)
    facts = digest_of_facts(source, read_texts([source.pk])[source.pk])
    bases = TranslationBasis.objects.filter(source=source, locale=locale)
    bases.exclude(facts=facts).update(facts=facts)


def source_published(
    instance: models.Model, revision: Revision | None = None, **kwargs: Any
) -> None:
    """Follow a page or draftable snippet; ``revision`` says whether it is a minor edit."""
    if isinstance(instance, TranslatableMixin) and getattr(instance, "live", True):
        minor = bool(revision and revision.content.get(MINOR_EDIT))
        follow_later(instance, minor=minor)


def snippet_saved(instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    """Follow a snippet without drafts, which is public as soon as it is saved."""
    if not raw and not created:
        follow_later(instance, minor=False)


def follow_later(instance: Any, *, minor: bool) -> None:
    if instance.locale.language_code == settings.LANGUAGE_CODE:
        label, pk = instance._meta.label, str(instance.pk)
        transaction.on_commit(partial(follow_source.enqueue, label, pk, minor), robust=True)


def connect() -> None:
    """Connect the receivers; call once all apps are loaded."""
    published.connect(source_published)
    for model in snippet_models():
        if not issubclass(model, DraftStateMixin):
            post_save.connect(snippet_saved, sender=model)
