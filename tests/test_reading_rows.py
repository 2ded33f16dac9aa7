"""Rows read together are those that Django reads one model after the other."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models.functions import Left
from wagtail.fields import StreamField
from wagtail.models import Locale, Page

from tests.block_walk import OUR_APPS
from univercity.reading.rows import fetch


@pytest.fixture
def demo(db):
    call_command("load_demo", verbosity=0)


def values_of(instance):
    return {
        field.attname: field.get_prep_value(field.value_from_object(instance))
        if isinstance(field, StreamField)
        else field.value_from_object(instance)
        for field in instance._meta.concrete_fields
    }


def test_rows_of_all_models_are_the_same_as_read_one_by_one(demo, django_assert_num_queries):
    models = [Page, Locale]
    for label in OUR_APPS:
        models += apps.get_app_config(label).get_models()

    with django_assert_num_queries(1):
        together = fetch(model._default_manager.all() for model in models)

    for model, found in zip(models, together, strict=True):
        alone = {each.pk: each for each in model._default_manager.all()}
        assert found or not alone
        for instance in found:
            assert type(instance) is model
            assert values_of(instance) == values_of(alone[instance.pk])
            assert {key: str(value) for key, value in values_of(instance).items()} == {
                key: str(value) for key, value in values_of(alone[instance.pk]).items()
            }
            assert not instance._state.adding


def test_annotations_come_along_and_empty_selections_stay_empty(home, django_assert_num_queries):
    pages = Page.objects.annotate(under=Left("path", 4)).filter(pk=home.pk)

    with django_assert_num_queries(1):
        [found, missing] = fetch([pages, Locale.objects.none()])

    assert ([page.under for page in found], missing) == (["0001"], [])


def test_nothing_asked_costs_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert fetch([]) == []
        assert fetch([Page.objects.none(), Locale.objects.none()]) == [[], []]
