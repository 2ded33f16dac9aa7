"""TMX files of other tools: their codes, their languages, and what is wrong with them."""

import pytest
from wagtail_localize.models import String, StringTranslation

from tests.english_admin import in_the_language_of_the_code
from tests.translation_desk.tmx_files import pairs, tmx, tu
from univercity.translation_desk.memory.importing import Approval, Outcome, import_tmx, plan_tmx

__all__ = ["in_the_language_of_the_code"]  # fixtures

FOREIGN = {
    "a link of another tool": (
        'Ein <bpt i="1" x="1">&lt;a href="x"&gt;</bpt>Weg<ept i="1">&lt;/a&gt;</ept>.',
        'A <bpt i="1" x="1">&lt;a href="y"&gt;</bpt>way<ept i="1">&lt;/a&gt;</ept>.',
        ('Ein <a id="a1">Weg</a>.', 'A <a id="a1">way</a>.'),
    ),
    "codes of a word processor": (
        'Ein <bpt i="1">{\\b </bpt>Weg<ept i="1">}</ept>.',
        'A <bpt i="1">{\\b </bpt>way<ept i="1">}</ept>.',
        ("Ein Weg.", "A way."),
    ),
    "lonely and unknown codes": (
        'Ein <it pos="begin">&lt;b&gt;</it><hi>Weg</hi><ut>x</ut>.<ph>{1}</ph>',
        "A way.",
        ("Ein Weg.", "A way."),
    ),
    "a link that only the translation has": (
        "Ein Weg.",
        'A <bpt i="1">&lt;a href="y"&gt;</bpt>way<ept i="1">&lt;/a&gt;</ept>.',
        ("Ein Weg.", "A way."),
    ),
    "codes that cross": (
        'a <bpt i="1">&lt;b&gt;</bpt>b <bpt i="2">&lt;i&gt;</bpt>c<ept i="1">&lt;/b&gt;</ept>'
        '<ept i="2">&lt;/i&gt;</ept>',
        "x",
        ("a b c", "x"),
    ),
    "a link that is no HTML": (
        'Ein <bpt i="1">&lt; a href="x"&gt;</bpt>Weg<ept i="1">&lt;/a&gt;</ept>.',
        'A <bpt i="1">&lt;a href="y&gt;"&gt;</bpt>way<ept i="1">&lt;/a&gt;</ept>.',
        ("Ein Weg.", "A way."),
    ),
    "a line break": ("a<ph>&lt;br /&gt;</ph>b", "x<ph>&lt;br&gt;</ph>y", ("a<br/>b", "x<br/>y")),
}


@pytest.mark.parametrize("german, english_text, expected", FOREIGN.values(), ids=FOREIGN)
def test_codes_of_other_tools_become_ours_or_go(english, german, english_text, expected):
    import_tmx(tmx(tu(german, english_text)), None)

    assert pairs() == [expected]


ENTITY = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
BROKEN = {
    "nothing": (b"", "empty"),
    "no XML": (b"PK\x03\x04", "not well-formed"),
    "cut off": (tmx(tu("Eins", "One"))[:-20], "not well-formed"),
    "an entity": (tmx(tu("&x;", "One"), before=ENTITY), "entities"),
    "other XML": (b"<html/>", "no TMX"),
    "no units": (tmx(), "no texts"),
    "no body": (b"<tmx/>", "no texts"),
}


@pytest.mark.parametrize("content, part", BROKEN.values(), ids=BROKEN)
def test_broken_file_is_a_message(english, content, part):
    plan = import_tmx(content, None, name="datei.tmx")

    assert part in str(plan.problem)
    assert not StringTranslation.objects.exists()


def test_document_type_of_the_standard_is_accepted(english):
    before = '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">'

    assert plan_tmx(tmx(tu("Eins", "One"), before=before)).problem is None


def test_units_without_text_are_left_out(english):
    units = [tu("", "One"), tu("Eins", " "), "<tu/>", "<tu><tuv/></tu>", tu("x" * 60_000, "x")]

    plan = import_tmx(tmx(*units), None)

    assert plan.counts == {Outcome.EMPTY: 2, Outcome.LANGUAGE: 2, Outcome.UNUSABLE: 1}


def test_import_takes_as_many_queries_for_few_as_for_many(
    english, admin_user, django_assert_max_num_queries
):
    units = [tu(f"Satz {number}", f"Sentence {number}") for number in range(150)]
    with django_assert_max_num_queries(10):
        import_tmx(tmx(*units), admin_user, approval=Approval.ALL)
    assert StringTranslation.objects.count() == 150


def test_language_with_entries_of_no_page_can_be_deleted(english):
    import_tmx(tmx(tu("Eins", "One")), None)

    english.delete()

    assert not StringTranslation.objects.exists()
    assert String.objects.exists()
