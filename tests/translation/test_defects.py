"""What wagtail-localize lets happen to translations, and this site does not.

The numbers are those of the list of defects that docs/architecture.md explains. Everything is done
in ways that exist in both: ``tests/translation/test_defects_on_stock.py`` runs this file against
wagtail-localize as it comes and says how each test fails there.
"""

import dataclasses
import json

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management.sql import emit_post_migrate_signal
from django.urls import NoReverseMatch, reverse
from wagtail.actions.create_page import CreatePageAction
from wagtail.models import Page
from wagtail_localize.models import String, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from calendar_pages.models import EventPage
from home.models import StandardPage
from tests.factories import EventPageFactory, StandardPageFactory, UserFactory
from tests.sample_content import raw, table
from tests.translation.defects import (
    DeepLHere,
    admin,
    editor_of,
    english_of,
    finish,
    permission,
    post,
    submit,
    translator,
)

__all__ = ["admin", "editor_of", "post", "submit", "translator"]  # fixtures


def test_defect_1_draft_is_not_read_through_a_submission(translator, home, english, post):
    secret = StandardPageFactory(parent=home, title="Geheimplan", live=False)

    post("submit_page_translation", arguments={"page_id": secret.pk}, locales=english.pk)

    assert english_of(secret) is None


def test_defect_2_update_publishes_nothing_for_who_may_not_publish(translator, home, submit, post):
    translation = finish(submit(StandardPageFactory(parent=home)))
    arguments = {"translation_source_id": translation.source_id}

    post("update_translations", arguments=arguments, publish_translations="on")

    assert not translation.get_target_instance().live


def test_defect_3_submitting_a_subtree_leaves_the_tree_whole(admin, home, english, post):
    section = StandardPageFactory(parent=home)
    for _number in range(2):
        StandardPageFactory(parent=StandardPageFactory(parent=section))
    arguments = {"page_id": home.pk}

    post("submit_page_translation", arguments=arguments, locales=english.pk, include_subtree="on")

    assert english_of(section) is not None
    assert [list(problem) for problem in Page.find_problems()] == [[], [], [], [], []]


def test_defect_4_untranslated_text_does_not_go_live(home, submit):
    submit(home)

    assert not english_of(home).live


def test_defect_5_locked_page_is_not_translated_past_the_lock(translator, home, submit, post):
    translation = finish(submit(StandardPageFactory(parent=home, title="Impressum")))
    page = translation.get_target_instance()
    page.locked, page.locked_by = True, UserFactory()
    page.save()
    segment = translation.source.stringsegment_set.get(context__path="title")
    arguments = {"translation_id": translation.pk, "string_segment_id": segment.pk}

    post("edit_string_translation", "put", arguments, value="Other")

    assert not StringTranslation.objects.filter(data="Other").exists()


def test_defect_6_translator_hands_in_for_review_in_the_editor(translator, home, submit, editor_of):
    editor = editor_of(submit(StandardPageFactory(parent=home)))

    assert [button for button in editor.select("button") if "Prüfung" in button.text]


def test_defect_21_field_has_a_label_and_a_language(translator, home, submit, editor_of):
    editor = editor_of(submit(StandardPageFactory(parent=home)))

    fields = editor.select("textarea[lang=en]")
    assert fields
    assert all(editor.select(f"label[for='{field['id']}']") for field in fields)


# wagtail-localize shows its report without an order.
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
def test_defect_8_report_is_exported_with_its_content(admin, client, home, submit):
    finish(submit(home), publish=True)
    submit(StandardPageFactory(parent=home, title="Impressum"))
    try:
        report = reverse("univercity_translations")
    except NoReverseMatch:
        report = reverse("wagtail_localize:translations_report")

    response = client.get(report, {"export": "csv"})

    assert "Impressum" in b"".join(response).decode()


