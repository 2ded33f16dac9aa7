"""Bad input gets a message at its field, in the editor's language, and loses nothing."""

import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, GroupCollectionPermission
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from calendar_pages.models import EventPage
from network.models import PartnerPage
from tests.factories import ImageFactory, PartnerPageFactory
from tests.forms import FORMS, add_address, page_form
from tests.permissions import allow, log_in
from tests.sample_content import key_figure
from univercity.content.blocks.external import VideoBlock
from univercity.content.blocks.images import FigureBlock
from univercity.content.blocks.links import LinkBlock
from univercity.content.blocks.network import KeyFigureBlock
from univercity.content.media.images import Image

LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])


@pytest.fixture
def edit(client, home):
    """A function that sends a form in a language of the admin and returns the page shown."""
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "add", "change", "publish")
    collection = GroupCollectionPermission.objects
    add_image = Permission.objects.get(codename="add_image", content_type__app_label="univercity")
    collection.create(
        group=group, collection=Collection.get_first_root_node(), permission=add_image
    )
    user = log_in(client, group)

    def send(address, form, language):
        user.wagtail_userprofile.preferred_language = language
        user.wagtail_userprofile.save()
        response = client.post(address, form)
        translation.activate(language)  # in which the lazy messages of the form are read below
        return response

    with translation.override(translation.get_language()):
        yield send


def errors_at(response, field):
    return [str(error) for error in response.context["form"].errors[field]]


@LANGUAGES
def test_second_partner_with_the_same_slug_is_told_so_at_the_slug(edit, network, language):
    PartnerPageFactory(parent=network, slug="rub")
    form = page_form("Ruhr-Universität Bochum", slug="rub", **FORMS[PartnerPage])

    response = edit(add_address(PartnerPage, network), nested_form_data(form), language)

    start = {"de": "Der Kurztitel 'rub'", "en": "The slug 'rub'"}[language]
    assert errors_at(response, "slug")[0].startswith(start)
    assert "Ruhr-Universität Bochum" in response.content.decode()


@LANGUAGES
def test_event_that_ends_before_it_starts_is_told_so_at_the_end(edit, calendar, language):
    fields = dict(FORMS[EventPage])
    date = {"start_date": "04.09.2030", "start_time": "20:00", "end_time": "18:30", "title": "Los"}
    fields["dates"] = inline_formset([{**date, "end_date": ""}])
    form = {**nested_form_data(page_form("Vortrag", **fields)), "action-publish": "1"}

    response = edit(add_address(EventPage, calendar), form, language)

    [errors] = response.context["form"].formsets["dates"].errors
    start = {"de": "Die Veranstaltung endet", "en": "The event ends before it starts"}[language]
    assert str(errors["end_time"][0]).startswith(start)
    assert 'value="Los"' in response.content.decode()


@LANGUAGES
def test_key_figure_without_year_is_told_so_at_the_year(edit, network, language):
    fields = dict(FORMS[PartnerPage])
    figure = {**key_figure(year=""), "year_unknown": ""}
    fields["key_figures"] = streamfield([("key_figure", figure)])
    form = {**nested_form_data(page_form("RUB", **fields)), "action-publish": "1"}

    response = edit(add_address(PartnerPage, network), form, language)

    [error] = response.context["form"].errors["key_figures"].as_data()
    year = error.block_errors[0].block_errors["year"]
    start = {"de": "Geben Sie das Jahr", "en": "Give the year"}[language]
    assert year.messages[0].startswith(start)
    assert "Studierende" in response.content.decode()


@LANGUAGES
def test_image_without_alt_text_is_told_so_at_the_alt_text(edit, language):
    file = SimpleUploadedFile("treppe.png", get_test_image_file().file.getvalue())
    form = {"title": "Treppe", "file": file, "licence": "own", "collection": 1, "description": ""}

    response = edit("/admin/images/add/", form, language)

    start = {"de": "Beschreiben Sie", "en": "Describe in German"}[language]
    assert errors_at(response, "description")[0].startswith(start)
    assert 'value="Treppe"' in response.content.decode()
    assert not Image.objects.exists()


