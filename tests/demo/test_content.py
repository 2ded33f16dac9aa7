"""The demo site: complete in both languages, safe to load twice, readable everywhere."""

import io
import json
import re
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.serializers import serialize
from django.test import Client
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, ReferenceIndex
from wagtail_localize.models import Translation

from calendar_pages.models import EventPage
from home.models import HomePage
from network.models import PartnerPage
from tests.api.openapi import errors_of, page_schema, stream_names
from tests.api.test_resolve_html import differences, variants
from tests.block_walk import OUR_APPS
from tests.demo.parity import api_content, html_content, only_in_api, only_in_html
from univercity.content.accounts import User
from univercity.content.media.images import Image
from univercity.content.reading.statements import fetch, part_of
from univercity.content.site_settings import SiteSettings
from univercity.content.snippets.shared_content import SharedContent
from univercity.editorial.models import PageTemplate

# All of them, so that pytest-django runs them together and the demo is loaded once.
pytestmark = pytest.mark.django_db


@dataclass
class Visit:
    """A page of the demo and what was served for it."""

    page: Page
    status: int
    html: str
    v2: dict
    v3: dict
    resolved: dict


def visit(client, page):
    """Ask for a page as HTML and in both APIs."""
    response = client.get(page.url)
    answers = [client.get(f"/api/{api}/pages/{page.pk}/").json() for api in ("v2", "v3")]
    answers.append(client.get(f"/api/v3/resolve/?path={quote(page.url)}").json())
    return Visit(page, response.status_code, response.content.decode(), *answers)


@pytest.fixture(scope="module")
def visits(demo):
    """Every page, asked for once: the first time makes its images."""
    client = Client()
    return [visit(client, page) for page in Page.objects.filter(depth__gt=1).live().specific()]


def test_every_page_answers_as_the_openapi_document_says(visits):
    errors = {visit.page.url: errors_of(visit.v3, page_schema(visit.v3)) for visit in visits}

    assert {url: found for url, found in errors.items() if found} == {}


def test_both_apis_answer_the_same_streams_for_every_page(visits):
    streams = {
        (visit.page.url, name): (visit.v2[name], visit.v3[name])
        for visit in visits
        for name in stream_names(visit.page)
    }

    assert len(streams) > len(visits)
    assert {key for key, (in_v2, in_v3) in streams.items() if in_v2 != in_v3} == set()


def everything():
    """Return all rows of the database by model, as JSON."""
    return {
        model._meta.label: serialize("json", model._base_manager.order_by("pk"))
        for model in apps.get_models(include_auto_created=True)
    }


def test_second_load_changes_nothing(demo):
    before = everything()

    call_command("load_demo", stdout=io.StringIO())

    after = everything()
    assert [label for label in after if after[label] != before[label]] == []


def test_edited_page_keeps_its_edit(demo):
    page = HomePage.objects.get(locale__language_code="de")
    page.hero_heading = "Unsere Überschrift"
    page.save_revision().publish()

    call_command("load_demo", stdout=io.StringIO())

    assert HomePage.objects.get(pk=page.pk).hero_heading == "Unsere Überschrift"


def test_renamed_image_is_found_again(demo):
    Image.objects.filter(title__startswith="Demo").update(title="Umbenannt")
    before = Image.objects.count()

    call_command("load_demo", stdout=io.StringIO())

    assert Image.objects.count() == before


def test_every_page_is_served_as_html_and_in_both_apis(visits):
    assert len(visits) > 60
    for visit in visits:
        assert visit.status == 200, visit.page.url
        assert visit.v2["title"] == visit.v3["title"] == visit.page.title


def test_every_translation_is_complete_and_can_be_edited(demo):
    translations = Translation.objects.filter(enabled=True)

    unfinished = [
        str(translation)
        for translation in translations
        if len(set(translation.get_progress())) != 1
    ]

    assert unfinished == []
    english = Page.objects.filter(locale__language_code="en", live=True)
    translated = {translation.source.object_id for translation in translations}
    assert {page.translation_key for page in english} <= translated


def test_tree_is_whole_and_english_slugs_are_english(demo):
    assert [list(problem) for problem in Page.find_problems()] == [[], [], [], [], []]
    english = Page.objects.filter(locale__language_code="en", depth=3)
    assert set(english.values_list("slug", flat=True)) == {
        "accessibility",
        "calendar",
        "imprint",
        "mission",
        "network",
        "privacy",
    }


