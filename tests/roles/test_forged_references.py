"""What a partner editor's form refers to is refused where no chooser offers it, and not named."""

import pytest
from wagtail.models import ReferenceIndex
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from calendar_pages.models import EventPage
from network.models import PartnerPage
from tests.accounts import make_account
from tests.factories import (
    DocumentFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
)
from tests.forms import FORMS, add_address, page_form

SECRET = "Geheimplan"
NO_IMAGE_TEXT = {"alt_text": "", "decorative": "on"}
NO_LINK = dict.fromkeys(["label", "page", "day", "url", "document", "email", "phone"], "")


@pytest.fixture
def museum(network):
    return PartnerPageFactory(parent=network, title="Museum", slug="museum", short_name="DBM")


@pytest.fixture
def foreign(other):
    """Return the ids of what the partner editor must not use."""
    collection = other.editors.collection
    return {
        "page": EventPageFactory(parent=other, title=SECRET, live=False).pk,
        "image": ImageFactory(title=SECRET, collection=collection).pk,
        "document": DocumentFactory(title=SECRET, collection=collection).pk,
    }


def figure(image):
    return {"image": {"image": image, **NO_IMAGE_TEXT}, "caption": "", "size": "text"}


def link(**target):
    return ("link_list", {"heading": "", "links": streamfield_list(NO_LINK | target)})


def streamfield_list(link):
    return inline_list([{"link": link, "description": ""}])


def inline_list(values):
    rows = {
        str(number): {"value": value, "id": "", "order": str(number), "deleted": ""}
        for number, value in enumerate(values)
    }
    return {"count": str(len(values)), **rows}


#: Fields of an event by what they choose.
FIELDS = {
    "series": lambda ids: {"series": ids["page"]},
    "teaser image": lambda ids: {"teaser_image": ids["image"]},
    "co-organiser": lambda ids: {"co_organisers": inline_formset([{"partner": ids["page"]}])},
    "image block": lambda ids: {"body": streamfield([("figure", figure(ids["image"]))])},
    "page of a link": lambda ids: {"body": streamfield([link(page=ids["page"])])},
    "document of a link": lambda ids: {"body": streamfield([link(document=ids["document"])])},
    "rich text": lambda ids: {
        "body": streamfield(
            [("text", rich_text(f'<p><a linktype="page" id="{ids["page"]}">x</a></p>'))]
        )
    },
}
EACH_FIELD = pytest.mark.parametrize("field", FIELDS)


def event_form(title, **fields):
    return nested_form_data(page_form(title, **{**FORMS[EventPage], **fields}))


@EACH_FIELD
def test_new_event_refers_to_nothing_foreign(client, museum, foreign, partner, field):
    form = event_form("Neu", **FIELDS[field](foreign))

    response = client.post(add_address(EventPage, museum), form)

    assert response.url == "/admin/"
    assert not EventPage.objects.filter(title="Neu").exists()


@EACH_FIELD
def test_invalid_form_names_nothing_foreign(client, museum, foreign, partner, field):
    form = event_form("", **FIELDS[field](foreign))

    response = client.post(add_address(EventPage, museum), form, follow=True)

    assert SECRET not in response.content.decode()


@EACH_FIELD
def test_preview_shows_nothing_foreign(client, museum, foreign, partner, field):
    address = f"{add_address(EventPage, museum)}preview/"
    form = event_form("Neu", **FIELDS[field](foreign))

    client.post(address, form)
    response = client.get(address, {"mode": ""}, follow=True)

    assert SECRET not in response.content.decode()


def test_rich_text_of_the_own_page_refers_to_nothing_foreign(client, museum, foreign, partner):
    text = f'<p><a linktype="document" id="{foreign["document"]}">x</a></p>'
    form = page_form("Museum", **{**FORMS[PartnerPage], "introduction": rich_text(text)})

    response = client.post(f"/admin/pages/{museum.pk}/edit/", nested_form_data(form))

    assert response.url == "/admin/"


def test_own_and_public_references_are_saved(client, museum, other, partner):
    own = {
        "page": EventPageFactory(parent=other, title="Öffentlich").pk,
        "image": ImageFactory(collection=museum.editors.collection).pk,
        "document": DocumentFactory(collection=museum.editors.collection).pk,
    }
    names = ("teaser image", "page of a link")
    fields = {name: value for each in names for name, value in FIELDS[each](own).items()}

    client.post(add_address(EventPage, museum), event_form("Neu", **fields))

    event = EventPage.objects.get(title="Neu").get_latest_revision_as_object()
    references = ReferenceIndex._extract_references_from_object(event)
    assert {str(own["page"]), str(own["image"])} <= {pk for _type, pk, *_place in references}


def test_what_editors_put_on_a_page_stays(client, museum, foreign, partner):
    museum.teaser_image_id = foreign["image"]
    museum.save_revision()
    fields = FORMS[PartnerPage] | {"teaser_image": foreign["image"], "city": "Herne"}

    form = nested_form_data(page_form("Museum", **fields))
    client.post(f"/admin/pages/{museum.pk}/edit/", form)

    page = PartnerPage.objects.get(pk=museum.pk)
    assert page.get_latest_revision_as_object().city == "Herne"


def test_editor_may_use_everything(client, museum, foreign, other):
    client.force_login(make_account("redaktion", "Redaktion"))

    client.post(
        add_address(EventPage, museum), event_form("Neu", **FIELDS["teaser image"](foreign))
    )

    assert EventPage.objects.get(title="Neu").get_latest_revision_as_object().teaser_image_id


@pytest.mark.parametrize("action", ["copy", "move"])
def test_parent_that_is_posted_is_not_named(client, museum, foreign, partner, action):
    own = EventPageFactory(parent=museum, title="Eigenes")
    form = {"new_parent_page": foreign["page"], "new_title": "", "new_slug": "x"}

    response = client.post(f"/admin/pages/{own.pk}/{action}/", form, follow=True)

    assert SECRET not in response.content.decode()


def test_parent_chosen_for_a_new_page_is_not_named(client, museum, foreign, partner):
    address = "/admin/pages/calendar_pages/eventpage/choose-parent/"

    response = client.post(address, {"parent_page": foreign["page"]}, follow=True)

    assert SECRET not in response.content.decode()


def test_parent_that_is_posted_for_several_pages_is_not_named(client, museum, foreign, partner):
    own = EventPageFactory(parent=museum, title="Eigenes")
    address = f"/admin/bulk/wagtailcore/page/move/?id={own.pk}"

    response = client.post(address, {"chooser": foreign["page"]}, follow=True)

    assert SECRET not in response.content.decode()


def test_event_can_be_moved_below_the_own_page(client, museum, foreign, partner):
    own = EventPageFactory(parent=museum, title="Eigenes", live=False)

    response = client.post(f"/admin/pages/{own.pk}/move/", {"new_parent_page": museum.pk})

    assert response.status_code == 302
    assert response.url == f"/admin/pages/{own.pk}/move/{museum.pk}/confirm/"
