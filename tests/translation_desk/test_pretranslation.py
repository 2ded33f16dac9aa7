"""Pre-translation: memory first, then a service; work of people is never touched."""

import pytest
from django.urls import reverse
from django.utils import translation as languages
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from tests.english_admin import admin_user, in_the_language_of_the_code
from tests.factories import StandardPageFactory
from tests.translation_desk.exchange import change_source, unit_with
from tests.translation_desk.services import GREETING, submit, texts_of
from tests.translation_desk.services import english as in_english
from univercity.translation.units import UnitState, approve, units_of, write_unit
from univercity.translation_desk.machine.pretranslation import PreTranslation, pretranslate
from univercity.translation_desk.machine.providers import Answer, Limits
from univercity.translation_desk.machine.tasks import PRETRANSLATED, pretranslate_one
from univercity.translation_desk.memory.matches import TOOL

__all__ = ["admin_user", "in_the_language_of_the_code", "submit"]  # fixtures


def test_texts_are_translated_and_wait_for_review(deepl, submit, admin_user):
    page = submit(GREETING, title="Titel")

    result = pretranslate(page, admin_user)

    unit = unit_with(page, GREETING)
    assert (unit.target, unit.state) == (f"EN {GREETING}", UnitState.UNREVIEWED)
    assert (unit.tool, unit.by_machine) == ("DeepL (quality_optimized)", True)
    assert unit.translated_by_id == admin_user.pk
    assert (result.by_machine, result.left, result.failure) == (2, 0, "")


def test_work_of_people_is_not_touched(deepl, submit, admin_user):
    page = submit(GREETING, "Mit Fehler.")
    write_unit(unit_with(page, GREETING), "By hand.", user=admin_user)
    write_unit(unit_with(page, "Mit Fehler."), '<a id="a9">x</a>', user=admin_user)

    pretranslate(page)

    assert unit_with(page, GREETING).target == "By hand."
    assert unit_with(page, "Mit Fehler.").target == '<a id="a9">x</a>'


def test_error_of_a_machine_is_translated_anew(deepl, submit):
    page = submit(GREETING)
    write_unit(unit_with(page, GREETING), '<a id="a9">x</a>', user=None, tool="X", machine=True)

    pretranslate(page)

    assert texts_of(page)[GREETING] == (f"EN {GREETING}", UnitState.UNREVIEWED)


def test_what_a_person_writes_while_the_service_works_stays(deepl, submit, admin_user):
    page = submit("Ein Satz, der zweimal steht.", title="Titel")

    def meanwhile(text):
        StringTranslation.objects.get_or_create(
            translation_of_id=unit.string_id,
            context_id=unit.context_id,
            locale_id=unit.target_locale_id,
            defaults={"data": "By hand."},
        )
        return in_english(text)

    unit = unit_with(page, "Ein Satz, der zweimal steht.")

    class Slow:  # a server has a thread of its own, where the test's transaction does not reach
        name, limits = "Slow", Limits(50, 1000)

        def translate(self, texts, **kwargs):
            return Answer([meanwhile(text) for text in texts])

    result = PreTranslation(page, None, Slow()).run()

    assert unit_with(page, unit.source).target == "By hand."
    assert (result.by_machine, result.left) == (1, 0)


def test_memory_comes_first(deepl, submit, admin_user):
    write_unit(unit_with(submit(GREETING), GREETING), "Come on Wednesday.", user=admin_user)
    page = submit(GREETING)

    result = pretranslate(page)

    unit = unit_with(page, GREETING)
    assert (unit.target, unit.tool, unit.by_machine) == ("Come on Wednesday.", TOOL, False)
    assert (result.from_memory, result.by_machine) == (1, 1)


LONG = "Die Stadt und ihre Hochschulen laden am 12.03.2027 alle Menschen in die Innenstadt ein."


@pytest.mark.parametrize(
    "changed, is_taken",
    [
        (LONG.replace("Innenstadt", "Innen\u00adstadt"), True),
        (LONG.replace("laden", "luden"), True),
        (LONG.replace("12.03", "13.03"), False),
        (LONG.replace("alle", "nicht alle"), False),
        ("Etwas anderes steht hier.", False),
    ],
)
def test_former_translation_is_taken_where_almost_nothing_changed(
    submit, admin_user, changed, is_taken
):
    page = submit(LONG)
    write_unit(unit_with(page, LONG), "All are invited.", user=admin_user)
    change_source(page, f"<p>{changed}</p>")

    result = pretranslate(page)

    assert result.from_memory == is_taken
    expected = ("All are invited.", UnitState.UNREVIEWED) if is_taken else ("", UnitState.OPEN)
    assert texts_of(page)[changed] == expected


def test_too_long_an_answer_stays_open(deepl, submit):
    page = submit(title="Titel")
    deepl.plan = [lambda text: "x" * 300]

    result = pretranslate(page)

    assert (result.too_long, result.left) == (1, 1)
    assert texts_of(page)["Titel"] == ("", UnitState.OPEN)


def test_without_a_service_only_the_memory_is_asked(submit, admin_user):
    write_unit(unit_with(submit(GREETING), GREETING), "Come.", user=admin_user)

    result = pretranslate(submit(GREETING, title="Anders"))

    assert (result.from_memory, result.by_machine, result.left) == (1, 0, 1)
    assert "No translation service is configured" in result.message


@pytest.fixture
def handed_over(home, english, commit):
    commit(translate_object, home, [english])
    page = StandardPageFactory(parent=home, title="Titel")
    commit(translate_object, page, [english])
    return Translation.objects.get(source__object_id=page.translation_key)


def test_action_translates_says_so_and_leaves_a_trace(deepl, handed_over, admin_client, admin_user):
    address = reverse("wagtail_localize:machine_translate", args=[handed_over.pk])

    response = admin_client.post(address, {"next": "/admin/pages/"}, follow=True)

    [message] = response.context["messages"]
    assert response.redirect_chain == [("/admin/pages/", 302)]
    assert message.level_tag == "success"
    assert texts_of(handed_over)["Titel"] == ("EN Titel", UnitState.UNREVIEWED)
    entry = PageLogEntry.objects.get(action=PRETRANSLATED)
    assert entry.user == admin_user
    with languages.override("en"):
        assert entry.formatter.format_message(entry) == str(message)


def test_action_leads_back_to_the_translation(handed_over, admin_client):
    address = reverse("wagtail_localize:machine_translate", args=[handed_over.pk])
    target = handed_over.get_target_instance()

    response = admin_client.post(address)

    assert response.url == reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert admin_client.get(address).status_code == 405


def test_action_shows_a_failure_as_a_message(deepl, handed_over, admin_client):
    deepl.plan = [456]
    address = reverse("wagtail_localize:machine_translate", args=[handed_over.pk])

    response = admin_client.post(address, follow=True)

    [message] = response.context["messages"]
    assert message.level_tag == "error"
    assert str(message).startswith("The quota of this site at the translation service is used up.")


def test_task_of_a_translation_that_is_gone_does_nothing(db):
    assert pretranslate_one.func(123, None) is None


def test_what_was_approved_stays_done(deepl, submit, admin_user):
    page = submit(GREETING)
    pretranslate(page)
    approve(page, units_of([page]), admin_user)

    result = pretranslate(page)

    assert result.message == "There is nothing left to translate here."
    assert texts_of(page)[GREETING][1] == UnitState.DONE
