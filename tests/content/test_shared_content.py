"""Shared content ("Baustein"): edited once, shown on many pages, in the reader's language."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.operations import translate_object

from tests.factories import SharedContentFactory, StandardPageFactory
from tests.permissions import allow, log_in
from tests.sample_content import raw, shared_content
from univercity.content.blocks import StoryBlock
from univercity.content.snippets.shared_content import SharedContent

ADDRESS = "/admin/snippets/univercity/sharedcontent"


def use(*contents):
    return json.dumps(raw([("shared_content", {"content": content.pk}) for content in contents]))


@pytest.fixture
def content(db):
    return SharedContentFactory(name="Erreichbarkeit")


@pytest.fixture
def page(home, content):
    return StandardPageFactory(parent=home, body=use(content))


def read(client, page):
    """Return the HTML of a page and the body of its API answer."""
    html = client.get(page.get_url()).content.decode()
    return html, client.get(f"/api/v2/pages/{page.pk}/").json()["body"]


def test_content_is_shown_on_each_of_its_pages(client, home, content, page):
    second = StandardPageFactory(parent=home, body=use(content))

    for shown_on in (page, second):
        html, [block] = read(client, shown_on)
        assert "So erreichen Sie uns" in html
        assert [item["type"] for item in block["value"]["blocks"]] == ["heading", "text"]


def test_published_change_reaches_the_pages_and_a_draft_does_not(client, content, page):
    content.body = json.dumps(raw([("text", "<p>Neu.</p>")]))
    revision = content.save_revision()

    assert "Neu." not in read(client, page)[0]
    revision.publish()
    assert "Neu." in read(client, page)[0]


def test_unpublished_content_is_shown_nowhere(client, content, page):
    content.unpublish()

    html, [block] = read(client, page)

    assert "So erreichen Sie uns" not in html
    assert block["value"] == {"id": None, "blocks": []}


def test_reader_gets_the_content_in_their_language(
    client, home, content, page, translate, translate_snippet
):
    body = json.dumps(raw([("text", "<p>How to reach us.</p>")]))
    english_content = translate_snippet(content, body=body)
    translate(home, slug="home")
    english_page = translate(page, slug="page")

    html, [block] = read(client, english_page)

    assert "How to reach us." in html
    assert block["value"]["id"] == english_content.pk


def test_german_content_is_not_served_on_an_english_page(client, home, page, translate):
    translate(home, slug="home")
    english_page = translate(page, slug="page")

    html, [block] = read(client, english_page)

    assert "So erreichen Sie uns" not in html
    assert block["value"]["blocks"] == []


def test_anchors_are_unique_beside_equal_headings(client, home, content):
    heading = {"text": "So erreichen Sie uns", "level": "2"}
    body = [("heading", heading), ("shared_content", {"content": content.pk})]
    page = StandardPageFactory(parent=home, body=json.dumps(raw(body)))

    html, [own, shared] = read(client, page)

    anchors = [own["value"]["anchor"], shared["value"]["blocks"][0]["value"]["anchor"]]
    assert anchors == ["h-so-erreichen-sie-uns", f"b{content.pk}-so-erreichen-sie-uns"]
    assert [html.count(f'id="{anchor}"') for anchor in anchors] == [1, 1]


def test_content_used_twice_on_a_page_is_refused_at_the_second(content):
    block = StoryBlock()
    value = block.to_python(json.loads(use(content, content)))

    with pytest.raises(ValidationError) as error:
        block.clean(value)

    assert list(error.value.block_errors) == [1]


def menus_inside(block):
    """Yield the names of all blocks that can stand in ``block``, at any depth."""
    children = getattr(block, "child_blocks", {})
    yield from children
    for child in [*children.values(), *filter(None, [getattr(block, "child_block", None)])]:
        yield from menus_inside(child)


def test_content_cannot_contain_content():
    assert "shared_content" not in set(menus_inside(SharedContent.body.field.stream_block))


@pytest.mark.parametrize("language", ["de", "en"])
def test_queries_do_not_grow_with_the_contents_of_a_page(
    client, home, english, translate, translate_snippet, language
):
    def page_with(number):
        contents = [shared_content(index, "<p>x</p>") for index in range(number)]
        for content in contents:
            translate_snippet(content)
        page = StandardPageFactory(parent=home, body=use(*contents))
        return page if language == "de" else translate(page, slug=f"page-{number}")

    def queries(page):
        addresses = [page.get_url(), f"/api/v2/pages/{page.pk}/", f"/api/v3/pages/{page.pk}/"]
        read(client, page)  # makes the renditions
        with CaptureQueriesContext(connection) as captured:
            assert [client.get(address).status_code for address in addresses] == [200] * 3
        return len(captured)

    translate(home, slug="home")

    assert queries(page_with(1)) == queries(page_with(3))


def test_texts_of_the_content_are_translated_and_its_name_is_not(content, english):
    translate_object(content, [english])

    source = Translation.objects.get(source__object_id=content.translation_key).source
    texts = StringSegment.objects.filter(source=source).values_list("string__data", flat=True)
    assert set(texts) == {"So erreichen Sie uns", "Fragen?"}
    assert not content.get_translation(english).live


def test_content_with_open_segments_is_not_published(
    admin_client, content, english, django_capture_on_commit_callbacks
):
    translate_object(content, [english])
    draft = content.get_translation(english)

    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(f"{ADDRESS}/edit/{draft.pk}/", {"action": "publish"})

    assert not SharedContent.objects.get(pk=draft.pk).live


def test_pages_that_use_a_content_are_named_in_its_usage(admin_client, content, page):
    usage = admin_client.get(f"{ADDRESS}/usage/{content.pk}/").content.decode()
    listing = admin_client.get(f"{ADDRESS}/")

    assert page.title in usage
    assert [item.usage_count for item in listing.context["object_list"]] == [1]


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_taking_a_content_away_says_on_how_many_pages_it_is(admin_client, content, page, action):
    response = admin_client.get(f"{ADDRESS}/{action}/{content.pk}/")

    assert response.context["usage_count"] == 1


def form(body, **fields):
    return {**nested_form_data({"name": "Öffnungszeiten", "body": body}), **fields}


@pytest.fixture
def editor(client, home):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "change")
    names = [f"{action}_sharedcontent" for action in ("add", "change", "publish")]
    group.permissions.set(Permission.objects.filter(codename__in=names))
    return log_in(client, group)


def test_editor_publishes_a_content(client, editor):
    body = streamfield([("text", rich_text("<p>Täglich.</p>"))])

    client.post(f"{ADDRESS}/add/", form(body, **{"action-publish": "1"}))

    content = SharedContent.objects.get(name="Öffnungszeiten")
    assert content.live
    assert "Täglich." in str(content.body[0].value)


@pytest.mark.parametrize("language", ["de", "en"])
def test_empty_content_is_refused_with_a_message(client, editor, language):
    editor.wagtail_userprofile.preferred_language = language
    editor.wagtail_userprofile.save()

    response = client.post(f"{ADDRESS}/add/", form(streamfield([]), **{"action-publish": "1"}))

    expected = {"de": "Dieses Feld muss ausgefüllt werden.", "en": "This field is required."}
    [error] = response.context["form"].errors["body"].as_data()
    with translation.override(language):
        assert [str(message) for message in error.non_block_errors] == [expected[language]]
    assert 'value="Öffnungszeiten"' in response.content.decode()


def test_draft_of_an_empty_content_is_kept(client, editor):
    client.post(f"{ADDRESS}/add/", form(streamfield([])))

    assert not SharedContent.objects.get(name="Öffnungszeiten").live


def test_preview_of_a_content_shows_its_blocks_in_the_design_of_the_site(content):
    html = content.make_preview_request().content.decode()

    assert '<html lang="de">' in html
    assert "So erreichen Sie uns" in html
