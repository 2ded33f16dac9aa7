"""The memory as TMX: out and in again without loss, and files of other tools."""

import datetime
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.english_admin import in_the_language_of_the_code
from tests.factories import StandardPageFactory
from tests.sample_content import raw
from tests.translation_desk.tmx_files import pairs, tmx, tu
from univercity.translation.units import UnitState, approve, state_of, units_of, write_unit
from univercity.translation_desk.inline_elements import parse_html
from univercity.translation_desk.memory.importing import Approval, Outcome, import_tmx, plan_tmx
from univercity.translation_desk.memory.matches import fill_from_memory, similar_matches
from univercity.translation_desk.memory.tmx import as_html, fill_segment, read_units, write_tmx

__all__ = ["in_the_language_of_the_code"]  # fixtures

LINK = 'Hier <a href="https://example.org/">geht <b>es</b></a><br/>weiter &amp; „fort“.'
LINK_UNIT = 'Hier <a id="a1">geht <b>es</b></a><br/>weiter &amp; „fort“.'
LINK_ENGLISH = '<b>It</b> goes<br/>on <a id="a1">here</a> &amp; “away”.'


@pytest.fixture
def page(home, english):
    """A page of two texts in translation, the second one open."""
    body = json.dumps(raw([("text", f"<p>{text}</p>") for text in (LINK, "Offen.")]))
    source, _created = TranslationSource.update_or_create_from_instance(
        StandardPageFactory(parent=home, body=body)
    )
    return Translation.objects.create(source=source, target_locale=english)


def unit_with(translation, source):
    return next(unit for unit in units_of([translation]) if unit.source == source)


def exported(rows=None):
    return b"".join(write_tmx(StringTranslation.objects.all() if rows is None else rows))


# Out


def test_pair_goes_out_with_its_codes_and_whether_it_is_reviewed(page, admin_user):
    write_unit(unit_with(page, LINK_UNIT), LINK_ENGLISH, user=admin_user)

    [unit] = etree.fromstring(exported()).iter("tu")

    assert unit.findtext("prop[@type='x-reviewed']") == "yes"
    segments = [etree.tostring(each, encoding=str) for each in unit.iter("seg")]
    assert segments[0].startswith(
        '<seg>Hier <bpt i="1" x="1">&lt;a id="a1"&gt;</bpt>geht '
        '<bpt i="2" x="2">&lt;b&gt;</bpt>es<ept i="2">&lt;/b&gt;</ept>'
    )
    assert '<ph x="3">&lt;br/&gt;</ph>' in segments[0]


def test_same_content_makes_the_same_bytes_and_each_pair_once(page, home, english, admin_user):
    write_unit(unit_with(page, LINK_UNIT), LINK_ENGLISH, user=admin_user)
    body = json.dumps(raw([("text", f"<p>{LINK}</p>")]))
    source, _created = TranslationSource.update_or_create_from_instance(
        StandardPageFactory(parent=home, body=body)
    )
    other = Translation.objects.create(source=source, target_locale=english)
    write_unit(unit_with(other, LINK_UNIT), LINK_ENGLISH, user=None, tool="X", machine=True)

    assert exported() == exported()
    assert exported().count(b"<tu ") == 1
    assert exported().count(b"yes") == 1


def test_writing_takes_as_many_queries_for_few_as_for_many(
    page, admin_user, django_assert_num_queries
):
    write_unit(unit_with(page, LINK_UNIT), LINK_ENGLISH, user=admin_user)
    with django_assert_num_queries(1):
        exported()
    write_unit(unit_with(page, "Offen."), "Open.", user=admin_user)
    with django_assert_num_queries(1):
        exported()


# In


def test_what_goes_out_comes_back_into_an_empty_memory(page, admin_user):
    write_unit(unit_with(page, LINK_UNIT), LINK_ENGLISH, user=admin_user)
    write_unit(unit_with(page, "Offen."), "Open.", user=None, tool="DeepL", machine=True)
    content = exported()
    StringTranslation.objects.all().delete()

    import_tmx(content, admin_user, approval=Approval.AS_SAID)

    rows = {row.translation_of.data: row for row in StringTranslation.objects.all()}
    assert {source: row.data for source, row in rows.items()} == {
        LINK_UNIT: LINK_ENGLISH,
        "Offen.": "Open.",
    }
    assert state_of(rows[LINK_UNIT]) == UnitState.DONE
    assert state_of(rows["Offen."]) == UnitState.UNREVIEWED
    assert (rows["Offen."].tool_name, rows["Offen."].translation_type) == ("DeepL", "machine")


def test_what_came_in_reviewed_fills_pages_and_the_rest_is_offered(
    page, german, english, admin_user
):
    content = tmx(tu("Offen.", "Open."))
    import_tmx(content, admin_user)
    assert fill_from_memory(page) == []
    assert [match.target for match in similar_matches("Offen.", german.pk, english.pk)] == ["Open."]

    StringTranslation.objects.filter(context=None).delete()
    import_tmx(content, admin_user, approval=Approval.ALL)

    assert [unit.source for unit in fill_from_memory(page)] == ["Offen."]


