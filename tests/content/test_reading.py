"""What an answer shows is read together, and nothing is kept beyond the answer."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from tests.factories import ImageFactory, PersonFactory, SharedContentFactory, StandardPageFactory
from tests.sample_content import figure, listed, raw, story
from univercity.content.reading.answer import one_answer
from univercity.content.reading.page import read_page
from univercity.content.reading.references import references_of


def addresses_of(page):
    return [page.get_url(), f"/api/v2/pages/{page.pk}/", f"/api/v3/pages/{page.pk}/"]


def count(client, address):
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_sixty_blocks_cost_as_many_queries_as_five(client, home):
    text = ("text", f'<p><a linktype="page" id="{home.pk}">Start</a></p>')
    person = {"heading": "", "persons": listed(PersonFactory(image=ImageFactory()).pk)}
    five = [text, text, ("figure", figure("Hörsaal", "")), ("person", person), text]
    short = StandardPageFactory(parent=home, body=json.dumps(raw(five)))
    long = StandardPageFactory(parent=home, body=json.dumps(raw(five * 12)))

    few = [count(client, address) for address in addresses_of(short)]

    assert [count(client, address) for address in addresses_of(long)] == few


def test_five_hundred_pages_more_cost_no_query_more(client, home):
    page = StandardPageFactory(parent=home, body=json.dumps(raw(story(1, home))))
    before = [count(client, address) for address in addresses_of(page)]
    Page.objects.bulk_create(
        Page(
            title=f"Seite {number}",
            slug=f"viele-{number}",
            path=f"{home.path}Z{number:03}",
            depth=home.depth + 1,
            url_path=f"{home.url_path}viele-{number}/",
            content_type=home.content_type,
            locale=home.locale,
        )
        for number in range(500)
    )

    assert [count(client, address) for address in addresses_of(page)] == before


def test_nothing_more_is_asked_of_the_streams_of_a_page_that_was_read(
    client, home, django_assert_num_queries
):
    page = StandardPageFactory(parent=home, body=json.dumps(raw(story(1, home))))
    client.get(f"/api/v3/pages/{page.pk}/")  # makes the renditions
    page = type(page).objects.get(pk=page.pk)
    with one_answer():
        read_page(page)
        with django_assert_num_queries(0):
            page.body.stream_block.get_api_representation(page.body)


def test_references_are_those_that_wagtail_finds_in_the_read_values(home):
    page = StandardPageFactory(parent=home, body=json.dumps(raw(story(1, home))))
    page = type(page).objects.get(pk=page.pk)

    found = {(model._meta.label, str(pk)) for model, pk in references_of(page)}

    expected = type(page)._meta.get_field("body").extract_references(page.body)
    assert found == {(model._meta.label, str(pk)) for model, pk, *_paths in expected}


def hide(page, way):
    if way == "unpublish":
        page.unpublish()
    elif way == "close":
        PageViewRestriction.objects.bulk_create(
            [PageViewRestriction(page=page, restriction_type="login")]
        )
    else:
        closed = StandardPageFactory(parent=page.get_parent())
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
        page.move(closed, pos="last-child")


@pytest.mark.parametrize("way", ["unpublish", "close", "move"])
def test_hidden_page_is_linked_by_no_later_answer(client, home, way):
    target = StandardPageFactory(parent=home, title="Geheimplan", slug="geheimplan")
    link = {"label": "", "page": target.pk, "url": ""}
    body = [
        ("text", f'<p><a linktype="page" id="{target.pk}">hier</a></p>'),
        ("button_group", {"buttons": listed(link)}),
    ]
    content = SharedContentFactory(body=json.dumps(raw(body)))
    page = StandardPageFactory(
        parent=home, body=json.dumps(raw([*body, ("shared_content", {"content": content.pk})]))
    )
    for address in addresses_of(page):
        assert "geheimplan" in client.get(address).content.decode()

    hide(target, way)

    for address in addresses_of(page):
        answer = client.get(address).content.decode()
        assert "geheimplan" not in answer
        assert "Geheimplan" not in answer


def test_image_is_shown_with_the_alt_text_of_each_place(client, home):
    image = ImageFactory()
    places = [
        ("figure", {"image": {"image": image.pk, "alt_text": text, "decorative": False}})
        for text in ("Vorn", "Hinten")
    ]
    page = StandardPageFactory(parent=home, body=json.dumps(raw(places)))

    body = client.get(f"/api/v3/pages/{page.pk}/").json()["body"]

    assert [block["value"]["image"]["alt"] for block in body] == ["Vorn", "Hinten"]