@pytest.mark.parametrize("content", [b'msgid "Titel"\nmsgstr "Title"\n', None])
def test_defect_9_wrong_upload_is_refused_and_no_failure(admin, client, submit, home, content):
    translation = submit(home)
    client.raise_request_exception = False
    file = content and {"file": SimpleUploadedFile("texts.po", content)}

    response = client.post(
        reverse("wagtail_localize:upload_pofile", args=[translation.pk]), file or {}
    )

    assert response.status_code < 500


def test_defect_10_error_of_a_service_is_a_message(admin, client, settings, submit, home, listener):
    translation = submit(home)
    client.raise_request_exception = False
    listener.status = 456  # DeepL: the quota is used up
    DeepLHere.address = listener.url
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "tests.translation.defects.DeepLHere",
        "OPTIONS": {"AUTH_KEY": "key"},
    }
    settings.MACHINE_TRANSLATION = dataclasses.replace(
        settings.MACHINE_TRANSLATION, service="deepl", key="key", url=listener.url
    )

    response = client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))

    assert response.status_code == 302


# wagtail-localize shows its report without an order.
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
def test_defect_7_report_shows_only_titles_that_the_account_may_see(
    translator, client, home, submit
):
    submit(StandardPageFactory(parent=home, title="Geheimplan", live=False))

    page = client.get(reverse("wagtail_localize:translations_report"))

    assert "Geheimplan" not in page.content.decode()


def test_defect_11_text_of_a_machine_is_not_published_unread(home, submit):
    translation = finish(submit(home), kind="machine")

    with pytest.raises(ValidationError):
        translation.save_target(publish=True)


def test_defect_13_cells_of_tables_are_translated(home, submit):
    body = [("table", table("<p>Hörsaal</p>"))]
    page = StandardPageFactory(parent=home, body=json.dumps(raw(body)))

    texts = texts_of(submit(page))

    assert {"Ort", "Hörsaal"} <= texts


def texts_of(translation):
    return set(translation.source.stringsegment_set.values_list("string__data", flat=True))


def test_defect_14_subscript_stays_inside_its_sentence(home, submit):
    text = "<p>Die H<sub>2</sub>O-Menge</p>"
    page = StandardPageFactory(parent=home, body=json.dumps(raw([("text", text)])))

    assert "Die H<sub>2</sub>O-Menge" in texts_of(submit(page))


def test_defect_15_text_that_stored_content_lacks_stops_no_submission(home, submit):
    page = StandardPageFactory(parent=home, title="Titel")
    StandardPageFactory._meta.model.objects.filter(pk=page.pk).update(
        body=json.dumps([{"type": "heading", "value": {}, "id": "a"}])
    )

    assert "Titel" in texts_of(submit(type(page).objects.get(pk=page.pk)))


def test_defect_16_deleting_the_german_page_loses_no_translation(home, submit):
    finish(submit(home), publish=True)
    page = StandardPageFactory(parent=home)
    finish(submit(page), publish=True, title="Imprint")

    page.delete()

    assert english_of(page).title == "Imprint"
    assert StringTranslation.objects.filter(data="Imprint").exists()


def test_defect_17_api_lists_the_languages(client, admin_user, token_of):
    headers = token_of(admin_user, reads_drafts=True)

    answer = client.get("/api/v3/locales/", headers=headers)

    assert answer.status_code == 200


def test_defect_18_translated_page_is_not_written_past_its_translation(
    client, home, submit, settings, admin_user, token_of
):
    settings.API_WRITES = True
    page = finish(submit(home), publish=True).get_target_instance()

    answer = client.patch(
        f"/api/v3/pages/{page.pk}/",
        {"title": "From outside", "meta": {"type": "home.HomePage"}},
        content_type="application/json",
        headers=token_of(admin_user, reads_drafts=True, writes=True),
    )

    assert answer.status_code in (403, 409)


def test_defect_19_missing_page_of_the_api_is_not_redirected(client, home):
    assert client.get("/api/v3/pages/999999/").status_code == 404


