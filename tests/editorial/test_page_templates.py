"""Page templates ("Seite aus Vorlage"): a draft of one's own from a prepared page."""

import datetime
import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data

from calendar_pages.models import EventPage
from home.models import StandardPage
from network.models import PartnerPage
from tests.factories import EventDateFactory, EventPageFactory, PartnerPageFactory
from tests.forms import FORMS, page_form
from tests.permissions import allow, log_in
from tests.sample_content import raw
from univercity.editorial.models import PageTemplate

LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])


@pytest.fixture
def prepared(calendar):
    """A draft of an event with a date and a text, whose latest version differs from the first."""
    event = EventPageFactory(parent=calendar, title="Vorlage Reihe", live=False, kind="umbrella")
    EventDateFactory(page=event)
    event = EventPage.objects.get(pk=event.pk)
    event.body = json.dumps(raw([("text", "<p>Programm: …</p>")]))
    event.lead = "Worum es in der Reihe geht."
    event.save_revision()
    return EventPage.objects.get(pk=event.pk)


@pytest.fixture
def template(prepared):
    return PageTemplate.objects.create(
        name="Neue Vortragsreihe", description="Reihe mit Programm.", page=prepared
    )


def choose_address(parent):
    return f"/admin/page-templates/{parent.pk}/"


def make_address(parent, template):
    return f"{choose_address(parent)}{template.pk}/"


def make(client, parent, template, title="Winterreihe"):
    return client.post(make_address(parent, template), {"title": title}, follow=True)


def test_editor_gets_a_draft_with_the_latest_content(client, editor, calendar, template):
    response = make(client, calendar, template, "Größen & Maße")

    page = EventPage.objects.get(title="Größen & Maße")
    assert response.redirect_chain[-1][0] == f"/admin/pages/{page.pk}/edit/"
    assert "Das ist Ihr eigener Entwurf" in response.content.decode()
    draft = page.get_latest_revision_as_object()
    assert (draft.slug, draft.live, draft.owner) == ("groessen-masse", False, editor)
    assert draft.lead == "Worum es in der Reihe geht."
    assert "Programm: …" in str(draft.body[0].value)
    assert draft.dates.count() == 1
    assert page.revisions.count() == 1


def test_template_stays_as_it_is(client, editor, calendar, template, prepared):
    before = prepared.serializable_data()

    make(client, calendar, template)

    assert EventPage.objects.get(pk=prepared.pk).serializable_data() == before


def test_new_page_is_no_translation_alias_or_scheduled_copy(
    client, editor, calendar, template, prepared
):
    Page.objects.filter(pk=prepared.pk).update(
        locked=True, expire_at=timezone.now() + datetime.timedelta(days=1)
    )
    prepared = EventPage.objects.get(pk=prepared.pk)
    prepared.save_revision()

    make(client, calendar, template)

    page = EventPage.objects.get(title="Winterreihe")
    assert page.translation_key != prepared.translation_key
    assert (page.alias_of, page.locked, page.expire_at) == (None, False, None)
    assert page.dates.get().translation_key != prepared.dates.get().translation_key


def test_second_page_of_the_same_title_gets_its_own_address(client, editor, calendar, template):
    make(client, calendar, template)
    make(client, calendar, template)

    slugs = EventPage.objects.filter(title="Winterreihe").values_list("slug", flat=True)
    assert sorted(slugs) == ["winterreihe", "winterreihe-1"]


def test_list_holds_the_templates_for_this_place_only(
    client, editor, home, calendar, network, template
):
    partner = PartnerPageFactory(parent=network, live=False)
    PageTemplate.objects.create(name="Neuer Partner", description="Mit Logo.", page=partner)

    assert "Neue Vortragsreihe" in client.get(choose_address(calendar)).content.decode()
    content = client.get(choose_address(network)).content.decode()
    assert "Neuer Partner" in content
    assert "Neue Vortragsreihe" not in content
    content = client.get(choose_address(home)).content.decode()
    assert "Für diesen Ort gibt es keine Vorlage." in content


@pytest.mark.parametrize("method", ["get", "post"])
def test_template_is_not_used_where_its_type_is_not_allowed(
    client, editor, network, template, method
):
    address = make_address(network, template)
    response = getattr(client, method)(address, {"title": "Reihe"}, follow=True)

    assert response.status_code == 404
    assert not Page.objects.filter(title="Reihe").exists()


def test_template_is_not_used_below_a_translated_page(
    client, editor, home, calendar, template, translate
):
    translate(home, slug="home")
    english_calendar = translate(calendar, slug="calendar")
    allow(Group.objects.get(name="Redaktion"), english_calendar, "add", "change")

    address = make_address(english_calendar, template)
    assert client.get(address, follow=True).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", [choose_address, make_address])
def test_without_the_right_to_add_nothing_is_made(
    client, calendar, network, template, method, address
):
    group = Group.objects.create(name="Partner")
    allow(group, network, "add")
    log_in(client, group)
    before = Page.objects.count()

    arguments = [calendar] if address is choose_address else [calendar, template]
    response = getattr(client, method)(address(*arguments), {"title": "Reihe"})

    assert response.status_code == 302
    assert response.url == "/admin/"
    assert Page.objects.count() == before


