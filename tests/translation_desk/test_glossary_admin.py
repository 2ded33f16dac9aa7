"""The glossary in the admin, and as CSV: bad rows are named, good ones kept."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Locale, ModelLogEntry
from wagtail.users.models import UserProfile

from tests.english_admin import account_with, admin_user, in_the_language_of_the_code
from univercity.translation.permissions import MANAGE_MEMORY
from univercity.translation_desk.glossary.csv_files import read_rows, write_terms
from univercity.translation_desk.glossary.importing import Outcome, import_terms, plan_terms
from univercity.translation_desk.glossary.models import Term
from univercity.translation_desk.uploads.models import ImportFile

__all__ = ["account_with", "admin_user", "in_the_language_of_the_code"]  # fixtures

FILES = reverse("univercity_glossary_files")


@pytest.fixture
def make_term(german, english):
    def make(source, target, **fields):
        return Term.objects.create(
            source_locale=german, target_locale=english, source=source, target=target, **fields
        )

    return make


def upload(client, content, name="glossary.csv"):
    return client.post(FILES, {"file": SimpleUploadedFile(name, content)})


def test_list_is_searched_and_filtered(admin_client, make_term, german):
    make_term("Leitbild", "mission statement", forbidden="guiding principle\nmodel")
    make_term("Beirat", "advisory board")
    address = reverse("glossary:index")

    found = admin_client.get(address, {"q": "mission"}).content.decode()
    none = admin_client.get(address, {"source_locale": Locale.objects.last().pk}).content.decode()

    assert "mission statement" in found
    assert "guiding principle, model" in found
    assert "advisory board" not in found
    assert "advisory board" not in none


@pytest.mark.parametrize("forbidden", ["City", "CITY", "town\n city "])
def test_translation_of_a_term_is_not_forbidden_itself(german, english, forbidden):
    term = Term(source_locale=german, target_locale=english, target="City", forbidden=forbidden)

    with pytest.raises(ValidationError) as error:
        term.clean()

    assert list(error.value.error_dict) == ["forbidden"]


def test_new_term_is_from_german_into_english(admin_client, german, english):
    form = admin_client.get(reverse("glossary:add")).context["form"]

    assert (form["source_locale"].value(), form["target_locale"].value()) == (german.pk, english.pk)


def test_same_word_twice_is_refused_in_the_language_of_the_reader(
    admin_client, admin_user, make_term, german, english
):
    make_term("Leitbild", "mission")
    content = {
        "source": "Leitbild",
        "target": "other",
        "source_locale": german.pk,
        "target_locale": english.pk,
    }
    UserProfile.objects.update(preferred_language="de")

    response = admin_client.post(reverse("glossary:add"), content)

    assert "Das Wort steht schon im Glossar." in response.content.decode()
    assert Term.objects.get().target == "mission"


@pytest.mark.parametrize("name", ["glossary:index", "glossary:add", "univercity_glossary_files"])
def test_glossary_is_for_those_who_keep_it(client, account_with, english, name):
    client.force_login(account_with("leitung", MANAGE_MEMORY))
    assert client.get(reverse(name)).status_code == 200
    client.force_login(account_with("other", "translation.translate"))
    assert client.get(reverse(name)).status_code == 302


def test_menu_leads_those_there_who_keep_it(client, account_with, english):
    def menu():
        return reverse("glossary:index") in client.get("/admin/").content.decode()

    client.force_login(account_with("leitung", MANAGE_MEMORY))
    assert menu()
    client.force_login(account_with("other", "translation.translate"))
    assert not menu()


def test_groups_are_offered_one_permission_for_all(db):
    codenames = Permission.objects.values_list("codename", flat=True)

    assert not {"add_term", "change_term", "delete_term", "view_term"} & set(codenames)


def test_export_and_import_change_nothing(admin_client, make_term):
    make_term("Leitbild", "mission", forbidden="a\nb", note="„So“; nicht anders")
    content = admin_client.get(reverse("univercity_glossary_files_export")).getvalue()

    plan = plan_terms(content)

    assert content.startswith(b"\xef\xbb\xbfterm;translation;not_to_be_used;note;from;into\r\n")
    assert [row.outcome for row in plan.rows] == [Outcome.UNCHANGED]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_is_guarded(start):
    term = Term(source=f"{start}cmd", target="x", source_locale=Locale(), target_locale=Locale())

    _mark, _columns, line = write_terms([term])

    assert line.lstrip('"').startswith(f"'{start}cmd")


WORD = st.text(
    st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"]),
    min_size=1,
    max_size=40,
).filter(lambda text: text == text.strip())


@given(st.lists(st.tuples(WORD, WORD), min_size=1))
def test_every_word_comes_back_as_it_went_out(pairs):
    locales = {
        "source_locale": Locale(language_code="de"),
        "target_locale": Locale(language_code="en"),
    }
    terms = [Term(source=source, target=target, **locales) for source, target in pairs]

    rows = read_rows("".join(write_terms(terms)).encode())

    assert [(row.get("term"), row.get("translation")) for row in rows] == pairs


@pytest.mark.parametrize(
    "content",
    [
        "term;translation\nGröße;size\n".encode(),
        "\ufeffterm;translation\r\nGröße;size\r\n".encode(),
        "term;translation\r\nGröße;size\r\n".encode("cp1252"),
        "term\ttranslation\r\nGröße\tsize\r\n".encode("utf-16"),
        "translation,term\nsize,Größe\n".encode(),
        "sep=;\nterm;translation\nGröße;size\n".encode(),
        'TERM;Translation;extra\n\n"Größe";size;x\n;;\n'.encode(),
    ],
    ids=["plain", "bom", "windows", "utf-16", "commas", "sep", "quoted"],
)
def test_files_of_spreadsheets_are_read(german, english, content):
    import_terms(content, None)

    term = Term.objects.get()
    assert (term.source, term.target) == ("Größe", "size")
    assert (term.source_locale, term.target_locale) == (german, english)


@pytest.mark.parametrize(
    "content, part",
    [
        (b"", "term, translation"),
        (b"PK\x03\x04\x00\x00", "term, translation"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"wort;uebersetzung\na;b", "term, translation"),
        (b'term;translation\n"a;' + b"x" * 200_000, "no CSV"),
        (b"term;translation\n" + b"a;b\n" * 20_001, "20000"),
    ],
    ids=["empty", "zip", "half", "columns", "field", "rows"],
)
def test_what_cannot_be_read_is_a_message(db, content, part):
    plan = plan_terms(content)

    assert part in plan.problem
    assert plan.rows == []


def test_bad_rows_are_named_and_good_ones_kept(make_term, german, english, admin_user):
    make_term("Alt", "old", note="bleibt")
    content = (
        "term;translation;not_to_be_used;from;into\n"
        "Neu;new;;;\n"
        "Alt;ancient;;;\n"
        ";nothing;;;\n"
        "Wort;word;word;;\n"
        "Mot;word;;fr;en\n"
        "Neu;again;;;\n"
        f"{'x' * 201};long;;;\n"
        "Gleich;same;;de;de\n"
    ).encode()

    plan = import_terms(content, admin_user)

    rejected = {row.line: row.errors for row in plan.of(Outcome.REJECTED)}
    assert set(rejected) == {4, 5, 6, 7, 8, 9}
    assert rejected[6] == ("There is no language “fr” on this site.",)
    assert rejected[7] == ("The word stands in line 2 already.",)
    terms = Term.objects.order_by("source").values_list("source", "target", "note")
    assert list(terms) == [("Alt", "ancient", "bleibt"), ("Neu", "new", "")]
    assert ModelLogEntry.objects.filter(user=admin_user).count() == 2


def test_character_that_databases_refuse_is_an_error_of_its_row(german, english):
    plan = import_terms(b"term;translation;note\nNeu;new;\0\nAlt;old;\n", None)

    assert [len(row.errors) for row in plan.rows] == [1, 0]
    assert [term.source for term in Term.objects.all()] == ["Alt"]


def test_upload_shows_first_what_it_would_change(admin_client, make_term):
    make_term("Alt", "old")

    response = upload(admin_client, b"term;translation\nAlt;ancient\nNeu;\n")
    shown = admin_client.get(response.url).content.decode()

    assert "Changed term: 1" in shown
    assert "Cannot be taken: 1" in shown
    assert "Line 3" in shown
    assert Term.objects.get().target == "old"
    after = admin_client.post(response.url, {"confirm": "1"}, follow=True)
    assert [str(each) for each in after.context["messages"]] == ["1 term brought in."]
    assert Term.objects.get().target == "ancient"
    assert not ImportFile.objects.exists()


def test_discarding_a_file_changes_nothing(admin_client, english):
    response = upload(admin_client, b"term;translation\nNeu;new\n")

    admin_client.post(response.url, {"discard": "1"})

    assert not Term.objects.exists()
    assert not ImportFile.objects.exists()


def test_upload_of_somebody_else_is_not_shown(admin_client, client, account_with, english):
    response = upload(admin_client, b"term;translation\nNeu;new\n")
    client.force_login(account_with("leitung", MANAGE_MEMORY))

    assert client.get(response.url, follow=True).status_code == 404


def test_too_large_a_file_is_a_message(admin_client, settings):
    settings.TRANSLATION_FILE_MAX_BYTES = 10

    response = upload(admin_client, b"term;translation\nNeu;new\n")

    assert response.context["form"].errors["file"]


def test_list_takes_the_same_queries_however_long(admin_client, make_term):
    def measure():
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(reverse("glossary:index"))
        return len(queries)

    make_term("Wort 0", "word")
    measure()
    one = measure()
    for number in range(1, 4):
        make_term(f"Wort {number}", "word")
    assert measure() == one
