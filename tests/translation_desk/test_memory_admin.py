"""The memory in the admin: searching it, taking it out, bringing files in."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from tests.english_admin import account_with, admin_user, in_the_language_of_the_code
from tests.factories import StandardPageFactory
from tests.sample_content import raw
from tests.translation_desk.tmx_files import FILE
from univercity.translation.permissions import MANAGE_MEMORY, TRANSLATE
from univercity.translation.units import UnitState, units_of, write_unit
from univercity.translation_desk.memory.importing import import_tmx
from univercity.translation_desk.memory.matches import TOOL

__all__ = ["account_with", "admin_user", "in_the_language_of_the_code"]  # fixtures

MEMORY = reverse("univercity_translation_memory")
FILES = reverse("univercity_memory_files")
GREETING = "Kommen Sie am Mittwoch in die Stadt."


@pytest.fixture
def hand_over(home, english, commit):
    """Return a function that hands a page of paragraphs to translation."""
    commit(translate_object, home, [english])

    def hand_page_over(*paragraphs, **fields):
        body = json.dumps(raw([("text", f"<p>{text}</p>") for text in paragraphs]))
        page = StandardPageFactory(parent=home, body=body, **fields)
        commit(translate_object, page, [english])
        return Translation.objects.get(source__object_id=page.translation_key)

    return hand_page_over


def unit_with(translation, source):
    return next(unit for unit in units_of([translation]) if unit.source == source)


def found(client, **query):
    """Return the source texts that the list shows."""
    response = client.get(MEMORY, query)
    assert response.status_code == 200
    return sorted(row.shown_source for row in response.context["object_list"])


def upload(client, content):
    return client.post(FILES, {"file": SimpleUploadedFile("memory.tmx", content)})


def test_words_are_found_in_source_and_translation(admin_client, admin_user, hand_over):
    page = hand_over(GREETING, "Das <b>Leitbild</b> der Stadt.", title="Titel")
    write_unit(unit_with(page, GREETING), "Come on Wednesday.", user=admin_user)
    write_unit(unit_with(page, "Das <b>Leitbild</b> der Stadt."), "Our mission.", user=admin_user)

    assert found(admin_client, q="stadt") == ["Das Leitbild der Stadt.", GREETING]
    assert found(admin_client, q="stadt mittwoch") == [GREETING]
    assert found(admin_client, q="mission") == ["Das Leitbild der Stadt."]
    assert found(admin_client, q="mission Wednesday") == []


def test_list_says_where_an_entry_is_used_and_how_far_it_is(admin_client, hand_over):
    page = hand_over(GREETING, title="Titel")
    write_unit(unit_with(page, GREETING), "Come.", user=None, tool="DeepL", machine=True)

    content = admin_client.get(MEMORY).content.decode()

    target = page.get_target_instance()
    assert f'<a href="{reverse("wagtailadmin_pages:edit", args=[target.pk])}">Titel</a>' in content
    assert "To be reviewed" in content
    assert "DeepL" in content
    assert '<td lang="en">Come.</td>' in content


def test_list_is_filtered_by_state_and_belonging(admin_client, admin_user, hand_over):
    page = hand_over(GREETING, "Zwei.", "Drei.")
    write_unit(unit_with(page, GREETING), "Come.", user=None, tool="DeepL", machine=True)
    write_unit(unit_with(page, "Zwei."), "Two.", user=admin_user)
    write_unit(unit_with(page, "Drei."), '<a id="a9">x</a>', user=admin_user)
    import_tmx(FILE, admin_user)

    assert found(admin_client, state="unreviewed") == ["Eins", GREETING]
    assert found(admin_client, state="done") == ["Zwei."]
    assert found(admin_client, state="error") == ["Drei."]
    assert found(admin_client, belongs="none") == ["Eins"]
    assert found(admin_client, belongs="page") == ["Drei.", GREETING, "Zwei."]


def test_what_a_filter_finds_is_taken_out(admin_client, admin_user, hand_over):
    page = hand_over(GREETING, "Zwei.")
    write_unit(unit_with(page, GREETING), "Come.", user=admin_user)
    write_unit(unit_with(page, "Zwei."), "Two.", user=admin_user)

    shown = admin_client.get(FILES, {"q": "zwei"}).content.decode()
    content = admin_client.get(f"{FILES}memory.tmx", {"q": "zwei"}).getvalue()

    assert "1 entry as TMX 1.4" in shown
    assert f"{FILES}memory.tmx?q=zwei" in shown
    assert (content.count(b"<tu "), b"Two." in content) == (1, True)


def test_file_is_looked_at_before_it_is_brought_in(admin_client, english):
    response = upload(admin_client, FILE)

    shown = admin_client.get(response.url).content.decode()
    assert "New entry: 1" in shown
    assert not StringTranslation.objects.exists()
    after = admin_client.post(response.url, {"confirm": "1", "approval": "all"}, follow=True)
    assert [str(each) for each in after.context["messages"]] == ["1 entry brought in."]
    assert StringTranslation.objects.get().review.text == "One"


def test_broken_file_is_a_message(admin_client, english):
    response = upload(admin_client, b"<tmx><tu>")

    assert "not well-formed XML" in admin_client.get(response.url).content.decode()


def test_wrong_answer_about_approval_keeps_the_file(admin_client, english):
    response = upload(admin_client, FILE)

    again = admin_client.post(response.url, {"confirm": "1", "approval": "x"})

    assert again.context["form"].errors["approval"]
    assert not StringTranslation.objects.exists()


def test_translators_read_what_they_may_see_and_keep_nothing(
    client, account_with, hand_over, admin_user
):
    own, draft, live, closed = (
        hand_over(f"{name} Text.", title=name) for name in ("Own", "Draft", "Live", "Closed")
    )
    for page in (own, draft, live, closed):
        name = page.source.object_repr
        write_unit(unit_with(page, f"{name} Text."), "x", user=admin_user)
    import_tmx(FILE, admin_user)
    for page in (live, closed):
        Page.objects.filter(pk=page.get_target_instance().pk).update(live=True)
    PageViewRestriction.objects.create(page=closed.get_target_instance(), restriction_type="login")
    account = account_with("u", TRANSLATE, page=own.get_target_instance())
    client.force_login(account)

    assert found(client) == ["Eins", "Live Text.", "Own Text."]
    assert client.get(FILES).status_code == 302
    client.post(f"{MEMORY}{StringTranslation.objects.get(context=None).pk}/forget/")
    assert StringTranslation.objects.filter(context=None).exists()


def test_keepers_read_everything_and_others_nothing(client, account_with, hand_over, admin_user):
    page = hand_over(GREETING)
    write_unit(unit_with(page, GREETING), "Come.", user=admin_user)

    client.force_login(account_with("keeper", MANAGE_MEMORY))
    assert found(client) == [GREETING]
    client.force_login(account_with("other"))
    assert client.get(MEMORY).status_code == 302


def test_list_takes_as_many_queries_for_few_as_for_many(admin_client, hand_over, admin_user):
    def measure(number):
        for index in range(number):
            page = hand_over(f"Satz {number} {index}.")
            write_unit(unit_with(page, f"Satz {number} {index}."), "x", user=admin_user)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(MEMORY)
        return len(queries)

    measure(1)
    assert measure(1) == measure(3)


# Filling by itself


def test_submitted_page_is_filled_with_what_is_known(hand_over, admin_user):
    write_unit(unit_with(hand_over(GREETING), GREETING), "Come.", user=admin_user)

    unit = unit_with(hand_over(GREETING), GREETING)

    assert (unit.target, unit.state, unit.tool) == ("Come.", UnitState.UNREVIEWED, TOOL)


def test_copied_block_is_filled_when_german_is_published(hand_over, admin_user, publish_german):
    translation = hand_over(GREETING)
    write_unit(unit_with(translation, GREETING), "Come.", user=admin_user)
    page = translation.source.get_source_instance()
    [block] = page.body.raw_data
    copied = {**block, "id": "0d9ee7c0-4c2e-4a5d-8f61-1a2b3c4d5e6f"}

    publish_german(page, body=json.dumps([block, copied]))

    units = [unit for unit in units_of([translation]) if unit.source == GREETING]
    assert [(unit.target, unit.state) for unit in units] == [
        ("Come.", UnitState.DONE),
        ("Come.", UnitState.UNREVIEWED),
    ]


def test_minor_edit_keeps_its_approval_where_the_memory_knows_the_new_text(
    hand_over, admin_user, publish_german
):
    write_unit(unit_with(hand_over("Neue Worte."), "Neue Worte."), "New words.", user=admin_user)
    translation = hand_over("Neue Wörte.")
    write_unit(unit_with(translation, "Neue Wörte."), "Other words.", user=admin_user)
    page = translation.source.get_source_instance()
    [block] = page.body.raw_data

    publish_german(page, minor=True, body=json.dumps([{**block, "value": "<p>Neue Worte.</p>"}]))

    unit = unit_with(translation, "Neue Worte.")
    assert (unit.target, unit.state) == ("Other words.", UnitState.DONE)


def test_publishing_german_costs_a_few_queries_more_however_much_is_filled(
    hand_over, admin_user, publish_german
):
    def measure(number):
        texts = [f"Satz {number} {index}." for index in range(number)]
        page = hand_over(*texts).source.get_source_instance()
        with CaptureQueriesContext(connection) as queries:
            publish_german(page)
        return sum("translation_of" in each["sql"] for each in queries)

    measure(1)
    assert measure(1) == measure(3)
