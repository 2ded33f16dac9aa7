"""What a file brings back, and that it overwrites nothing that is newer."""

import pytest
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation

from tests.translation_desk.exchange import (
    LINK,
    LINK_HTML,
    ONE,
    bring_in,
    change_source,
    content_of,
    outcome_of,
    outcomes,
    plan_of,
    target_of,
    translated,
    unit_with,
)
from univercity.translation.units import UnitState, approve, write_unit
from univercity.translation_desk.exchange.apply import IMPORTED
from univercity.translation_desk.exchange.export import Format

# What is written


def test_translation_from_a_file_is_to_be_reviewed(translation, admin_user):
    content = translated(content_of(translation), "Eins.", "One.")

    plan, written = bring_in(content, admin_user)

    unit = unit_with(translation, ONE)
    assert plan.counts == {"new": 1, "empty": 3}
    assert (unit.target, unit.state, unit.tool) == ("One.", UnitState.UNREVIEWED, "XLIFF")
    assert unit.translated_by_id == admin_user.pk
    assert [row.text for row in written] == ["One."]


def test_plan_writes_nothing(translation):
    assert outcomes(translated(content_of(translation), "Eins.", "One.")) == {"new": 1, "empty": 3}
    assert not StringTranslation.objects.exists()


def test_changed_translation_replaces_what_stood_there_when_the_file_was_made(
    translation, admin_user
):
    write_unit(unit_with(translation, ONE), "Won.", user=admin_user)
    content = translated(content_of(translation), "Eins.", "One.")

    assert outcome_of(content, ONE) == "changed"
    bring_in(content, admin_user)

    assert target_of(translation, ONE) == "One."


@pytest.mark.parametrize("file_format", Format.values)
def test_export_that_comes_back_as_it_was_changes_nothing(translation, admin_user, file_format):
    write_unit(unit_with(translation, ONE), "Q & A <3", user=admin_user)
    write_unit(unit_with(translation, LINK), "No link, <i>but more</i>", user=admin_user)
    write_unit(unit_with(translation, "Satz"), '<a id="a7">x</a>', user=admin_user)

    counts = outcomes(content_of(translation, file_format))

    assert counts == {"unchanged": 3, "empty": 1}


def test_import_is_in_the_history_of_the_page(translation, admin_user, english):
    bring_in(translated(content_of(translation), "Eins.", "One."), admin_user)

    entry = PageLogEntry.objects.get(action=IMPORTED)
    assert (entry.page.locale, entry.user, entry.data) == (english, admin_user, {"texts": 1})


# What is not overwritten


@pytest.mark.parametrize("file_format", Format.values)
def test_text_whose_source_has_changed_is_stale(translation, file_format):
    content = content_of(translation, file_format)
    for before, after in (
        (
            "<source>Eins.</source>\n        <note>",
            "<source>Eins.</source><target>One.</target><note>",
        ),
        (
            "<source>Eins.</source>\n      </segment>",
            "<source>Eins.</source><target>One.</target></segment>",
        ),
        ('msgid "Eins."\nmsgstr ""', 'msgid "Eins."\nmsgstr "One."'),
    ):
        content = content.replace(before, after)
    change_source(translation, "<p>Eins und zwei.</p>", LINK_HTML)

    [stale] = [row for row in plan_of(content).rows if row.outcome == "stale"]
    bring_in(content, overwrite=None)

    assert (stale.source_in_file, stale.found.unit.source) == ("Eins.", "Eins und zwei.")
    assert stale.target_in_file == "One."
    assert target_of(translation, "Eins und zwei.") == ""


def test_source_text_that_somebody_changed_in_the_file_is_stale(translation):
    content = translated(content_of(translation), "Eins.", "One.").replace(
        "<source>Eins.</source>", "<source>Keins.</source>"
    )

    assert outcome_of(content, ONE) == "stale"


def test_text_of_a_block_that_is_gone_is_unknown(translation):
    content = content_of(translation)
    change_source(translation, "<p>Eins.</p>")

    assert outcomes(content) == {"empty": 3, "unknown": 1}


