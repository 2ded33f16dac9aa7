"""Saving texts in the translation editor: by script and as a form, and who was there before."""

import pytest

from roles.setup import set_up_roles
from roles.table import EDITORS, PROOFREADERS
from tests.accounts import make_account
from tests.factories import PersonFactory, StandardPageFactory, VenueFactory
from tests.permissions import allow
from tests.translation_desk.desk import InTranslation, messages, segment, soup, text_body
from univercity.translation.units import UnitState, units_of


@pytest.fixture
def page(home, translate):
    translate(home, slug="home")
    set_up_roles()
    body = text_body("Eins &amp; zwei.", "<b>Drei</b> und mehr.")
    return StandardPageFactory(parent=home, title="Hinweise", slug="hinweise", body=body)


def test_text_is_saved_by_itself(client, translator, work):
    answer = work.save(client, "Eins &amp; zwei.", "One & two.").json()

    unit = work.unit("Eins &amp; zwei.")
    assert (unit.target, unit.state) == ("One &amp; two.", UnitState.DONE)
    assert unit.translated_by_id == translator.pk
    assert (answer["outcome"], answer["text"], answer["state"]) == ("saved", "One & two.", "done")
    assert answer["counts"]["done"] == 1
    assert "Übersetzt" in answer["notes"]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("a < b > c", "a &lt; b &gt; c"),
        ("write &lt;b&gt; here", "write &lt;b&gt; here"),
        ("&amp;amp;", "&amp;amp;"),
        ("R&D <b>now</b>", "R&amp;D <b>now</b>"),
        ("one\ntwo", "one<br/>two"),
        ("  spaces around  ", "spaces around"),
        ("e\u0301te\u0301\x00", "été"),
    ],
)
def test_what_is_typed_is_what_is_shown_again(client, translator, work, typed, stored):
    answer = work.save(client, "Eins &amp; zwei.", typed).json()

    assert work.unit("Eins &amp; zwei.").target == stored
    work.save(client, "Eins &amp; zwei.", answer["text"])
    assert work.unit("Eins &amp; zwei.").target == stored


def test_title_has_one_line(client, translator, work):
    work.save(client, "Hinweise", "Notes\n and more")

    assert work.unit("Hinweise").target == "Notes and more"


def test_empty_text_is_open_again(client, translator, work):
    work.write("Hinweise")

    work.save(client, "Hinweise", "  ")

    assert work.unit("Hinweise").state == UnitState.OPEN


def test_code_that_is_not_closed_is_refused_and_said_so(client, translator, work):
    answer = work.save(client, "<b>Drei</b> und mehr.", "<b>Three and more.")

    assert answer.status_code == 422
    assert "Code ist nicht geschlossen" in answer.json()["message"]
    assert work.unit("<b>Drei</b> und mehr.").target == ""


@pytest.mark.parametrize("typed", ["<h1>Three</h1>", '<a id="a7">Three</a>'])
def test_unknown_code_is_stored_as_an_error(client, translator, work, typed):
    answer = work.save(client, "<b>Drei</b> und mehr.", typed).json()

    assert answer["state"] == "error"
    assert "segment__error" in answer["notes"]


@pytest.mark.parametrize("character", ["x", "&"])
def test_text_longer_than_its_field_is_refused(client, translator, work, character):
    answer = work.save(client, "Hinweise", character * 260)

    assert answer.status_code == 422
    assert "höchstens 255" in answer.json()["message"]


@pytest.mark.parametrize(("length", "status"), [(255, 200), (256, 422)])
def test_text_may_be_as_long_as_its_field(client, translator, work, length, status):
    assert work.save(client, "Hinweise", "x" * length).status_code == status


def test_text_of_somebody_else_is_not_overwritten_unseen(client, translator, work):
    shown = work.row("Hinweise").revision
    work.write("Hinweise", text="Theirs")

    answer = work.save(client, "Hinweise", "Mine", shown=shown)

    assert answer.status_code == 409
    assert work.unit("Hinweise").target == "Theirs"
    notes = answer.json()["notes"]
    assert "Theirs" in notes
    assert "Den anderen Text nehmen" in notes
    assert work.save(client, "Hinweise", "Mine", shown=answer.json()["shown"]).status_code == 200
    assert work.unit("Hinweise").target == "Mine"


def test_same_text_of_somebody_else_is_no_conflict(client, translator, work):
    shown = work.row("Hinweise").revision
    work.write("Hinweise", text="Notes")

    assert work.save(client, "Hinweise", "Notes", shown=shown).json()["outcome"] == "unchanged"


def test_text_whose_source_has_changed_is_given_back(client, translator, work, publish_german):
    row = work.row("Eins &amp; zwei.")
    publish_german(work.translation.source.get_source_instance(), body=text_body("Neu."))

    answer = client.post(
        f"/admin/translation/{work.translation.pk}/text/",
        {"key": row.key, "text": "One & two.", "shown": row.revision},
    )

    assert answer.status_code == 410
    assert "One & two." in answer.json()["message"]


def test_keeping_a_text_as_it_is_is_a_decision(client, translator, work):
    work.save(client, "Hinweise", "", act="keep")

    unit = work.unit("Hinweise")
    assert (unit.target, unit.state, unit.reviewed) == ("Hinweise", UnitState.DONE, True)


def test_reviewer_approves_a_text_that_a_tool_wrote(client, work):
    client.force_login(make_account("lektorat", PROOFREADERS))
    work.write("Hinweise", tool="DeepL", text="Notes")

    work.save(client, "Hinweise", "Notes", act="confirm")

    unit = work.unit("Hinweise")
    assert (unit.state, unit.tool, unit.reviewed) == (UnitState.DONE, "DeepL", True)


