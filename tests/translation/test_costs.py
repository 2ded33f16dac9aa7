"""What handing over and publishing a translation costs, and that each thing is done once."""

from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backend
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories import StandardPageFactory
from tests.publications import body, link_to
from univercity.content.wagtail_patches.indexing import indexed_once
from univercity.publishing.models import Change
from univercity.translation.gate import NotPublishable
from univercity.translation.models import TranslationStatus
from univercity.translation.state.recompute import recompute_all
from univercity.translation.units import units_of, write_unit

#: All queries, with what starts and ends transactions; the search indices differ.
SUBMITTING = {"sqlite": 177, "postgresql": 176}
PUBLISHING = {"sqlite": 164, "postgresql": 163}


@pytest.fixture
def home_in_english(home, commit, publish_in_english):
    return commit(publish_in_english, home)


@pytest.fixture
def hand_over(home, home_in_english, english, commit):
    """Return a function that makes a page of some texts and hands it over; queries come along."""

    def hand_over(texts):
        blocks = [("text", f"<p>Absatz {number} von {texts}.</p>") for number in range(texts)]
        page = commit(StandardPageFactory, parent=home, teaser="Kurz", body=body(*blocks))
        queries = queries_of(lambda: commit(translate_object, page, [english]))
        return Translation.objects.get(source__object_id=page.translation_key), queries

    return hand_over


@pytest.fixture
def finish():
    """Return a function that translates all texts of a translation."""

    def finish(translation):
        for unit in units_of([translation]):
            write_unit(unit, f"English {unit.source}", user=None)

    return finish


@pytest.fixture
def ready(hand_over, finish, commit):
    """Return a function that makes a page of some texts and translates them."""

    def ready(texts):
        translation, _queries = hand_over(texts)
        commit(finish, translation)
        return Translation.objects.get(pk=translation.pk)

    return ready


def queries_of(work):
    with CaptureQueriesContext(connection) as queries:
        work()
    return [query["sql"] for query in queries]


def test_handing_over_costs_the_same_for_one_text_and_for_three(hand_over):
    hand_over(1)  # fills the caches

    costs = [len(hand_over(texts)[1]) for texts in (1, 3)]

    assert costs == [SUBMITTING[connection.vendor]] * 2


def test_publishing_costs_the_same_for_one_text_and_for_three(ready, commit):
    commit(ready(1).save_target)  # fills the caches

    translations = [ready(texts) for texts in (1, 3)]
    costs = [len(queries_of(partial(commit, each.save_target))) for each in translations]

    assert costs == [PUBLISHING[connection.vendor]] * 2


def test_publishing_is_one_change_and_judged_once(ready, commit):
    translation = ready(1)
    before = Change.objects.count()

    queries = queries_of(lambda: commit(translation.save_target))

    german, english = (
        f"{version.full_url}"
        for version in (translation.source.get_source_instance(), translation.get_target_instance())
    )
    changes = Change.objects.order_by("position")[before:]
    assert [(change.kind, change.url) for change in changes] == [
        ("published", english),
        ("changed", german),  # it names its translation
        ("changed", "http://localhost/sitemap.xml"),
    ]
    assert sum(f'FROM "{TranslationStatus._meta.db_table}"' in sql for sql in queries) == 1
    assert recompute_all() == 0
    assert Page.find_problems() == ([], [], [], [], [])


def test_both_indices_are_written_once_with_what_was_saved_last(home):
    page, *targets = (StandardPageFactory(parent=home) for _number in range(3))

    def save_twice():
        with indexed_once():
            for title, target in zip(("Zwischendurch", "Zuletzt"), targets, strict=True):
                page.title, page.body = title, link_to(target)
                page.save()

    queries = queries_of(save_twice)

    assert (found("Zwischendurch"), found("Zuletzt")) == ([], [page.pk])
    assert [used_by(target) for target in targets] == [0, 1]
    references = [sql for sql in queries if ReferenceIndex._meta.db_table in sql]
    assert sum(sql.startswith("INSERT") for sql in references) == 1


def used_by(page):
    return ReferenceIndex.get_references_to(page).count()


def found(words):
    results = get_search_backend().search(words, StandardPage.objects.all())
    return [page.pk for page in results]


def test_refused_publication_leaves_nothing_behind(hand_over, commit):
    translation, _queries = hand_over(1)
    version = translation.get_target_instance()

    with pytest.raises(NotPublishable):
        commit(translation.save_target)

    after = translation.get_target_instance()
    assert (after.live, after.title) == (False, version.title)
    assert after.revisions.count() == version.revisions.count()


def test_text_that_does_not_fit_its_field_says_so_itself(ready, commit):
    translation = ready(1)
    teaser = next(unit for unit in units_of([translation]) if unit.path == "teaser")
    commit(write_unit, teaser, "x" * 300, user=None)
    translation = Translation.objects.get(pk=translation.pk)

    with pytest.raises(ValidationError, match="300"):
        translation.save_target()

    assert [row.context.path for row in StringTranslation.objects.filter(has_error=True)] == [
        "teaser"
    ]
    assert not translation.get_target_instance().live
