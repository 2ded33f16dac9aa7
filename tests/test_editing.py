"""The editor's and the translator's path through the real German admin."""

import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from calendar_pages.models import CalendarPage, EventPage
from home.models import HomePage, StandardPage
from network.models import LeitbildPage, PartnerIndexPage, PartnerPage
from tests.factories import StandardPageFactory, UserFactory
from univercity.slugs import slugify


def allow(group, page, *codenames):
    for codename in codenames:
        permission = Permission.objects.get(
            codename=f"{codename}_page", content_type__app_label="wagtailcore"
        )
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)


def log_in(client, group):
    """Log a member of ``group`` in to the German admin."""
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = UserFactory()
    user.groups.add(group)
    UserProfile.objects.create(user=user, preferred_language="de")
    client.force_login(user)
    return user


@pytest.fixture
def editor(client, home):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "add", "change", "publish")
    return log_in(client, group)


@pytest.fixture
def translator(client, home, translate):
    group = Group.objects.create(name="Übersetzung")
    allow(group, translate(home, slug="home"), "change")
    return log_in(client, group)


def page_form(title, **fields):
    """Return what the edit form of a page sends, without the fields of its type."""
    return {
        "title": title,
        "slug": slugify(title),
        "teaser": "",
        "teaser_image": "",
        "teaser_image_alt": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": inline_formset([]),
        **fields,
    }


def text_stream(text="<p>Willkommen.</p>"):
    return streamfield([("text", rich_text(text))])


def empty_stream():
    return streamfield([])


FORMS = {
    StandardPage: {"introduction": "Kurz gesagt.", "body": text_stream()},
    LeitbildPage: {
        "introduction": rich_text("<p>Wofür wir stehen.</p>"),
        "steering_group_heading": "Lenkungskreis",
        "steering_group": rich_text("<p>Er berät.</p>"),
        "principles": streamfield(
            [("principle", {"statement": "Wir fragen.", "explanation": rich_text("<p>Oft.</p>")})]
        ),
        "adopted_on": "24.02.2011",
        "renewed_on": "",
        "signatories": inline_formset([]),
        "body": empty_stream(),
    },
    PartnerIndexPage: {"introduction": rich_text("<p>Zusammen.</p>")},
    PartnerPage: {
        "short_name": "RUB",
        "kind": "university",
        "status": "active",
        "member_from": "",
        "member_until": "",
        "successor": "",
        "logo": "",
        "website": "https://www.ruhr-uni-bochum.de",
        "introduction": rich_text("<p>Im Süden der Stadt.</p>"),
        "key_figures": empty_stream(),
        "street": "",
        "postcode": "",
        "city": "Bochum",
        "latitude": "51.44450",
        "longitude": "7.26160",
        "contact_name": "",
        "email": "",
        "phone": "",
        "social_profiles": empty_stream(),
        "body": empty_stream(),
    },
    CalendarPage: {"introduction": rich_text("<p>Was kommt.</p>")},
    EventPage: {
        "lead": "Ein Abend über Licht.",
        "dates": inline_formset(
            [
                {
                    "start_date": "04.09.2030",
                    "start_time": "18:30",
                    "end_date": "",
                    "end_time": "20:00",
                    "title": "",
                }
            ]
        ),
        "status": "scheduled",
        "status_note": "",
        "previous_start": "",
        "organiser": "",
        "co_organisers": inline_formset([]),
        "mode": "onsite",
        "venue": "",
        "room": "",
        "meeting_point": "",
        "online_url": "",
        "spoken_languages": inline_formset([{"language": "de"}]),
        "age_min": "",
        "age_max": "",
        "price_from": "",
        "price_to": "",
        "price_note": "",
        "ticket_url": "",
        "registration": "none",
        "registration_url": "",
        "registration_email": "",
        "registration_opens": "",
        "registration_closes": "",
        "capacity": "",
        "body": text_stream(),
        "kind": "event",
        "series": "",
        "audiences": inline_formset([]),
        "formats": inline_formset([]),
        "topics": inline_formset([]),
        "contact_name": "",
        "contact_email": "",
        "contact_phone": "",
    },
}


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


def add_address(model, parent):
    options = model._meta
    return f"/admin/pages/add/{options.app_label}/{options.model_name}/{parent.pk}/"


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
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)
    fields = {"go_live_at": tomorrow.strftime("%d.%m.%Y %H:%M"), "action-publish": "1"}

    page = submit_new(client, model, parents, "Morgen", **fields)

    assert not page.live
    assert page.scheduled_revision.approved_go_live_at.date() == tomorrow.date()


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

    assert "wagtail_localize/admin/edit_translation.html" in [t.name for t in editor.templates]
    assert saved.status_code == 201
    assert translation.get_progress() == (3, 1)


def test_translator_cannot_publish(client, translation):
    english_page = translation.get_target_instance()

    client.post(f"/admin/pages/{english_page.pk}/edit/", {"action": "publish"})

    assert not Page.objects.get(pk=english_page.pk).live