def test_decorative_image_needs_no_alt_text(db):
    ImageFactory.build(description="", always_decorative=True).clean()


def test_image_block_takes_an_always_decorative_image_without_alt_text(db):
    block = FigureBlock()
    image = ImageFactory(description="", always_decorative=True)
    raw_value = {"image": image.pk, "alt_text": "", "decorative": False}

    value = block.clean(block.to_python({"image": raw_value, "caption": ""}))

    assert block.get_api_representation(value)["image"]["alt"] == ""


def test_image_block_without_alt_text_is_refused_at_the_alt_text(db):
    block = FigureBlock()
    image = {"image": ImageFactory().pk, "alt_text": "", "decorative": False}

    with pytest.raises(ValidationError) as error:
        block.clean(block.to_python({"image": image, "caption": ""}))

    assert list(error.value.block_errors["image"].block_errors) == ["alt_text"]


def test_key_figure_whose_year_is_not_known_is_accepted():
    block = KeyFigureBlock()

    value = block.clean(block.to_python(key_figure(year=None, year_unknown=True)))

    assert value["year"] is None


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "YouTube"),
        ("https://youtu.be/dQw4w9WgXcQ?t=3", "YouTube"),
        ("https://vimeo.com/76979871", "Vimeo"),
    ],
)
def test_video_block_knows_the_provider_by_the_address(url, provider):
    block = VideoBlock()

    value = block.clean(block.to_python({"title": "V", "url": url, "alternative": "<p>x</p>"}))

    assert value.provider == provider


@pytest.mark.parametrize(
    "url", ["https://example.org/film", "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ"]
)
def test_video_of_another_host_is_refused_at_the_address(url):
    block = VideoBlock()

    with pytest.raises(ValidationError) as error:
        block.clean(block.to_python({"title": "V", "url": url, "alternative": "<p>x</p>"}))

    assert list(error.value.block_errors) == ["url"]


def test_link_with_two_targets_or_none_is_refused(home):
    block = LinkBlock()
    both = {"label": "Los", "page": home.pk, "url": "https://www.bochum.de"}
    none = {"label": "Los", "page": None, "url": ""}

    for value, fields in ((both, ["page", "url"]), (none, ["page"])):
        with pytest.raises(ValidationError) as error:
            block.clean(block.to_python(value))
        assert list(error.value.block_errors) == fields


def test_merged_partner_without_successor_is_refused_at_the_successor(network):
    partner = PartnerPageFactory.build(status="merged")

    with pytest.raises(ValidationError) as error:
        network.add_child(instance=partner)

    assert list(error.value.error_dict) == ["successor"]


def test_membership_that_ends_before_it_begins_is_refused(network):
    dates = {
        "member_from": datetime.date(2025, 1, 1),
        "member_until": datetime.date(2024, 12, 31),
    }

    with pytest.raises(ValidationError) as error:
        network.add_child(instance=PartnerPageFactory.build(**dates))

    assert list(error.value.error_dict) == ["member_until"]


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"is_free": True, "price_from": 5}, "is_free"),
        ({"price_from": 12, "price_to": 5}, "price_to"),
        ({"age_min": 12, "age_max": 8}, "age_max"),
    ],
)
def test_contradiction_in_an_event_is_refused_at_its_field(calendar, fields, at):
    event = EventPage(title="Vortrag", lead="Licht.", **fields)

    with pytest.raises(ValidationError) as error:
        calendar.add_child(instance=event)

    assert list(error.value.error_dict) == [at]


def test_api_answers_bad_parameters_in_its_own_format(client, home):
    v2 = client.get("/api/v2/pages/?nonsense=1")
    v3 = client.get("/api/v3/pages/?limit=none")

    for answer, status in ((v2, 400), (v3, 422)):
        assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
