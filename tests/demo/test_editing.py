"""The editor's and the translator's path through the real German admin."""

import datetime
from html import unescape

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from calendar_pages.models import CalendarPage, EventPage
from home.models import HomePage, StandardPage
from network.models import LeitbildPage, PartnerIndexPage, PartnerPage
from tests.factories import StandardPageFactory
from tests.forms import FORMS, add_address, empty_stream, page_form, text_stream
from tests.permissions import allow, log_in


@pytest.fixture
def translator(client, home, translate):
    group = Group.objects.create(name="Übersetzung")
    allow(group, translate(home, slug="home"), "change")
    group.permissions.add(Permission.objects.get(codename="translate"))
    return log_in(client, group)


@pytest.fixture
def parents(home, network, calendar):
    """The parent under which an editor creates a page of each type."""
    return {
        StandardPage: home,
        LeitbildPage: home,
        PartnerIndexPage: home,
        PartnerPage: network,
        CalendarPage: home,
        EventPage: calendar,
    }


def make_room(model, parent):
    """Remove the one page of its type that the parent may hold."""
    for page in parent.get_children().type(model):
        page.delete()
    return Page.objects.get(pk=parent.pk)


def submit_new(client, model, parents, title, **fields):
    parent = parents[model]
    if model.max_count_per_parent:
        parent = make_room(model, parent)
    form = nested_form_data(page_form(title, **FORMS[model]))
    response = client.post(add_address(model, parent), {**form, **fields})
    if "form" in (response.context or {}):
        pytest.fail(str(response.context["form"].errors))
    return model.objects.get(title=title)


@pytest.mark.parametrize("model", FORMS)
def test_editor_finds_a_german_form_with_labels_of_ours(client, editor, parents, model):
    parent = make_room(model, parents[model]) if model.max_count_per_parent else parents[model]

    content = client.get(add_address(model, parent)).content.decode()

    assert "Anreißer" in content
    assert "Veröffentlichen" in content


@pytest.mark.parametrize("model", FORMS)
def test_editor_creates_a_draft_that_visitors_do_not_see(client, editor, parents, model):
    page = submit_new(client, model, parents, "Entwurf")

    assert not page.live
    assert client.get(page.url).status_code == 404


@pytest.mark.parametrize("model", FORMS)
def test_editor_publishes_a_page_of_each_type(client, editor, parents, model):
    page = submit_new(client, model, parents, "Neue Seite", **{"action-publish": "1"})

    assert page.live
    assert "Neue Seite" in client.get(page.url).content.decode()


@pytest.mark.parametrize("model", FORMS)
def test_editor_schedules_a_page_of_each_type(client, editor, parents, model):
    now = timezone.localtime().replace(second=0, microsecond=0)
    tomorrow = now + datetime.timedelta(days=1)
    fields = {"go_live_at": tomorrow.strftime("%d.%m.%Y %H:%M"), "action-publish": "1"}

    page = submit_new(client, model, parents, "Morgen", **fields)

    assert not page.live
    assert page.scheduled_revision.approved_go_live_at == tomorrow


@pytest.mark.parametrize("model", FORMS)
def test_editor_sees_unsaved_text_in_the_preview(client, editor, parents, model):
    page = submit_new(client, model, parents, "Vorher")
    form = nested_form_data(page_form("Nachher", **FORMS[model]))
    address = f"/admin/pages/{page.pk}/edit/preview/"

    answer = client.post(address, {**form, "slug": page.slug}).json()
    content = client.get(address).content.decode()

    assert answer == {"is_valid": True, "is_available": True}
    assert "Nachher" in content


def test_editor_changes_and_publishes_the_home_page(client, editor, home):
    form = page_form(
        "Start",
        slug=home.slug,
        hero_heading="Eine Stadt, die fragt",
        hero_text="",
        hero_image="",
        hero_image_alt="",
        hero_links=empty_stream(),
        introduction=rich_text("<p>Willkommen.</p>"),
        key_figures=empty_stream(),
        body=text_stream(),
    )

    client.post(f"/admin/pages/{home.pk}/edit/", {**nested_form_data(form), "action-publish": "1"})

    assert HomePage.objects.get(pk=home.pk).hero_heading == "Eine Stadt, die fragt"
    assert "Eine Stadt, die fragt" in client.get("/de/").content.decode()


@pytest.fixture
def translation(home, translator, english):
    """A page in translation, with nothing translated yet."""
    page = StandardPageFactory(parent=home, title="Impressum", introduction="Wer verantwortet.")
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    return translation


def test_translator_opens_a_page_and_translates_one_segment(client, translation):
    english_page = translation.get_target_instance()
    segment = StringSegment.objects.get(source=translation.source, context__path="introduction")

    editor = client.get(f"/admin/pages/{english_page.pk}/edit/")
    saved = client.put(
        f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/",
        "value=Who+is+responsible.",
        content_type="application/x-www-form-urlencoded",
    )

    assert "translation_desk/editor/editor.html" in [t.name for t in editor.templates]
    assert saved.status_code == 201
    assert translation.get_progress() == (3, 1)


@pytest.fixture
def publish(client, django_capture_on_commit_callbacks):
    """Return a function that presses "publish" in the translation editor, and what it answers."""

    def press_publish(page):
        with django_capture_on_commit_callbacks(execute=True):
            address = f"/admin/pages/{page.pk}/edit/"
            return client.post(address, {"action": "publish"}, follow=True)

    return press_publish


def translate_segments(translation):
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data=f"English {segment.string.data}",
        )


def test_translator_without_the_right_cannot_publish(client, translation, publish):
    translate_segments(translation)
    english_page = translation.get_target_instance()

    response = publish(english_page)

    assert "Sie dürfen die Übersetzung nicht veröffentlichen" in response.content.decode()
    assert not Page.objects.get(pk=english_page.pk).live


def test_translation_with_open_segments_is_not_published(
    client, home, english, translation, publish
):
    allow(Group.objects.get(name="Übersetzung"), home.get_translation(english), "publish")
    english_page = translation.get_target_instance()

    response = publish(english_page)

    assert "3 Segmente sind noch nicht übersetzt" in response.content.decode()
    assert not Page.objects.get(pk=english_page.pk).live


def test_translation_below_a_page_that_is_not_public_is_not_published(
    client, home, english, translation, publish
):
    english_home = home.get_translation(english)
    allow(Group.objects.get(name="Übersetzung"), english_home, "publish")
    translate_segments(translation)
    english_home.unpublish()

    response = publish(translation.get_target_instance())

    assert f"zuerst die übergeordnete Seite: {english_home.title}" in unescape(
        response.content.decode()
    )


def test_complete_translation_is_published(client, home, english, translation, publish):
    allow(Group.objects.get(name="Übersetzung"), home.get_translation(english), "publish")
    translate_segments(translation)

    publish(translation.get_target_instance())

    assert client.get("/en/english-impressum/").status_code == 200
