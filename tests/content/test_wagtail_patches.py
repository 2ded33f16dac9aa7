"""What content replaces in Wagtail: it does the same as Wagtail's own functions, less often."""

import inspect

import modelsearch.signal_handlers as search
import pytest
import wagtail.signal_handlers as references
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from modelcluster import models as modelcluster
from wagtail.models import Locale, Page, ReferenceIndex, Site, sites
from wagtail.search.backends import get_search_backend

from home.models import StandardPage
from tests.factories import StandardPageFactory
from tests.publications import link_to
from univercity.content.reading.answer import one_answer
from univercity.content.wagtail_patches import lookups
from univercity.content.wagtail_patches.indexing import indexed_once


@pytest.fixture
def target(home):
    return StandardPageFactory(parent=home)


@pytest.fixture
def page(home, target):
    return StandardPageFactory(parent=home, title="Vorher")


def used_by(page):
    return ReferenceIndex.get_references_to(page).count()


def found(words):
    return list(get_search_backend().search(words, StandardPage.objects.all()))


def test_references_are_indexed_once_at_the_end_of_the_block(page, target):
    with indexed_once():
        page.body = link_to(target)
        page.save()
        assert used_by(target) == 0

        inspect.unwrap(references.update_reference_index_on_save)(instance=page)
        assert used_by(target) == 1  # by Wagtail's own receiver, at once

        ReferenceIndex.remove_for_object(page)

    assert used_by(target) == 1


def test_search_is_indexed_once_at_the_end_of_the_block(page):
    with indexed_once():
        page.title = "Nachher"
        page.save()
        assert found("Nachher") == []

        inspect.unwrap(search.post_save_signal_handler)(instance=page)
        assert found("Nachher") == [page]  # by the receiver of modelsearch, at once


def queries_of(look_up, *given):
    """Look something up three times; return what was found and the number of queries."""
    with CaptureQueriesContext(connection) as queries:
        first, *others = [look_up(*given) for _number in range(3)]
    assert others == [first, first]
    return first, len(queries)


@pytest.mark.parametrize(
    "ours, wagtails, given",
    [
        (sites.get_site_for_hostname, lookups.find_site, ("localhost", 80)),
        (Locale.get_active, lookups.find_active_locale, ()),
    ],
    ids=["site", "language"],
)
def test_sites_and_languages_are_asked_for_once_for_an_answer(home, ours, wagtails, given):
    with translation.override("en"), one_answer():
        found, queries = queries_of(ours, *given)

        assert queries == 1
        assert queries_of(wagtails, *given) == (found, 3)


def test_addresses_are_made_once_for_an_answer(page):
    with one_answer():
        paths, parts = Site.get_site_root_paths(), page.get_url_parts()

        assert Site.get_site_root_paths() is paths
        assert Page.objects.get(pk=page.pk).get_url_parts() is parts
        for wagtails, ours in (
            (lookups.find_root_paths, paths),
            (lambda: lookups.find_url_parts(page), parts),
        ):
            assert wagtails() == ours
            assert wagtails() is not wagtails()


def test_child_relations_are_found_once_for_a_model(db):
    ours, wagtails = modelcluster.get_all_child_relations, lookups.find_child_relations

    assert ours(StandardPage) is ours(StandardPage)
    assert wagtails(StandardPage) == ours(StandardPage)
    assert wagtails(StandardPage) is not wagtails(StandardPage)
