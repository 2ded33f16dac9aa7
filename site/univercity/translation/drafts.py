"""Make drafts of translations, which hold the texts that translators had saved when they were made.

Texts are saved one by one and reach a draft when the translation is handed in or published from the
editor. Wagtail publishes drafts wherever else: by the clock, in bulk, after a review, by the API.
Whoever publishes there expects what translators have saved by then, so a draft that is behind its
texts is made anew first. A plan is different: somebody chose what goes live, and nobody looks at it
again. It is called off where texts were changed since, so that they are neither left out in silence
nor public without anybody having meant it.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
)

from univercity.content.wagtail_patches.indexing import indexed_once
from univercity.translation.gate import NotPublishable
from univercity.translation.models import TranslationBasis
from univercity.translation.state.digests import digest_of_sources, digest_of_targets
from univercity.translation.units import Unit, units_of

#: With which Wagtail's clock publishes what was planned.
BY_THE_CLOCK = "wagtail.publish.scheduled"
#: What somebody decided about a draft that is not among its texts.
PLAN = ("go_live_at", "expire_at")


def public_target(translation: Translation) -> Any:
    """Return the page or draftable snippet that readers meet now; ``None`` if there is none."""
    model = translation.source.specific_content_type.model_class()
    found = model._default_manager.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale_id, live=True
    ).first()
    return None if getattr(found, "alias_of_id", None) else found


def make_version(translation: Translation, user: Any, *, publish: bool) -> None:
    """Make a draft and, with ``publish``, publish it; that ``user`` may do so is known.

    All of it is one transaction, so that states, indices and caches follow once; wagtail-localize
    publishes in a second one. Raises :class:`django.core.exceptions.ValidationError` where texts
    do not fit their fields, or the version must not be public.
    """
    refusal = None
    with transaction.atomic(), indexed_once():
        try:
            revision = make_draft(translation, user)
        except ValidationError as error:
            # Raised after the commit of what is noted at the texts to blame.
            refusal = error
        else:
            if publish:
                revision.publish(user=user, skip_permission_checks=True)
    if refusal:
        raise refusal


def make_draft(translation: Translation, user: Any) -> Revision:
    """Make a draft of the texts as they are now and return its revision."""
    target = public_target(translation)
    if target is not None:
        return save_draft(translation, target, user)
    try:
        with transaction.atomic():
            draft, _created = translation.source.create_or_update_translation(
                translation.target_locale,
                user=user,
                publish=False,
                fallback=True,
                copy_parent_pages=True,
            )
    except (DataError, ValidationError):  # the former is how PostgreSQL says it
        if translation.source.object.has_translation(translation.target_locale):
            refuse_what_does_not_fit(translation)
        raise
    revision: Revision = draft.latest_revision
    return revision


def refuse_what_does_not_fit(translation: Translation) -> None:
    """Raise ``ValidationError``, noted at the texts, if some do not fit their fields."""
    draft = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    try:
        draft.full_clean(exclude=["slug"])  # made of its text only where a page is saved
    except ValidationError as error:
        note_at_texts(translation, error)
        raise


def save_draft(translation: Translation, target: Any, user: Any) -> Revision:
    """Make a draft for a public page or snippet, which stays as it is.

    wagtail-localize writes each draft of a page into the public row, and takes a snippet offline.
    Raises :class:`django.core.exceptions.ValidationError`, noted at the texts that are the cause.
    """
    source, locale = translation.source, translation.target_locale
    draft = source.get_ephemeral_translated_instance(locale, fallback=True)
    if isinstance(draft, Page):
        draft.slug = target.slug
    try:
        with transaction.atomic():
            revision: Revision = draft.save_revision(user=user)
            if isinstance(draft, Page):
                source.sync_view_restrictions(source.get_source_instance(), draft)
    except ValidationError as error:
        note_at_texts(translation, error)
        raise
    TranslationLog.objects.create(source=source, locale=locale, revision=revision)
    return revision


def note_at_texts(translation: Translation, error: ValidationError) -> None:
    """Mark the texts, links and images that a field refuses, with the reason."""
    strings = StringSegment.objects.filter(source=translation.source_id).values("string")
    for path, messages in getattr(error, "error_dict", {}).items():
        place = {
            "locale": translation.target_locale_id,
            "context__object": translation.source.object_id,
            "context__path": path,
        }
        for row in StringTranslation.objects.filter(**place, translation_of__in=strings):
            row.set_field_error(messages)
        for chosen in SegmentOverride.objects.filter(**place):
            chosen.set_field_error(messages)


def basis_of(translation: Translation, revision: Revision) -> TranslationBasis | None:
    """Return what a revision was made from: the last that a version was made from before it."""
    bases = TranslationBasis.objects.filter(
        source=translation.source_id, locale=translation.target_locale_id
    )
    return bases.filter(made_at__lte=revision.created_at).order_by("-made_at", "-pk").first()


def is_behind(translation: Translation, revision: Revision | None) -> bool:
    """Return whether a draft made now would have other texts, links or images."""
    basis = basis_of(translation, revision) if revision else None
    targets = digest_of_targets(translation, units_of([translation]))
    return basis is None or basis.targets != targets


def up_to_date(
    translation: Translation, units: list[Unit], revision: Revision, user: Any, log_action: Any
) -> Revision:
    """Return what is to be published in place of a revision: itself, or one with the present texts.

    ``units`` are the texts as they are now; ``log_action`` says whether the clock publishes. Costs
    two queries where the revision is not behind. Raises ``NotPublishable`` for a plan whose texts
    were changed, and for texts that their fields refuse.
    """
    basis = basis_of(translation, revision)
    has_targets = bool(basis and basis.targets == digest_of_targets(translation, units))
    if basis and has_targets and basis.texts == digest_of_sources(units):
        return revision
    if log_action == BY_THE_CLOCK and not has_targets:
        raise NotPublishable(
            revision.content_object,
            _(
                "The translation was changed after its publication was planned. "
                "Look at it again, then plan it anew."
            ),
        )
    try:
        fresh = make_draft(translation, user)
    except ValidationError as error:
        raise NotPublishable(revision.content_object, error.messages, translation) from error
    return with_plan_of(revision, fresh)


def with_plan_of(revision: Revision, fresh: Revision) -> Revision:
    """Let a draft go live and expire when a former one was to."""
    former, draft = revision.as_object(), fresh.as_object()
    if any(getattr(former, name) != getattr(draft, name) for name in PLAN):
        for name in PLAN:
            setattr(draft, name, getattr(former, name))
        fresh.content = draft.serializable_data()
        fresh.save(update_fields=["content"])
    return fresh