def test_visitor_is_asked_to_log_in(client, calendar, template):
    assert client.get(make_address(calendar, template)).url.startswith("/admin/login/")


@LANGUAGES
@pytest.mark.parametrize("title", ["", "x" * 256])
def test_title_that_is_missing_or_too_long_is_refused(
    client, editor, calendar, template, language, title
):
    editor.wagtail_userprofile.preferred_language = language
    editor.wagtail_userprofile.save()

    response = make(client, calendar, template, title)

    with translation.override(language):
        [error] = response.context["form"].errors["title"]
    starts = {"de": ("Dieses Feld", "Bitte"), "en": ("This field", "Ensure this value")}
    assert error.startswith(starts[language])
    assert Page.objects.filter(page_template=None, title=title).count() == 0


def test_way_to_the_templates_is_in_the_header_of_the_explorer(
    client, editor, home, calendar, template
):
    assert choose_address(calendar) in client.get(f"/admin/pages/{calendar.pk}/").content.decode()
    assert choose_address(home) not in client.get(f"/admin/pages/{home.pk}/").content.decode()


def test_template_is_marked_in_the_explorer(client, editor, calendar, template):
    content = client.get(f"/admin/pages/{calendar.pk}/").content.decode()

    assert "Vorlage: Vorlage Reihe" in content


def test_queries_of_the_explorer_do_not_grow_with_the_templates(client, editor, calendar, template):
    def queries():
        client.get(f"/admin/pages/{calendar.pk}/")
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/admin/pages/{calendar.pk}/")
        return len(captured)

    before = queries()
    event = EventPageFactory(parent=calendar, live=False)
    PageTemplate.objects.create(name="Zweite", description="x", page=event)

    assert queries() == before


def test_template_is_not_published_by_its_editor(client, editor, template, prepared):
    address = f"/admin/pages/{prepared.pk}/edit/"
    form = page_form("Vorlage Reihe", **{**FORMS[EventPage], "kind": "umbrella"})
    form = {**nested_form_data({**form, "slug": prepared.slug}), "action-publish": "1"}

    buttons = BeautifulSoup(client.get(address).content, "html.parser").select("[name^=action-]")
    response = client.post(address, form, follow=True)

    assert "action-publish" not in {button["name"] for button in buttons}
    assert "wird nicht veröffentlicht" in response.content.decode()
    assert not Page.objects.get(pk=prepared.pk).live


def test_template_is_not_published_with_others(client, editor, calendar, template, prepared):
    draft = EventPageFactory(parent=calendar, live=False)
    address = f"/admin/bulk/wagtailcore/page/publish/?id={prepared.pk}&id={draft.pk}"

    response = client.post(address, follow=True)

    assert "Es wurde nichts geändert." in response.content.decode()
    assert not Page.objects.filter(pk__in=[prepared.pk, draft.pk], live=True).exists()


def test_editor_of_the_template_is_told_what_it_is(client, editor, template, prepared):
    content = client.get(f"/admin/pages/{prepared.pk}/edit/").content.decode()

    assert "Diese Seite ist eine Vorlage" in content


def test_prepared_page_cannot_be_deleted_while_it_is_used(template, prepared):
    with pytest.raises(ProtectedError):
        prepared.delete()


@LANGUAGES
def test_page_of_a_type_that_exists_once_is_refused_at_the_page(calendar, language):
    template = PageTemplate(name="Kalender", description="Noch einer.", page=calendar)

    with pytest.raises(ValidationError) as error:
        template.full_clean()

    start = {"de": "Von diesem Seitentyp gibt es", "en": "There is only one page"}[language]
    with translation.override(language):
        assert error.value.message_dict["page"][0].startswith(start)


@LANGUAGES
def test_public_page_is_refused_at_the_page(network, language):
    page = PartnerPageFactory(parent=network)
    template = PageTemplate(name="Partner", description="Mit Logo.", page=page)

    with pytest.raises(ValidationError) as error:
        template.full_clean()

    start = {"de": "Wählen Sie einen Entwurf", "en": "Choose a draft"}[language]
    with translation.override(language):
        assert error.value.message_dict["page"][0].startswith(start)


def test_translated_page_is_refused_at_the_page(home, network, translate):
    translate(home, slug="home")
    english_network = translate(network, slug="network")
    page = PartnerPageFactory(parent=english_network, live=False)

    with pytest.raises(ValidationError) as error:
        PageTemplate(name="Partner", description="Mit Logo.", page=page).full_clean()

    assert list(error.value.message_dict) == ["page"]


@pytest.mark.parametrize("model", [StandardPage, EventPage, PartnerPage])
def test_types_of_which_a_site_has_many_can_be_templates(home, calendar, network, model):
    parents = {StandardPage: home, EventPage: calendar, PartnerPage: network}
    fields = {EventPage: {"lead": "x"}, PartnerPage: {"short_name": "x", "kind": "city"}}
    page = parents[model].add_child(
        instance=model(title="Vorlage", live=False, **fields.get(model, {}))
    )

    PageTemplate(name="Vorlage", description="Zum Anfangen.", page=page).full_clean()
