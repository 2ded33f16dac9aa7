"""Rows read together are those that Django reads one model after the other."""

from django.db.models.functions import Left
from wagtail.models import Locale, Page

from univercity.content.reading.statements import fetch, part_of


def test_annotations_come_along_and_empty_selections_stay_empty(home, django_assert_num_queries):
    pages = Page.objects.annotate(under=Left("path", 4)).filter(pk=home.pk)

    with django_assert_num_queries(1):
        [found, missing] = fetch([part_of(pages), part_of(Locale.objects.none())])

    assert ([page.under for page in found], missing) == (["0001"], [])


def test_nothing_asked_costs_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert fetch([]) == []
        assert fetch([part_of(Page.objects.none()), part_of(Locale.objects.none())]) == [[], []]
