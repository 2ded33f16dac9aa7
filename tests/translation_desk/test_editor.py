"""The translation editor: what it shows of each text, and to whom."""

import dataclasses

import pytest
from django.utils import timezone
from wagtail.models import Locale

from roles.setup import set_up_roles
from roles.table import EDITORS, PROOFREADERS, TRANSLATION_LEADS
from tests.accounts import make_account
from tests.factories import PersonFactory, StandardPageFactory, UserFactory
from tests.translation_desk.desk import InTranslation, segment, soup, text_body
from univercity.translation.units import approve
from univercity.translation_desk.glossary.models import Term

GERMAN = "Am 12.03.2027 kommen 3.500 Gäste &amp; Freunde <b>gern</b>."


@pytest.fixture
def page(home, translate):
    translate(home, slug="home")
    set_up_roles()
    return StandardPageFactory(
        parent=home, title="Hinweise", slug="hinweise", body=text_body(GERMAN, "Zweitens.")
    )


def test_field_says_what_it_is_and_in_which_language(client, translator, work):
    row = work.row(GERMAN)

    response = client.get(work.address)

    part = segment(response, row)
    field = part.find("textarea")
    assert field["id"] == f"unit-{row.key}"
    assert part.find("label")["for"] == field["id"]
    assert part.find("label").get_text(" ", strip=True) == "Text, Satz 1 von 2"
    assert part.find_parent("fieldset").legend.get_text() == "Inhalt › Text"
    assert (field["lang"], field["spellcheck"], field["dir"]) == ("en", "true", "ltr")
    for described in field["aria-describedby"].split():
        assert part.find(id=described)


def test_source_is_shown_as_characters_and_codes(client, translator, work):
    part = segment(client.get(work.address), work.row(GERMAN))

    source = part.find(attrs={"data-source": True})
    assert source["lang"] == "de"
    assert source.get_text() == "Am 12.03.2027 kommen 3.500 Gäste & Freunde <b>gern</b>."
    assert [code.get_text() for code in source.find_all("code")] == ["<b>", "</b>"]
    assert part.find("button", attrs={"data-opening": "<b>"})["data-closing"] == "</b>"


def test_link_can_be_inserted_as_a_code_that_says_where_it_leads(client, translator, page, english):
    link = '<a href="https://example.org/">hier</a>'
    linked = StandardPageFactory(parent=page, title="Link", body=text_body(f"Mehr steht {link}."))
    work = InTranslation(linked, english)

    part = segment(client.get(work.address), work.row('Mehr steht <a id="a1">hier</a>.'))

    button = part.find("button", attrs={"data-opening": '<a id="a1">'})
    assert button["title"] == "https://example.org/"


def test_changed_text_comes_with_its_former_translation_and_what_has_changed(
    client, translator, work, page, publish_german
):
    work.write()
    publish_german(page, body=text_body(GERMAN, "Zweitens und drittens."))

    part = segment(client.get(work.address), work.row("Zweitens und drittens."))

    former = part.find(class_="segment__former")
    assert former.ins.get_text(" ", strip=True) == "neu: und drittens"
    assert former.find(attrs={"data-take": "English Zweitens."})
    assert part["data-state"] == "open"


def test_text_translated_elsewhere_is_offered(client, translator, work, page, english):
    other = StandardPageFactory(parent=page, title="Andere", body=text_body("Zweitens."))
    InTranslation(other, english).write("Zweitens.", text="Secondly.")

    part = segment(client.get(work.address), work.row("Zweitens."))

    assert part.find(attrs={"data-take": "Secondly."})


def test_similar_texts_are_looked_up_when_asked_for(client, translator, work, page, english):
    other = StandardPageFactory(parent=page, title="Andere", body=text_body("Zweitens etwas."))
    InTranslation(other, english).write("Zweitens etwas.", text="Secondly something.")

    answer = soup(work.ask(client, "memory", "Zweitens."))

    assert "Secondly something." in answer.get_text()
    assert "75 %" in answer.get_text()


def test_terms_of_the_glossary_stand_beside_the_texts_that_have_them(
    client, translator, work, german, english
):
    Term.objects.create(
        source_locale=german, target_locale=english, source="Gäste", target="guests", note="Plural"
    )

    response = client.get(work.address)

    terms = segment(response, work.row(GERMAN)).find(class_="segment__terms")
    assert " ".join(terms.get_text(" ", strip=True).split()) == "Gäste guests (Plural)"
    assert segment(response, work.row("Zweitens.")).find(class_="segment__terms") is None


def test_hints_stand_beside_what_they_are_about(client, translator, work):
    work.write(GERMAN, text="On 13 March 2027 3,500 guests <b>gladly</b> come.")

    part = segment(client.get(work.address), work.row(GERMAN))

    assert {item["data-hint"] for item in part.find_all("li")} == {
        "figure-missing",
        "figure-added",
    }


def test_hints_on_what_is_typed_are_told_without_storing_it(client, translator, work):
    typed = "Bürger*innen come."

    answer = work.ask(client, "hints", "Zweitens.", method="post", text=typed)

    assert [item["data-hint"] for item in soup(answer).find_all("li")] == ["gender"]
    assert work.unit("Zweitens.").target == ""


