"""What keeps an unfinished translation from being published, and who may do so all the same."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories import PersonFactory, UserFactory
from tests.permissions import allow, log_in
from tests.sentences import paragraphs, stream
from univercity.translation.checks import wrong_entries
from univercity.translation.gate import NotPublishable
from univercity.translation.provenance import read_provenance
from univercity.translation.units import approve, units_of, write_unit
from univercity.translation_desk.publishing_incomplete import publish_incomplete


@pytest.fixture
def translation(page, english):
    translate_object(page, [english])
    return Translation.objects.get(source__object_id=page.translation_key)


def write(translation, *sources, tool=""):
    """Translate the texts with these sources, all of them where none is named."""
    for unit in units_of([translation]):
        if not sources or unit.source in sources:
            write_unit(unit, f"English {unit.source}", user=None, tool=tool)


def publish(translation):
    translation.save_target(publish=False)
    translation.get_target_instance().get_latest_revision().publish()


def shown(translation):
    return StandardPage.objects.get(pk=translation.get_target_instance().pk)


@pytest.fixture
def live(translation, page):
    """English is public; then one sentence changes in German."""
    write(translation)
    publish(translation)
    page = StandardPage.objects.get(pk=page.pk)
    page.body = stream(paragraphs("Eins.", "Zweitens."))
    page.save_revision().publish()
    translation.source.update_from_db()
    return translation


@pytest.fixture
def translator_in_chief(client, home, english):
    """Log in somebody who may publish English, finished or not."""
    group = Group.objects.create(name="Leitung")
    allow(group, home.get_translation(english), "change", "publish")
    permission = Permission.objects.get(codename="publish_incomplete_translation")
    group.permissions.add(permission)
    return log_in(client, group)


def test_open_text_keeps_a_page_from_being_published(translation):
    write(translation, "Eins.")

    with pytest.raises(NotPublishable) as refusal:
        publish(translation)

    assert refusal.value.messages == [
        "3 Segmente sind noch nicht übersetzt. Übersetzen Sie sie und veröffentlichen Sie dann "
        "die Seite."
    ]


def test_text_with_an_error_keeps_a_page_from_being_published(translation):
    write(translation)
    [unit] = [unit for unit in units_of([translation]) if unit.source == "Eins."]
    write_unit(unit, '<a id="a9">One.</a>', user=None)

    with pytest.raises(NotPublishable, match="1 Segment hat einen Fehler"):
        publish(translation)


def test_text_of_a_tool_keeps_a_page_from_being_published_until_it_is_approved(
    translation, admin_user
):
    write(translation, tool="Dummy")
    with pytest.raises(NotPublishable, match="4 Segmente hat ein Programm geschrieben"):
        publish(translation)

    approve(translation, units_of([translation]), admin_user)
    publish(translation)

    assert shown(translation).live


def test_version_whose_translation_was_stopped_is_published_by_hand(translation):
    translation.save_target(publish=False)
    translation.enabled = False
    translation.save()

    translation.get_target_instance().get_latest_revision().publish()

    assert shown(translation).live


def test_message_names_each_kind_of_gap(translation):
    write(translation, "Eins.", tool="Dummy")

    with pytest.raises(NotPublishable) as refusal:
        publish(translation)

    assert len(refusal.value.messages) == 2


def test_snippet_with_drafts_is_refused_wherever_it_is_published(english):
    person = PersonFactory(role="Physikerin")
    translate_object(person, [english])
    translation = Translation.objects.get(source__object_id=person.translation_key)
    draft = translation.get_target_instance().save_revision()

    with pytest.raises(ValidationError, match="noch nicht übersetzt"):
        draft.publish()

    assert not translation.get_target_instance().live


def test_gate_can_be_told_to_warn_only(translation, settings, admin_client):
    settings.TRANSLATION_GATE_WARNS = ["home.StandardPage:en"]
    page = translation.get_target_instance()

    response = admin_client.post(
        f"/admin/pages/{page.pk}/edit/", {"action": "publish"}, follow=True
    )

    assert "4 Segmente sind noch nicht übersetzt" in response.content.decode()


def test_gate_that_warns_lets_everybody_publish(translation, settings):
    settings.TRANSLATION_GATE_WARNS = ["home.StandardPage"]

    publish(translation)

    assert shown(translation).live


def test_gate_is_strict_for_other_languages_and_types(translation, settings):
    settings.TRANSLATION_GATE_WARNS = ["home.StandardPage:fr", "calendar_pages.EventPage"]

    with pytest.raises(NotPublishable):
        publish(translation)


def test_types_and_languages_that_do_not_exist_are_named():
    entries = ["home.StandardPage:en", "home.Gibtsnicht", "home.HomePage:xx", "unsinn"]

    assert [error.id for error in wrong_entries(entries)] == [
        "translation.E1",
        "translation.E2",
        "translation.E1",
    ]


def address(translation):
    return f"/admin/translation/{translation.pk}/publish-incomplete/"


def test_editor_without_the_right_learns_what_is_missing(client, home, english, live):
    group = Group.objects.create(name="Lektorat")
    allow(group, home.get_translation(english), "change", "publish")
    log_in(client, group)
    page = live.get_target_instance()

    response = client.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"}, follow=True)

    assert "1 Segment ist noch nicht übersetzt" in response.content.decode()
    assert client.get(address(live)).status_code == 302  # to the dashboard, which says why
    assert client.post(address(live), {"reason": "Eilt"}).status_code == 302
    assert not PageLogEntry.objects.filter(page=page.pk, action__contains="incomplete").exists()


def test_who_may_publish_it_all_the_same_sees_what_is_open_and_gives_a_reason(
    client, live, translator_in_chief
):
    page = live.get_target_instance()
    response = client.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"})
    assert response.url == address(live)
    content = client.get(address(live)).content.decode()
    assert "Zweitens." in content
    assert "English Zwei." in content

    assert "Dieses Feld" in client.post(address(live), {"reason": ""}).content.decode()
    client.post(address(live), {"reason": "Anmeldung endet morgen"})

    [entry] = PageLogEntry.objects.filter(
        page=page.pk, action="univercity.publish_incomplete_translation"
    )
    assert entry.data == {"reason": "Anmeldung endet morgen", "gaps": 1}
    assert entry.user == translator_in_chief
    history = client.get(f"/admin/pages/{page.pk}/history/").content.decode()
    assert "Anmeldung endet morgen" in history


def test_locked_translation_is_not_published_by_this_right(client, live, translator_in_chief):
    page = live.get_target_instance()
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=UserFactory())

    for status in (client.get(address(live)), client.post(address(live), {"reason": "Eilt"})):
        assert status.url == "/admin/"

    assert not PageLogEntry.objects.filter(page=page.pk, action__contains="incomplete").exists()


def test_changed_text_without_translation_keeps_its_former_one(live, admin_user):
    publish_incomplete(live, admin_user, "Eilt")

    page = shown(live)
    assert page.body[0].value.source == "<p>English Eins.</p><p>English Zwei.</p>"
    provenance = read_provenance(page, page.last_published_at).by_path
    [body] = [value for path, value in provenance.items() if path.startswith("body")]
    assert body == {"lang": "en", "origin": "human", "stale": True}


def test_new_text_without_translation_is_german_and_marked_so(live, page, admin_user):
    page = StandardPage.objects.get(pk=page.pk)
    page.introduction = "Ganz neu."
    page.save_revision().publish()
    live.source.update_from_db()

    publish_incomplete(Translation.objects.get(pk=live.pk), admin_user, "Eilt")

    shown_page = shown(live)
    assert shown_page.introduction == "Ganz neu."
    provenance = read_provenance(shown_page, shown_page.last_published_at).by_path
    assert provenance["introduction"] == {"lang": "de", "origin": "fallback", "stale": False}


def test_former_text_loses_links_that_german_no_longer_has(translation, page, admin_user):
    page.body = stream(paragraphs('Mehr <a href="https://example.org/">hier</a>.'))
    page.save_revision().publish()
    translation.source.update_from_db()
    for unit in units_of([translation]):
        write_unit(unit, unit.source.replace("Mehr", "More"), user=None)
    publish(translation)
    page.body = stream(paragraphs("Mehr steht hier nicht."))
    page.save_revision().publish()
    translation.source.update_from_db()

    publish_incomplete(Translation.objects.get(pk=translation.pk), admin_user, "Eilt")

    assert shown(translation).body[0].value.source == "<p>More hier.</p>"


def test_override_holds_for_one_publication_only(live, admin_user):
    publish_incomplete(live, admin_user, "Eilt")

    with pytest.raises(NotPublishable):
        publish(live)


def test_no_right_publishes_below_a_page_that_is_not_public(live, home, english, admin_user):
    home.get_translation(english).unpublish()

    with pytest.raises(NotPublishable, match="übergeordnete"):
        publish_incomplete(live, admin_user, "Eilt")
