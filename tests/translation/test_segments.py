"""What is taken out of a page is stored as wagtail-localize stores it, in fewer queries."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    StringSegment,
    TemplateSegment,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from tests.factories import EventDateFactory, EventPageFactory, StandardPageFactory, VenueFactory
from tests.sample_content import raw, story

KINDS = (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)


def rows(source):
    """Return the columns of the segments of each kind."""
    found = {}
    for kind in KINDS:
        names = [field.attname for field in kind._meta.fields if field.name != "id"]
        found[kind] = sorted(kind.objects.filter(source=source).values_list(*names))
    return found


def stored_by_wagtail_localize(source):
    """Store the segments of a source once more, one by one with its own methods."""
    for segment in extract_segments(source.as_instance()):
        if isinstance(segment, TemplateSegmentValue):
            stored = TemplateSegment.from_value(source, segment)
        elif isinstance(segment, RelatedObjectSegmentValue):
            stored = RelatedObjectSegment.from_value(source, segment)
        elif isinstance(segment, OverridableSegmentValue):
            stored = OverridableSegment.from_value(source, segment)
        else:
            stored = StringSegment.from_value(source, source.locale, segment)
        stored.context.get_field_path(source.as_instance())
    return rows(source)


@pytest.fixture
def page(home):
    return StandardPageFactory(parent=home, body=json.dumps(raw(story(1, home))))


@pytest.fixture
def event(calendar):
    event = EventPageFactory(parent=calendar, venue=VenueFactory())
    EventDateFactory(page=event, title="Führung")
    return type(event).objects.get(pk=event.pk)


@pytest.mark.parametrize("content", ["page", "event"])
def test_segments_are_those_that_wagtail_localize_stores(request, content):
    source, _created = TranslationSource.get_or_create_from_instance(
        request.getfixturevalue(content)
    )
    contexts = set(TranslationContext.objects.values_list("path", "path_id", "field_path"))
    stored = rows(source)

    for kind in KINDS:
        kind.objects.all().delete()
    TranslationContext.objects.all().delete()
    expected = stored_by_wagtail_localize(source)

    def without_contexts(found):
        return {kind: sorted(row[2:] for row in columns) for kind, columns in found.items()}

    assert without_contexts(stored) == without_contexts(expected)
    assert stored[StringSegment]
    assert set(TranslationContext.objects.values_list("path", "path_id", "field_path")) == contexts


def test_rows_of_what_is_the_same_stay_and_others_go(home):
    blocks = raw([("text", "<p>Eins.</p>"), ("text", "<p>Zwei.</p>")])
    page = StandardPageFactory(parent=home, body=json.dumps(blocks))
    source, _created = TranslationSource.get_or_create_from_instance(page)
    before = dict(source.stringsegment_set.values_list("string__data", "pk"))

    page.body = json.dumps([blocks[0], *raw([("text", "<p>Drei.</p>")] * 2)[1:]])
    page.save()
    source.update_from_db()

    after = dict(source.stringsegment_set.values_list("string__data", "pk"))
    assert {"Eins.", "Drei."} <= after.keys()
    assert "Zwei." not in after
    assert after["Eins."] == before["Eins."]


def test_queries_do_not_depend_on_the_number_of_texts(home):
    def queries(number):
        texts = [("text", f"<p>Satz {n} von {number}.</p>") for n in range(number)]
        page = StandardPageFactory(parent=home, body=json.dumps(raw(texts)))
        with CaptureQueriesContext(connection) as captured:
            TranslationSource.get_or_create_from_instance(page)
        return len(captured)

    queries(1)  # fills the caches

    assert queries(1) == queries(3) == queries(30)
