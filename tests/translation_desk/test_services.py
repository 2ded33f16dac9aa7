"""The services behind pre-translation: their limits, refusals and costs."""

import datetime
from dataclasses import replace

import pytest
from django.core.checks import run_checks
from django.utils import timezone

from config.machine_translation import MachineTranslation
from tests.english_admin import in_the_language_of_the_code
from tests.translation_desk.services import GREETING, serve, submit, texts_of
from tests.translation_desk.services import english as in_english
from univercity.translation.units import UnitState
from univercity.translation_desk.glossary.models import Term
from univercity.translation_desk.machine.models import MachineUsage
from univercity.translation_desk.machine.pretranslation import pretranslate
from univercity.translation_desk.machine.providers import Failure

__all__ = ["in_the_language_of_the_code", "submit"]  # fixtures


def test_120_texts_are_3_requests(deepl, submit):
    page = submit(*[f"Satz Nummer {number} steht hier." for number in range(119)])

    pretranslate(page)

    assert [len(content["text"]) for content in deepl.translations] == [50, 50, 20]


def test_long_texts_are_sent_in_portions_of_their_size(deepl, submit):
    page = submit(*[f"{number} {'Wört ' * 4000}" for number in range(5)])

    pretranslate(page)

    sizes = [int(headers["Content-Length"]) for _path, _content, headers in deepl.asked]
    assert max(sizes) < 128 * 1024
    assert len(sizes) == 3


def test_deepl_is_asked_for_british_english_with_what_the_texts_are_about(deepl, submit):
    pretranslate(submit(GREETING, title="Leitbild"))

    [content] = deepl.translations
    assert (content["source_lang"], content["target_lang"]) == ("DE", "EN-GB")
    assert content["tag_handling"] == "html"
    assert content["context"].startswith("Leitbild. ")
    assert "formality" not in content


def test_formality_and_variant_are_set_for_a_language_or_a_pair(deepl, submit, settings):
    settings.MACHINE_TRANSLATION = replace(
        settings.MACHINE_TRANSLATION,
        variants={"en": "EN-GB", "de>en": "EN-US"},
        formality={"en": "prefer_more"},
    )

    pretranslate(submit(GREETING))

    [content] = deepl.translations
    assert (content["target_lang"], content["formality"]) == ("EN-US", "prefer_more")


def test_terms_become_a_glossary_at_deepl_made_once(deepl, submit, german, english):
    term = Term.objects.create(
        source_locale=german, target_locale=english, source="Leitbild", target="mission"
    )
    pretranslate(submit(GREETING))
    pretranslate(submit("Noch ein Satz."))

    assert [content.get("glossary_id") for content in deepl.translations] == ["g1", "g1"]
    term.target = "mission statement"
    term.save()
    pretranslate(submit("Ein dritter Satz."))

    [glossary] = deepl.glossaries
    made = [content for path, content, _headers in deepl.asked if path.endswith("glossaries")]
    assert "Leitbild\tmission statement" in made[-1]["entries"]
    assert glossary["name"] == made[-1]["name"]


@pytest.mark.parametrize(
    "status, failure, requests",
    [
        (403, Failure.KEY, 1),
        (456, Failure.QUOTA, 1),
        (429, Failure.BUSY, 4),
        (503, Failure.NETWORK, 4),
        ("silence", Failure.NETWORK, 4),
        (400, Failure.REFUSED, 1),
        (b"<html>", Failure.UNUSABLE, 1),
        (b'{"translations": []}', Failure.UNUSABLE, 1),
        (b'{"translations": [{"text": 1}]}', Failure.UNUSABLE, 1),
    ],
)
def test_what_deepl_refuses_leaves_everything_as_it_was(deepl, submit, status, failure, requests):
    page = submit(GREETING)
    before = texts_of(page)
    deepl.plan = [status] * 5

    result = pretranslate(page)

    assert (result.failure, result.left) == (failure, 2)
    assert str(failure.label) in result.message
    assert texts_of(page) == before
    assert len(deepl.translations) == requests


