"""What a machine finds that has never seen the project: dependencies, lock files, make."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
#: Where production code lies; the folders below ``site`` are imported by their own names.
SOURCES = ["home", "network", "calendar_pages", "site"]


def normal(name):
    """Return the name of a package as PyPI compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imports_of(path):
    """Yield the first name of everything that a file imports by its full name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


def imported_from_outside():
    own = {path.name for path in (ROOT / "site").iterdir()} | set(SOURCES)
    files = [path for source in SOURCES for path in (ROOT / source).rglob("*.py")]
    return {name for path in files for name in imports_of(path)} - own - sys.stdlib_module_names


def run(*command, **options):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)


# Dependencies


def test_what_production_code_imports_is_declared():
    names = [re.match(r"[\w.-]+", text)[0] for text in PROJECT["dependencies"]]
    declared = set(map(normal, names))
    packages = packages_distributions()

    undeclared = {
        name
        for name in imported_from_outside()
        if declared.isdisjoint(map(normal, packages.get(name, [])))
    }

    assert undeclared == set()


def test_imports_are_seen_by_the_test_above():
    """Guard the guard: imports of several kinds are found."""
    assert imported_from_outside() >= {"django", "wagtail", "bs4", "pydantic", "lxml"}


@pytest.mark.parametrize("file", ["run.txt", "dev.txt"])
def test_no_lock_file_asks_for_code_under_the_gpl(file):
    assert "\npillow-heif==" not in (ROOT / "requirements" / file).read_text()


# make


def test_lock_files_are_made_for_the_oldest_python_whichever_runs():
    oldest = PROJECT["requires-python"].removeprefix(">=")

    commands = run("make", "--dry-run", "--assume-old=setup", "lock").stdout

    compiled = commands.count("uv pip compile")
    assert compiled == commands.count(f"--universal --python-version {oldest} ") == 2


@pytest.fixture
def demo_data(tmp_path):
    """A folder with the files of a demo, and others."""
    (tmp_path / "media" / "documents").mkdir(parents=True)
    for name in ("db.sqlite3", "db.sqlite3-wal", "media/documents/a.txt", "canary"):
        (tmp_path / name).touch()
    return tmp_path


def test_make_fresh_deletes_the_data_of_the_demo_alone(demo_data):
    result = run("make", "fresh", f"DATA_DIR={demo_data}", input="y\n")

    assert f"Delete {demo_data}/db.sqlite3" in result.stdout
    assert [path.name for path in demo_data.iterdir()] == ["canary"]


@pytest.mark.parametrize("answer", ["", "\n", "n\n", "yeah\n"])
def test_make_fresh_deletes_nothing_unless_told(demo_data, answer):
    result = run("make", "fresh", f"DATA_DIR={demo_data}", input=answer)

    assert result.stdout.endswith("Nothing was deleted.\n")
    assert len(list(demo_data.rglob("*"))) == 6
