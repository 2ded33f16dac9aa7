"""The commands that take texts out and bring them in."""

import io
import json
import os
import zipfile

import polib
import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page
from wagtail_localize.models import Translation

from tests.factories import PersonFactory, StandardPageFactory
from tests.translation_desk.exchange import (
    content_of,
    outcomes,
    target_of,
    translated,
    unit_with,
)
from univercity.translation.units import write_unit


def run(*arguments):
    """Run a command and return its exit code with what it wrote."""
    out, errors = io.StringIO(), io.StringIO()
    try:
        call_command(*arguments, stdout=out, stderr=errors)
    except CommandError as error:
        return error.returncode, out.getvalue(), f"{errors.getvalue()}{error}"
    return 0, out.getvalue(), errors.getvalue()


def export(*arguments):
    return run("export_translation", "--locale=en", *arguments)


@pytest.fixture
def file(translation, tmp_path):
    """A file with one new translation."""
    path = tmp_path / "datei.xlf"
    path.write_text(translated(content_of(translation), "Eins.", "One."), encoding="utf-8")
    return path


# Out


@pytest.mark.parametrize("file_format", ["xliff12", "xliff21", "po"])
def test_page_is_written_as_the_admin_gives_it(translation, file_format, tmp_path):
    path = tmp_path / "datei"

    printed = export("--path=/de/satz/", f"--format={file_format}")
    export("--path=/en/satz/", f"--format={file_format}", f"--output={path}")

    assert printed == (0, content_of(translation, file_format), "")
    assert path.read_text(encoding="utf-8") == printed[1]


def test_pages_below_come_in_one_file_and_an_archive(translation, home, tmp_path):
    below = StandardPageFactory(parent=translation.source.get_source_instance(), slug="unten")
    StandardPageFactory(parent=below, slug="entwurf", live=False)
    arguments = ("--path=/de/satz/", "--subtree", "--format=po")

    code, _out, said = export(*arguments)
    export(*arguments, f"--output={tmp_path / 'datei.zip'}")

    assert (code, "--output" in said) == (1, True)
    with zipfile.ZipFile(tmp_path / "datei.zip") as archive:
        assert len(archive.namelist()) == 2


def test_page_that_nobody_handed_to_translation_is_handed_over(home, english):
    section = StandardPageFactory(parent=home, slug="bereich")
    StandardPageFactory(parent=section, slug="seite")

    code, out, said = export("--path=/de/bereich/seite/")

    assert (code, said) == (0, "Handed to translation: /de/bereich/seite/\n")
    assert outcomes(out) == {"empty": 2}
    assert Translation.objects.get().get_target_instance().live is False
    assert not Page.objects.filter(locale=english, live=True).exists()
    assert [list(problem) for problem in Page.find_problems()] == [[], [], [], [], []]
    assert export("--path=/de/bereich/seite/") == (0, out, "")


def test_shared_things_of_a_page_come_along(home, english):
    person = PersonFactory(name="Projektbüro", role="Anlaufstelle")
    body = [{"type": "person", "value": {"heading": "Rat", "persons": []}, "id": "a"}]
    item = {"type": "item", "value": person.pk, "id": "00000000-0000-0000-0000-00000000000b"}
    body[0]["value"]["persons"] = [item]
    StandardPageFactory(parent=home, slug="seite", body=json.dumps(body))

    alone = export("--path=/de/seite/")[1]
    together = export("--path=/de/seite/", "--related")[1]

    assert (alone.count("<file "), together.count("<file ")) == (1, 2)
    assert "Anlaufstelle" in together


def test_only_open_texts_are_written_if_asked_for(translation, admin_user):
    for source in ("Satz", "satz", "Eins."):
        write_unit(unit_with(translation, source), "x", user=admin_user)

    content = export("--path=/de/satz/", "--only-open", "--format=po")[1]

    assert [entry.msgid for entry in polib.pofile(content)] == ['Mehr <a id="a1">hier</a>.']


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--path=/de/nirgends/"], "There is no page at /de/nirgends/."),
        (["--path=/de/satz/", "--locale=fr"], "There is no language 'fr' on this site."),
        (["--path=/de/satz/", "--locale=de"], "is the source, and not translated."),
        (["--path=/de/satz/", "--output=/proc/nirgends/x"], "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said(translation, arguments, message):
    code, _out, said = export(*arguments)

    assert (code, message in said) == (1, True)


# In


def test_file_is_brought_in_and_summed_up(translation, file):
    assert run("import_translation", str(file)) == (
        0,
        "     1  New translation\n     3  Without a translation\n"
        "1 texts written, to be reviewed.\n",
        "",
    )
    assert target_of(translation, "Eins.") == "One."


def test_dry_run_tells_the_same_and_writes_nothing(translation, file):
    code, out, _said = run("import_translation", str(file), "--dry-run")

    assert (code, "     1  New translation\n" in out) == (0, True)
    assert target_of(translation, "Eins.") == ""


def test_json_has_each_text(translation, file):
    code, out, _said = run("import_translation", str(file), "--json")

    answer = json.loads(out)
    assert (code, answer["dry_run"], answer["written"]) == (0, False, 1)
    assert answer["counts"] == {"new": 1, "empty": 3}
    [new] = [text for text in answer["texts"] if text["outcome"] == "new"]
    assert (new["page"], new["place"]) == ("Satz", "Content › Text")
    assert (new["source"], new["translation_in_file"]) == ("Eins.", "One.")


def test_conflict_is_named_and_written_only_if_asked_for(translation, file, admin_user):
    write_unit(unit_with(translation, "Eins."), "Number one.", user=admin_user)

    code, out, _said = run("import_translation", str(file))
    assert code == 2
    assert "    in the file:  Eins. → One.\n    on the site:  Eins. → Number one.\n" in out

    assert run("import_translation", str(file), "--overwrite")[0] == 0
    assert target_of(translation, "Eins.") == "One."


def test_file_that_cannot_be_read_is_an_error(translation, tmp_path):
    broken = tmp_path / "kaputt.xlf"
    broken.write_bytes(b"<xliff>")

    assert run("import_translation", str(tmp_path / "nirgends.xlf"))[0] == 1
    assert run("import_translation", str(broken), "--json")[0] == 1


def test_name_of_a_file_may_be_any_bytes(translation, file):
    path = file.rename(file.with_name(os.fsdecode(b"\xe4.xlf")))

    code, out, _said = run("import_translation", str(path), "--json")

    assert (code, json.loads(out.encode())["written"]) == (0, 1)


def test_file_of_another_site_is_refused_with_its_reason(translation, file):
    content = file.read_text(encoding="utf-8")
    identity = "0a9b1f1e-0000-4000-8000-000000000000"
    file.write_text(content.replace(str(translation.uuid), identity), encoding="utf-8")

    code, out, _said = run("import_translation", str(file))

    assert code == 2
    assert "datei.xlf, line 3: These texts belong to no translation of this site.\n" in out
