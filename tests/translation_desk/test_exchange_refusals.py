"""What is not taken from a file: broken texts, other pages, other languages, other accounts."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringTranslation, Translation

from tests.translation_desk.exchange import (
    LINK,
    ONE,
    bring_in,
    content_of,
    make_translation,
    outcome_of,
    outcomes,
    problems,
    target_of,
    translated,
    unit_with,
)
from univercity.translation.units import write_unit
from univercity.translation_desk.exchange.apply import apply_import
from univercity.translation_desk.exchange.entries import is_language
from univercity.translation_desk.exchange.parsing import read_file

# Links and formatting

GOOD = 'More <g id="1">here</g>.'


@pytest.mark.parametrize(
    "target",
    [
        "More here.",
        'More <g id="1">he</g><g id="1">re</g>.',
        'More <g id="2">here</g>.',
        "More <g>here</g>.",
        'More <g id="1">here</g>.<x id="2"/>',
        'More &lt;a id="a1"&gt;here&lt;/a&gt;.',
        'More <a xmlns="http://www.w3.org/1999/xhtml" href="javascript:x">here</a>.',
        'More <bpt id="1">here.</bpt>',
        'More <ept id="1"/>here<bpt id="1"/>.',
        'More <g id="1">here</g>.<script>x</script>',
    ],
)
def test_text_that_has_lost_or_gained_elements_is_never_written(translation, target):
    source = content_of(translation).partition("<source>Mehr ")[2].partition("</source>")[0]
    content = translated(content_of(translation), f"Mehr {source}", target)

    bring_in(content, overwrite=None)

    assert outcome_of(content, LINK) == "tags"
    assert target_of(translation, LINK) == ""
    assert outcome_of(translated(content_of(translation), f"Mehr {source}", GOOD), LINK) == "new"


@pytest.mark.parametrize(
    "target",
    [
        "More here.",
        'More <a id=\\"a2\\">here</a>.',
        'More <a href=\\"x\\">here</a>.',
        'More <a id=\\"a1\\">here.',
        'More <a id=\\"a1\\">here</a>.<script>x</script>',
        'More <a id=\\"a1\\" onclick=\\"x\\">here</a>.',
        'More <a id=\\"a1\\">here</a>.<!-- x -->',
    ],
)
def test_entry_that_has_lost_or_gained_tags_is_never_written(translation, target):
    source = 'msgid "Mehr <a id=\\"a1\\">hier</a>."\nmsgstr '
    content = content_of(translation, "po").replace(f'{source}""', f'{source}"{target}"')

    bring_in(content, overwrite=None)

    assert outcome_of(content, LINK) == "tags"
    assert target_of(translation, LINK) == ""


def test_too_long_title_and_characters_that_cannot_be_stored_are_not_written(translation):
    content = content_of(translation, "po")
    long = content.replace('msgid "Satz"\nmsgstr ""', f'msgid "Satz"\nmsgstr "{"x" * 256}"')
    strange = content.replace('msgid "Eins."\nmsgstr ""', 'msgid "Eins."\nmsgstr "O\\000\\x07ne."')

    bring_in(long)
    bring_in(strange)

    assert outcome_of(long, "Satz") == "too-long"
    assert outcome_of(strange, ONE) == "characters"
    assert not StringTranslation.objects.exists()


# Files that say too much, too little or something else


def test_two_translations_of_one_text_are_both_refused_and_the_same_one_is_taken_once(translation):
    unit = content_of(translation).partition("<trans-unit")[2].partition("</trans-unit>")[0]
    unit = f"<trans-unit{unit}</trans-unit>"
    one = unit.replace("</source>", "</source><target>Sentence</target>")
    other = unit.replace("</source>", "</source><target>Theorem</target>")
    content = content_of(translation)

    assert outcomes(content.replace(unit, one + other)) == {"ambiguous": 2, "empty": 3}
    assert outcomes(content.replace(unit, one + one)) == {"new": 1, "empty": 3}


def test_file_of_another_site_is_unknown(translation):
    content = translated(content_of(translation), "Eins.", "One.")
    content = content.replace(str(translation.uuid), "0a9b1f1e-0000-4000-8000-000000000000")

    assert outcomes(content) == {"unknown": 4}
    assert problems(content) == ["unknown-document"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('target-language="en"', 'target-language="fr"'),
        ('source-language="de"', 'source-language="en"'),
        ('target-language="en"', 'target-language="en-x-plain"'),
    ],
)
def test_file_in_another_language_is_not_taken(translation, before, after):
    content = translated(content_of(translation), "Eins.", "One.").replace(before, after)

    assert outcomes(content) == {"foreign": 4}
    assert problems(content) == ["language"]


@pytest.mark.parametrize("code", ["EN", "en-GB", "en_US", "en-Latn-GB"])
def test_regional_form_of_the_language_is_taken(translation, code):
    content = translated(content_of(translation), "Eins.", "One.")

    assert outcomes(content.replace('target-language="en"', f'target-language="{code}"')) == {
        "new": 1,
        "empty": 3,
    }


def test_translation_that_was_ended_takes_nothing(translation):
    content = translated(content_of(translation), "Eins.", "One.")
    Translation.objects.update(enabled=False)

    assert (outcomes(content), problems(content)) == ({"foreign": 4}, ["ended"])


def test_account_without_rights_on_the_page_brings_nothing_in(
    translation, english, django_user_model
):
    nobody = django_user_model.objects.create(username="niemand")
    content = translated(content_of(translation), "Eins.", "One.")

    plan, written = bring_in(content, nobody, overwrite=None)

    assert (plan.counts, written) == ({"foreign": 4}, [])
    assert [problem.code for problem in plan.problems] == ["forbidden"]


def test_locked_page_takes_nothing_from_others(translation, english, admin_user, django_user_model):
    page = translation.get_target_instance()
    page.locked, page.locked_by = True, django_user_model.objects.create(username="ada")
    page.save()
    content = translated(content_of(translation), "Eins.", "One.")

    assert outcomes(content, admin_user) == {"foreign": 4}


def test_queries_of_an_import_do_not_depend_on_the_number_of_texts(home, english):
    def count(texts):
        translation = make_translation(
            home, english, *[f"<p>{number}x.</p>" for number in range(texts)]
        )
        reading = read_file("x", content_of(translation).encode())
        with CaptureQueriesContext(connection) as queries:
            apply_import(reading, None)
        return len(queries)

    assert count(1) == count(5)


def test_title_fits_its_column_as_html_too(translation):
    content = translated(content_of(translation), "Satz", "&amp;" * 100)

    assert outcome_of(content, "Satz") == "too-long"


def test_very_long_text_is_refused_at_once(translation):
    long = "<!--" * 12_501
    source = 'msgid "Eins."\nmsgstr '
    po = content_of(translation, "po").replace(f'{source}""', f'{source}"{long}"')
    xliff = translated(content_of(translation), "Eins.", " " * 60_000 + "One.")

    assert outcomes(po) == {"empty": 3, "unusable": 1}
    assert outcome_of(xliff, ONE) == "too-long"


def test_file_with_very_many_texts_is_refused(translation):
    unit = "<trans-unit id='x'><source>x</source></trans-unit>"
    data = f"<xliff version='1.2'><file original='x'>{unit * 50_001}</file></xliff>"

    assert problems(data) == ["too-many-texts"]


def test_file_of_very_many_pages_is_refused():
    page = "<file original='x'><body/></file>"
    data = f"<xliff version='1.2'>{page * 10_001}</xliff>"

    assert problems(data) == ["too-many-pages"]


# What tools fill in by themselves


@pytest.mark.parametrize("attributes", ["", ' state="new"', ' xml:lang="en"'])
def test_copy_of_the_source_that_nobody_has_confirmed_is_no_translation(
    translation, admin_user, attributes
):
    content = content_of(translation).replace(
        "<source>Eins.</source>", f"<source>Eins.</source><target{attributes}>Eins.</target>"
    )

    assert outcome_of(content, ONE) == "unfinished"

    write_unit(unit_with(translation, ONE), "One.", user=admin_user)
    bring_in(content, admin_user, overwrite=None)
    assert target_of(translation, ONE) == "One."


@pytest.mark.parametrize(
    ("of_unit", "of_target"),
    [("", 'state="translated"'), ("", 'state="final"'), ('approved="yes"', "")],
)
def test_copy_of_the_source_that_somebody_has_confirmed_is_taken(translation, of_unit, of_target):
    content = re.sub(
        r">\s*<source>Eins.</source>",
        f" {of_unit}><source>Eins.</source><target {of_target}>Eins.</target>",
        content_of(translation),
    )

    assert outcome_of(content, ONE) == "new"


@pytest.mark.parametrize(("state", "outcome"), [("", "unfinished"), ("translated", "new")])
def test_copy_in_xliff_2_is_taken_if_its_state_says_so(translation, state, outcome):
    said = f' state="{state}"' if state else ""
    content = re.sub(
        r"<segment[^>]*>\s*<source>Eins.</source>",
        f"<segment{said}><source>Eins.</source><target>Eins.</target>",
        content_of(translation, "xliff21"),
    )

    assert outcome_of(content, ONE) == outcome


@pytest.mark.parametrize("code", ["d800", "DFFF", "110000", "zz", ""])
def test_character_that_is_none_is_refused(translation, code):
    content = re.sub(
        r"<source>Eins.</source>",
        f'<source>Eins.</source><target>One<cp hex="{code}"/></target>',
        content_of(translation, "xliff21"),
    )

    assert outcome_of(content, ONE) == "tags"


def test_order_of_sentences_may_be_any_number(translation):
    content = content_of(translation, "xliff21").replace(
        "<source>Eins.</source>",
        f'<source>Eins.</source><target order="{"9" * 5000}">One.</target>',
    )

    assert outcome_of(content, ONE) == "new"


@pytest.mark.parametrize(
    ("said", "expected", "same"),
    [
        ("", "en", True),
        ("EN_gb", "en", True),
        ("en", "en-GB", True),
        ("enm", "en", False),
        ("en-US", "en-GB", False),
        ("en-x-pig", "en", False),
    ],
)
def test_file_may_name_a_regional_form_of_its_language(said, expected, same):
    assert is_language(said, expected) is same