def test_dry_run_writes_nothing(english):
    plan = plan_tmx(tmx(tu("Eins", "One")))

    assert [entry.outcome for entry in plan.entries] == [Outcome.NEW]
    assert not StringTranslation.objects.exists()


def test_importing_twice_changes_nothing(english, admin_user):
    content = tmx(tu("Eins", "One"), tu("Eins", "One"))
    import_tmx(content, admin_user)

    again = import_tmx(content, admin_user)

    assert again.counts == {Outcome.KNOWN: 2}
    assert pairs() == [("Eins", "One")]


@pytest.mark.parametrize(
    "changed, outcome, kept",
    [
        ("", Outcome.OLDER, "One"),
        ("20200101T000000Z", Outcome.OLDER, "One"),
        ("20990101T000000Z", Outcome.CHANGED, "A"),
    ],
)
def test_newer_entry_is_never_overwritten(english, admin_user, changed, outcome, kept):
    import_tmx(tmx(tu("Eins", "One")), admin_user, approval=Approval.ALL)

    plan = import_tmx(tmx(tu("Eins", "A", changed=changed)), admin_user)

    assert [entry.outcome for entry in plan.entries] == [outcome]
    assert pairs() == [("Eins", kept)]


def test_translation_of_a_page_is_known_and_stays(page, admin_user):
    write_unit(unit_with(page, "Offen."), "Open.", user=admin_user)

    plan = import_tmx(tmx(tu("Offen.", "Open."), tu("Offen.", "Ajar.")), admin_user)

    assert [entry.outcome for entry in plan.entries] == [Outcome.KNOWN, Outcome.OLDER]
    assert unit_with(page, "Offen.").target == "Open."


@pytest.mark.parametrize("code", ["en", "en-GB", "EN_us", "en-Latn-GB"])
def test_variants_of_a_language_are_that_language(english, code):
    import_tmx(tmx(tu("Eins", "One", code), header='srclang="*all*"'), None)

    assert StringTranslation.objects.get().locale == english


@pytest.mark.parametrize("code", ["fr", "", "english"])
def test_other_languages_are_named_and_left_out(english, code):
    plan = import_tmx(tmx(tu("Eins", "One", code), tu("Zwei", "Two")), None)

    assert plan.counts == {Outcome.NEW: 1, Outcome.LANGUAGE: 1}


# There and back again, for any text

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=20
)
INLINE = st.recursive(
    TEXT.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["b", "i", "sub"]), inner).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
        ),
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.just("<br/>"),
    ),
    max_leaves=6,
)


@given(INLINE)
def test_any_text_survives_as_a_segment(html):
    unit = etree.Element("tu")
    for code in ("de", "en"):
        variant = etree.SubElement(unit, "tuv", lang=code)
        fill_segment(etree.SubElement(variant, "seg"), parse_html(html))
    body = etree.tostring(unit, encoding=str)

    [read] = read_units(f"<tmx><body>{body}</body></tmx>".encode())

    source, target = (variant.text for variant in read.variants)
    wanted = parse_html(html)
    assert [parse_html(each) for each in as_html(source, target)] == [wanted, wanted]


# Commands


def run(*arguments):
    out = io.StringIO()
    try:
        call_command(*arguments, stdout=out)
    except CommandError as error:
        return error.returncode, f"{out.getvalue()}{error}"
    return 0, out.getvalue()


def test_commands_write_and_read_the_memory(page, admin_user, tmp_path):
    path = tmp_path / "memory.tmx"
    write_unit(unit_with(page, "Offen."), "Open.", user=None, tool="X", machine=True)
    write_unit(unit_with(page, LINK_UNIT), LINK_ENGLISH, user=admin_user)

    assert run("export_memory", "--only-reviewed", "--locale=en", f"--output={path}") == (0, "")
    assert path.read_bytes().count(b"<tu ") == 1
    assert run("export_memory")[1].encode() == exported()
    StringTranslation.objects.all().delete()
    assert run("import_memory", str(path), "--dry-run") == (0, "     1  New entry\n")
    assert not StringTranslation.objects.exists()
    assert run("import_memory", str(path), "--approved=as-said")[0] == 0
    assert state_of(StringTranslation.objects.get()) == UnitState.DONE


def test_commands_say_what_is_wrong(english, tmp_path):
    path = tmp_path / "memory.tmx"
    assert run("import_memory", str(path))[0] == 1
    path.write_bytes(b"<html/>")
    assert run("import_memory", str(path)) == (
        1,
        "memory.tmx, line 1: The file is XML, but no TMX: it begins with <html>.",
    )
    path.write_bytes(tmx(tu("Eins", "One", "fr")))
    assert run("import_memory", str(path))[0] == 2
    assert run("export_memory", "--locale=fr")[0] == 1


def test_approval_of_an_entry_is_of_its_words(page, admin_user):
    unit = unit_with(page, "Offen.")
    write_unit(unit, "Open.", user=None, tool="X", machine=True)
    approve(page, [unit], admin_user)
    assert b'x-reviewed">yes' in exported()
    StringTranslation.objects.filter(data="Open.").update(
        data="Ajar.", updated_at=timezone.now() + datetime.timedelta(days=1)
    )
    assert b'x-reviewed">no' in exported()