def test_twelve_partners_one_of_them_merged(demo):
    partners = PartnerPage.objects.live().filter(locale__language_code="de")
    merged = partners.get(status="merged")

    assert partners.count() == 12
    assert merged.successor.title.startswith("Hochschule Bochum")


def test_at_least_eight_events_and_one_in_german_only(demo):
    events = EventPage.objects.live()
    german = events.filter(locale__language_code="de")
    english = events.filter(locale__language_code="en")

    assert german.count() >= 8
    assert german.count() == english.count() + 1


def test_every_block_of_the_menus_is_in_use(demo):
    used = set()
    for model in apps.get_models():
        if issubclass(model, Page) and hasattr(model, "body"):
            for page in model.objects.all():
                used |= types_in(json.loads(json.dumps(page.body.get_prep_value(), default=str)))

    assert used >= set(HomePage.body.field.stream_block.child_blocks)


def types_in(value):
    """Return the types of the blocks in a stored value, at every depth."""
    if isinstance(value, dict):
        children = set().union(*(types_in(child) for child in value.values()))
        return children | ({value["type"]} if "id" in value else set())
    return set().union(*(types_in(child) for child in value)) if isinstance(value, list) else set()


def test_one_shared_content_is_used_on_several_pages(demo):
    for content in SharedContent.objects.all():
        assert content.live
        assert ReferenceIndex.get_grouped_references_to(content).count() > 1


def test_page_templates_are_drafts_in_german_that_can_be_used(demo):
    templates = PageTemplate.objects.all()

    assert [template.name for template in templates] == [
        "Neue Partnerseite",
        "Neue Vortragsreihe",
        "Neue Themenseite",
    ]
    for template in templates:
        template.full_clean()
        assert template in PageTemplate.objects.usable_below(template.page.get_parent())


def test_number_of_universities_is_nowhere_claimed(visits):
    claim = re.compile(r"(sieben|sechs|acht) hochschulen|(seven|six|eight) universities")

    assert [visit.page.url for visit in visits if claim.search(visit.html.lower())] == []


def test_key_figures_say_when_and_from_whom_they_are(demo):
    home = HomePage.objects.get(locale__language_code="de")
    figures = [block.value for block in home.key_figures]

    assert [int(figure["value"]) for figure in figures][:2] == [56000, 10000]
    assert all(figure["source"] for figure in figures)
    assert all(figure["year"] or figure["year_unknown"] for figure in figures)


def test_settings_exist_in_both_languages_with_instagram_first(demo):
    rows = SiteSettings.objects.order_by("locale__language_code")

    assert [row.locale.language_code for row in rows] == ["de", "en"]
    assert {row.social_profiles[0].value["platform"] for row in rows} == {"instagram"}


def test_accounts_are_made_in_development_only(demo, settings):
    assert not User.objects.exists()

    settings.DEBUG = True
    call_command("load_demo", stdout=io.StringIO())

    names = User.objects.filter(is_demo=True).values_list("username", flat=True)
    assert sorted(names) == [
        "admin",
        "leitung",
        "lektorat",
        "partner",
        "pruefung",
        "redaktion",
        "uebersetzung",
    ]


def test_api_holds_all_that_html_shows(visits):
    """Every word, link, image and alt text, in each language; the exceptions say why."""
    for visit in visits:
        language = visit.page.locale.language_code
        answer = api_content(visit.resolved, language)
        assert only_in_html(html_content(visit.html), answer, language) == set(), visit.page.url


def test_html_shows_all_that_the_api_holds(visits):
    for visit in visits:
        shown = html_content(visit.html)
        assert list(only_in_api(visit.resolved["page"], shown)) == [], visit.page.url


@pytest.mark.full
def test_every_page_and_all_variants_of_its_address_resolve_as_html_answers(demo):
    paths = [page.url for page in Page.objects.filter(depth__gt=1).live()]
    addresses = set().union(*map(variants, paths))

    assert len(addresses) > 150
    assert differences(addresses) == {}


def values_of(instance):
    return {
        field.attname: field.get_prep_value(field.value_from_object(instance))
        if isinstance(field, StreamField)
        else field.value_from_object(instance)
        for field in instance._meta.concrete_fields
    }


def test_rows_read_together_are_those_that_are_read_one_by_one(demo, django_assert_num_queries):
    models = [Page, Locale]
    for label in OUR_APPS:
        models += apps.get_app_config(label).get_models()

    with django_assert_num_queries(1):
        together = fetch(part_of(model._default_manager.all()) for model in models)

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
