"""Which keys name an answer."""

import json

from tests.factories import ImageFactory, PartnerPageFactory, PersonFactory, StandardPageFactory
from tests.sample_content import listed, raw
from univercity.content.reading.answer import one_answer
from univercity.content.reading.page import read_page
from univercity.publishing.changes.keys import keys_of_page, surrogate_keys

AROUND = {"settings-de", "navigation-de", "site"}


def test_page_carries_the_keys_of_the_files_and_snippets_that_it_refers_to(home, network):
    """Not of other pages: who publishes one of them names this one."""
    partner, image = PartnerPageFactory(parent=network), ImageFactory()
    person = PersonFactory()
    body = [
        ("text", f'<p><a linktype="page" id="{partner.pk}">Partner</a></p>'),
        ("person", {"heading": "Kontakt", "persons": listed(person.pk)}),
    ]
    page = StandardPageFactory(parent=home, teaser_image=image, body=json.dumps(raw(body)))
    assert keys_of_page(page) == AROUND | {
        f"page-{page.pk}",
        f"image-{image.pk}",
        f"snippet-univercity.person-{person.pk}",
    }


def test_page_carries_the_keys_of_its_listings(home, network, calendar):
    block = {"heading": "Unsere Partner", "selection": "all", "chosen": []}
    page = StandardPageFactory(parent=home, body=json.dumps(raw([("partners", block)])))
    assert keys_of_page(page) == AROUND | {f"page-{page.pk}", "list-partners-de"}
    assert keys_of_page(network) == AROUND | {f"page-{network.pk}", "list-partners-de"}
    assert keys_of_page(calendar) == AROUND | {f"page-{calendar.pk}", "list-events-de"}


def test_keys_of_a_page_cost_one_query(home, django_assert_num_queries):
    keys_of_page(home)  # content types
    page = StandardPageFactory(parent=home)
    body = [("figure", {"image": {"image": ImageFactory().pk, "alt_text": "x"}, "caption": ""})] * 3
    pictured = StandardPageFactory(parent=home, body=json.dumps(raw(body)))
    for each in (page, pictured):
        with django_assert_num_queries(1):
            keys_of_page(each)


def test_keys_of_a_page_cost_nothing_where_its_content_was_read(home, django_assert_num_queries):
    keys_of_page(home)  # content types
    page = StandardPageFactory(parent=home, teaser_image=ImageFactory())
    with one_answer():
        read_page(page)
        with django_assert_num_queries(0):
            assert f"image-{page.teaser_image_id}" in keys_of_page(page)


def test_accounts_have_no_key(admin_user, home):
    assert surrogate_keys(admin_user) == set()
    assert surrogate_keys(home) == {f"page-{home.pk}"}