def test_translator_confirms_a_text_that_a_tool_wrote(client, translator, work):
    work.write("Hinweise", tool="DeepL", text="Notes")

    work.save(client, "Hinweise", "Notes")
    assert work.unit("Hinweise").state == UnitState.UNREVIEWED
    work.save(client, "Hinweise", "Notes", act="confirm")

    unit = work.unit("Hinweise")
    assert (unit.state, unit.tool, unit.translated_by_id) == (UnitState.DONE, "", translator.pk)


def test_text_can_be_emptied(client, translator, work):
    work.write("Hinweise")

    work.save(client, "Hinweise", "English Hinweise", act="clear")

    assert work.unit("Hinweise").state == UnitState.OPEN


def test_translator_neither_saves_nor_reads_texts_on_pages_of_others(
    client, translator, work, home, translate
):
    own = translate(StandardPageFactory(parent=home))
    translator.groups.get().page_permissions.all().delete()
    allow(translator.groups.get(), own, "change")

    answers = [
        work.save(client, "Hinweise", "Notes"),
        work.ask(client, "hints", "Hinweise", method="post", text="Notes"),
        work.ask(client, "memory", "Hinweise"),
    ]

    assert [answer.status_code for answer in answers] == [403] * 3
    assert work.unit("Hinweise").target == ""


def test_who_may_not_translate_is_told_why(client, work, page):
    client.force_login(make_account("redaktion", EDITORS))

    answer = work.save(client, "Hinweise", "Notes")

    assert answer.status_code == 403
    assert "nicht ändern" in answer.json()["message"]
    assert work.unit("Hinweise").target == ""


# As a form, without any script


def test_form_saves_all_texts(client, translator, work):
    form = work.form(**{"Hinweise": "Notes", "Eins &amp; zwei.": "One & two."})

    response = client.post(work.address, {**form, "action": "save"}, follow=True)

    assert messages(response) == ["2 Texte gespeichert."]
    assert work.unit("Hinweise").target == "Notes"
    assert work.unit("Eins &amp; zwei.").target == "One &amp; two."


def test_form_keeps_what_cannot_be_saved_and_saves_the_rest(client, translator, work):
    form = work.form(**{"Hinweise": "x" * 300, "Eins &amp; zwei.": "One & two."})

    response = client.post(work.address, {**form, "action": "save"})

    part = segment(response, work.row("Hinweise"))
    assert part.textarea.get_text() == "x" * 300
    assert part.textarea["aria-invalid"] == "true"
    assert "höchstens 255" in part.get_text()
    assert work.unit("Eins &amp; zwei.").target == "One &amp; two."


def test_form_shows_both_texts_where_somebody_else_was_there(client, translator, work):
    form = work.form(Hinweise="Mine")
    work.write("Hinweise", text="Theirs")

    response = client.post(work.address, {**form, "action": "save"})

    part = segment(response, work.row("Hinweise"))
    assert part.textarea.get_text() == "Mine"
    assert part.find(attrs={"data-theirs": True}).get_text() == "Theirs"
    again = {f"text-{part['data-segment']}": "Mine"}
    again[f"shown-{part['data-segment']}"] = part.find(attrs={"data-shown": True})["value"]
    client.post(work.address, {**again, "action": "save"})
    assert work.unit("Hinweise").target == "Mine"


def test_form_gives_back_texts_whose_source_has_changed(client, translator, work, publish_german):
    form = work.form(**{"Eins &amp; zwei.": "One & two."})
    publish_german(work.translation.source.get_source_instance(), body=text_body("Neu."))

    response = client.post(work.address, {**form, "action": "save"})

    assert "One & two." in soup(response).find(class_="help-critical").get_text()


def test_form_gives_back_what_was_typed_when_the_page_is_locked_meanwhile(
    client, translator, work, admin_user
):
    form = work.form(Hinweise="Notes")
    target = work.target
    target.locked, target.locked_by = True, admin_user
    target.save()

    response = client.post(work.address, {**form, "action": "save"})

    assert segment(response, work.row("Hinweise")).textarea.get_text() == "Notes"
    assert work.unit("Hinweise").target == ""


def test_form_does_with_one_text_what_its_button_says(client, translator, work):
    form = work.form(**{"Hinweise": "", "Eins &amp; zwei.": "One & two."})
    single = {"single": f"keep:{work.unit('Hinweise').key}"}

    client.post(work.address, {**form, **single})

    assert work.unit("Hinweise").reviewed
    assert work.unit("Eins &amp; zwei.").target == "One &amp; two."


def test_nothing_is_stored_for_what_was_not_changed(client, translator, work):
    work.write("Hinweise", tool="DeepL", text="Notes")

    client.post(work.address, {**work.form(Hinweise="Notes"), "action": "save"})

    assert work.unit("Hinweise").state == UnitState.UNREVIEWED


# Snippets


def test_snippet_without_drafts_has_its_texts_once_all_are_done(client, translator, english):
    venue = VenueFactory(public_transport="Mit der U35.", access_note="Über den Hof.")
    work = InTranslation(venue, english)
    texts = [unit.source for unit in units_of([work.translation])]

    for text in texts[:-1]:
        work.save(client, text, f"English {text}")
    assert work.target.access_note == "Über den Hof."
    work.save(client, texts[-1], f"English {texts[-1]}")

    assert work.target.access_note == "English Über den Hof."
    assert work.target.public_transport == "English Mit der U35."


def test_snippet_with_drafts_is_published_by_who_may(client, page, english):
    client.force_login(make_account("lektorat", PROOFREADERS))
    work = InTranslation(PersonFactory(role="Physikerin"), english)
    work.write()

    response = client.post(work.address, {"action": "publish"}, follow=True)

    assert "ist öffentlich" in messages(response)[0]
    assert work.target.live
    assert work.target.role == "English Physikerin"