@pytest.mark.parametrize("has_revision", [True, False])
def test_translation_of_a_person_that_is_newer_than_the_file_is_a_conflict(
    translation, admin_user, has_revision
):
    content = translated(content_of(translation), "Eins.", "One.")
    if not has_revision:
        content = content.replace("extradata=", "rebuilt=")
    write_unit(unit_with(translation, ONE), "Number one.", user=admin_user)

    assert outcome_of(content, ONE) == "conflict"
    bring_in(content, admin_user)
    assert target_of(translation, ONE) == "Number one."

    bring_in(content, admin_user, overwrite=None)
    assert target_of(translation, ONE) == "One."


def test_chosen_conflict_is_overwritten_only_as_it_was_shown(translation, admin_user):
    content = translated(content_of(translation), "Eins.", "One.")
    write_unit(unit_with(translation, ONE), "Shown.", user=admin_user)
    [choice] = [row.choice for row in plan_of(content).rows if row.outcome == "conflict"]
    write_unit(unit_with(translation, ONE), "Newer.", user=admin_user)

    bring_in(content, admin_user, overwrite=[choice])
    assert target_of(translation, ONE) == "Newer."

    write_unit(unit_with(translation, ONE), "Shown.", user=admin_user)
    bring_in(content, admin_user, overwrite=[choice])
    assert target_of(translation, ONE) == "One."


def test_machine_text_that_is_newer_than_the_file_is_replaced_until_it_is_approved(
    translation, admin_user
):
    content = translated(content_of(translation), "Eins.", "One.")
    write_unit(unit_with(translation, ONE), "1.", user=None, tool="DeepL", machine=True)

    assert outcome_of(content, ONE) == "changed"
    approve(translation, [unit_with(translation, ONE)], admin_user)

    assert outcome_of(content, ONE) == "conflict"


def test_file_can_come_back_in_pieces_from_the_same_person_only(
    translation, admin_user, django_user_model
):
    other = django_user_model.objects.create(username="andere", is_superuser=True)
    exported = content_of(translation)
    bring_in(translated(exported, "Eins.", "One"), admin_user)
    later = translated(exported, "Eins.", "One.")

    by_same = {row.outcome for row in plan_of(later, admin_user).rows if row.text}
    by_other = {row.outcome for row in plan_of(later, other).rows if row.text}

    assert (by_same, by_other) == ({"changed"}, {"conflict"})


def test_who_works_at_the_command_line_is_nobody_in_particular(translation):
    exported = content_of(translation)
    bring_in(translated(exported, "Eins.", "One."))

    assert outcome_of(translated(exported, "Eins.", "Won."), ONE) == "conflict"
    assert outcome_of(translated(content_of(translation), "Eins.", "No. 1."), ONE) == "changed"


def test_empty_translation_deletes_nothing(translation, admin_user):
    write_unit(unit_with(translation, ONE), "One.", user=admin_user)
    content = translated(content_of(translation), "Eins.", "  ")

    bring_in(content, overwrite=None)

    assert outcome_of(content, ONE) == "empty"
    assert target_of(translation, ONE) == "One."


@pytest.mark.parametrize("state", ["new", "needs-translation"])
def test_what_the_tool_calls_untranslated_is_not_taken(translation, state):
    assert outcome_of(translated(content_of(translation), "Eins.", "Eins.", state), ONE) == (
        "unfinished"
    )


def test_text_of_which_a_tool_has_translated_some_sentences_only_is_not_taken(translation):
    content = content_of(translation).replace(
        "<source>Eins.</source>",
        "<source>Eins.</source>"
        '<seg-source><mrk mtype="seg" mid="1">Ei</mrk>'
        '<mrk mtype="seg" mid="2">ns.</mrk></seg-source>'
        '<target><mrk mtype="seg" mid="1">O</mrk><mrk mtype="seg" mid="2"/></target>',
    )

    assert outcome_of(content, ONE) == "unfinished"


def test_fuzzy_entry_is_not_taken(translation):
    content = content_of(translation, "po").replace(
        'msgid "Eins."\nmsgstr ""', 'msgid "Eins."\nmsgstr "One."'
    )
    fuzzy = content.replace("#. Inhalt › Text\n", "#, fuzzy, c-format\n#. Inhalt › Text\n")

    assert (outcome_of(content, ONE), outcome_of(fuzzy, ONE)) == ("new", "unfinished")