def test_defect_20_page_is_found_by_its_public_path(client, home):
    answer = client.get("/api/v3/pages/find/", {"html_path": "/de/"}, follow=True)

    assert answer.status_code == 200


def test_defect_22_permission_to_submit_is_there_again_after_a_flush(db):
    permission("wagtail_localize.submit_translation").delete()

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")

    assert Permission.objects.filter(codename="submit_translation").exists()


def test_defect_23_pages_are_translated_from_one_language_only(
    admin, home, english, german, submit, post
):
    finish(submit(home), publish=True)
    page = StandardPageFactory(parent=english_of(home), locale=english)

    post("submit_page_translation", arguments={"page_id": page.pk}, locales=german.pk)

    assert not Translation.objects.filter(source__object_id=page.translation_key).exists()


# No defect by number, and the reason for most complaints.
def test_facts_reach_the_translation_when_german_is_published(
    home, calendar, submit, django_capture_on_commit_callbacks
):
    for page in (home, calendar):
        finish(submit(page), publish=True)
    event = EventPageFactory(parent=calendar, status=EventPage.Status.SCHEDULED)
    finish(submit(event), publish=True)

    event.status = EventPage.Status.CANCELLED
    with django_capture_on_commit_callbacks(execute=True):
        event.save_revision().publish()

    assert english_of(event).specific.status == EventPage.Status.CANCELLED


# Without numbers, too: what else is replaced for (univercity/translation/localize_patches).
def test_synchronised_field_of_a_block_is_no_text(home, submit):
    quote = {"text": "Wer fragt, gehört dazu.", "person": "Ada Beispiel", "role": "Physikerin"}
    page = StandardPageFactory(parent=home, body=json.dumps(raw([("quote", quote)])))

    texts = texts_of(submit(page))

    assert "Wer fragt, gehört dazu." in texts
    assert "Ada Beispiel" not in texts


def test_passage_in_another_language_is_translated_within_its_sentence(home, submit):
    text = '<p>Der <span lang="en">Open Day</span> ist am Freitag.</p>'
    page = StandardPageFactory(parent=home, body=json.dumps(raw([("text", text)])))

    assert 'Der <span id="span1">Open Day</span> ist am Freitag.' in texts_of(submit(page))


def test_former_translation_is_shown_until_a_changed_text_is_translated(home, english, submit):
    page = StandardPageFactory(parent=home, title="Angaben", slug="angaben")
    source = finish(submit(page), title="Details").source
    page.title = "Alle Angaben"
    page.save()
    source.update_from_db()

    made = source.get_ephemeral_translated_instance(english, fallback=True)

    assert made.title == "Details"


def test_new_language_offers_no_copy_of_all_pages(admin, client, home):
    form = client.get(reverse("wagtaillocales:add"))

    assert "sync_from" not in form.content.decode()


def test_page_in_english_alone_is_refused(home, english, submit):
    finish(submit(home), publish=True)
    page = StandardPage(title="Imprint", slug="imprint", locale=english)

    with pytest.raises(ValidationError):
        CreatePageAction(page, parent=english_of(home)).check()


def test_publication_past_the_editor_is_refused_too(home, submit):
    finish(submit(home), publish=True)
    page = submit(StandardPageFactory(parent=home)).get_target_instance()

    with pytest.raises(ValidationError):
        page.get_latest_revision().publish()


def test_publication_past_the_editor_has_the_texts_of_that_moment(home, submit):
    finish(submit(home), publish=True)
    page = StandardPageFactory(parent=home)
    translation = finish(submit(page), title="First")
    StringTranslation.objects.filter(data="First").update(data="Second")

    translation.get_target_instance().get_latest_revision().publish()

    assert english_of(page).title == "Second"


def test_translation_of_no_page_is_stored_and_deleted(german, english):
    string = String.from_value(german, StringValue("Hochschule"))
    row = StringTranslation.objects.create(
        translation_of=string, locale=english, data="University", context=None
    )

    row.delete()

    assert not StringTranslation.objects.exists()
