"""The tree and the way imports run in it, as docs/architecture.md has them."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

ROOT = Path(__file__).parents[1]
IGNORED = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text().splitlines())
#: What each package may import of the others: three floors, arrows only downwards.
MAY_IMPORT = {
    "univercity": set(),
    "network": {"univercity"},
    "calendar_pages": {"univercity"},
    "home": {"univercity", "network", "calendar_pages"},
    "roles": {"univercity", "network", "calendar_pages", "home"},
    "demo": {"univercity", "network", "calendar_pages", "home", "roles"},
    "config": {"univercity", "network", "calendar_pages", "home", "roles", "demo"},
}
SECTIONS = ["home", "network", "calendar_pages"]
UNDER_SITE = ["config", "demo", "roles", "univercity"]
LONGEST_FILE = 300
VAGUE_NAMES = {"base", "common", "core", "helpers", "misc", "util", "utils"}


def project_files(*suffixes):
    """Return the files of the project with one of the suffixes, without those that git ignores."""
    for folder, subfolders, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        subfolders[:] = [
            name for name in subfolders if name != ".git" and not is_ignored(f"{here / name}/")
        ]
        for name in names:
            if Path(name).suffix in suffixes and not is_ignored(str(here / name)):
                yield ROOT / here / name


def is_ignored(path):
    """Whether git ignores a path, asked without git: a tarball has none."""
    return IGNORED.match_file(path)


def module_name(path):
    """Return the dotted name under which ``path`` is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[1:] if parts[0] == "site" else parts)


def imported_modules(path):
    """Yield the full name of every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = module_name(path).split(".")[: -node.level] if node.level else []
            yield ".".join([*package, node.module] if node.module else package)


def imports_between_packages():
    """Yield (importing file, its package, imported package)."""
    for path in project_files(".py"):
        package = module_name(path).split(".")[0]
        if package in MAY_IMPORT:
            for module in imported_modules(path):
                imported = module.split(".")[0]
                if imported in MAY_IMPORT and imported != package:
                    yield str(path.relative_to(ROOT)), package, imported


def python_elsewhere(code, tmp_path, *options):
    """Run code in a fresh interpreter from another directory."""
    environment = {"PATH": os.environ["PATH"], "DEBUG": "1", "DATA_DIR": str(tmp_path)}
    command = [sys.executable, *options, "-c", code]
    return subprocess.run(
        command, cwd="/", env=environment, capture_output=True, text=True, check=False
    )


# The folder called site/


def test_site_is_a_folder_and_not_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()
    assert sorted(path.name for path in (ROOT / "site").iterdir() if path.is_dir()) == UNDER_SITE


def test_git_does_not_ignore_site():
    assert is_ignored("dist/new_file.py")
    assert not is_ignored("site/univercity/new_file.py")


@pytest.mark.parametrize("options", [(), ("-X", "frozen_modules=off")])
def test_site_remains_the_module_of_the_standard_library(tmp_path, options):
    code = "import site, univercity, config; print(site.__file__)"

    result = python_elsewhere(code, tmp_path, *options)

    assert result.stderr == ""
    assert Path(result.stdout.strip()).name == "site.py"
    assert not result.stdout.startswith(str(ROOT / "site"))


@pytest.mark.parametrize("module", ["config.wsgi", "config.asgi"])
def test_entry_points_import_from_another_directory(tmp_path, module):
    result = python_elsewhere(f"from {module} import application; print('ok')", tmp_path)

    assert (result.stdout, result.returncode) == ("ok\n", 0), result.stderr


def test_apps_come_from_this_tree(tmp_path):
    packages = [*SECTIONS, *UNDER_SITE]
    code = f"import {', '.join(packages)}; print(*({', '.join(packages)}), sep='\\n')"

    result = python_elsewhere(code, tmp_path)

    found = [line.split("'")[-2] for line in result.stdout.splitlines()]
    expected = [ROOT / name / "__init__.py" for name in SECTIONS]
    expected += [ROOT / "site" / name / "__init__.py" for name in UNDER_SITE]
    assert [Path(path) for path in found] == expected


def test_no_folder_of_tests_shadows_a_package():
    names = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}

    assert names & {"site", *MAY_IMPORT} == set()


# The floors


def test_imports_run_down_the_floors():
    upwards = [
        (file, imported)
        for file, package, imported in imports_between_packages()
        if imported not in MAY_IMPORT[package]
    ]

    assert upwards == []


def test_floors_are_seen_by_the_test_above():
    """Guard the guard: an import that exists is found."""
    found = {(package, imported) for _file, package, imported in imports_between_packages()}

    assert ("network", "univercity") in found
    assert ("config", "univercity") in found


def test_nothing_imports_the_tests():
    importing = [
        str(path.relative_to(ROOT))
        for path in project_files(".py")
        if module_name(path).split(".")[0] in MAY_IMPORT
        and any(module.split(".")[0] == "tests" for module in imported_modules(path))
    ]

    assert importing == []


# Files


def test_no_file_is_long():
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in project_files(".py", ".html", ".css", ".js")
        if "migrations" not in path.parts
    }

    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_module_has_a_vague_name():
    vague = {
        str(path.relative_to(ROOT))
        for path in project_files(".py")
        if VAGUE_NAMES & set(path.relative_to(ROOT).with_suffix("").parts)
    }

    assert vague == set()
