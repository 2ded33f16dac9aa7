"""Whatever editors and translators do, in any order: no work is lost, no German goes live.

A run is thirty steps by chance and takes some four seconds: six are made by default, forty in the
gate (``--hypothesis-profile full``).
"""

import re
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test import override_settings
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from config.machine_translation import MachineTranslation
from tests.fuzzing import is_full
from tests.translation.machine_of_states import EditedPage, committed
from tests.translation_desk.exchange import bring_in, content_of, translated
from univercity.publishing.planned_publications import publish as publish_by_the_clock
from univercity.translation.provenance import read_provenance
from univercity.translation.state.recompute import recompute
from univercity.translation.units import UnitState, approve, write_unit
from univercity.translation_desk.machine.pretranslation import pretranslate
from univercity.translation_desk.publishing_incomplete import publish_incomplete

MACHINE_RUNS = 40 if is_full() else 6

#: What the rules write in German.
GERMAN = re.compile(
    r"Hier steht etwas? über \w+\.|Und \w+\.|Titel der Seite|Alles über \w+|Entwurf \w+", re.UNICODE
)


def number_of(unit):
    """Return something that stands for a text and has no German in it."""
    return unit.key.rpartition(".")[2]


class TranslationMachine(EditedPage):
    """What translators do meanwhile, and what must hold."""

    # What translators do

    @precondition(lambda self: self.translation is None)
    @rule()
    def submit(self):
        committed(translate_object, self.german, [self.english])

    @precondition(lambda self: self.translation is not None)
    @rule(number=st.integers(0, 20), tool=st.sampled_from(["", "", "XLIFF", "Dummy"]))
    def translate_text(self, number, tool):
        units = [unit for unit in self.units() if unit.state != UnitState.DONE]
        if units:
            self.write(units[number % len(units)], tool)

    @precondition(lambda self: self.translation is not None)
    @rule(tool=st.sampled_from(["", "XLIFF"]))
    def translate_everything(self, tool):
        for unit in self.units():
            if unit.state == UnitState.OPEN:
                self.write(unit, tool)

    def write(self, unit, tool):
        text = f"English [{unit.source.translate(str.maketrans('aeiou', 'uoiea'))}]"
        committed(write_unit, unit, text, user=self.user, tool=tool)
        place = (unit.context_id, unit.string_id)
        self.by_hand.pop(place, None)
        if not tool:
            self.by_hand[place] = text

    @precondition(lambda self: self.translation is not None)
    @rule()
    def pretranslate(self):
        with override_settings(MACHINE_TRANSLATION=MachineTranslation(service="dummy")):
            committed(pretranslate, self.translation, self.user)

    @precondition(lambda self: self.translation is not None)
    @rule()
    def take_out_a_file(self):
        content = content_of(self.translation)
        for unit in self.units():
            if f"<source>{unit.source}</source>" in content:
                content = translated(content, unit.source, f"English [{number_of(unit)}]")
        self.file, self.known_to_file = content, dict(self.by_hand)

    @precondition(lambda self: hasattr(self, "file"))
    @rule()
    def bring_a_file_in(self):
        _plan, rows = committed(bring_in, self.file, self.user)
        for row in rows:
            place = (row.found.unit.context_id, row.found.unit.string_id)
            # What the file was made with may be replaced, what was written since then may not.
            assert self.by_hand.pop(place, None) in (None, self.known_to_file.get(place))

    @precondition(lambda self: self.translation is not None)
    @rule(number=st.integers(0, 20))
    def write_an_error(self, number):
        units = [unit for unit in self.units() if unit.state == UnitState.OPEN]
        if units:
            unit = units[number % len(units)]
            committed(write_unit, unit, '<a id="a9">x</a>', user=self.user)

    @precondition(lambda self: self.translation is not None)
    @rule()
    def review(self):
        committed(approve, self.translation, self.units(), self.user)

    @precondition(lambda self: self.target is not None)
    @rule()
    def publish_english(self):
        before = self.target.live
        try:
            committed(self.save_and_publish)
        except ValidationError:
            assert self.target.live == before

    def save_and_publish(self):
        if self.translation:
            with transaction.atomic():
                self.translation.save_target(user=self.user, publish=False)
                self.target.get_latest_revision().publish(user=self.user)

    @precondition(lambda self: self.translation is not None)
    @rule()
    def publish_english_all_the_same(self):
        committed(publish_incomplete, self.translation, self.user, "Eilt")

    # What is published past the editor

    @precondition(lambda self: self.translation is not None)
    @rule()
    def make_a_draft(self):
        committed(self.translation.save_target, user=self.user, publish=False)

    @precondition(lambda self: self.target is not None and self.target.latest_revision)
    @rule(number=st.integers(0, 3))
    def publish_some_draft(self, number):
        drafts = list(self.target.revisions.order_by("-pk")[: number + 1])
        before = self.target.live
        try:
            committed(drafts[-1].publish, user=self.user)
        except ValidationError:
            assert self.target.live == before
        else:
            self.published_texts_are_the_saved_ones()

    @precondition(lambda self: self.target is not None and self.target.latest_revision)
    @rule()
    def plan(self):
        draft = self.target.get_latest_revision_as_object()
        draft.go_live_at = timezone.now() + timedelta(days=1)
        try:
            committed(lambda: draft.save_revision().publish(user=self.user))
        except ValidationError:
            return
        self.planned = self.saved_texts()

    @rule()
    def let_the_time_come(self):
        revision = Revision.objects.filter(approved_go_live_at__isnull=False).first()
        if revision is None:
            return
        past = timezone.now() - timedelta(minutes=1)
        revision.content["go_live_at"] = past.isoformat()
        revision.approved_go_live_at = past
        revision.save(update_fields=["content", "approved_go_live_at"])
        before = self.target.last_published_at
        committed(publish_by_the_clock, revision)
        if self.target.last_published_at != before:
            assert self.saved_texts() == self.planned
            self.published_texts_are_the_saved_ones()

    def saved_texts(self):
        return {unit.key: unit.target for unit in self.units()} if self.translation else {}

    def published_texts_are_the_saved_ones(self):
        target = self.target
        if self.translation and target.live and not target.scheduled_revision:
            shown = f"{target.title} {target.body.raw_data}"
            texts = [unit.target for unit in self.units() if unit.path != "slug"]
            assert [text for text in texts if text not in shown] == []

    @precondition(lambda self: self.target is not None)
    @rule()
    def unpublish_english(self):
        committed(self.target.unpublish)

    @precondition(lambda self: self.target is not None)
    @rule()
    def rename_english_address(self):
        committed(self.target.change_slug, f"page-{uuid.uuid4().hex[:6]}")

    # What must hold

    @invariant()
    def no_work_of_a_person_is_lost(self):
        if not hasattr(self, "by_hand"):
            return
        rows = StringTranslation.objects.filter(locale=self.english)
        kept = {(row.context_id, row.translation_of_id): row.data for row in rows}
        assert {place: kept.get(place) for place in self.by_hand} == self.by_hand

    @invariant()
    def no_german_is_live_as_english_without_a_mark(self):
        target = self.target if hasattr(self, "by_hand") else None
        if target is None or not target.live:
            return
        marks = read_provenance(target, target.last_published_at)
        shown = [("title", target.title)]
        for item in target.body.raw_data:
            for text in item["value"].strip("<p>/").split("</p><p>"):
                shown.append((f"body.{item['id']}", text))
        german = [path for path, text in shown if GERMAN.fullmatch(text)]
        unmarked = [path for path in german if marks.by_path[path]["origin"] != "fallback"]
        assert unmarked == []

    @invariant()
    def stored_states_are_right(self):
        if hasattr(self, "by_hand"):
            assert recompute(Page, Page.objects.values_list("translation_key", flat=True)) == 0


@pytest.mark.django_db
def test_no_work_is_lost_and_no_german_goes_live_whatever_happens():
    assert connection.in_atomic_block
    run_state_machine_as_test(
        TranslationMachine,
        settings=settings(
            max_examples=MACHINE_RUNS,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
