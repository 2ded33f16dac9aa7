"""The versions of a source in other languages, made anew in memory and brought up to date."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.fields import StreamField
from wagtail.log_actions import LogFormatter, log
from wagtail.models import DraftStateMixin, Locale, Page, Revision, TranslatableMixin
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import TranslationSource
from wagtail_localize.segments import RelatedObjectSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments

from univercity.translation.source_changes.facts import carry_facts

#: Action in the history of a translation; its data hold the names of the fields.
FACTS_CARRIED = "univercity.facts_carried"


def update_version(fresh: Any, version: Any, *, removes_texts: bool) -> list[str]:
    """Give a version the facts of ``fresh``: the row and the revisions that may still be shown.

    Return the names of the fields changed. Nothing is published by it.
    """
    changed = carry_facts(fresh, version, removes_texts=removes_texts)
    if changed:
        save(version)
    if isinstance(version, DraftStateMixin):
        for revision in {version.latest_revision, version.live_revision} - {None}:
            update_revision(revision, fresh, version, removes_texts)
    if changed:
        log(instance=version, action=FACTS_CARRIED, data={"fields": changed})
    return changed


def save(version: Any) -> None:
    if isinstance(version, Page):
        version.save(clean=False)  # what was valid in the source language is not asked again
    else:
        version.save()


def update_revision(revision: Revision, fresh: Any, version: Any, removes_texts: bool) -> None:
    draft = revision.as_object()
    if carry_facts(fresh, draft, removes_texts=removes_texts):
        if isinstance(draft, ClusterableModel):
            adopt_rows(version, draft)
        revision.content = draft.serializable_data()
        revision.save(update_fields=["content"])


def adopt_rows(version: Any, draft: Any) -> None:
    """Say of the new child rows of a draft which stored ones they are."""
    for relation in get_all_child_relations(version):
        if issubclass(relation.related_model, TranslatableMixin):
            rows = getattr(version, relation.name).all()
            stored = {row.translation_key: row.pk for row in rows}
            drafted = list(getattr(draft, relation.name).all())
            for row in drafted:
                row.pk = row.pk or stored.get(row.translation_key)
            getattr(draft, relation.name).set(drafted)


def made_anew(source: TranslationSource, locale: Locale) -> Any:
    """Return a managed translation as it would be made now, unsaved."""
    return source.get_ephemeral_translated_instance(locale, fallback=True)


def with_facts_of(original: Any, version: Any) -> Any:
    """Return a version that is kept by hand, with facts, child rows and texts of the original.

    Its streams stay its own: what stands in them was decided by hand.
    """
    anew = type(version)._default_manager.get(pk=version.pk)
    fields = type(anew)._meta.get_fields()
    streams = {
        field.name: getattr(anew, field.name) for field in fields if isinstance(field, StreamField)
    }
    copy_synchronised_fields(original, anew)
    related = [
        segment
        for segment in extract_segments(original)
        if isinstance(segment, RelatedObjectSegmentValue)
        and segment.path.partition(".")[0] not in streams
        and segment.content_type.get_all_objects_for_this_type(
            translation_key=segment.translation_key, locale=version.locale
        ).exists()
    ]
    ingest_segments(original, anew, original.locale, version.locale, related)
    for name, value in streams.items():
        setattr(anew, name, value)
    return anew


def register_carried_facts(actions: Any) -> None:
    @actions.register_action(FACTS_CARRIED)
    class CarriedFormatter(LogFormatter):
        label = _("Take facts over from the source")

        def format_message(self, log_entry: Any) -> str:
            text = _("Taken over from the source: %(fields)s")
            return str(text) % {"fields": ", ".join(log_entry.data["fields"])}
