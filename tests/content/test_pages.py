"""Pages: where they may stand, and what they do with their images and drafts."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, PageViewRestriction

from calendar_pages.models import CalendarPage, EventPage, EventTopic
from home.models import HomePage, StandardPage
from network.models import LeitbildPage, PartnerIndexPage, PartnerPage
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
    StandardPageFactory,
    TopicFactory,
)
from univercity.content.blocks import StoryBlock


def test_pages_stand_only_where_they_belong():
    children = {
        model: set(model.allowed_subpage_models())
        for model in (HomePage, StandardPage, PartnerIndexPage, CalendarPage, PartnerPage)
    }

    assert children == {
        HomePage: {StandardPage, LeitbildPage, PartnerIndexPage, CalendarPage},
        StandardPage: {StandardPage},
        PartnerIndexPage: {PartnerPage},
        CalendarPage: {EventPage},
        PartnerPage: {EventPage},
    }


@pytest.mark.parametrize("model", [LeitbildPage, PartnerIndexPage, CalendarPage])
def test_a_home_page_has_one_of_each_section(home, leitbild, network, calendar, model):
    assert not model.can_create_at(home)


def test_alt_text_follows_the_image_until_somebody_writes_one(home):
    page = StandardPageFactory(parent=home, teaser_image=ImageFactory(description="Ein Hund"))
    page.save_revision()

    page.teaser_image = ImageFactory(description="Eine Katze")
    page.clean()
    assert page.teaser_image_alt == "Eine Katze"

    page.teaser_image_alt = "Kater Tom"
    page.clean()
    assert page.teaser_image_alt == "Kater Tom"


def test_lost_image_file_does_not_take_the_page_down(client, home):
    image = ImageFactory()
    home.hero_image = image
    home.save()
    image.file.storage.delete(image.file.name)

    for address in ("/de/", f"/api/v2/pages/{home.pk}/", f"/api/v3/pages/{home.pk}/"):
        assert client.get(address).status_code == 200


def test_card_does_not_name_an_organiser_that_is_not_public(client, calendar, network):
    draft = PartnerPageFactory(parent=network, short_name="Geheimbund", live=False)
    EventDateFactory(page=EventPageFactory(parent=calendar, organiser=draft))

    assert "Geheimbund" not in client.get("/de/kalender/").content.decode()


@pytest.mark.parametrize("hide", ["draft", "private"])
def test_page_does_not_lead_back_to_a_parent_that_is_not_public(client, home, hide):
    parent = StandardPageFactory(parent=home, title="Geheimer Titel")
    page = StandardPageFactory(parent=parent)
    if hide == "draft":
        Page.objects.filter(pk=parent.pk).update(live=False)
    else:
        PageViewRestriction.objects.create(page=parent, restriction_type="login")

    assert StandardPage.objects.get(pk=page.pk).public_parent is None


def test_draft_that_names_a_deleted_term_can_still_be_opened(admin_client, calendar):
    event = EventPageFactory(parent=calendar)
    topic = TopicFactory()
    event.topics.add(EventTopic(topic=topic, locale=event.locale))
    event.save_revision()
    topic.delete()

    assert admin_client.get(f"/admin/pages/{event.pk}/edit/").status_code == 200


@pytest.mark.parametrize("snippet", ["venue", "topic", "audience", "format"])
def test_snippets_can_be_searched_in_the_admin(admin_client, home, snippet):
    response = admin_client.get(f"/admin/snippets/calendar_pages/{snippet}/?q=blue")

    assert response.status_code == 200


def test_two_headings_with_the_same_words_are_refused_at_the_second():
    block = StoryBlock()
    heading = {"type": "heading", "value": {"text": "Programm", "level": "2"}}

    with pytest.raises(ValidationError) as error:
        block.clean(block.to_python([heading, heading]))

    assert list(error.value.block_errors) == [1]
