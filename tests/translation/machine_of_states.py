"""A page in the hands of editors, for the test of states (``test_state_machine``)."""

import json
import uuid

from django.db import transaction
from django.test import TestCase
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
)
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from home.models import StandardPage
from tests.factories import StandardPageFactory, UserFactory, find_home
from univercity.translation.units import units_of

WORDS = st.sampled_from(["Haus", "Garten", "Straße", "Stern", "Licht", "Brücke", "Zeche", "Ruhr"])


def sentence(word):
    return f"Hier steht etwas über {word}."


def committed(work, *arguments, **named):
    """Do something in a transaction of its own, with all that follows from its commit."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return work(*arguments, **named)


class EditedPage(RuleBasedStateMachine):
    """A German page of some blocks, and what editors do with it."""

    @initialize()
    def begin(self):
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.by_hand = {}  # what people wrote, by place and source text
        self.user = UserFactory(is_superuser=True)
        committed(self.make_pages)

    def make_pages(self):
        self.english = Locale.objects.get_or_create(language_code="en")[0]
        home = find_home()
        self.sections = [StandardPageFactory(parent=home) for _number in range(2)]
        body = [self.block("Haus"), self.block("Garten")]
        self.page = StandardPageFactory(
            parent=self.sections[0], title="Titel der Seite", body=json.dumps(body)
        )
        for above in (home, *self.sections):
            above.copy_for_translation(self.english).save_revision().publish()

    def teardown(self):
        if hasattr(self, "transaction"):
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

    # What there is

    def block(self, word):
        value = f"<p>{sentence(word)}</p><p>Und {word}.</p>"
        return {"type": "text", "value": value, "id": str(uuid.uuid4())}

    @property
    def german(self):
        return StandardPage.objects.get(pk=self.page.pk)

    @property
    def translation(self):
        found = Translation.objects.filter(source__object_id=self.page.translation_key)
        return found.filter(enabled=True).first()

    @property
    def target(self):
        found = StandardPage.objects.filter(
            translation_key=self.page.translation_key, locale=self.english
        )
        return found.first()

    def units(self):
        return units_of([self.translation])

    def publish_german(self, minor=False, **fields):
        page = self.german
        for name, value in fields.items():
            setattr(page, name, value)
        page.minor_edit = minor
        committed(lambda: page.save_revision().publish())

    def raw_body(self):
        return list(self.german.body.raw_data)

    # What editors do

    @rule(word=WORDS, number=st.integers(0, 5), minor=st.booleans())
    def edit_german(self, word, number, minor):
        body = self.raw_body()
        if body:
            changed = {**body[number % len(body)], "value": self.block(word)["value"]}
            body[number % len(body)] = changed
        self.publish_german(minor, body=json.dumps(body))

    @rule(number=st.integers(0, 5))
    def correct_a_typing_error(self, number):
        body = self.raw_body()
        if body:
            item = body[number % len(body)]
            body[number % len(body)] = {**item, "value": item["value"].replace("etwas", "etwa")}
        self.publish_german(True, body=json.dumps(body))

    @rule(word=WORDS)
    def add_block(self, word):
        self.publish_german(body=json.dumps([*self.raw_body(), self.block(word)]))

    @rule(number=st.integers(0, 5))
    def copy_block(self, number):
        body = self.raw_body()
        if body:
            body.append({**body[number % len(body)], "id": str(uuid.uuid4())})
        self.publish_german(body=json.dumps(body))

    @rule()
    def move_blocks(self):
        self.publish_german(body=json.dumps(self.raw_body()[::-1]))

    @rule(number=st.integers(0, 5))
    def remove_block(self, number):
        body = self.raw_body()
        if len(body) > 1:
            del body[number % len(body)]
        self.publish_german(body=json.dumps(body))

    @rule(word=WORDS)
    def rename_german(self, word):
        self.publish_german(title=f"Alles über {word}")

    @rule()
    def move_page(self):
        page = self.german
        here = page.get_parent().pk
        [there] = [section for section in self.sections if section.pk != here]
        committed(page.move, Page.objects.get(pk=there.pk), pos="last-child")

    @rule()
    def unpublish_german(self):
        committed(self.german.unpublish)

    @rule(word=WORDS)
    def write_german_draft(self, word):
        page = self.german
        page.title = f"Entwurf {word}"
        committed(page.save_revision)
