"""What versions of translations were made from is forgotten with the last of these versions."""

import datetime
import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories import StandardPageFactory, VenueFactory
from tests.sample_content import raw
from univercity.publishing.models import Job
from univercity.translation.drafts import basis_of
from univercity.translation.models import TranslationBasis
from univercity.translation.provenance import read_provenance
from univercity.translation.state.pruning import prune_bases
from univercity.translation.state.recompute import recompute
from univercity.translation.units import units_of, write_unit


@pytest.fixture
def translate_texts(home, english, commit, translate):
    """Return a function that makes a page and as many drafts in English as it is told."""
    translate(home, slug="home")

    def make(title, drafts):
        page = StandardPageFactory(parent=home, title=title, body=json.dumps(raw([])))
        commit(translate_object, page, [english])
        translation = Translation.objects.get(source__object_id=page.translation_key)
        for number in range(drafts):
            for unit in units_of([translation]):
                write_unit(unit, f"English {number}", user=None)
            commit(translation.save_target, publish=False)
        return translation

    return make


def revisions_of(translation):
    return translation.get_target_instance().revisions.order_by("created_at")


def bases_of(translation):
    return TranslationBasis.objects.filter(source=translation.source)


def purge_revisions_but(*kept):
    """Delete all other revisions, as Wagtail's ``purge_revisions`` does."""
    for revision in kept[0].content_object.revisions.exclude(pk__in=[each.pk for each in kept]):
        revision.delete()


def test_each_stored_revision_keeps_what_it_was_made_from(translate_texts):
    translation = translate_texts("Hinweise", 3)
    before = {
        revision.pk: basis_of(translation, revision) for revision in revisions_of(translation)
    }

    assert prune_bases.func() == 0

    assert {
        revision.pk: basis_of(translation, revision) for revision in revisions_of(translation)
    } == before


def test_what_deleted_revisions_were_made_from_is_forgotten(translate_texts):
    translation = translate_texts("Hinweise", 4)
    *_older, public, _draft, latest = revisions_of(translation)
    StandardPage.objects.filter(pk=public.object_id).update(
        live=True, live_revision=public, last_published_at=public.created_at
    )
    recompute(Page, [translation.source.object_id])
    target = StandardPage.objects.get(pk=public.object_id)
    provenance = read_provenance(target, target.last_published_at)
    kept = [basis_of(translation, revision) for revision in (public, latest)]
    purge_revisions_but(public, latest)

    assert prune_bases.func() == bases_of(translation).count() + 1

    assert list(bases_of(translation).order_by("made_at")) == kept
    assert recompute(Page, [translation.source.object_id]) == 0
    assert read_provenance(target, target.last_published_at) == provenance


def test_public_version_keeps_it_without_its_revision(translate_texts):
    translation = translate_texts("Hinweise", 3)
    *_older, public, _draft, latest = revisions_of(translation)
    StandardPage.objects.filter(pk=public.object_id).update(
        live=True, last_published_at=public.created_at
    )
    basis = basis_of(translation, public)
    purge_revisions_but(latest)

    prune_bases.func()

    assert basis in bases_of(translation)


def test_snippet_without_revisions_keeps_the_last(english, commit):
    venue = VenueFactory(access_note="Tor")
    commit(translate_object, venue, [english])
    translation = Translation.objects.get(source__object_id=venue.translation_key)
    for unit in units_of([translation]):
        write_unit(unit, "Gate", user=None)
    commit(translation.save_target)
    last = bases_of(translation).latest("pk")

    prune_bases.func()

    assert list(bases_of(translation)) == [last]


def test_clock_does_it_every_night(translate_texts):
    translation = translate_texts("Hinweise", 3)
    purge_revisions_but(revisions_of(translation).last())
    Job.objects.filter(name="translation-states").update(
        finished_at=timezone.now() - datetime.timedelta(days=2)
    )

    call_command("tick")

    assert bases_of(translation).count() == 1


def test_queries_do_not_depend_on_the_number_of_pages(translate_texts):
    def measure():
        with CaptureQueriesContext(connection) as queries:
            prune_bases.func()
        return len(queries)

    translate_texts("Eins", 2)
    one = measure()
    for title in ("Zwei", "Drei"):
        translate_texts(title, 2)

    assert measure() == one