def test_texts_are_counted_and_can_be_chosen(client, translator, work):
    work.write("Hinweise")
    work.write("Zweitens.", tool="DeepL")

    page = soup(client.get(f"{work.address}?show=review"))

    counts = {item["data-count"]: item.get_text() for item in page.select("[data-count]")}
    assert counts == {"all": "4", "open": "2", "review": "1", "hints": "0"}
    shown = [each for each in page.select("[data-segment]") if not each.has_attr("hidden")]
    assert [each["data-segment"] for each in shown] == [work.unit("Zweitens.").key]
    assert page.select_one("[aria-current]")["data-show"] == "review"
    assert (page.progress["max"], page.progress["value"]) == ("4", "1")


def test_decision_to_keep_a_text_is_told_and_needs_no_hint(client, translator, work):
    work.write("Zweitens.", text="{}")
    assert "unchanged" in str(segment(client.get(work.address), work.row("Zweitens.")))

    approve(work.translation, [work.unit("Zweitens.")], translator)

    part = segment(client.get(work.address), work.row("Zweitens."))
    assert "Bleibt wie im Original" in part.get_text()
    assert part.find("li") is None


def test_who_may_only_read_finds_fields_that_cannot_be_changed(client, work, page):
    client.force_login(make_account("redaktion", EDITORS))

    response = client.get(work.address)

    assert all(field.has_attr("readonly") for field in soup(response).select("textarea[data-text]"))
    assert "Sie dürfen diese Übersetzung lesen, aber nicht ändern." in response.content.decode()
    assert soup(response).find("button", attrs={"name": "action"}) is None
    assert soup(response).find(class_="desk__actions") is None


def test_locked_page_says_who_has_locked_it(client, translator, work):
    target = work.target
    target.locked, target.locked_at = True, timezone.now()
    target.locked_by = UserFactory(first_name="Ada", last_name="Beispiel")
    target.save()

    response = client.get(work.address)

    assert "Ada Beispiel" in soup(response).find(id="refusal").get_text()


def test_who_has_the_same_page_open_is_told(client, translator, work):
    client.get(work.address)
    client.force_login(make_account("leitung", TRANSLATION_LEADS))
    sessions = soup(client.get(work.address)).find("form", class_="w-editing-sessions")

    told = client.post(sessions["data-w-swap-src-value"]).json()

    assert [each["user"] for each in told["other_sessions"]] == [translator.get_username()]
    assert client.post(sessions["data-w-action-url-value"]).status_code == 200
    client.force_login(translator)
    mine = soup(client.get(work.address)).find("form", class_="w-editing-sessions")
    assert client.post(mine["data-w-swap-src-value"]).json()["other_sessions"] == []


def test_account_without_rights_on_the_page_does_not_open_it(client, work, page):
    client.force_login(make_account("fremd", "API-Client"))

    assert client.get(work.address).status_code == 302
    address = f"/admin/translation/{work.translation.pk}/preview/source/"
    assert client.get(address).status_code == 302


def test_stopped_translation_is_edited_like_any_other_page(client, admin_client, work):
    work.translation.enabled = False
    work.translation.save()

    response = admin_client.get(work.address)

    assert soup(response).find(attrs={"data-desk": True}) is None
    memory = f"/admin/translation/{work.translation.pk}/memory/"
    assert admin_client.get(memory, follow=True).status_code == 404


def test_editor_is_offered_in_english_too(client, work, page):
    client.force_login(make_account("proof", PROOFREADERS, language="en"))

    content = client.get(work.address).content.decode()

    assert "Hand in for review" in content
    assert "Publish" in content


def test_page_has_no_script_and_no_style_of_its_own(client, translator, work):
    desk = soup(client.get(work.address)).find(attrs={"data-desk": True})

    assert desk.find(["script", "style"]) is None
    assert desk.find(style=True) is None


def test_snippet_is_translated_in_the_same_editor(admin_client, english):
    work = InTranslation(PersonFactory(role="Physikerin"), english)

    response = admin_client.get(work.address)

    assert segment(response, work.row("Physikerin")).find("textarea")["lang"] == "en"
    sessions = soup(response).find("form", class_="w-editing-sessions")
    assert admin_client.post(sessions["data-w-swap-src-value"]).status_code == 200


def test_language_that_is_written_leftwards_says_so(admin_client, page, settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("ar", "Arabic")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES
    arabic = Locale.objects.create(language_code="ar")
    InTranslation(page.get_parent().specific, arabic)
    work = InTranslation(page, arabic)

    response = admin_client.get(work.address)

    assert segment(response, work.row("Zweitens.")).find("textarea")["dir"] == "rtl"


def test_open_texts_are_filled_by_a_service_and_what_is_typed_stays(
    client, translator, work, settings, commit
):
    settings.MACHINE_TRANSLATION = dataclasses.replace(
        settings.MACHINE_TRANSLATION, service="dummy"
    )
    assert "Mit Dummy vorübersetzen" in client.get(work.address).content.decode()

    typed = work.form(**{GERMAN: "Typed <b>by hand</b>."})
    response = commit(client.post, work.address, {**typed, "action": "pretranslate"}, follow=True)

    assert work.unit(GERMAN).target == "Typed <b>by hand</b>."
    assert work.unit("Zweitens.").by_machine
    assert "Dummy übersetzt" in response.content.decode()
