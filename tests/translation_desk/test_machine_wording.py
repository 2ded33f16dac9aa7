"""What a service gets of a text, and when its answer is used: no link and no name is lost."""

import pytest
from wagtail_localize.models import Translation

from tests.english_admin import in_the_language_of_the_code
from tests.translation_desk.exchange import unit_with
from tests.translation_desk.services import GREETING, submit, texts_of
from tests.translation_desk.services import english as in_english
from univercity.translation.units import UnitState, units_of
from univercity.translation_desk.glossary.models import Term
from univercity.translation_desk.machine.pretranslation import pretranslate

__all__ = ["in_the_language_of_the_code", "submit"]  # fixtures


def test_addresses_numbers_and_slugs_are_never_sent(deepl, submit, german, english):
    Term.objects.create(
        source_locale=german, target_locale=english, source="UniverCity", target="UniverCity"
    )
    same = ["www.example.org/weg", "3.500", "info@example.org", "UniverCity"]

    result = pretranslate(submit(*same, slug="weg"))

    page = Translation.objects.get()
    for text in same:
        assert texts_of(page)[text] == (text, UnitState.UNREVIEWED)
    assert texts_of(page)["weg"] == ("", UnitState.OPEN)
    [content] = deepl.translations
    assert len(content["text"]) == 1  # the title
    assert result.left == 0


def test_soft_hyphens_are_not_sent(deepl, submit):
    pretranslate(submit("Die Universi\u00adtäten."))

    [content] = deepl.translations
    assert "Die Universitäten." in content["text"]


def test_text_that_stands_twice_is_sent_once(deepl, submit):
    page = submit(GREETING, GREETING)

    result = pretranslate(page)

    assert result.by_machine == 3
    assert len(deepl.translations[0]["text"]) == 2


def test_links_and_formatting_survive(deepl, submit):
    page = submit('Hier <a href="https://example.org/">geht <b>es</b></a><br/>lang &amp; weiter.')

    pretranslate(page)

    unit = next(unit for unit in units_of([page]) if "lang" in unit.source)
    assert unit.target == f"EN {unit.source}"


BROKEN = {
    "a lost link": lambda text: text.replace('<a id="a1">', "").replace("</a>", ""),
    "a link that is not closed": lambda text: text.replace("</a>", ""),
    "another id": lambda text: text.replace("a1", "a2"),
    "a script": lambda text: f"{text}<script>x</script>",
    "nothing": lambda text: "",
}


@pytest.mark.parametrize("damage", BROKEN.values(), ids=BROKEN)
def test_answer_with_broken_tags_leaves_its_text_open_and_keeps_the_others(deepl, submit, damage):
    page = submit('Hier <a href="https://example.org/">lang</a>.', GREETING)
    deepl.plan = [lambda text: damage(text) if "<a" in text else in_english(text)]

    result = pretranslate(page)

    states = {unit.source: unit.state for unit in units_of([page]) if unit.path != "slug"}
    assert states.pop('Hier <a id="a1">lang</a>.') == UnitState.OPEN
    assert set(states.values()) == {UnitState.UNREVIEWED}
    assert (result.damaged, result.left) == (1, 1)
    assert "1 text came back with links" in result.message


def test_names_are_protected(deepl, submit, german, english):
    Term.objects.create(
        source_locale=german, target_locale=english, source="Blaues Haus", target="Blaues Haus"
    )
    page = submit("Im Blaues Haus ist Licht.")
    deepl.plan = [lambda text: text.replace("Blaues Haus", "Blue House").replace("Licht", "light")]

    pretranslate(page)

    assert unit_with(page, "Im Blaues Haus ist Licht.").target == "Im Blaues Haus ist light."
    sent = deepl.translations[0]["text"]
    assert 'translate="no">Blaues Haus</span>' in "".join(sent)


def test_answer_without_a_name_leaves_its_text_open(deepl, submit, german, english):
    Term.objects.create(
        source_locale=german, target_locale=english, source="Blaues Haus", target="Blaues Haus"
    )
    page = submit("Im Blaues Haus ist Licht.")
    deepl.plan = [lambda text: "Light."]

    assert pretranslate(page).damaged == 1