def test_what_is_busy_for_a_moment_is_asked_again(deepl, submit):
    deepl.plan = [429, 503]

    assert pretranslate(submit(GREETING)).by_machine == 2


def test_failure_in_the_second_portion_keeps_the_first_and_can_be_taken_up(deepl, submit):
    page = submit(*[f"Satz Nummer {number} steht hier." for number in range(60)])
    deepl.plan = [in_english, 456]

    first = pretranslate(page)
    again = pretranslate(page)

    assert (first.by_machine, first.left, first.failure) == (50, 11, Failure.QUOTA)
    assert (again.by_machine, again.left) == (11, 0)


def test_budget_stops_before_the_call(deepl, submit, settings):
    settings.MACHINE_TRANSLATION = replace(settings.MACHINE_TRANSLATION, characters=30)

    result = pretranslate(submit(GREETING))

    assert (result.failure, deepl.asked) == (Failure.BUDGET, [])
    assert not MachineUsage.objects.exclude(characters=0).exists()


def test_characters_are_counted_by_month_and_not_for_what_was_refused(deepl, submit):
    page = submit(GREETING, title="Titel")
    deepl.plan = [456]

    pretranslate(page)
    assert MachineUsage.objects.get().characters == 0
    pretranslate(page)

    usage = MachineUsage.objects.get()
    assert usage.characters == len(GREETING) + len("Titel")
    assert (usage.provider, usage.month) == ("DeepL", timezone.localdate().replace(day=1))


def test_budget_is_of_one_month_and_has_no_gap(db):
    november, december = datetime.date(2026, 11, 28), datetime.date(2026, 12, 1)

    assert MachineUsage.reserve(november, "DeepL", 60, 100)
    assert not MachineUsage.reserve(november, "DeepL", 41, 100)
    assert MachineUsage.reserve(november, "DeepL", 40, 100)
    assert MachineUsage.reserve(december, "DeepL", 100, 100)
    assert MachineUsage.reserve(december, "DeepL", 100, 0)


def test_libretranslate_gets_html_and_its_key(libretranslate, submit):
    result = pretranslate(submit(GREETING))

    [content] = libretranslate.translations
    assert GREETING in content.pop("q")
    assert content == {"source": "de", "target": "en", "format": "html", "api_key": "k"}
    assert (result.by_machine, result.provider) == (2, "LibreTranslate")


@pytest.mark.parametrize(
    "status, failure, requests",
    [
        (403, Failure.KEY, 1),
        (429, Failure.BUSY, 4),
        (500, Failure.NETWORK, 4),
        ("silence", Failure.NETWORK, 4),
        (400, Failure.REFUSED, 1),
        (b"[]", Failure.UNUSABLE, 1),
        (b'{"translatedText": "x"}', Failure.UNUSABLE, 1),
    ],
)
def test_what_libretranslate_refuses_changes_nothing(
    libretranslate, submit, status, failure, requests
):
    page = submit(GREETING)
    libretranslate.plan = [status] * 5

    result = pretranslate(page)

    assert (result.failure, result.left) == (failure, 2)
    assert texts_of(page)[GREETING] == ("", UnitState.OPEN)
    assert len(libretranslate.translations) == requests


def test_service_that_is_not_there_is_a_message(submit, settings):
    with serve() as gone:
        settings.MACHINE_TRANSLATION = MachineTranslation("libretranslate", url=gone.address)

    assert pretranslate(submit(GREETING)).failure == Failure.NETWORK


def test_dummy_needs_nothing(submit, settings):
    settings.MACHINE_TRANSLATION = MachineTranslation("dummy")
    page = submit("Eins zwei drei.")

    pretranslate(page)

    assert texts_of(page)["Eins zwei drei."] == ("drei. zwei Eins", UnitState.UNREVIEWED)


@pytest.mark.parametrize("name", ["deepl", "libretranslate"])
def test_service_without_what_it_needs_is_an_error_at_the_start(settings, name):
    settings.MACHINE_TRANSLATION = MachineTranslation(name)

    assert "translation.E3" in [each.id for each in run_checks()]
