"""What README.md and docs/ say exists."""

import re
from pathlib import Path

import pytest

from config.environment import VARIABLES

ROOT = Path(__file__).parents[2]
UNIVERCITY = ROOT / "site" / "univercity"
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def shown(value):
    """Return a default as the table shows it."""
    if value is None:
        return "**required**"
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, list):
        value = ",".join(value)
    return f"`{value}`" if value != "" else "(empty)"


def settings_table():
    """Return the table of docs/settings.md."""
    rows = ["| variable | default | with `DEBUG=1` | what it is for |", "| --- | --- | --- | --- |"]
    for name, variable in VARIABLES.items():
        development = variable.default_for(debug=True)
        other = "" if development == variable.default else shown(development)
        rows.append(f"| `{name}` | {shown(variable.default)} | {other} | {variable.purpose} |")
    return "\n".join(rows)


def test_documentation_lists_all_variables():
    """After a change, put ``settings_table()`` into docs/settings.md."""
    assert settings_table() in (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


@each_document
def test_links_lead_to_files(document):
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", document.read_text(encoding="utf-8"))

    assert [target for target in targets if not (document.parent / target).exists()] == []


@each_document
def test_paths_that_are_named_exist(document):
    """As seen from the root, or from one of the folders that hold apps."""
    named = set(
        re.findall(r"`([\w./-]+/|[\w.-]+/[\w./-]+\.\w+)`", document.read_text(encoding="utf-8"))
    )
    folders = [ROOT, ROOT / "site", UNIVERCITY, *UNIVERCITY.iterdir(), ROOT / "templates"]

    missing = [path for path in named if not any((each / path).exists() for each in folders)]

    assert missing == []


@each_document
def test_make_targets_exist(document):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = re.findall(r"`(?:[A-Z_]+=\S+ )*make ([a-z-]+)", document.read_text(encoding="utf-8"))

    assert set(named) - targets == set()


def test_readme_is_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 80


def test_examples_of_the_api_answer(client, home, network):
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    addresses = re.findall(r"http://127\.0\.0\.1:8000(/[^'\s]+)", text)

    answers = {
        address: client.get(address.replace("/pages/4/", f"/pages/{home.pk}/"), follow=True)
        for address in addresses
    }

    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(
        addresses, 200
    )
