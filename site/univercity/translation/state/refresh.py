"""Keep the stored states right: after each transaction that touches one, and every night."""

from __future__ import annotations

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django_tasks import task
from wagtail.models import Locale, Page, WorkflowState, get_page_models
from wagtail_localize.models import (
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationLog,
    TranslationSource,
)

from univercity.publishing.models import Job
from univercity.publishing.signals import tick
from univercity.translation.former_texts import paths_in_source_language
from univercity.translation.models import Exemption, Review, TranslationBasis
from univercity.translation.state.digests import digest_of_facts, digest_of_targets, read_texts
from univercity.translation.state.pruning import prune_bases
from univercity.translation.state.recompute import recompute, recompute_all
from univercity.translation.state.sources import snippet_models
from univercity.translation.units import units_of

DAY = datetime.timedelta(days=1)


class Refreshment:
    """Judges what a transaction touched once it is committed."""

    def __init__(self) -> None:
        self.models: dict[uuid.UUID, type[Model] | None] = {}

    def __call__(self) -> None:
        touched, self.models = self.models, {}
        unknown = [key for key, model in touched.items() if model is None]
        if unknown:
            rows = TranslatableObject.objects.filter(pk__in=unknown).select_related("content_type")
            touched |= {row.pk: row.content_type.model_class() for row in rows}
        by_model = defaultdict(list)
        for key, model in touched.items():
            if model:
                by_model[model].append(key)
        for model, keys in by_model.items():
            recompute(model, keys)


def refresh_later(keys: Iterable[uuid.UUID], model: type[Model] | None = None) -> None:
    """Judge objects by translation key after the commit; ``model`` is ``Page`` for all pages.

    Signals call this for single objects; whoever writes translations in bulk, past the signals,
    has to. Without ``model`` it is looked up.
    """
    planned = (entry[1] for entry in connection.run_on_commit)
    refreshment = next((each for each in planned if isinstance(each, Refreshment)), Refreshment())
    for key in keys:
        refreshment.models[key] = model or refreshment.models.get(key)
    # Each time, as a savepoint that is rolled back takes its plans along.
    transaction.on_commit(refreshment, robust=True)


def page_touched(instance: Page, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        refresh_later([instance.translation_key], Page)


def snippet_touched(sender: type[Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        refresh_later([instance.translation_key], sender)


def text_touched(instance: StringTranslation, **kwargs: Any) -> None:
    if instance.context:
        refresh_later([instance.context.object_id])


def review_touched(instance: Review, **kwargs: Any) -> None:
    text_touched(instance.translation)


def source_touched(instance: TranslationSource, **kwargs: Any) -> None:
    refresh_later([instance.object_id])


def translation_touched(instance: Translation, **kwargs: Any) -> None:
    refresh_later([instance.source.object_id])


def exemption_touched(instance: Exemption, **kwargs: Any) -> None:
    for model in (Page, *snippet_models()):
        if model._default_manager.filter(translation_key=instance.translation_key).exists():
            refresh_later([instance.translation_key], model)
            return


def workflow_touched(instance: WorkflowState, **kwargs: Any) -> None:
    content = instance.content_object
    if isinstance(content, Page):
        page_touched(content)
    elif type(content) in snippet_models():
        snippet_touched(type(content), content)


def version_made(instance: TranslationLog, created: bool, **kwargs: Any) -> None:
    """Note from which texts and facts a version of a translation was made."""
    if not created:
        return
    source, revision = instance.source, instance.revision
    texts = read_texts([source.pk])[source.pk]
    translation = Translation(source=source, target_locale=instance.locale)
    units = units_of([translation])
    TranslationBasis.objects.create(
        source=source,
        locale=instance.locale,
        made_at=revision.created_at if revision else instance.created_at,
        texts=texts.digest,
        facts=digest_of_facts(source, texts),
        targets=digest_of_targets(translation, units),
        fallbacks=paths_in_source_language(units),
    )
    refresh_later([source.object_id])


@task()
def recompute_everything() -> int:
    """Judge everything anew; return how many stored states were wrong."""
    return recompute_all()


def languages_changed(**kwargs: Any) -> None:
    transaction.on_commit(recompute_everything.enqueue, robust=True)


def recompute_nightly(now: datetime.datetime, **kwargs: Any) -> None:
    """Judge everything once a day, for whatever was written past the signals, and tidy up."""
    if Job.objects.claim("translation-states", DAY, now):
        recompute_everything.enqueue()
        prune_bases.enqueue()


def connect() -> None:
    """Connect the receivers; call once all apps are loaded."""
    for signal in (post_save, post_delete):
        for page_model in {Page, *get_page_models()}:
            signal.connect(page_touched, sender=page_model)
        for snippet_model in snippet_models():
            signal.connect(snippet_touched, sender=snippet_model)
        signal.connect(text_touched, sender=StringTranslation)
        signal.connect(review_touched, sender=Review)
        signal.connect(source_touched, sender=TranslationSource)
        signal.connect(translation_touched, sender=Translation)
        signal.connect(exemption_touched, sender=Exemption)
        signal.connect(workflow_touched, sender=WorkflowState)
        signal.connect(languages_changed, sender=Locale)
    post_save.connect(version_made, sender=TranslationLog)
    tick.connect(recompute_nightly)
